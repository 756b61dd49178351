import type { Compliance } from '../compliance/contract.js'
import type { EvidenceKind } from '../evidence/kinds.js'
import type { CountsNamed, PredictionColumns } from '../evidence/measure/contract.js'
import type { Demand, Gate } from '../gates/contract.js'
import type { Location } from '../shared/location.js'
import type { Message } from '../shared/message.js'
import type { Problem } from '../shared/problem.js'
import type { Enforcement, OnInsufficient } from '../verdict/outcome.js'
import type { Waiver } from '../verdict/waivers.js'
import type { Bindings } from './binding.js'

/** What is demanded, typed and complete: defaults filled in, every value knowing where it was written. */
export interface Policy {
  readonly model: string
  readonly risk?: string
  readonly onInsufficient: OnInsufficient
  readonly evidence: Readonly<Record<EvidenceKind, readonly EvidencePath[]>>
  /** The table of predictions, and what its columns hold. */
  readonly predictions?: Predictions
  /** Counts of rows, in place of predictions. */
  readonly counts?: Counts
  /** In order of their ids, so that the order of a policy's keys changes nothing. */
  readonly gates: readonly DemandedGate[]
  readonly bindings: Bindings
  /** In order of the checks that they cover, one a check. */
  readonly waivers: readonly Waiver[]
  /** The frameworks whose controls are mapped to the checks. */
  readonly compliance: Compliance
  /** The place of a key at a JSON Pointer; for what is absent its nearest parent. */
  readonly locate: (pointer: string) => Location
  /** What is worth knowing of how it came about. */
  readonly notes: readonly Message[]
  /** The policy as it was in force, as plain data. */
  readonly resolved: unknown
}

/** What a policy demands of each of its models. */
export interface Policies {
  /** In order of their names. */
  readonly models: readonly ModelPolicy[]
  /** Whether it names its models by `models`. */
  readonly several: boolean
  readonly notes: readonly Message[]
  readonly resolved: unknown
}

/** The policy of one model; or the mistakes in the file that describes it. */
export interface ModelPolicy {
  readonly name: string
  readonly policy?: Policy
  readonly problems: readonly Problem[]
  readonly notes: readonly Message[]
  /** It is the judged commit's own beside a base's policy, so that nothing in it waives anything. */
  readonly own?: true
  /** The file that describes it, and its folder, which the paths of its evidence are relative to. */
  readonly path?: string
  readonly folder?: string
}

/** A path or glob, relative to the working directory. */
export interface EvidencePath {
  readonly path: string
  readonly format?: string
  /** A run and an experiment by id or name, where the path holds several. */
  readonly run?: string
  readonly experiment?: string
  /** Where the file is: in the base branch's commit, or (default) where the job left it. */
  readonly from?: 'base' | 'file'
  /** Where the policy names it; an input has no place. */
  readonly at?: Location
}

/** `evidence: predictions`: one table and what its columns hold. */
export interface Predictions extends PredictionColumns {
  readonly path: string
  readonly format?: string
  /** The baseline's table: the same columns, of the same rows. */
  readonly baseline?: string
  readonly at: Location
}

/** `evidence: counts`: the tables of counts. */
export interface Counts extends CountsNamed {
  readonly at: Location
}

/** A gate that the policy demands; `never`, because only the gate itself knows the type its schema has assured. */
export interface DemandedGate extends Demand<never> {
  readonly id: string
  readonly gate: Gate<never>
  readonly enforcement: Enforcement
}
