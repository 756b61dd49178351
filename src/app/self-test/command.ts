import { parsePolicy } from '../../policy/parse.js'
import { logText } from '../../report/escape.js'
import type { Wording } from '../../report/wording.js'
import { message } from '../../shared/message.js'
import type { Problem, Result } from '../../shared/problem.js'
import type { SelfTestArguments } from '../arguments.js'
import type { Terminal } from '../command.js'
import { EXIT_CODES } from '../options.js'
import { problemLines } from '../problem-lines.js'
import type { PolicyOrigin } from '../run.js'
import { wordingFor } from '../wording.js'
import { type SelfTest, selfTest } from './self-test.js'
import type { Tried } from './tried.js'

/**
 * Tries the checks of a policy and prints what came of it. 0 where every check that should block does, 1 where one does
 * not or none was tried (with `strict` also where one could not be), 2 for a policy that is none.
 */
export async function runSelfTest(
  request: SelfTestArguments,
  origin: Result<PolicyOrigin>,
  { out, err }: Terminal,
  now: number,
): Promise<number> {
  const wording = wordingFor(request.language)
  if (!origin.ok) return refuse(origin.problems, wording, err)
  const policy = await parsePolicy(origin.value)
  if (!policy.ok) return refuse(policy.problems, wording, err)
  const result = await selfTest(policy.value, now)
  out(request.format === 'json' ? asJson(result, origin.value.source, wording) : asText(result, wording))
  return exitCodeOf(result, request.strict)
}

/** 0 where every check that should block does; 1 where one does not, and where none was tried at all. */
export function exitCodeOf(result: SelfTest, strict: boolean): number {
  const { failing } = countsOf(result)
  const lacking = result.checks.length === 0 || (strict && result.notTested.length > 0)
  return failing.length > 0 || lacking ? EXIT_CODES.fail : EXIT_CODES.pass
}

function refuse(problems: readonly Problem[], wording: Wording, err: Terminal['err']): number {
  for (const line of problemLines(problems, wording)) err(`${line}\n`)
  return EXIT_CODES.error
}

type Effect = 'flips' | 'warns' | 'observed' | 'waived' | 'holds'

/** What a check does against its evidence, held against what the policy wants of it. */
function effectOf({ blocks, enforcement, outcome, verdict }: Tried): Effect {
  if (blocks) return 'flips'
  if (outcome === 'waived') return 'waived'
  const failed = outcome === 'fail' || outcome === 'missing' || outcome === 'insufficient'
  // What is undecided may count as less than a failure.
  if ((enforcement === 'warn' || outcome === 'insufficient') && verdict === 'warn') return 'warns'
  const isLetPass = enforcement === 'observe' ? failed : outcome === 'insufficient' && verdict === 'pass'
  return isLetPass ? 'observed' : 'holds'
}

function countsOf({ checks }: SelfTest) {
  const ids = (...wanted: readonly Effect[]) => [
    ...new Set(checks.filter((check) => wanted.includes(effectOf(check))).map(({ id }) => id)),
  ]
  return {
    blocking: ids('flips').length,
    warning: ids('warns').length,
    observing: ids('observed').length,
    waived: ids('waived').length,
    failing: ids('holds'),
  }
}

function asJson(result: SelfTest, policy: string, wording: Wording): string {
  const { failing, ...counts } = countsOf(result)
  const document = {
    schema: 'ml-gate-self-test/1',
    policy,
    checks: result.checks.map(({ id, change, outcome, verdict, blocks, enforcement, also }) => ({
      ...{ id, change: wording.say(change), outcome, verdict, blocks, enforcement },
      ...(also.length > 0 && { also }),
    })),
    ...counts,
    not_blocking: failing,
    not_tested: result.notTested.map(({ id, why }) => ({ id, why: wording.say(why) })),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** A line a check, what could not be tried, and the sum. */
function asText(result: SelfTest, wording: Wording): string {
  const { failing, ...counts } = countsOf(result)
  const effects = result.checks.map((check) => ({ check, said: wording.say(message(`specimen.${effectOf(check)}`)) }))
  const lines = effects.map(({ check, said }) => {
    const { id, change, outcome, verdict } = check
    return `${said}  ${wording.say(message('specimen.line', { id, change, outcome, verdict }))}`
  })
  const skipped = result.notTested.map(
    ({ id, why }) =>
      `${wording.say(message('specimen.not-tested'))}  ${wording.say(message('specimen.skipped', { id, why }))}`,
  )
  const summary = { ...counts, failing: failing.length, untested: result.notTested.length }
  return `${[...lines, ...skipped, wording.say(message('specimen.summary', summary))].map(logText).join('\n')}\n`
}
