import type { Shortcuts } from '../policy/parse.js'
import type { Language } from '../report/wording.js'
import type { Verdict } from '../verdict/outcome.js'

export const LANGUAGES: readonly Language[] = ['en', 'ko']

export const FAIL_ON = ['fail', 'warn', 'never'] as const
export type FailOn = (typeof FAIL_ON)[number]
export const CHECK_RUN = ['auto', 'true', 'false'] as const
export const COMMENT = ['never', 'on-failure', 'always'] as const
export const MODELS = ['all', 'changed'] as const
export const POLICY_FROM = ['auto', 'head'] as const

/** What one run is asked to do, by whichever door it came in. */
export interface Options {
  readonly policy: PolicyChoice
  readonly evidence: Shortcuts
  /** Local copies of the policies of other repositories that the policy extends, in that order. */
  readonly copies?: readonly string[]
  readonly language: Language
  /** Which of several models are judged: all (default), or those that the pull request touches. */
  readonly models?: (typeof MODELS)[number]
  /** Where the report files go; undefined writes none. */
  readonly reportDir?: string
  /** The folder that the decision is recorded in, whatever the policy says; the command line's `--audit`. */
  readonly audit?: string
}

export type PolicyChoice =
  | { readonly kind: 'inline'; readonly text: string }
  /** A path relative to the working directory; `named` where the user chose it rather than the default. */
  | { readonly kind: 'file'; readonly path: string; readonly named: boolean }

export const DEFAULT_CHECK_NAME = 'ML governance gate'
export const DEFAULT_POLICY_FILE = '.github/ml-gate.yaml'

/** `check` exits 0 for `pass` and `warn`, 1 for `fail`, 2 for `error`. */
export const EXIT_CODES: Readonly<Record<Verdict, number>> = { pass: 0, warn: 0, fail: 1, error: 2 }

/** The step's exit code: `fail-on` says which verdict fails it; `error` always does. */
export function exitCode(verdict: Verdict, failOn: FailOn): number {
  if (verdict === 'error') return EXIT_CODES.error
  const failing: readonly Verdict[] = failOn === 'never' ? [] : failOn === 'warn' ? ['fail', 'warn'] : ['fail']
  return failing.includes(verdict) ? EXIT_CODES.fail : 0
}
