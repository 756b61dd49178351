import type { EvidenceFile } from '../shared/evidence-file.js'
import type { Problem } from '../shared/problem.js'
import type { ModelCard } from './card/card.js'
import type { Compared } from './drift/contract.js'
import type { Measurements } from './measure/contract.js'
import type { Pairing } from './measure/paired.js'
import type { Node } from './tree.js'

/** All that the gates may look at. */
export interface Evidence {
  readonly metrics: Source<Node>
  readonly baseline: Source<Node>
  readonly groups: Source<Node>
  readonly 'model-card': Source<ModelCard>
  readonly explanations: Source<Node>
  readonly 'baseline-explanations': Source<Node>
  readonly drift: Source<Node>
  readonly 'load-test': Source<Node>
  /** What the table of predictions gives, or the counts in its place: the first item; others are files that went into it. */
  readonly measured: Source<Measurements> & { readonly from?: 'counts' }
  /** What a baseline's table of predictions gives beside it: one item at most. */
  readonly paired: Source<Pairing>
  /** What comparing two tables gives, one item a table; absent where no gate asks for it. */
  readonly compared?: Source<Compared>
}

/**
 * One kind of evidence: what was read and what could not be. Absent, unreadable, empty and undecided are four
 * different things: not declared, no file there (`absent`), a file that is not what it claims (`unreadable`), content.
 */
export interface Source<T> {
  /** Whether the policy or an input names any file of this kind. */
  readonly declared: boolean
  /** In order of path. */
  readonly items: readonly Item<T>[]
  /** Paths and globs that name no file. */
  readonly absent: readonly Problem[]
  /** Files that are there and could not be read or parsed. */
  readonly unreadable: readonly Problem[]
}

/** A kind of which the policy names nothing. */
export const NOTHING: Source<never> = { declared: false, items: [], absent: [], unreadable: [] }

export interface Item<T> {
  readonly file: EvidenceFile
  readonly content: T
  /** When the file was last changed, by the file system: milliseconds since 1970; of a folder the oldest file read. */
  readonly modified?: number
}
