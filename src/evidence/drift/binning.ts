import { countBelow } from '../../stats/sorted.js'
import type { Column } from './cells.js'
import type { Bins } from './contract.js'

/** How many values of each table are in each bin or category, in the same order. */
export interface Counts {
  readonly reference: readonly number[]
  readonly current: readonly number[]
  /** What each is: a category's name; empty for bins. */
  readonly names: readonly string[]
}

/** Numbers with no more distinct values in the reference are categories each (Evidently's limit). */
export const MAX_DISTINCT = 20

/** Counts of two columns: of their categories where they are names, or take few values; else of bins. */
export function countsOf(reference: Column, current: Column, bins: Bins, asNames: boolean): Counts {
  if (asNames) return categories(byName(reference), byName(current))
  const sorted = reference.numbers.toSorted()
  if (!hasMoreThan(sorted, MAX_DISTINCT)) return categories(byName(reference), byName(current))
  return bins === 'evidently'
    ? equallyWide(sorted, current.numbers.toSorted())
    : equallyMany(sorted, current.numbers.toSorted(), bins)
}

/** How often each value occurs; a number goes by its shortest text. */
function byName({ numbers, names }: Column): ReadonlyMap<string, number> {
  const counts = new Map(names)
  const byValue = new Map<number, number>()
  for (const value of numbers) byValue.set(value, (byValue.get(value) ?? 0) + 1)
  for (const [value, count] of byValue) {
    const name = String(value)
    counts.set(name, (counts.get(name) ?? 0) + count)
  }
  return counts
}

function categories(reference: ReadonlyMap<string, number>, current: ReadonlyMap<string, number>): Counts {
  const names = [...new Set([...reference.keys(), ...current.keys()])]
  const counts = (of: ReadonlyMap<string, number>) => names.map((name) => of.get(name) ?? 0)
  return { reference: counts(reference), current: counts(current), names }
}

function hasMoreThan(sorted: Float64Array, limit: number): boolean {
  let distinct = 0
  for (let i = 0; i < sorted.length && distinct <= limit; i += 1)
    if (i === 0 || sorted[i] !== sorted[i - 1]) distinct += 1
  return distinct > limit
}

/** Where a bin ends: at a value, which is still in it or not. */
interface Edge {
  readonly at: number
  readonly included: boolean
}

/**
 * Bins that hold equally many reference values, as far as ties allow; the first and the last are open to the outside. The
 * k-th of B ends with the reference's value number ⌈k n / B⌉. A value that takes up more than one bin gets one of its own,
 * so that what lies below it shows.
 */
function equallyMany(reference: Float64Array, current: Float64Array, bins: number): Counts {
  const ends = Array.from({ length: bins - 1 }, (_, k) => {
    return reference[Math.ceil(((k + 1) / bins) * reference.length) - 1] ?? 0
  })
  const edges = [...new Set(ends)].flatMap((at): Edge[] => {
    const own = ends.filter((end) => end === at).length > 1
    return own
      ? [
          { at, included: false },
          { at, included: true },
        ]
      : [{ at, included: true }]
  })
  const counts = (sorted: Float64Array) => {
    const below = [...edges.map((edge) => countBelow(sorted, edge.at, edge.included)), sorted.length]
    return below.map((count, index) => count - (below[index - 1] ?? 0))
  }
  return filled(counts(reference), counts(current))
}

/**
 * Bins of equal width over the values of both tables, as many as Sturges' rule gives: NumPy's
 * `histogram_bin_edges(bins="sturges")`, which Evidently uses; each has its lower end, the last its upper one too.
 */
function equallyWide(reference: Float64Array, current: Float64Array): Counts {
  const first = Math.min(reference[0] ?? 0, current[0] ?? Number.POSITIVE_INFINITY)
  const last = Math.max(reference.at(-1) ?? 0, current.at(-1) ?? Number.NEGATIVE_INFINITY)
  const size = reference.length + current.length
  const natural = (last - first) / (Math.log2(size) + 1)
  // NumPy makes no bin of whole numbers narrower than 1.
  const width = natural < 1 && reference.every(Number.isInteger) && current.every(Number.isInteger) ? 1 : natural
  const bins = Math.ceil((last - first) / width)
  const step = (last - first) / bins
  const edges = Array.from({ length: bins - 1 }, (_, k): Edge => ({ at: (k + 1) * step + first, included: false }))
  const counts = (sorted: Float64Array) => {
    const below = [...edges.map((edge) => countBelow(sorted, edge.at, edge.included)), sorted.length]
    return below.map((count, index) => count - (below[index - 1] ?? 0))
  }
  return { reference: counts(reference), current: counts(current), names: [] }
}

/** Without bins that are empty in both. */
function filled(reference: readonly number[], current: readonly number[]): Counts {
  const kept = reference.flatMap((count, index) => (count > 0 || (current[index] ?? 0) > 0 ? [index] : []))
  return {
    reference: kept.map((index) => reference[index] ?? 0),
    current: kept.map((index) => current[index] ?? 0),
    names: [],
  }
}
