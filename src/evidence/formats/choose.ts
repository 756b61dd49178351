import { failed, problem, type Result, reasonOf } from '../../shared/problem.js'
import { readTree } from '../readers/choose.js'
import { decode } from '../readers/decode.js'
import { complaint } from '../readers/excerpt.js'
import type { Node } from '../tree.js'
import { inFile } from './build.js'
import { type Database, type Folder, type Format, roleIn, type Wanted } from './contract.js'
import { formats } from './registry.generated.js'

/** A file or a folder of the workspace, as the shell hands it over. */
export type Opened =
  | {
      readonly kind: 'file'
      readonly bytes: Uint8Array
      /** Opens the file as an SQLite database for as long as it is used. */
      readonly database: <T>(use: (database: Database) => Result<T>) => Promise<Result<T>>
    }
  | { readonly kind: 'folder'; readonly folder: Folder }

/** A tree and the format it was read as. */
export interface Content {
  readonly format: string
  readonly content: Node
}

/**
 * Reads a file or a folder for its role: as the format that the policy names, else as the one that its content shows,
 * else in the plain syntax of its name. Two formats that claim one file are an error, never a guess; of one that is
 * read for this role and one that is not, the first is meant.
 */
export async function readContent(opened: Opened, wanted: Wanted, format?: string): Promise<Result<Content>> {
  const forced = formats.find(({ id }) => id === format)
  const candidates = forced === undefined ? (format === undefined ? formats : []) : [forced]
  if (opened.kind === 'folder') return readFolder(opened.folder, candidates, wanted, format)
  const { bytes, database } = opened
  const binary = await chosen(candidates, wanted, (it) => isBinary(it) && it.recognises(bytes), {
    bytes: async (it) => (await it.load()).read(bytes, wanted),
    database: async (it) => {
      const { read } = await it.load()
      return database((open) => read(open, wanted))
    },
  })
  if (binary !== undefined) return binary
  if (forced !== undefined && isBinary(forced)) return unlike(forced, wanted)
  const decoded = decode({ path: wanted.path, bytes })
  if (!decoded.ok) return decoded
  const text = decoded.value
  const readText = () =>
    chosen(candidates, wanted, (it) => it.from === 'text' && it.recognises(text), {
      text: async (it) => (await it.load()).read(text, wanted),
    })
  const syntax = forced === undefined ? format : undefined
  // What begins as JSON is held against the formats of texts only where it is none.
  const isJson = /^\s*[[{]/.test(text)
  const special = isJson ? undefined : await readText()
  if (special !== undefined) return special
  const read = await readSyntax(text, candidates, wanted, syntax, forced?.id)
  if (!read.ok)
    return (isJson ? await readText() : undefined) ?? (forced?.from === 'text' ? unlike(forced, wanted) : read)
  return forced !== undefined && read.value.format !== forced.id ? unlike(forced, wanted) : read
}

/** Formats of a tree, after its syntax has been read; the plain tree where none claims it. */
async function readSyntax(
  text: string,
  candidates: readonly Format[],
  wanted: Wanted,
  syntax: string | undefined,
  named: string | undefined,
): Promise<Result<Content>> {
  const tree = await readTree(text, wanted.path, syntax)
  if (!tree.ok) return tree
  const { format, content } = tree.value
  const isTree = (it: Format) => {
    // A format that the policy names is held against what it would be read for.
    const role = it.id === named ? (roleIn(it, wanted.role) ?? wanted.role) : wanted.role
    return it.from === 'tree' && it.syntaxes.includes(format) && it.recognises(content, { role, syntax: format })
  }
  const read = await chosen(candidates, wanted, isTree, {
    tree: async (it) => (await it.load()).read(content, wanted),
  })
  return read ?? tree
}

/** The file of metrics in a folder that nobody is known by. */
const METRICS = 'metrics.json'

async function readFolder(
  folder: Folder,
  candidates: readonly Format[],
  wanted: Wanted,
  asked: string | undefined,
): Promise<Result<Content>> {
  const read = await chosen(candidates, wanted, (it) => it.from === 'folder' && it.recognises(folder), {
    folder: async (it) => (await it.load()).read(folder, wanted),
  })
  if (read !== undefined) return read
  const isPlain = wanted.role === 'metrics' && (asked === undefined || asked === 'json')
  const metrics = isPlain ? folder.read(METRICS) : undefined
  if (metrics !== undefined) return readPlain(metrics, folder.shown(METRICS))
  const tried = candidates.filter(({ from }) => from === 'folder').map(({ title }) => title)
  const { path } = wanted
  return failed(problem('evidence.tool.folder', { path, tried }, { path }))
}

/** A file in a folder, as it would be read by itself. */
async function readPlain(file: Result<string>, path: string): Promise<Result<Content>> {
  if (!file.ok) return file
  const tree = await readTree(file.value, path, 'json')
  return tree.ok ? { ok: true, value: { ...tree.value, content: inFile(tree.value.content, path) } } : tree
}

/** How the formats of each kind of source are read. */
type Ways = { readonly [From in Format['from']]?: (format: Extract<Format, { from: From }>) => Promise<Result<Node>> }

/** Reads the file as the one format that claims it; undefined where none does. */
async function chosen(
  candidates: readonly Format[],
  wanted: Wanted,
  claims: (format: Format) => boolean,
  ways: Ways,
): Promise<Result<Content> | undefined> {
  const claimed = candidates.filter(claims)
  const suited = claimed.filter(({ roles }) => roles.includes(wanted.role))
  const claiming = suited.length > 0 ? suited : claimed
  const [format, ...others] = claiming
  if (format === undefined) return undefined
  const { path } = wanted
  if (others.length > 0) {
    const known = claiming.map(({ id, title }) => `${title} (${id})`)
    return failed(problem('evidence.tool.ambiguous', { known }, { path }))
  }
  const { id, title, roles } = format
  const role = roleIn(format, wanted.role)
  if (role === undefined) {
    const params = { title, kinds: roles, kind: wanted.role }
    return failed(problem('evidence.tool.other-kind', params, { path }))
  }
  const way = ways[format.from] as ((it: Format) => Promise<Result<Node>>) | undefined
  if (way === undefined) return undefined
  const read = await safely(() => way(format), title, path)
  return read.ok ? { ok: true, value: { format: id, content: read.value } } : read
}

/** A library that gives up in its own way has met a file that is not what it claims to be. */
async function safely(read: () => Promise<Result<Node>>, title: string, path: string): Promise<Result<Node>> {
  try {
    return await read()
  } catch (error) {
    return failed(problem('evidence.unreadable', { title, detail: complaint(reasonOf(error)) }, { path }))
  }
}

function unlike({ title, shape }: Format, { path }: Wanted): Result<never> {
  return failed(problem('evidence.tool.unlike', { title, shape }, { path }))
}

function isBinary(format: Format): format is Extract<Format, { from: 'bytes' | 'database' }> {
  return format.from === 'bytes' || format.from === 'database'
}
