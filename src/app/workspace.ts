import { closeSync, constants, existsSync, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Pieces } from '../evidence/predictions/contract.js'
import { compareText } from '../shared/location.js'
import { failed, ok, type Problem, problem, type Result } from '../shared/problem.js'

/** A file's bytes and its path relative to the workspace, with forward slashes. */
export interface ReadFile {
  readonly path: string
  readonly bytes: Uint8Array
  /** When it was last changed, by the file system: milliseconds since 1970. */
  readonly modified: number
}

/** Most files one pattern may name. */
const MAX_FILES = 200
/** Most bytes read in one run, all evidence together. */
const MAX_TOTAL = 256 * 1024 * 1024

// Synchronous on purpose: a run reads a handful of files one after the other, and the promises of `node:fs` cost more at
// start-up than they could save.

/**
 * The folder whose files may be read, whoever wrote them: regular files inside it after links are resolved, within
 * size and count limits. A link out, a device or a pipe is refused before it is opened.
 */
export class Workspace {
  private constructor(
    /** The workspace, links resolved. */
    readonly root: string,
    /** The folder that paths are relative to. */
    readonly base: string,
    /** What was read of it so far, in bytes: of all of its folders together. */
    private readonly used: { total: number } = { total: 0 },
  ) {}

  /** `base` is relative to `root`; a problem where it is no folder inside it. */
  static open(root: string, base: string): Result<Workspace> {
    try {
      const realRoot = realpathSync(root)
      const realBase = realpathSync(resolve(realRoot, base))
      if (isInside(realRoot, realBase) && statSync(realBase).isDirectory()) return ok(new Workspace(realRoot, realBase))
    } catch {
      // Reported below: whatever the reason, it is not a usable folder.
    }
    return failed(problem('input.working-directory', { path: base }))
  }

  /** The same workspace, with paths relative to one of its folders, which is itself relative to the workspace. */
  within(folder: string): Result<Workspace> {
    const opened = Workspace.open(this.root, folder)
    return opened.ok ? ok(new Workspace(this.root, opened.value.base, this.used)) : opened
  }

  /** The path as the report shows it: relative to the workspace, forward slashes. */
  shown(path: string): string {
    return relative(this.root, resolve(this.base, path)).split(sep).join('/') || '.'
  }

  /** The files that a path or a glob names, in order of path; `limit` is the most that it may name. */
  async find(pattern: string, limit = MAX_FILES): Promise<Result<string[]>> {
    if (!isPattern(pattern)) return ok([pattern])
    if (existsSync(resolve(this.base, pattern))) return ok([pattern])
    if (isAbsolute(pattern) || !isInside(this.root, resolve(this.base, fixedPart(pattern)))) {
      return failed(problem('file.outside', { path: pattern }))
    }
    if (!isSimple(pattern)) return failed(problem('file.pattern', { path: pattern }))
    // Loaded for globs only: most policies name their files.
    const { glob } = await import('tinyglobby')
    const options = {
      cwd: this.base,
      dot: true,
      followSymbolicLinks: false,
      onlyFiles: true,
      expandDirectories: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    }
    const paths = (await glob([pattern], options)).sort(compareText)
    if (paths.length === 0) return failed({ ...problem('file.no-match', { path: pattern }), absent: true })
    if (paths.length > limit) {
      return failed(problem('file.too-many', { path: pattern, count: paths.length, limit }))
    }
    return ok(paths)
  }

  /** Whether a path that is relative to the workspace is a file in it. */
  has(path: string): boolean {
    const opened = this.open(resolve(this.root, path))
    if (opened.ok) closeSync(opened.value.file)
    return opened.ok
  }

  /** Whether a path names a folder inside the workspace. */
  isFolder(path: string): boolean {
    if (path.includes('\0')) return false
    try {
      const real = realpathSync(resolve(this.base, path))
      return isInside(this.root, real) && statSync(real).isDirectory()
    } catch {
      // Reading it says what is wrong with it.
      return false
    }
  }

