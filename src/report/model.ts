import type { Location } from '../shared/location.js'
import type { Message } from '../shared/message.js'
import type { Problem } from '../shared/problem.js'
import type { Check, Enforcement, Outcome, Verdict } from '../verdict/outcome.js'

/** Everything that any face shows, before it is worded. Plain data, in a fixed order. */
export interface Report {
  readonly verdict: Verdict
  readonly counts: Counts
  readonly subject: Subject
  readonly policy: PolicySource
  /** Mistakes in the inputs or the policy; where there are any, nothing was evaluated. */
  readonly problems: readonly Problem[]
  readonly models: readonly ModelReport[]
  readonly notes: readonly Message[]
}

export interface Counts {
  readonly checks: number
  readonly passed: number
  /** `fail` and `missing`. */
  readonly failed: number
  readonly insufficient: number
  readonly errors: number
  readonly waived: number
  readonly notApplicable: number
}

/** What was judged and in which run; each part is absent where it is not known (on a laptop, say). */
export interface Subject {
  readonly repository?: string
  readonly commit?: string
  /** The merge of head and base that is checked out on a pull request; `commit` is its head. */
  readonly merge_commit?: string
  readonly pull_request?: number
  readonly workflow?: string
  readonly run?: number
  readonly attempt?: number
  /** The login of who started the run. */
  readonly actor?: string
  /** The login of the pull request's author. */
  readonly author?: string
}

export interface PolicySource {
  /** The file the policy was read from; for an inline policy the workflow file, where it was found. */
  readonly source: string
  readonly from: 'inline' | 'head'
  readonly sha256: string
  /** The policy with its defaults filled in: what was in force. */
  readonly resolved: unknown
}

export interface ModelReport {
  readonly name: string
  readonly verdict: Verdict
  readonly gates: readonly GateReport[]
  readonly evidence: readonly EvidenceFile[]
}

export interface GateReport {
  readonly id: string
  readonly enforcement: Enforcement
  /** The worst of its checks' outcomes. */
  readonly outcome: Outcome
  readonly checks: readonly Check[]
}

/** A file that was read, exactly. */
export interface EvidenceFile {
  readonly kind: string
  readonly path: string
  readonly format: string
  readonly bytes: number
  readonly sha256: string
}

/** A message bound to a line of a file. */
export interface Annotation {
  readonly level: 'failure' | 'warning' | 'notice'
  readonly at: Location
  readonly title: string
  readonly message: string
}
