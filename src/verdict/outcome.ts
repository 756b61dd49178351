import type { Location } from '../shared/location.js'
import type { Message } from '../shared/message.js'

/** How one comparison ended. */
export const OUTCOMES = ['pass', 'fail', 'missing', 'insufficient', 'error', 'waived', 'not-applicable'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What a failed check of a gate does: stop the merge, warn, or only be shown. */
export const ENFORCEMENTS = ['block', 'warn', 'observe'] as const
export type Enforcement = (typeof ENFORCEMENTS)[number]

/** From the mildest to the gravest. */
export const VERDICTS = ['pass', 'warn', 'fail', 'error'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What an undecided check counts as. */
export const ON_INSUFFICIENT = ['fail', 'warn', 'pass'] as const
export type OnInsufficient = (typeof ON_INSUFFICIENT)[number]

/** What chance may do to an observed value, as far as it is known. */
export interface Uncertainty {
  /** Rows that the value rests on, and how many of them are positive and negative. */
  readonly n?: number
  readonly positives?: number
  readonly negatives?: number
  /** A confidence interval as decimal texts, rounded outwards; absent where nothing is known to make one from. */
  readonly interval?: {
    readonly low: string
    readonly high: string
    readonly level: string
    /** The one-sided confidence that was demanded, and that its ends are bounds at. */
    readonly confidence?: string
    readonly method: string
  }
  /** The smallest change that would be noticed four times out of five, as decimal text. */
  readonly detectable?: string
}

/** One group in a comparison of groups. */
export interface GroupRow {
  readonly metric: string
  readonly name: string
  readonly value: string
  readonly at: Location
  readonly n?: number
  readonly positives?: number
  readonly negatives?: number
  readonly interval?: Uncertainty['interval']
  /** It rests on fewer rows than the policy demands. */
  readonly small?: boolean
  /** The baseline has groups, but not this one. */
  readonly new?: boolean
  /** The groups that are shown to be higher, all pairs taken together. */
  readonly below?: readonly string[]
}

/** An approval that counts. */
export interface Approval {
  readonly by: string
  /** What it was needed as. */
  readonly role?: string
  /** When, `2026-11-25T08:30:00Z`. */
  readonly at: string
  /** The commit that was approved, in full. */
  readonly commit: string
}

/** One comparison: facts, not sentences. */
export interface Check {
  /** Stable and unique within a model, for instance `performance/f1` or `fairness/accuracy/gender/gap`. */
  readonly id: string
  readonly outcome: Outcome
  /** What was compared, for a table's first column, such as `f1` or "accuracy gap by gender". */
  readonly title: Message
  /** What came of it, in one sentence; its params hold the observed value and the bound. */
  readonly message: Message
  /** The demand as compared, `>= 0.85`; absent where nothing is compared with a bound (a documentation field). */
  readonly expected?: string
  /** The observed value as a decimal text; absent where none could be read. */
  readonly actual?: string
  /** The observed value as its file has it, where that is in another unit: `12300000 ns`. */
  readonly written?: string
  /** How far the observed value is from the bound, as a non-negative decimal text. */
  readonly distance?: string
  /** On which side of the bound the observed value lies; absent where it is at the bound, or not known. */
  readonly side?: 'below' | 'above'
  /** How sure the observed value is; absent where nothing was measured, empty where nothing is known of it. */
  readonly uncertainty?: Uncertainty
  /** The groups that were compared, all of them. */
  readonly groups?: readonly GroupRow[]
  /** Who approved, as far as it counts here. */
  readonly approvals?: readonly Approval[]
  /** What has to be mended where it does not pass, and so where it is announced; the policy's line by default. */
  readonly mend?: 'evidence' | 'policy'
  /** The line of the policy that demands it. */
  readonly policy: Location
  /** Where the observed value was read, or the place in the evidence that has to be mended. */
  readonly evidence?: Location
}
