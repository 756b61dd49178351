import { compareRatio, type Fraction, fraction, minus, over } from './fraction.js'

/** What a classifier did in one group: counts of rows. */
export interface Confusion {
  readonly tp: number
  readonly fp: number
  readonly fn: number
  readonly tn: number
}

/** A rate in one group; undefined where the group has no row it could be of. */
export type Rate = (group: Confusion) => Fraction | undefined

/** Share of rows predicted positive. */
export const selectionRate: Rate = ({ tp, fp, fn, tn }) => fraction(tp + fp, tp + fp + fn + tn)
/** Share of positive rows predicted positive (recall). */
export const truePositiveRate: Rate = ({ tp, fn }) => fraction(tp, tp + fn)
/** Share of negative rows predicted positive. */
export const falsePositiveRate: Rate = ({ fp, tn }) => fraction(fp, fp + tn)
/** Share of rows predicted positive that are positive (precision). */
export const positivePredictiveValue: Rate = ({ tp, fp }) => fraction(tp, tp + fp)

/**
 * The highest rate minus the lowest, as Fairlearn's `MetricFrame.difference()`. Undefined with fewer than two groups, and
 * where a group has no such rate: Fairlearn takes 0 for it, which would be a gap nobody measured.
 */
export function rateDifference(groups: readonly Confusion[], rate: Rate): Fraction | undefined {
  const ends = extremes(groups.map(rate))
  return ends && minus(ends.high, ends.low)
}

/** The lowest rate over the highest, as Fairlearn's `MetricFrame.ratio()`. Undefined as the difference, and where all are 0. */
export function rateRatio(groups: readonly Confusion[], rate: Rate): Fraction | undefined {
  const ends = extremes(groups.map(rate))
  return ends && over(ends.low, ends.high)
}

/** Fairlearn's `demographic_parity_difference`. */
export function demographicParityDifference(groups: readonly Confusion[]): Fraction | undefined {
  return rateDifference(groups, selectionRate)
}

/** Fairlearn's `demographic_parity_ratio`. */
export function demographicParityRatio(groups: readonly Confusion[]): Fraction | undefined {
  return rateRatio(groups, selectionRate)
}

/** Fairlearn's `equalized_odds_difference`: the larger of the gaps of true and of false positive rates. */
export function equalizedOddsDifference(groups: readonly Confusion[]): Fraction | undefined {
  return extremes([rateDifference(groups, truePositiveRate), rateDifference(groups, falsePositiveRate)])?.high
}

/** Fairlearn's `equalized_odds_ratio`: the smaller of the ratios of true and of false positive rates. */
export function equalizedOddsRatio(groups: readonly Confusion[]): Fraction | undefined {
  return extremes([rateRatio(groups, truePositiveRate), rateRatio(groups, falsePositiveRate)])?.low
}

/** Fairlearn's `equal_opportunity_difference`: the gap of true positive rates. */
export function equalOpportunityDifference(groups: readonly Confusion[]): Fraction | undefined {
  return rateDifference(groups, truePositiveRate)
}

/** Fairlearn's `equal_opportunity_ratio`. */
export function equalOpportunityRatio(groups: readonly Confusion[]): Fraction | undefined {
  return rateRatio(groups, truePositiveRate)
}

/** The gap of positive predictive values (predictive parity). */
export function predictiveParityDifference(groups: readonly Confusion[]): Fraction | undefined {
  return rateDifference(groups, positivePredictiveValue)
}

/** The ratio of positive predictive values. */
export function predictiveParityRatio(groups: readonly Confusion[]): Fraction | undefined {
  return rateRatio(groups, positivePredictiveValue)
}

/**
 * Each group's selection rate over the highest one (the four-fifths rule's ratio, 29 CFR 1607.4 D; 6 RCNY § 5-301), in
 * the groups' order. Undefined with fewer than two, where a group is empty, and where nobody is selected.
 */
export function impactRatios(rates: readonly (Fraction | undefined)[]): Fraction[] | undefined {
  const high = extremes(rates)?.high
  if (high === undefined) return undefined
  const ratios = rates.flatMap((rate) => (rate && over(rate, high)) ?? [])
  return ratios.length === rates.length ? ratios : undefined
}

/** The lowest and the highest of at least two fractions, all of them known. */
function extremes(values: readonly (Fraction | undefined)[]): { low: Fraction; high: Fraction } | undefined {
  const known = values.filter((value) => value !== undefined)
  const [first] = known
  if (first === undefined || known.length < 2 || known.length < values.length) return undefined
  return {
    low: known.reduce((a, b) => (compareRatio(b, a) < 0 ? b : a), first),
    high: known.reduce((a, b) => (compareRatio(b, a) > 0 ? b : a), first),
  }
}
