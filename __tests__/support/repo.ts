import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root, found from wherever the compiled test stands. */
export const root = (function find(folder: string): string {
  return existsSync(join(folder, 'action.yml')) || existsSync(join(folder, 'package-lock.json'))
    ? folder
    : find(dirname(folder))
})(dirname(fileURLToPath(import.meta.url)))

/** An absolute path from segments relative to the repository's root. */
export function repo(...segments: string[]): string {
  return join(root, ...segments)
}
