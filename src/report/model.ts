import type { Change } from '../shared/change.js'
import type { EvidenceFile } from '../shared/evidence-file.js'
import type { Location } from '../shared/location.js'
import type { Message } from '../shared/message.js'
import type { Problem } from '../shared/problem.js'
import type { Check, Enforcement, Outcome, Verdict } from '../verdict/outcome.js'
import type { PackReport } from './compliance-model.js'

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

/**
 * - `base`: the base branch's policy
 * - `bootstrap`: the base branch has none, so the judged commit's own is in force, and nobody has reviewed it yet
 * - `base-invalid`: the base branch's is no valid policy, so the judged commit's own is in force
 * - `unread`: an inline policy whose base could not be read is judged as it stands
 * - `head`: the judged commit's own, as `policy-from: head` demands
 */
export type PolicyState = 'base' | 'bootstrap' | 'base-invalid' | 'unread' | 'head'

export interface PolicySource {
  /** The file the policy was read from; for an inline policy the workflow file, where it was found. */
  readonly source: string
  readonly from: 'inline' | 'head' | 'base'
  /** Why this policy is in force; absent where no base branch is concerned: on a laptop or a push. */
  readonly state?: PolicyState
  /** The base branch's commit that was looked at. */
  readonly commit?: string
  readonly sha256: string
  /** The policies that it extends, the nearest first; absent where it extends none. */
  readonly layers?: readonly PolicyLayer[]
  /** The policy with its defaults filled in: what was in force. */
  readonly resolved: unknown
  /** How the judged commit's policy differs from the base branch's; absent where they were not compared. */
  readonly changes?: readonly Change[]
}

export interface PolicyLayer {
  /** The file: in the repository, or `OWNER/REPO/path`. */
  readonly source: string
  /** The branch, tag or commit it was asked for by, where it is of another repository, and which commit that was. */
  readonly ref?: string
  readonly commit?: string
  readonly sha256: string
}

export interface ModelReport {
  readonly name: string
  readonly verdict: Verdict
  readonly gates: readonly GateReport[]
  readonly evidence: readonly EvidenceFile[]
  /** What the controls of the frameworks that the policy asks for rest on; absent where it asks for none. */
  readonly compliance?: readonly PackReport[]
}

export interface GateReport {
  readonly id: string
  readonly enforcement: Enforcement
  /** The worst of its checks' outcomes. */
  readonly outcome: Outcome
  readonly checks: readonly Check[]
}

/** A message bound to a line of a file. */
export interface Annotation {
  readonly level: 'failure' | 'warning' | 'notice'
  readonly at: Location
  readonly title: string
  readonly message: string
}
