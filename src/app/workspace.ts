import { closeSync, constants, existsSync, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { compareText } from '../shared/location.js'
import { failed, ok, type Problem, problem, type Result } from '../shared/problem.js'

/** A file's bytes and its path relative to the workspace, with forward slashes. */
export interface ReadFile {
  readonly path: string
  readonly bytes: Uint8Array
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
  private total = 0

  private constructor(
    /** The workspace, links resolved. */
    readonly root: string,
    /** The folder that paths are relative to. */
    readonly base: string,
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

  /** The path as the report shows it: relative to the workspace, forward slashes. */
  shown(path: string): string {
    return relative(this.root, resolve(this.base, path)).split(sep).join('/') || '.'
  }

  /** The files that a path or a glob names, in order of path. */
  async find(pattern: string): Promise<Result<string[]>> {
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
    if (paths.length > MAX_FILES) {
      return failed(problem('file.too-many', { path: pattern, count: paths.length, limit: MAX_FILES }))
    }
    return ok(paths)
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
    const shown = this.shown(path)
    const refuse = (id: string, params: Problem['message']['params'] = {}) =>
      failed(problem(id, { path: shown, ...params }, { path: shown }))
    const absent = () => failed({ ...problem('file.absent', { path: shown }, { path: shown }), absent: true })
    if (path.includes('\0')) return absent()
    try {
      const real = realpathSync(resolve(this.base, path))
      if (!isInside(this.root, real)) return refuse('file.outside')
      const before = statSync(real)
      if (before.isDirectory()) return refuse('file.folder')
      if (!before.isFile()) return refuse('file.not-a-file')
      return this.readRegular(real, shown, limit, refuse)
    } catch (error) {
      const code = codeOf(error)
      if (code === 'ENOENT' || code === 'ENOTDIR') {
        return isInside(this.root, resolve(this.base, path)) ? absent() : refuse('file.outside')
      }
      return refuse('file.unreadable', { why: code })
    }
  }

  private readRegular(
    real: string,
    shown: string,
    limit: number,
    refuse: (id: string, params?: Problem['message']['params']) => Result<never>,
  ): Result<ReadFile> {
    // The path may have been exchanged since it was resolved: no link is followed and nothing blocks on a pipe.
    const file = openSync(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      const status = fstatSync(file)
      if (!status.isFile()) return refuse('file.not-a-file')
      if (status.size > limit) return refuse('file.too-large', { size: status.size, limit })
      if (this.total + status.size > MAX_TOTAL) return refuse('file.total', { limit: MAX_TOTAL })
      const buffer = Buffer.alloc(status.size)
      const bytesRead = readSync(file, buffer, 0, status.size, 0)
      this.total += bytesRead
      return ok({ path: shown, bytes: buffer.subarray(0, bytesRead) })
    } finally {
      closeSync(file)
    }
  }
}

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
