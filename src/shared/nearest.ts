import { compareText } from './location.js'

/** Longest name that is offered: nobody types a longer one. */
const MAX_NAME = 200
const MAX_OFFERED = 3
/** After one typing mistake, before two. */
const SHARED_WORD = 2.5

/** The one name that was probably meant, where one is close enough. */
export function nearest(wanted: string, names: Iterable<string>): string | undefined {
  return closest(names, wanted)[0]
}

/**
 * The names closest to a wanted one: first those that are it below another key (`test/f1` for `f1`), then those that
 * are one typing mistake away, then those that share a word with it (`f1_score`) or begin alike, then the other typos; of equal ones those that
 * begin alike for longest, since few people mistype a word's first letters. Equal names give equal answers in any order.
 */
export function closest(names: Iterable<string>, wanted: string): string[] {
  const target = folded(wanted.slice(0, MAX_NAME))
  // One mistake in three characters, and never so many that any name would do.
  const limit = Math.min(4, Math.max(1, Math.floor(target.length / 3)))
  const ranked = [...new Set(names)].flatMap((name) => {
    if (name.length > MAX_NAME) return []
    const whole = folded(name)
    const last = whole.slice(whole.lastIndexOf('/') + 1)
    const begin = common(target, whole)
    if (last === target || whole === target) return [{ name, rank: 0, begin }]
    const distance = Math.min(distanceBelow(target, whole, limit), distanceBelow(target, last, limit))
    if (distance <= limit) return [{ name, rank: 1 + distance, begin }]
    return isPart(target, last) ? [{ name, rank: SHARED_WORD, begin }] : []
  })
  ranked.sort((a, b) => a.rank - b.rank || b.begin - a.begin || compareText(a.name, b.name))
  return ranked.slice(0, MAX_OFFERED).map(({ name }) => name)
}

/** How many letters two texts have in common from the first one on. */
function common(a: string, b: string): number {
  let count = 0
  while (count < a.length && a[count] === b[count]) count += 1
  return count
}

/** Whether one name has the other as a word (`f1` and `f1_score`) or begins with it (`min` and `minimum`). */
function isPart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short === '') return false
  return `_${long}_`.includes(`_${short}_`) || (short.length >= 3 && long.startsWith(short))
}

/** Spelling that people mix up counts as equal: case, and `-`, `_`, `.` or a space between words. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[-_. ]/g, '_')
}

/** Beyond any limit, and small enough to be added to. */
const FAR = 10_000

/**
 * The number of insertions, deletions, substitutions and swaps of neighbours that turn one text into the other, or
 * `FAR` where it exceeds the limit. Only cells as near to the diagonal as the limit can lie on such a path, so that
 * no others are computed; the rows take turns, and the cells around the band are set to `FAR`.
 */
function distanceBelow(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return FAR
  let before = new Uint16Array(b.length + 2)
  let previous = new Uint16Array(b.length + 2).map((_, index) => index)
  let row = new Uint16Array(b.length + 2)
  for (let i = 1; i <= a.length; i += 1) {
    const from = Math.max(1, i - limit)
    const to = Math.min(b.length, i + limit)
    let least = from === 1 ? i : FAR
    row[from - 1] = least
    row[to + 1] = FAR
    for (let j = from; j <= to; j += 1) {
      const value = cell(a, b, i, j, row, previous, before)
      row[j] = value
      if (value < least) least = value
    }
    if (least > limit) return FAR
    const free = before
    before = previous
    previous = row
    row = free
  }
  return Math.min(previous[b.length] ?? FAR, FAR)
}

/** One cell of the table: the cheapest way to it from the cells before it. */
function cell(
  a: string,
  b: string,
  i: number,
  j: number,
  row: Uint16Array,
  previous: Uint16Array,
  before: Uint16Array,
) {
  const [left = FAR, above = FAR, diagonal = FAR] = [row[j - 1], previous[j], previous[j - 1]]
  const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
  const best = Math.min(above + 1, left + 1, diagonal + same)
  const swapped =
    i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
  return swapped ? Math.min(best, (before[j - 2] ?? FAR) + 1) : best
}
