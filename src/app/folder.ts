import { type Dirent, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Folder } from '../evidence/formats/contract.js'
import { decode } from '../evidence/readers/decode.js'
import { compareText } from '../shared/location.js'
import type { Result } from '../shared/problem.js'
import { digestOf } from './digest.js'
import type { ReadFile, Workspace } from './workspace.js'

/** Largest file that is read inside a folder. */
const MAX_BYTES = 4 * 1024 * 1024
/** Most entries that are listed in one folder, and in all of them together. */
const MAX_ENTRIES = 20_000

/** A folder as formats see it, and the digest of what they read of it. */
export interface OpenedFolder {
  readonly folder: Folder
  /** The bytes read, and the SHA-256 of lines `sha256  path` of the files read, in order of path, as sha256sum writes them. */
  readonly digest: () => { readonly bytes: number; readonly sha256: string }
  /** When the oldest of the files read was changed, in milliseconds since 1970; undefined where none was read. */
  readonly modified: () => number | undefined
}

/** Opens a folder of the workspace; every path below it is checked as any other file's is. */
export function openFolder(workspace: Workspace, path: string): OpenedFolder {
  const filesRead = new Map<string, Uint8Array>()
  const times: number[] = []
  let entries = 0
  const inside = (name: string) => (path === '.' ? name : `${path}/${name}`)
  const read = (name: string): Result<ReadFile> | undefined => {
    const file = workspace.read(inside(name), MAX_BYTES)
    if (!file.ok && file.problems.every(({ absent }) => absent)) return undefined
    if (!file.ok) return file
    filesRead.set(name, file.value.bytes)
    times.push(file.value.modified)
    return file
  }
  const list = (name: string): readonly string[] => {
    const folder = name === '' ? path : inside(name)
    // More is never listed in part: half a folder could hide the newest run.
    if (!workspace.isFolder(folder)) return []
    const found = readdirSync(resolve(workspace.base, folder), { withFileTypes: true })
    entries += found.length
    if (entries > MAX_ENTRIES) throw new Error(`more than ${MAX_ENTRIES} files and folders`)
    const isFolder = (entry: Dirent) =>
      entry.isDirectory() || (entry.isSymbolicLink() && workspace.isFolder(join(folder, entry.name)))
    return found.map((entry) => (isFolder(entry) ? `${entry.name}/` : entry.name)).sort(compareText)
  }
  const folder: Folder = {
    list,
    read: (name) => {
      const file = read(name)
      return file?.ok ? decode(file.value) : file
    },
    bytes: (name) => {
      const file = read(name)
      return file?.ok ? { ok: true, value: file.value.bytes } : file
    },
    shown: (name) => workspace.shown(name === '' ? path : inside(name)),
  }
  return { folder, digest: () => digestOfFiles(filesRead), modified: () => oldest(times) }
}

function oldest([first, ...rest]: readonly number[]): number | undefined {
  return first === undefined ? undefined : rest.reduce((a, b) => Math.min(a, b), first)
}

function digestOfFiles(files: ReadonlyMap<string, Uint8Array>): { bytes: number; sha256: string } {
  const sorted = [...files].sort(([a], [b]) => compareText(a, b))
  const lines = sorted.map(([name, bytes]) => `${digestOf(bytes)}  ${name}\n`)
  return {
    bytes: sorted.reduce((sum, [, { byteLength }]) => sum + byteLength, 0),
    sha256: digestOf(lines.join('')),
  }
}
