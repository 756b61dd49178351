import type { Result } from '../../shared/problem.js'
import type { Role } from '../kinds.js'
import type { Node } from '../tree.js'

/**
 * What one tool writes. A format is a folder: `format.ts` says what it is and how its files are recognised by their
 * content, and is loaded for every file that is held against it; `read.ts` turns a file into the tree that its role
 * asks for, and is loaded for its own files only.
 *
 * Like a reader, it never throws for bad content, never runs what it reads, and ends in bounded time and memory.
 */
export type Format = TreeFormat | TextFormat | BytesFormat | FolderFormat | DatabaseFormat

interface About {
  /** The name a policy may give as `format`, and the folder's name. */
  readonly id: string
  /** The tool's proper name and what it wrote, the same in every language: `MLflow file store`. */
  readonly title: string
  /** What it can be read for, the most usual first. Named under `metrics`, any format is read; see `roleIn`. */
  readonly roles: readonly [Role, ...Role[]]
  /** What a file must look like, for the message that it does not: code rather than words, `{"results": {…}, "versions"}`. */
  readonly shape: string
}

/** A file in one of the common syntaxes (`readers/`), such as JSON. */
export interface TreeFormat extends About {
  readonly from: 'tree'
  /** Ids of the syntaxes it is written in. */
  readonly syntaxes: readonly string[]
  /** Whether a tree is of this format: cheap, and certain enough that no two formats claim one file for one role. */
  readonly recognises: (root: Node, seen: Seen) => boolean
  readonly load: () => Promise<{ readonly read: (root: Node, wanted: Wanted) => Result<Node> }>
}

/** What a tree does not show: what its file is named for, and the syntax it was written in. */
export interface Seen {
  readonly role: Role
  readonly syntax: string
}

/** A text that is none of the common syntaxes, or one that a syntax alone would refuse or misread. */
export interface TextFormat extends About {
  readonly from: 'text'
  /** `text` has no byte order mark; it may be long, so only look at its beginning. */
  readonly recognises: (text: string) => boolean
  readonly load: () => Promise<{
    readonly read: (text: string, wanted: Wanted) => Result<Node> | Promise<Result<Node>>
  }>
}

export interface BytesFormat extends About {
  readonly from: 'bytes'
  /** Usually by its first bytes. */
  readonly recognises: (bytes: Uint8Array) => boolean
  readonly load: () => Promise<{
    readonly read: (bytes: Uint8Array, wanted: Wanted) => Result<Node> | Promise<Result<Node>>
  }>
}

export interface FolderFormat extends About {
  readonly from: 'folder'
  readonly recognises: (folder: Folder) => boolean
  readonly load: () => Promise<{
    readonly read: (folder: Folder, wanted: Wanted) => Result<Node> | Promise<Result<Node>>
  }>
}

/** An SQLite file, opened by the shell. */
export interface DatabaseFormat extends About {
  readonly from: 'database'
  readonly recognises: (bytes: Uint8Array) => boolean
  readonly load: () => Promise<{ readonly read: (database: Database, wanted: Wanted) => Result<Node> }>
}

/** What is asked of a file. */
export interface Wanted {
  /** The file's path in the workspace, for problems. */
  readonly path: string
  readonly role: Role
  /** A run by id or name, where the file holds several. */
  readonly run?: string
  /** An experiment by id or name, where the file holds several. */
  readonly experiment?: string
}

/** A folder of the workspace. Paths are relative to it, with forward slashes; links that lead out are not followed. */
export interface Folder {
  /** Names of the entries of a folder inside it (`''` for itself), sorted; a folder's ends in `/`. Empty where there is none. */
  readonly list: (path: string) => readonly string[]
  /** A file's text; undefined where there is no such file. A problem where it cannot be read. */
  readonly read: (path: string) => Result<string> | undefined
  /** A file's bytes, likewise. */
  readonly bytes: (path: string) => Result<Uint8Array> | undefined
  /** The path in the workspace, as a place shows it. */
  readonly shown: (path: string) => string
}

/** A value of a cell: integers come as `bigint`, so that none loses a digit. */
export type Cell = null | number | bigint | string | Uint8Array

/** An SQLite database, read only. */
export interface Database {
  /** Names of its real tables, views left out. */
  readonly tables: readonly string[]
  /** Names of a table's columns. */
  readonly columns: (table: string) => readonly string[]
  /** All rows of a query, up to a limit. @throws where the query fails or gives more. */
  readonly all: (sql: string, ...params: readonly (string | number | bigint)[]) => readonly ReadonlyMap<string, Cell>[]
}

/** What a format is read for when a file is named in a role: a metric may be bounded in whatever holds numbers. */
export function roleIn(format: About, role: Role): Role | undefined {
  if (format.roles.includes(role)) return role
  return role === 'metrics' ? format.roles[0] : undefined
}
