import type { Location } from '../../shared/location.js'
import { failed, ok, type Problem, problem, type Result } from '../../shared/problem.js'
import type { Bin, Confusion, Division } from './contract.js'
import { type Divisions, keyOf, shownSlice } from './slices.js'

const CELLS = ['tp', 'fp', 'tn', 'fn'] as const
const NONE: Confusion = { tp: 0, fp: 0, tn: 0, fn: 0 }

/**
 * The counts of all rows: their own slice, else the sum of the groups of the only attribute. Whatever divides the rows
 * has to add up to what it divides: a group that was left out, or that swallowed another, shows here.
 */
export function overallOf(divisions: Divisions<Confusion>, at: Location): Result<Confusion> {
  const all = divisions.all()
  const [first, ...others] = all
  if (first === undefined) return failed(problem('evidence.counts.no-rows', {}, at))
  const stated = divisions.get({ attributes: [], values: [] })
  if (stated === undefined && others.length > 0) {
    const found = all.map(({ attributes }) => attributes.join(' & '))
    return failed(problem('evidence.counts.no-overall', { found }, at))
  }
  const overall = stated ?? [...first.parts.values()].reduce((sum, part) => plus(sum, part.of), NONE)
  if (!CELLS.every((cell) => Number.isSafeInteger(overall[cell])))
    return failed(problem('evidence.counts.sum', { slice: 'all' }, at))
  const problems = all.flatMap((whole) =>
    all.filter((finer) => divides(finer, whole)).flatMap((finer) => disagreement(whole, finer, at)),
  )
  return problems.length > 0 ? failed(...problems) : ok(overall)
}

function divides(finer: Division<unknown>, whole: Division<unknown>): boolean {
  const { attributes } = finer
  return attributes.length > whole.attributes.length && whole.attributes.every((name) => attributes.includes(name))
}

/** The first slice that its own parts do not add up to. */
function disagreement(whole: Division<Confusion>, finer: Division<Confusion>, at: Location): Problem[] {
  const places = whole.attributes.map((name) => finer.attributes.indexOf(name))
  const sums = new Map<string, { readonly values: readonly string[]; readonly of: Confusion }>()
  for (const { values, of } of finer.parts.values()) {
    const own = places.map((place) => values[place] ?? '')
    const key = keyOf(own)
    sums.set(key, { values: own, of: plus(sums.get(key)?.of ?? NONE, of) })
  }
  const { attributes } = whole
  for (const key of new Set([...whole.parts.keys(), ...sums.keys()])) {
    const [stated, sum] = [whole.parts.get(key), sums.get(key)]
    const [a, b] = [stated?.of ?? NONE, sum?.of ?? NONE]
    if (CELLS.every((cell) => a[cell] === b[cell])) continue
    const slice = shownSlice({ attributes, values: stated?.values ?? sum?.values ?? [] })
    const params = { slice, by: finer.attributes.join(' & '), stated: shown(a), sum: shown(b) }
    return [problem('evidence.counts.apart', params, at)]
  }
  return []
}

function plus(a: Confusion, b: Confusion): Confusion {
  return { tp: a.tp + b.tp, fp: a.fp + b.fp, tn: a.tn + b.tn, fn: a.fn + b.fn }
}

function shown(counts: Confusion): string {
  return CELLS.map((cell) => `${cell} ${counts[cell]}`).join(', ')
}

/** Each slice of a histogram has to hold the rows that the counts have there. */
export function histogramProblems(
  histogram: Divisions<readonly Bin[]>,
  countsOf: Divisions<Confusion>,
  overall: Confusion,
  at: Location,
): Problem[] {
  return histogram.all().flatMap(({ parts }) =>
    [...parts.values()].flatMap((part): Problem[] => {
      const { tp, fp, tn, fn } = (part.attributes.length === 0 ? overall : countsOf.get(part)) ?? NONE
      const positives = part.of.reduce((sum, bin) => sum + bin.positives, 0)
      const negatives = part.of.reduce((sum, bin) => sum + bin.negatives, 0)
      if (positives === tp + fn && negatives === fp + tn) return []
      const params = { slice: shownSlice(part), positives, negatives, labelled: tp + fn, others: fp + tn }
      return [problem('evidence.counts.histogram-apart', params, at)]
    }),
  )
}
