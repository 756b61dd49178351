import { nearest } from '../shared/nearest.js'
import { failed, ok, type Problem, problem, type Result } from '../shared/problem.js'
import { daysIn } from './catalog/days.js'
import type { Environment } from './environment.js'
import {
  CHECK_RUN,
  COMMENT,
  DEFAULT_CHECK_NAME,
  DEFAULT_POLICY_FILE,
  FAIL_ON,
  type FailOn,
  LANGUAGES,
  MODELS,
  type Options,
  POLICY_FROM,
} from './options.js'

/** The commands this version has. */
export const COMMANDS = ['check', 'merge', 'catalog'] as const

/** What only the action is asked, beyond what the command line is asked too. */
export interface ActionOptions extends Options {
  readonly command: (typeof COMMANDS)[number]
  /** `merge`: the folders that hold the reports, and the models that have to be among them. */
  readonly reports: readonly string[]
  readonly expected: readonly string[]
  readonly token: string
  /** Reads teams and nothing else; empty where `token` is to do that. */
  readonly teamToken: string
  readonly checkRun: (typeof CHECK_RUN)[number]
  readonly checkName: string
  readonly comment: (typeof COMMENT)[number]
  readonly failOn: FailOn
  readonly workingDirectory: string
  readonly policyFrom: (typeof POLICY_FROM)[number]
  /** For `catalog`: the folder of the audit trail, relative to the working directory; empty where none is named. */
  readonly auditDir: string
  /** For `catalog`. */
  readonly staleAfterDays: number
}

export const NAMES = [
  ...['command', 'policy', 'policy-file', 'policy-from', 'metrics', 'model-card', 'baseline', 'groups', 'token'],
  'team-token',
  ...['check-run', 'check-name', 'comment', 'fail-on', 'report-dir', 'language', 'working-directory'],
  ...['reports', 'expect', 'models'],
  ...['audit-dir', 'stale-after'],
] as const
type Name = (typeof NAMES)[number]

/** The action's inputs as the runner passes them (`INPUT_…`), every mistake at once. */
export function readInputs(env: Environment): Result<ActionOptions> {
  const problems: Problem[] = misspeltInputs(env)
  const text = (name: Name) => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
  const lines = (name: Name) =>
    text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const choice = <T extends string>(name: Name, allowed: readonly T[], fallback: T): T => {
    const found = text(name) || fallback
    const match = allowed.find((value) => value === found.toLowerCase())
    if (match === undefined) problems.push(problem('input.choice', { name, found, allowed }))
    return match ?? fallback
  }
  if (text('policy') !== '' && text('policy-file') !== '') problems.push(problem('input.both-policies'))
  const reportDir = text('report-dir')
  const staleAfterDays = daysIn(text('stale-after'))
  if (staleAfterDays === undefined) {
    problems.push(problem('cli.days', { name: '`stale-after`', found: text('stale-after') }))
  }
  const options: ActionOptions = {
    command: choice('command', COMMANDS, 'check'),
    reports: lines('reports'),
    expected: lines('expect'),
    policy:
      text('policy') === ''
        ? { kind: 'file', path: text('policy-file') || DEFAULT_POLICY_FILE, named: text('policy-file') !== '' }
        : { kind: 'inline', text: text('policy') },
    evidence: {
      metrics: lines('metrics'),
      baseline: lines('baseline'),
      groups: lines('groups'),
      'model-card': lines('model-card'),
    },
    models: choice('models', MODELS, 'all'),
    policyFrom: choice('policy-from', POLICY_FROM, 'auto'),
    token: text('token'),
    teamToken: text('team-token'),
    checkRun: choice('check-run', CHECK_RUN, 'auto'),
    checkName: text('check-name') || DEFAULT_CHECK_NAME,
    comment: choice('comment', COMMENT, 'never'),
    failOn: choice('fail-on', FAIL_ON, 'fail'),
    language: choice('language', LANGUAGES, 'en'),
    workingDirectory: text('working-directory') || '.',
    auditDir: text('audit-dir'),
    staleAfterDays: staleAfterDays ?? 0,
    ...(reportDir !== '' && { reportDir }),
  }
  return problems.length > 0 ? failed(...problems) : ok(options)
}

/** The language of the messages, even where other inputs are wrong. */
export function languageOf(env: Environment): Options['language'] {
  return LANGUAGES.find((language) => language === env.INPUT_LANGUAGE?.trim().toLowerCase()) ?? 'en'
}

/**
 * A misspelt input would silently fall back to a default; the runner only warns. Variables of the job may begin with
 * `INPUT_` too, so only a name that is close to an input's is taken for one.
 */
function misspeltInputs(env: Environment): Problem[] {
  return Object.keys(env)
    .filter((key) => key.startsWith('INPUT_'))
    .map((key) => key.slice('INPUT_'.length).toLowerCase())
    .filter((name) => !(NAMES as readonly string[]).includes(name))
    .sort()
    .flatMap((name) => {
      const near = nearest(name, NAMES)
      return near === undefined ? [] : [problem('input.unknown-near', { name, near })]
    })
}
