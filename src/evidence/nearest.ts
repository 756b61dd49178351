import { compareText } from '../shared/location.js'
import { recordNames, type TreeItem } from './place.js'
import type { Node } from './tree.js'

/** Most values whose names are compared; a file with more is searched in its first part. */
const MAX_CANDIDATES = 2_000
/** Longest name that is offered: nobody types a longer one. */
const MAX_NAME = 200
const MAX_OFFERED = 3

/**
 * The names closest to a wanted one: first those that are it below another key (`test/f1` for `f1`), then those a few
 * typing mistakes away. Equal names and orders give equal answers.
 */
export function closest(names: Iterable<string>, wanted: string): string[] {
  const target = folded(wanted.slice(0, MAX_NAME))
  // One mistake in three characters, and never so many that any name would do.
  const limit = Math.min(4, Math.max(1, Math.floor(target.length / 3)))
  const ranked = [...new Set(names)].flatMap((name) => {
    if (name.length > MAX_NAME) return []
    const whole = folded(name)
    const last = whole.slice(whole.lastIndexOf('/') + 1)
    if (last === target || whole === target) return [{ name, rank: 0 }]
    const distance = Math.min(distanceBelow(target, whole, limit), distanceBelow(target, last, limit))
    return distance > limit ? [] : [{ name, rank: 1 + distance }]
  })
  ranked.sort((a, b) => a.rank - b.rank || compareText(a.name, b.name))
  return ranked.slice(0, MAX_OFFERED).map(({ name }) => name)
}

/** The full selectors of the numbers in the files, also of those that are none (`null`, `NaN`). */
export function selectorsOf(items: readonly TreeItem[]): string[] {
  const names: string[] = []
  for (const { content } of items) collect(content, '', names)
  return names
}

function collect(node: Node, name: string, into: string[]): void {
  if (into.length >= MAX_CANDIDATES || name.length > MAX_NAME) return
  const below = (segment: string) => (name === '' ? segment : `${name}/${segment}`)
  if (node.kind === 'map') {
    for (const [key, { value }] of node.entries) {
      if (into.length >= MAX_CANDIDATES) return
      collect(value, below(key), into)
    }
  } else if (node.kind === 'list') {
    const byIndex = [...recordNames(node).keys()]
    for (const [index, item] of node.items.slice(0, MAX_CANDIDATES).entries()) {
      collect(item, below(byIndex[index] ?? String(index)), into)
    }
  } else if (name !== '' && (node.kind === 'number' || node.kind === 'nonfinite' || node.kind === 'null'))
    into.push(name)
}

/** Spelling that people mix up counts as equal: case, and `-`, `_`, `.` or a space between words. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[-_. ]/g, '_')
}

/**
 * The number of insertions, deletions, substitutions and swaps of neighbours that turn one text into the other;
 * infinite where it exceeds the limit. Only cells that near the diagonal can lie on such a path.
 */
function distanceBelow(a: string, b: string, limit: number): number {
  const far = Number.POSITIVE_INFINITY
  if (Math.abs(a.length - b.length) > limit) return far
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row: number[] = new Array(b.length + 1).fill(far)
    if (i <= limit) row[0] = i
    const to = Math.min(b.length, i + limit)
    for (let j = Math.max(1, i - limit); j <= to; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const best = Math.min((previous[j] ?? far) + 1, (row[j - 1] ?? far) + 1, (previous[j - 1] ?? far) + same)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = swapped ? Math.min(best, (before[j - 2] ?? far) + 1) : best
    }
    before = previous
    previous = row
  }
  const distance = previous[b.length] ?? far
  return distance > limit ? far : distance
}
