import { type Check, type Enforcement, type OnInsufficient, type Outcome, VERDICTS, type Verdict } from './outcome.js'

/** The checks of one gate and what a failure among them does. */
export interface JudgedGate {
  readonly enforcement: Enforcement
  readonly checks: readonly Pick<Check, 'outcome'>[]
  /** Its checks are about the others or about their evidence: alone they are as good as no check. */
  readonly supporting?: true
}

/**
 * The one place that decides. `error` where nothing was checked or a check is an error; else `fail` where a blocking
 * check failed; else `warn` where a warning one did; else `pass`. A maximum over checks: neither their order nor how
 * they are grouped matters, and one more check can only make it graver (from one check on).
 */
export function decide(gates: readonly JudgedGate[], onInsufficient: OnInsufficient): Verdict {
  const judged = gates.map(({ checks, ...gate }) => ({ ...gate, checks: checks.filter(isJudged) }))
  const effects = judged.flatMap(({ enforcement, checks }) =>
    checks.map(({ outcome }) => effectOf(outcome, enforcement, onInsufficient)),
  )
  return judged.some(({ supporting, checks }) => !supporting && checks.length > 0) ? gravest(effects) : 'error'
}

function isJudged({ outcome }: Pick<Check, 'outcome'>): boolean {
  return outcome !== 'not-applicable'
}

/** The gravest of several verdicts; `error` for none, because then nothing was judged. */
export function gravest(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS.findLast((verdict) => verdicts.includes(verdict)) ?? 'error'
}

/** What one outcome does to the verdict under a gate's enforcement. */
export function effectOf(outcome: Outcome, enforcement: Enforcement, onInsufficient: OnInsufficient): Verdict {
  switch (outcome) {
    case 'error':
      return 'error'
    case 'fail':
    case 'missing':
      return FAILED[enforcement]
    case 'insufficient':
      return onInsufficient === 'fail' ? FAILED[enforcement] : enforcement === 'observe' ? 'pass' : onInsufficient
    case 'pass':
    case 'waived':
    case 'not-applicable':
      return 'pass'
  }
}

const FAILED: Readonly<Record<Enforcement, Verdict>> = { block: 'fail', warn: 'warn', observe: 'pass' }

const OUTCOME_GRAVITY: readonly Outcome[] = [
  'not-applicable',
  'pass',
  'waived',
  'insufficient',
  'missing',
  'fail',
  'error',
]

/** The gravest of several outcomes; `error` for none, because nothing was checked. */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome {
  return OUTCOME_GRAVITY.findLast((outcome) => outcomes.includes(outcome)) ?? 'error'
}
