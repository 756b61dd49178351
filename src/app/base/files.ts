import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { CommitFiles, FileRead } from '../../github/contents.js'
import type { TreeRead, treeOf } from '../../github/tree.js'
import { message } from '../../shared/message.js'
import { failed, ok, problem, type Result, reasonOf } from '../../shared/problem.js'
import type { RunContext } from '../environment.js'
import type { BaseFiles } from './base.js'

/** Reads a file of the base's commit, as `CommitFiles` does, by a path of the workspace. */
export interface BaseReader {
  readonly sha: string
  read(path: string, limit: number): Promise<FileRead>
  /** Every file of the commit, by its path in the repository. */
  list(): Promise<TreeRead>
}

/**
 * A reader of the base's commit; nothing where the run has none or may not look. A workspace may hold the repository in
 * a folder of its own (`path` of actions/checkout); a path is looked for as it is first, so that no folder a job makes
 * hides a file that is there.
 */
export function baseReader(context: RunContext, token: string, root: string): BaseReader | undefined {
  const { base, subject, apiUrl } = context
  const [owner, repo] = subject.repository?.split('/') ?? []
  if (base?.sha === undefined || !owner || !repo || token === '') return undefined
  const { sha } = base
  let files: CommitFiles | undefined
  const read = async (path: string, limit: number): Promise<FileRead> => {
    try {
      // Loaded here only: most runs on a laptop or a push never speak to GitHub before they have judged.
      files ??= (await import('../../github/contents.js')).commitFiles({ owner, repo, sha }, { token, apiUrl })
      return await readEither(files, root, path, limit)
    } catch (error) {
      // Whatever the client trips over, an address that is none for instance.
      return { kind: 'unreadable', why: message('app.github-client', { why: reasonOf(error) }) }
    }
  }
  let tree: Promise<TreeRead> | undefined
  const list = (): Promise<TreeRead> => {
    tree ??= listAll({ owner, repo, sha }, { token, apiUrl })
    return tree
  }
  return { sha, read, list }
}

async function listAll(...asked: Parameters<typeof treeOf>): Promise<TreeRead> {
  try {
    return await (await import('../../github/tree.js')).treeOf(...asked)
  } catch (error) {
    return { kind: 'unreadable', why: message('app.github-client', { why: reasonOf(error) }) }
  }
}

async function readEither(files: CommitFiles, root: string, path: string, limit: number): Promise<FileRead> {
  const found = await files.read(path, limit)
  const inside = found.kind === 'absent' ? belowCheckout(root, path) : undefined
  return inside === undefined ? found : files.read(inside, limit)
}

/** The path below the folder that the repository was checked out into, where that is not the workspace itself. */
export function belowCheckout(root: string, path: string): string | undefined {
  const parts = path.split('/')
  const depth = parts.findIndex((_, index) => index > 0 && existsSync(join(root, ...parts.slice(0, index), '.git')))
  return depth < 0 ? undefined : parts.slice(depth).join('/')
}

/** A path of a step as the repository has it; undefined where it leads out of it. */
export function repositoryPath(folder: string, path: string): string | undefined {
  const joined = posix.normalize(posix.join(folder === '' ? '.' : folder, path))
  return joined.startsWith('/') || joined === '..' || joined.startsWith('../') ? undefined : joined
}

/** Files of evidence that the base branch has, for `from: base`; the reader is absent where there is no base. */
export function baseFiles(reader: BaseReader | undefined): BaseFiles {
  return {
    read: async (path, limit): Promise<Result<{ path: string; bytes: Uint8Array }>> => {
      if (reader === undefined) return failed({ ...problem('base.no-base', { path }), absent: true })
      const shown = `${path}@${reader.sha.slice(0, 7)}`
      const found = await reader.read(path, limit)
      if (found.kind === 'file') return ok({ path: shown, bytes: found.bytes })
      const commit = reader.sha.slice(0, 7)
      return found.kind === 'absent'
        ? failed({ ...problem('base.first-run', { path, commit }), absent: true })
        : failed(problem('base.evidence-unreadable', { path, commit, why: found.why }))
    },
  }
}
