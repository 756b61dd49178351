import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Tag } from '../../catalog/registries/gto.js'
import { type Problem, problem } from '../../shared/problem.js'

/** A blank cannot stand in a tag's name. */
const FORMAT = '%(refname:strip=2) %(*objectname) %(creatordate:unix)'
const TIMEOUT = 20_000
const MAX_BYTES = 32 * 1024 * 1024

/**
 * The tags of the repository at a folder, by git itself: only it can read packed tags with their dates. It reads references
 * and nothing else, asks nobody, and runs nothing of the repository's.
 */
export function readTags(folder: string): { tags: readonly Tag[]; problems: readonly Problem[] } {
  if (!existsSync(join(folder, '.git'))) return { tags: [], problems: [] }
  // Of the variables only those that git is found by, and by which its user trusts folders of another owner.
  const { PATH, HOME, SystemRoot, USERPROFILE } = process.env
  const own = Object.entries({ PATH, HOME, SystemRoot, USERPROFILE }).filter(([, value]) => value !== undefined)
  const { status, stdout, stderr, error } = spawnSync(
    'git',
    ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', 'for-each-ref', `--format=${FORMAT}`, 'refs/tags'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...Object.fromEntries(own), GIT_CEILING_DIRECTORIES: dirname(folder), GIT_NO_LAZY_FETCH: '1' },
      timeout: TIMEOUT,
      maxBuffer: MAX_BYTES,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  if (error !== undefined || status !== 0) {
    const why = error?.message ?? stderr.split('\n')[0] ?? ''
    return { tags: [], problems: [problem('catalog.no-tags', { why })] }
  }
  return { tags: stdout.split('\n').flatMap(tagIn), problems: [] }
}

/** `name commit time`: a lightweight tag has no object of its own, and GTO does not count it. */
function tagIn(line: string): Tag[] {
  const [, name, commit, time] = /^(\S+) ([0-9a-f]+) (\d{1,12})$/.exec(line) ?? []
  if (name === undefined || commit === undefined || time === undefined) return []
  return [{ name, commit, created: Number.parseInt(time, 10) }]
}
