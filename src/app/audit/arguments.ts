import type { Filter } from '../../audit/filter.js'
import type { Language } from '../../report/wording.js'
import { type Message, message } from '../../shared/message.js'
import { failed, ok, type Problem, type Result } from '../../shared/problem.js'
import { DAY, parseDay, parseInstant } from '../../shared/time.js'
import { VERDICTS, type Verdict } from '../../verdict/outcome.js'
import { chooser, type Option, text, texts, usage, type Values } from '../option-values.js'
import { LANGUAGES } from '../options.js'

/** What `ml-gate audit` is asked. */
export type AuditArguments = {
  readonly path: string
  readonly language: Language
} & (
  | {
      readonly action: 'verify'
      readonly format: 'text' | 'json'
      /** The digest of an entry that has to be in the chain, in lower-case hex. */
      readonly head?: string
      /** How many entries there are at least. */
      readonly count?: number
    }
  | { readonly action: 'show'; readonly format: 'text' | 'json' | 'csv'; readonly filter: Filter }
)

const ACTIONS = ['verify', 'show'] as const
const OF_VERIFY: readonly Option[] = ['head', 'count']
const OF_SHOW: readonly Option[] = ['model', 'verdict', 'person', 'since', 'until']

/** Reads what stands behind `ml-gate audit`, every mistake at once. */
export function auditRequest(
  values: Values,
  positionals: readonly string[],
): Result<{ command: 'audit' } & AuditArguments> {
  const problems: Problem[] = []
  const choose = chooser(values, problems)
  const refuse = (why: Message) => void problems.push(usage(why))
  const [name, path, ...others] = positionals
  const action = ACTIONS.find((one) => one === name)
  if (name === undefined) refuse(message('audit.nothing-to-do'))
  else if (action === undefined) refuse(message('audit.no-action', { found: name, allowed: ACTIONS }))
  else if (path === undefined) refuse(message('audit.no-path', { action }))
  if (others.length > 0) refuse(message('cli.too-many', { paths: positionals.slice(1) }))
  const alien = action === 'verify' ? OF_SHOW : action === 'show' ? OF_VERIFY : []
  for (const option of alien.filter((one) => values[one] !== undefined))
    refuse(message('audit.not-of', { name: `--${option}`, action: action ?? '' }))
  const language = choose('language', LANGUAGES, 'en')
  const format = choose(
    'format',
    action === 'show' ? (['text', 'json', 'csv'] as const) : (['text', 'json'] as const),
    'text',
  )
  const anchor = anchorOf(values, refuse)
  const filter = filterOf(values, refuse)
  if (problems.length > 0 || path === undefined || action === undefined) return failed(...problems)
  const both = { command: 'audit', path, language } as const
  return action === 'show'
    ? ok({ ...both, action, format, filter })
    : ok({ ...both, action, format: format === 'csv' ? 'text' : format, ...anchor })
}

function anchorOf(values: Values, refuse: (why: Message) => void): { head?: string; count?: number } {
  const head = text(values, 'head')
  const count = text(values, 'count')
  if (head !== undefined && !/^[0-9a-fA-F]{64}$/.test(head)) refuse(message('audit.not-a-hash', { found: head }))
  if (count !== undefined && !/^[1-9]\d{0,8}$/.test(count)) refuse(message('audit.not-a-count', { found: count }))
  return {
    ...(head !== undefined && { head: head.toLowerCase() }),
    ...(count !== undefined && { count: Number.parseInt(count, 10) }),
  }
}

function filterOf(values: Values, refuse: (why: Message) => void): Filter {
  const model = text(values, 'model')
  const person = text(values, 'person')
  const given = texts(values, 'verdict')
  const verdicts = given.flatMap((one): Verdict[] => VERDICTS.filter((verdict) => verdict === one))
  for (const found of given.filter((one) => !VERDICTS.some((verdict) => verdict === one)))
    refuse(message('cli.choice', { name: '--verdict', found, allowed: VERDICTS }))
  const [since, until] = (['since', 'until'] as const).map((name) => moment(values, name, refuse))
  return {
    ...(model !== undefined && { model }),
    ...(person !== undefined && { person }),
    ...(verdicts.length > 0 && { verdicts }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  }
}

/** A day (its first moment, or for `until` its last) or a time, as an entry writes it. */
function moment(values: Values, name: 'since' | 'until', refuse: (why: Message) => void): string | undefined {
  const written = text(values, name)
  if (written === undefined) return undefined
  const day = parseDay(written)
  const at = day === undefined ? parseInstant(written)?.at : name === 'since' ? day : day + DAY - 1
  if (at === undefined) {
    refuse(message('audit.not-a-time', { name: `--${name}`, found: written }))
    return undefined
  }
  return new Date(at).toISOString()
}
