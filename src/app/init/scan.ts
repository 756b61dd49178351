import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { compareText } from '../../shared/location.js'

/** Most entries that are looked at, and how deep. */
const MAX_ENTRIES = 20_000
const MAX_DEPTH = 8

/** Folders that hold what others wrote. */
const FOREIGN = new Set([
  ...['node_modules', '.git', '.venv', 'venv', '.tox', '__pycache__', 'site-packages', '.mypy_cache', '.dvc'],
  ...['dist', 'build', 'vendor', 'third_party', 'tests', 'test', 'fixtures', '__tests__', '__fixtures__'],
])
/** Folders that are read as a whole. */
const STORES = new Set(['mlruns', 'dvclive'])

/** The files of a folder and the stores in it, by their paths below it; links are not followed. */
export function scan(root: string): string[] {
  const found: string[] = []
  const open: { path: string; depth: number }[] = [{ path: '', depth: 0 }]
  let looked = 0
  for (let folder = open.shift(); folder !== undefined; folder = open.shift()) {
    for (const entry of entriesOf(join(root, folder.path))) {
      looked += 1
      if (looked > MAX_ENTRIES) return found
      const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`
      if (entry.isFile() || (entry.isDirectory() && STORES.has(entry.name))) found.push(path)
      else if (entry.isDirectory() && folder.depth < MAX_DEPTH && !FOREIGN.has(entry.name))
        open.push({ path, depth: folder.depth + 1 })
    }
  }
  return found
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name))
  } catch {
    return []
  }
}

/** What may be metrics, metrics by group, and a model card; what says it most plainly first. Most that are tried of each. */
const MAX_TRIED = 40
const DATA = /\.(?:json|ya?ml|toml|csv)$/i
const METRICS = /(?:^|[_./-])(?:metrics?|scores?|results?|eval(?:uation)?|report|summary)(?:[_.-]|$)/i
const GROUPS = /(?:by_|by-|group|fairness|fairlearn|aequitas|slice)/i
const OTHER = /(?:baseline|reference|previous|package|lock|tsconfig|schema|params|config)/i
const CARD = /(?:^|\/)model[_-]?card\.(?:md|markdown|ya?ml|json)$/i

export interface Candidates {
  readonly metrics: readonly string[]
  readonly groups: readonly string[]
  readonly cards: readonly string[]
}

export function candidatesIn(paths: readonly string[]): Candidates {
  // A pattern's signs in a name would make it another thing in a policy.
  const plain = paths.filter((path) => !/[*?[\]{}!\p{Cc}]/u.test(path))
  const data = plain.filter((path) => DATA.test(path) && !OTHER.test(path))
  const stores = plain.filter((path) => STORES.has(nameOf(path)))
  const exact = (path: string) => (/^metrics\./i.test(nameOf(path)) ? 0 : /metrics/i.test(nameOf(path)) ? 1 : 2)
  return {
    metrics: [
      ...inOrder(
        data.filter((path) => METRICS.test(nameOf(path)) && !GROUPS.test(nameOf(path))),
        exact,
      ),
      ...stores,
    ],
    groups: inOrder(data.filter((path) => GROUPS.test(nameOf(path)))),
    cards: inOrder(plain.filter((path) => CARD.test(path))),
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function inOrder(paths: readonly string[], rank: (path: string) => number = () => 0): string[] {
  const depth = (path: string) => path.split('/').length
  return [...paths].sort((a, b) => rank(a) - rank(b) || depth(a) - depth(b) || compareText(a, b)).slice(0, MAX_TRIED)
}
