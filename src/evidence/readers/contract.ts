import type { Result } from '../../shared/problem.js'
import type { Node } from '../tree.js'

/**
 * One file format. A reader turns text into the common tree, or into problems that each say where they stand; it
 * never throws for bad content, never runs what it reads, and ends in bounded time and memory whatever it is given.
 */
export interface Reader {
  /** The name a policy may give as `format`, and the folder's name. */
  readonly id: string
  /** The format's proper name, the same in every language. */
  readonly title: string
  /** File name endings without the dot, in lower case. */
  readonly extensions: readonly string[]
  /** The largest file that is read, in bytes. */
  readonly maxBytes: number
  /** Whether a text of unknown name looks like this format; only a hint, `parse` has the last word. */
  readonly sniff: (text: string) => boolean
  /** Reads text without a byte order mark; `path` is where its problems are said to be. */
  readonly parse: (text: string, path: string) => Result<Node> | Promise<Result<Node>>
}

/** Most values in one file: what bounds memory where a small file holds millions of tiny values. */
export const MAX_VALUES = 1_000_000

/** Most problems that one file is reported with; the first ones are what has to be mended anyway. */
export const MAX_PROBLEMS = 20
