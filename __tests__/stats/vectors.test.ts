import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { aucOf, pairedAuc, pairedAucInterval } from '../../src/stats/auc.js'
import { hanleyMcNeilError } from '../../src/stats/auc-interval.js'
import { newcombe } from '../../src/stats/difference.js'
import { hellinger, jensenShannon, psi } from '../../src/stats/distance.js'
import { f1, f1Wilson } from '../../src/stats/f1.js'
import { compareRatio, type Fraction, fraction, over, toDouble } from '../../src/stats/fraction.js'
import { chiSquaredDrift, chiSquaredTest } from '../../src/stats/goodness.js'
import * as groups from '../../src/stats/groups.js'
import type { Interval } from '../../src/stats/interval.js'
import { mannWhitney } from '../../src/stats/mann-whitney.js'
import { mcnemar } from '../../src/stats/mcnemar.js'
import { benjaminiHochberg, holm } from '../../src/stats/multiplicity.js'
import { criticalValue } from '../../src/stats/normal.js'
import { clopperPearson, wilson } from '../../src/stats/proportion.js'
import { katz } from '../../src/stats/ratio.js'
import { wasserstein } from '../../src/stats/wasserstein.js'
import { repo } from '../support/repo.js'

/** What the published examples are asked with; each function reads its own. */
interface Input {
  readonly k: number
  readonly n: number
  readonly conf: number
  readonly k1: number
  readonly n1: number
  readonly k2: number
  readonly n2: number
  readonly first: number
  readonly second: number
  readonly y: number[]
  readonly score: number[]
  readonly a: number[]
  readonly b: number[]
  readonly auc: number
  readonly n_pos: number
  readonly n_neg: number
  readonly p: number[]
  readonly q: number[]
  readonly y_true: number[]
  readonly y_pred: number[]
  readonly sf: string[]
  readonly rates: Record<string, number>
  readonly male: [number, number]
  readonly female: [number, number]
  readonly ref: number[]
  readonly cur: number[]
  readonly obs: number[]
  readonly exp: number[]
  readonly base: number | 'e'
  readonly u: number[]
  readonly v: number[]
  readonly uw: number[]
  readonly vw: number[]
  readonly tp: number
  readonly fp: number
  readonly fn: number
}

interface Vector {
  readonly id: string
  readonly fn: string
  readonly input: Input
  readonly expect: unknown
  readonly tol: number
  readonly source: string
}

const FOUR_FIFTHS: Fraction = { numerator: 4n, denominator: 5n }
const ends = (found: Interval | undefined) => found && [found.low, found.high]
const doubles = (values: number[]) => Float64Array.from(values)
const share = (successes: number, trials: number) => ({ successes, trials })
const double = (value: Fraction | undefined) => value && toDouble(value)

function confusions({ y_true, y_pred, sf }: Input): Map<string, groups.Confusion> {
  const names = [...new Set(sf)].sort()
  const count = (name: string, real: number, predicted: number) =>
    sf.filter((group, i) => group === name && (y_true?.[i] ?? 0) === real && y_pred[i] === predicted).length
  const of = (name: string) => ({
    tp: count(name, 1, 1),
    fp: count(name, 0, 1),
    fn: count(name, 1, 0),
    tn: count(name, 0, 0),
  })
  return new Map(names.map((name) => [name, of(name)]))
}

function delong({ y, score }: Input) {
  const found = aucOf(Uint8Array.from(y), doubles(score))
  const variance = found?.variance ?? Number.NaN
  const reach = criticalValue(0.95) * Math.sqrt(variance)
  const auc = found?.auc ?? Number.NaN
  return { auc, var: variance, se: Math.sqrt(variance), ci: [auc - reach, auc + reach] }
}

function delongPaired({ y, a, b }: Input) {
  const found = pairedAuc(Uint8Array.from(y), doubles(a), doubles(b))
  const z = found?.z ?? Number.NaN
  return { diff: found?.difference, ci: found && ends(pairedAucInterval(found, 0.95)), chi2: z * z, p: found?.p }
}

function impact({ rates }: Input) {
  const names = Object.keys(rates)
  const found = groups.impactRatios(names.map((name) => fraction(Math.round((rates[name] ?? 0) * 100), 100))) ?? []
  const flagged = names.filter((_, i) => compareRatio(found[i] ?? FOUR_FIFTHS, FOUR_FIFTHS) < 0)
  return { ...Object.fromEntries(names.map((name, i) => [name, double(found[i])])), flagged }
}

function fourFifths({ k1, n1, k2, n2 }: Input) {
  const [a, b] = [fraction(k1, n1), fraction(k2, n2)]
  const ratio = a && b && over(a, b)
  return {
    ratio_exact: ratio && compareRatio(ratio, FOUR_FIFTHS) === 0 ? '4/5' : 'another',
    flagged: ratio && compareRatio(ratio, FOUR_FIFTHS) < 0,
    naive_float: k1 / n1 / (k2 / n2),
  }
}

function selectionRates(input: Input) {
  const found = confusions(input)
  const size = ({ tp, fp, fn, tn }: groups.Confusion) => tp + fp + fn + tn
  const rates = [...found].map(([name, counts]) => [name, double(groups.selectionRate(counts))])
  const selected = [...found.values()].reduce((sum, { tp, fp }) => sum + tp + fp, 0)
  return {
    ...Object.fromEntries(rates),
    overall: selected / input.sf.length,
    n: Object.fromEntries([...found].map(([name, counts]) => [name, size(counts)])),
  }
}

