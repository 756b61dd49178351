import { closeSync, constants, existsSync, fstatSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Scan } from '../../maturity/assess.js'
import { Collector, isOfInterest } from '../../maturity/collect.js'
import type { Collected } from '../../maturity/collected.js'
import { compareText } from '../../shared/location.js'
import { isInside } from '../workspace.js'

/** What bounds a scan: files that are named, files that are opened, bytes of one and of all, depth. */
export interface Limits {
  readonly files: number
  readonly read: number
  readonly bytes: number
  readonly total: number
  readonly depth: number
}

export const LIMITS: Limits = {
  files: 500_000,
  read: 60_000,
  bytes: 512 * 1024,
  total: 512 * 1024 * 1024,
  depth: 24,
}
/** Notebooks hold their pictures, and are larger than the code in them. */
const NOTEBOOK_BYTES = 8 * 1024 * 1024

/** Code of others, what was built, and what only shows or tries: no evidence of what this repository does. */
const SKIPPED = new Set([
  ...['node_modules', 'bower_components', 'site-packages', 'dist-packages', 'vendor', 'vendored', 'third_party'],
  ...['third-party', 'external', '.git', '.hg', '.svn', '.tox', '.nox', '.venv', 'venv', '.eggs', '__pycache__'],
  ...['.mypy_cache', '.pytest_cache', '.ruff_cache', '.ipynb_checkpoints', '.terraform', '.cache', 'build', 'dist'],
  ...['docs', 'doc', 'examples', 'example', 'tests', 'test', '__tests__', 'testdata', 'test_data', 'fixtures'],
])

/** Reads the files of a folder that can be evidence, in order of their paths; links are not followed. */
export async function scanFolder(base: string, limits: Limits = LIMITS): Promise<{ collected: Collected; scan: Scan }> {
  const collector = new Collector()
  const counts = { files: 0, read: 0, too_large: 0, not_understood: 0 }
  let [total, cut] = [0, false]
  const root = realpathSync(base)
  const tooDeep = () => {
    cut = true
  }
  for (const path of filesOf(root, limits.depth, tooDeep)) {
    counts.files += 1
    if (counts.files > limits.files || counts.read >= limits.read || total > limits.total) {
      cut = true
      break
    }
    if (!isOfInterest(path)) continue
    const read = readText(join(root, path), path.endsWith('.ipynb') ? NOTEBOOK_BYTES : limits.bytes)
    if (read === 'too-large') counts.too_large += 1
    if (read === undefined || read === 'too-large') continue
    counts.read += 1
    total += read.text.length
    try {
      await collector.add(path, read.text)
    } catch {
      // One file that trips a rule up must not hide what all others show; it is counted and told.
      counts.not_understood += 1
    }
  }
  return { collected: collector.collected, scan: { ...counts, cut: cut || collector.cut } }
}

/** Paths of regular files, in order, relative to the root with forward slashes; folders below `depth` are told of. */
function* filesOf(root: string, depth: number, tooDeep: () => void, below = ''): Generator<string> {
  for (const entry of entriesOf(root, join(root, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isFile()) yield path
    if (!entry.isDirectory() || isSkipped(root, path, entry.name)) continue
    if (depth > 0) yield* filesOf(root, depth - 1, tooDeep, path)
    else tooDeep()
  }
}

function entriesOf(root: string, folder: string) {
  try {
    // A folder may have been exchanged for a link since it was listed.
    if (!isInside(root, realpathSync(folder))) return []
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name))
  } catch {
    // What cannot be listed shows nothing.
    return []
  }
}

function isSkipped(root: string, path: string, name: string): boolean {
  // DVC keeps the data itself in two of its folders, and its settings beside them.
  if (path.endsWith('.dvc/cache') || path.endsWith('.dvc/tmp')) return true
  return SKIPPED.has(name) || existsSync(join(root, path, 'pyvenv.cfg'))
}

const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** A file's text; bytes that are no UTF-8 become replacement characters, which no rule looks for. */
function readText(path: string, limit: number): { text: string } | 'too-large' | undefined {
  let file: number | undefined
  try {
    file = openSync(path, FLAGS)
    const { size } = fstatSync(file)
    if (!fstatSync(file).isFile()) return undefined
    if (size > limit) return 'too-large'
    const buffer = Buffer.alloc(size)
    const length = readSync(file, buffer, 0, size, 0)
    return { text: buffer.toString('utf8', 0, length).replace(/^\uFEFF/, '') }
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
