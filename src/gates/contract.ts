import type { TablesWanted } from '../evidence/drift/contract.js'
import type { Evidence } from '../evidence/evidence.js'
import type { EvidenceNeed } from '../evidence/kinds.js'
import type { Wanted } from '../evidence/measure/contract.js'
import type { Approvals, Asked } from '../shared/approvals.js'
import type { Location } from '../shared/location.js'
import type { Message, Texts } from '../shared/message.js'
import type { Problem } from '../shared/problem.js'
import type { Schema } from '../shared/schema.js'
import type { Check } from '../verdict/outcome.js'
import type { Term } from './terms.js'

/** A gate's part of a policy, already validated against its schema, and where each of its values was written. */
export interface Demand<Options> {
  readonly options: Options
  /** The place of the key at a JSON Pointer below the gate's own key (`''` is the gate's key itself). */
  readonly locate: (pointer: string) => Location
}

/** What is known of the run beside its files, as data. */
export interface Circumstances {
  /** The policy's `risk`, where it states one. */
  readonly risk?: string
  /** What was asked of GitHub; absent where nobody could be asked. */
  readonly approvals?: Approvals
}

/** A gate is a folder: data about itself and pure functions. */
export interface Gate<Options = unknown> {
  /** The policy's key, the folder's name and the first segment of its check ids. */
  readonly id: string
  /** The evidence it reads. */
  readonly needs: readonly EvidenceNeed[]
  /** What it reads besides where its options ask for it. */
  readonly alsoNeeds?: (options: Options) => readonly EvidenceNeed[]
  /** JSON Schema (draft 2020-12) of its part of the policy; its `$defs` become the whole policy's. */
  readonly schema: Schema
  readonly texts: Texts
  /** What it asks of predictions, where they are among its needs. Names that are no metric of predictions do no harm. */
  readonly measures?: (demand: Demand<Options>) => Wanted
  /** Which two tables it wants compared, where its options name any. */
  readonly compares?: (demand: Demand<Options>) => TablesWanted | undefined
  /** What it asks of GitHub. */
  readonly asks?: (options: Options) => Asked
  /** Logins of those who had a hand in the change, and so may not approve a waiver for it. */
  readonly involved?: (options: Options, approvals: Approvals) => readonly string[]
  /** Mistakes in its options that a schema cannot express; each with its place. */
  readonly mistakes?: (demand: Demand<Options>) => Problem[]
  /**
   * What its options demand, one by one, so that two policies can be compared. Without it, and for options that it leaves
   * out, a difference is told but not judged.
   */
  readonly terms?: (options: Options) => readonly Term[]
  /** Policy × evidence → checks. Pure and total over its options; at least one check for valid options. */
  readonly evaluate: (demand: Demand<Options>, evidence: Evidence, circumstances?: Circumstances) => Check[]
  /** What is worth saying besides; it decides nothing. */
  readonly notes?: (demand: Demand<Options>, evidence: Evidence) => Message[]
}
