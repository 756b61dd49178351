import type { PolicyText } from '../../policy/document.js'
import type { Change } from '../../shared/change.js'
import type { Message } from '../../shared/message.js'
import type { Problem, Result } from '../../shared/problem.js'
import type { StepInputs } from './step.js'

/** A policy's text as the base branch has it. */
export interface BasePolicy extends PolicyText {
  /** The file it was read from; for an inline policy its workflow. */
  readonly source: string
}

/** What became of looking for the base branch's policy. */
export type BaseReading =
  | { readonly state: 'base'; readonly policy: BasePolicy }
  /** There is none; `where` it was looked for. */
  | { readonly state: 'bootstrap'; readonly where: string }
  /** An inline policy's could not be read. */
  | { readonly state: 'unread'; readonly why: Message }
  /** A policy file's could not be read: nothing may be judged. */
  | { readonly state: 'refused'; readonly problem: Problem }

/** The base branch beside a policy of the judged commit. */
export interface Base {
  readonly commit?: string
  readonly reading: BaseReading
  /** The inputs of the same step in the base's workflow, where it is known. */
  readonly step?: StepInputs
  /** How the inputs beside the policy differ from that step's. */
  readonly inputs?: readonly Change[]
  readonly asked: 'auto' | 'head'
}

/** Where committed files of the base can be read; or why there is no such place. */
export interface BaseFiles {
  /** `path` as the workspace has it. An absent file is a problem that says so (`absent`). */
  read(path: string, limit: number): Promise<Result<{ readonly path: string; readonly bytes: Uint8Array }>>
}
