import { createHash } from 'node:crypto'
import type { Item, Source } from '../evidence/evidence.js'
import type { Pieces, Table } from '../evidence/predictions/contract.js'
import { openTable } from '../evidence/predictions/open.js'
import type { Location } from '../shared/location.js'
import { failed, ok, type Problem, problem, type Result } from '../shared/problem.js'
import type { TableFiles } from './workspace.js'

/** A table as a policy names it. */
export interface NamedTable {
  readonly path: string
  readonly format?: string | undefined
  /** What its file is in the report. */
  readonly kind: string
  /** The message where the path names several files. */
  readonly several: string
  /** Where the policy names it: where problems without a place of their own stand. */
  readonly at: Location
}

/** What is said of a table's file beside its content: known once it was read. */
export type Facts = Omit<Item<unknown>, 'content'>

/** Opens the one file that a table's path names for as long as the table is used. */
export async function withTable<T>(
  workspace: TableFiles,
  named: NamedTable,
  use: (table: Table, facts: () => Facts) => Promise<Result<T>>,
): Promise<Result<T>> {
  const file = await oneFile(workspace, named)
  if (!file.ok) return file
  const read = await workspace.pieces(file.value, async (pieces) => {
    const { watched, digest } = watch(pieces)
    const table = await openTable(watched, named.format)
    if (!table.ok) return table
    const { modified } = pieces
    return use(table.value, () => ({
      file: { kind: named.kind, path: pieces.path, format: table.value.format, ...digest() },
      ...(modified !== undefined && { modified }),
    }))
  })
  return placed(read, named)
}

/** The file that a table's path names, which has to be one. */
export async function oneFile(workspace: TableFiles, named: NamedTable): Promise<Result<string>> {
  const { path, several } = named
  const found = await workspace.find(path)
  if (!found.ok) return placed(found, named)
  const [first] = found.value
  if (first !== undefined && found.value.length === 1) return ok(first)
  return placed(failed(problem(several, { path, count: found.value.length })), named)
}

function placed<T>(result: Result<T>, { at }: NamedTable): Result<T> {
  if (result.ok) return result
  return failed(...result.problems.map((it): Problem => (it.at === undefined ? { ...it, at } : it)))
}

/** What was read of declared evidence, or every reason why there is none. */
export function sourceOf<T>(read: Result<readonly Item<T>[]>): Source<T> {
  const [items, problems] = read.ok ? [read.value, []] : [[], read.problems]
  return {
    declared: true,
    items,
    absent: problems.filter(({ absent }) => absent),
    unreadable: problems.filter(({ absent }) => !absent),
  }
}

/** Bytes read at a time for the digest alone. */
const PIECE = 1024 * 1024

/** The same file, and its digest: of the pieces as they are read where they are read in order, of the rest afterwards. */
function watch(pieces: Pieces) {
  const hash = createHash('sha256')
  let hashed = 0
  const take = (offset: number, bytes: Uint8Array) => {
    if (offset > hashed || offset + bytes.length <= hashed) return
    hash.update(bytes.subarray(hashed - offset))
    hashed = offset + bytes.length
  }
  const read = (offset: number, length: number) => {
    const bytes = pieces.read(offset, length)
    take(offset, bytes)
    return bytes
  }
  const digest = () => {
    while (hashed < pieces.size && read(hashed, PIECE).length > 0);
    return { bytes: hashed, sha256: hash.digest('hex') }
  }
  return { watched: { ...pieces, read }, digest }
}