  /** Reads one file of at most `limit` bytes. */
  read(path: string, limit: number): Result<ReadFile> {
    const opened = this.open(path)
    if (!opened.ok) return opened
    const { file, size, modified, shown } = opened.value
    try {
      if (size > limit) return refused('file.too-large', shown, { size, limit })
      if (this.used.total + size > MAX_TOTAL) return refused('file.total', shown, { limit: MAX_TOTAL })
      const buffer = Buffer.alloc(size)
      const bytesRead = readSync(file, buffer, 0, size, 0)
      this.used.total += bytesRead
      return ok({ path: shown, bytes: buffer.subarray(0, bytesRead), modified })
    } catch (error) {
      return refused('file.unreadable', shown, { why: codeOf(error) })
    } finally {
      closeSync(file)
    }
  }

  /** Opens a file of any size for as long as it is used, a piece at a time. */
  async pieces<T>(path: string, use: (pieces: Pieces) => Promise<Result<T>>): Promise<Result<T>> {
    const opened = this.open(path)
    if (!opened.ok) return opened
    const { file, size, modified, shown } = opened.value
    const read = (offset: number, length: number) => {
      const buffer = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
      return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, offset))
    }
    try {
      return await use({ path: shown, size, modified, read })
    } finally {
      closeSync(file)
    }
  }

  /** Opens a regular file inside the workspace; refuses everything else, with its reason. */
  private open(path: string): Result<OpenFile> {
    const shown = this.shown(path)
    const absent = () => failed({ ...problem('file.absent', { path: shown }, { path: shown }), absent: true })
    if (path.includes('\0')) return absent()
    try {
      const real = realpathSync(resolve(this.base, path))
      if (!isInside(this.root, real)) return refused('file.outside', shown)
      const before = statSync(real)
      if (before.isDirectory()) return refused('file.folder', shown)
      if (!before.isFile()) return refused('file.not-a-file', shown)
      const file = openSync(real, FLAGS)
      const status = fstatSync(file)
      if (status.isFile()) return ok({ file, size: status.size, modified: status.mtimeMs, shown })
      closeSync(file)
      return refused('file.not-a-file', shown)
    } catch (error) {
      const code = codeOf(error)
      if (code === 'ENOENT' || code === 'ENOTDIR') {
        return isInside(this.root, resolve(this.base, path)) ? absent() : refused('file.outside', shown)
      }
      return refused('file.unreadable', shown, { why: code })
    }
  }
}

/** What tables are read by: what a pattern names, and a piece at a time. */
export type TableFiles = Pick<Workspace, 'find' | 'pieces'>

interface OpenFile {
  /** The file's descriptor, to be closed by who asked for it. */
  readonly file: number
  /** Bytes. */
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
  readonly shown: string
}

function refused(id: string, path: string, params: Problem['message']['params'] = {}): Result<never> {
  return failed(problem(id, { path, ...params }, { path }))
}

/** The path may have been exchanged since it was resolved: no link is followed and nothing blocks on a pipe. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** Whether a path has wildcards, and so may name several files. */
export function isPattern(path: string): boolean {
  return /[*?[\]{}!]/.test(path)
}

/**
 * Patterns become regular expressions, some of which take for ever on long names: a few wildcards a segment, one star at
 * a time, no extended forms.
 */
function isSimple(pattern: string): boolean {
  const segments = pattern.split('/')
  const few = segments.every((segment) => (segment.match(/[*?[{]/g)?.length ?? 0) <= 3)
  return pattern.length <= 300 && few && segments.length <= 20 && !/[()|]/.test(pattern)
}

/** Whether an absolute path lies in a folder or is the folder itself. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way))
}

/** The part of a glob before its first wildcard. */
function fixedPart(pattern: string): string {
  const [fixed = ''] = /^[^*?[\]{}!]*/.exec(pattern) ?? []
  return join(fixed, '.')
}

/** The system's code of an error, `ENOENT` for instance; its text where it has none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error)
}