const FUNCTIONS: Record<string, (input: Input) => unknown> = {
  clopper_pearson: ({ k, n, conf }) => ends(clopperPearson(k, n, conf)),
  wilson: ({ k, n, conf }) => ends(wilson(k, n, conf)),
  wilson_one_sided_lower: ({ k, n, conf }) => [wilson(k, n, 2 * conf - 1)?.low, 1],
  newcombe_diff: ({ k1, n1, k2, n2, conf }) => ends(newcombe(share(k1, n1), share(k2, n2), conf)),
  katz_log_ratio: ({ k1, n1, k2, n2, conf }) => ends(katz(share(k1, n1), share(k2, n2), conf)),
  mcnemar_exact: ({ first, second }) => mcnemar(first, second)?.exact,
  mcnemar_chi2: ({ first, second }) => {
    const found = mcnemar(first, second)?.chiSquared
    return { stat: found?.statistic, p: found?.p }
  },
  mcnemar_chi2_cc: ({ first, second }) => {
    const found = mcnemar(first, second)?.corrected
    return { stat: found?.statistic, p: found?.p }
  },
  auc: ({ y, score }) => aucOf(Uint8Array.from(y), doubles(score))?.auc,
  auc_delong: delong,
  delong_paired: delongPaired,
  hanley_mcneil_se: ({ auc, n_pos, n_neg }) => hanleyMcNeilError(auc, n_pos, n_neg),
  benjamini_hochberg: ({ p }) => benjaminiHochberg(p),
  holm: ({ p }) => holm(p),
  demographic_parity_difference: (input) => double(groups.demographicParityDifference([...confusions(input).values()])),
  demographic_parity_ratio: (input) => double(groups.demographicParityRatio([...confusions(input).values()])),
  equalized_odds_difference: (input) => double(groups.equalizedOddsDifference([...confusions(input).values()])),
  equalized_odds_ratio: (input) => double(groups.equalizedOddsRatio([...confusions(input).values()])),
  impact_ratio: impact,
  impact_ratio_counts: ({ male, female }) => {
    const [first, second] = groups.impactRatios([fraction(...male), fraction(...female)]) ?? []
    return { male: double(first), female: double(second) }
  },
  four_fifths_exact: fourFifths,
  selection_rate_by_group: selectionRates,
  chisquare_drift: ({ ref, cur }) => chiSquaredDrift(ref, cur)?.p,
  hellinger_cat: ({ ref, cur }) => hellinger(ref, cur),
  psi: ({ ref, cur }) => psi(ref, cur, false),
  psi_zero_fill: ({ ref, cur }) => psi(ref, cur),
  jensenshannon_distance: ({ ref, cur, p, q, base }) => jensenShannon(ref ?? p, cur ?? q, base === 'e' ? Math.E : base),
  wasserstein: ({ u, v }) => wasserstein({ values: doubles(u) }, { values: doubles(v) }),
  wasserstein_weighted: ({ u, v, uw, vw }) =>
    wasserstein({ values: doubles(u), weights: doubles(uw) }, { values: doubles(v), weights: doubles(vw) }),
  chisquare: ({ obs, exp }) => {
    const found = chiSquaredTest(obs, exp)
    return { stat: found?.statistic, p: found?.p }
  },
  mann_whitney_u: ({ a, b }) => {
    const found = mannWhitney(doubles(a), doubles(b))
    return { U: found?.u, p_exact: found?.method === 'exact' ? found.p : undefined }
  },
  f1_wilson_direct: ({ tp, fp, fn }) => ({ f1: f1(tp, fp, fn), ci: ends(f1Wilson(tp, fp, fn, 0.95)) }),
}

/** Every place at which a figure is not the expected one within the tolerance. */
function deviations(actual: unknown, expected: unknown, tolerance: number, place = ''): string[] {
  if (typeof expected === 'number') {
    const near = typeof actual === 'number' && Math.abs(actual - expected) <= tolerance
    return near ? [] : [`${place} is ${actual}, not ${expected}`]
  }
  if (typeof expected !== 'object' || expected === null)
    return actual === expected ? [] : [`${place} is ${actual}, not ${expected}`]
  const found = new Map(Object.entries(actual ?? {}))
  return Object.entries(expected).flatMap(([key, value]) =>
    deviations(found.get(key), value, tolerance, `${place}/${key}`),
  )
}

const vectors: readonly Vector[] = JSON.parse(readFileSync(repo('__tests__/stats/vectors.json'), 'utf8'))

test.each(vectors)('$id: $fn as in $source', ({ fn, input, expect: expected, tol }) => {
  expect(deviations(FUNCTIONS[fn]?.(input), expected, tol)).toEqual([])
})

test('a figure that is off is found', () => {
  expect(deviations([0.5, 1], [0.5, 1.1], 1e-9)).toEqual(['/1 is 1, not 1.1'])
  expect(deviations(undefined, { p: 1 }, 1e-9)).toEqual(['/p is undefined, not 1'])
})
