import { failed, type Problem, problem, type Result, reasonOf } from '../../shared/problem.js'
import type { Node } from '../tree.js'
import type { Reader } from './contract.js'
import { reader as csv } from './csv/reader.js'
import { complaint, named } from './excerpt.js'
import { reader as json } from './json/reader.js'
import { reader as markdown } from './markdown/reader.js'
import { reader as toml } from './toml/reader.js'
import { reader as yaml } from './yaml/reader.js'

/** Every format, in the order in which an unknown text is held against them: the strictest hint first. */
export const readers: readonly Reader[] = [json, toml, yaml, csv, markdown]

/** A file's content and the format it was read as. */
interface Tree {
  readonly format: string
  readonly content: Node
}

/**
 * Reads a text as the format that the policy names, else the one its file name tells, else the one it looks like.
 * Whatever a reader trips over becomes a problem of this file.
 */
export async function readTree(text: string, path: string, format?: string): Promise<Result<Tree>> {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (source.trim() === '') return failed(problem('evidence.empty', {}, { path }))
  if (source.includes('\0')) return failed(problem('evidence.binary', {}, { path }))
  const chosen = chooseReader(source, path, format)
  if (!chosen.ok) return chosen
  const reader = chosen.value
  const bytes = Buffer.byteLength(source)
  if (bytes > reader.maxBytes) {
    const params = { title: reader.title, bytes, limit: reader.maxBytes }
    return failed(problem('evidence.too-large', params, { path }))
  }
  const parsed = await parse(reader, source, path)
  return parsed.ok ? { ok: true, value: { format: reader.id, content: parsed.value } } : parsed
}

/** The reader for a text; a problem that says what was tried where there is none. */
export function chooseReader(text: string, path: string, format?: string): Result<Reader> {
  const known = readers.map(({ id }) => id)
  if (format !== undefined) {
    const reader = readers.find(({ id }) => id === format)
    return orProblem(reader, problem('evidence.format', { format: named(format), known }, { path }))
  }
  const extension = extensionOf(path)
  const byName = readers.find(({ extensions }) => extensions.includes(extension))
  const reader = byName ?? readers.find(({ sniff }) => sniff(text))
  return orProblem(reader, problem('evidence.unknown', { known }, { path }))
}

function orProblem(reader: Reader | undefined, otherwise: Problem): Result<Reader> {
  return reader === undefined ? failed(otherwise) : { ok: true, value: reader }
}

function extensionOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}

async function parse(reader: Reader, text: string, path: string): Promise<Result<Node>> {
  try {
    return await reader.parse(text, path)
  } catch (error) {
    // A library that gives up in its own way has met a file that is not what it claims to be.
    const detail = complaint(reasonOf(error))
    return failed(problem('evidence.unreadable', { title: reader.title, detail }, { path }))
  }
}
