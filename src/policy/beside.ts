import type { Problem } from '../shared/problem.js'
import type { PolicyDocument, PolicyText } from './document.js'

/** The policies that one extends, the nearest first; and why there are no more of them, where one could not be had. */
export interface Extended {
  readonly layers: readonly Layer[]
  readonly problems: readonly Problem[]
  /** Whether that may be a matter of permissions or of the network, so that nobody knows what is demanded. */
  readonly unread: boolean
}

/** The text of a policy that another one extends. */
export interface Layer {
  readonly text: string
  readonly place: PolicyText['place']
  /** The file: in the repository, or `OWNER/REPO/path`. */
  readonly source: string
  /** The branch, tag or commit that it was asked for by, where it is of another repository, and the commit that this was. */
  readonly ref?: string
  readonly commit?: string
  /** The local copy that was read in its place. */
  readonly copy?: string
}

/** What `models` names: files, or (without any) the entries of a list in the policy itself. */
export interface FoundModels {
  readonly entries: readonly FoundModel[]
  /** Why there are no more of them. */
  readonly problems: readonly Problem[]
  /** Whether that may be a matter of permissions or of the network. */
  readonly unread: boolean
}

/** A file that describes one model. */
export interface FoundModel {
  /** Relative to the workspace. */
  readonly path: string
  /** Its folder, which the paths of its evidence are relative to. */
  readonly folder: string
  /** Of its text, where two files are to be told apart. */
  readonly text: string
  /** What it calls the model, where that is legible. */
  readonly name?: string
  /** What goes above the policy, and what below it. */
  readonly upper: PolicyDocument
  readonly lower?: PolicyDocument
  readonly problems: readonly Problem[]
}
