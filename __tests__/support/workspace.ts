import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join, relative } from 'node:path'

/** A file's text or bytes, or a link to wherever `symlink` says, out of the folder too. */
export type FileContent = string | Uint8Array | { readonly symlink: string }

/** A temporary folder. */
export interface Workspace extends AsyncDisposable {
  /** Absolute, with no symbolic link in it. */
  readonly root: string
  /** An absolute path from segments relative to the folder. */
  path(...segments: string[]): string
  /** Writes a file, its folders included; one that is there is replaced. */
  write(path: string, content: FileContent): Promise<void>
  /** A file's text. */
  read(path: string): Promise<string>
  /** Removes the folder. Calling it again does nothing. */
  dispose(): Promise<void>
}

/**
 * Makes a temporary folder with these files; a path has `/` between its parts.
 *
 * ```ts
 * await using workspace = await makeWorkspace({ 'outputs/metrics.json': '{"f1": 0.9}', 'out.json': { symlink: '/etc/passwd' } })
 * ```
 */
export async function makeWorkspace(files: Readonly<Record<string, FileContent>> = {}): Promise<Workspace> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'ml-gate-test-')))
  const dispose = (): Promise<void> => rm(root, { recursive: true, force: true, maxRetries: 3 })
  const workspace: Workspace = {
    root,
    path: (...segments) => join(root, ...segments),
    write: (path, content) => write(root, path, content),
    read: (path) => readFile(join(root, path), 'utf8'),
    dispose,
    [Symbol.asyncDispose]: dispose,
  }
  for (const [path, content] of Object.entries(files)) await workspace.write(path, content)
  return workspace
}

async function write(root: string, path: string, content: FileContent): Promise<void> {
  const target = join(root, path)
  const within = relative(root, target)
  if (within === '' || within.startsWith('..') || isAbsolute(path)) throw new Error(`not inside the workspace: ${path}`)
  await mkdir(dirname(target), { recursive: true })
  if (typeof content === 'object' && 'symlink' in content) {
    await rm(target, { force: true })
    await symlink(content.symlink, target)
  } else {
    await writeFile(target, content)
  }
}
