import { type Interval, interval, isCount, isLevel } from './interval.js'
import { criticalValue } from './normal.js'

/** From here on an interval around an AUC is computed on the logit scale: the plain one would be lopsided or leave 0 to 1. */
const LOGIT_FROM = 0.9

/** The classes' sizes, and DeLong's variance where the scores were at hand. */
export interface AucFacts {
  readonly positives: number
  readonly negatives: number
  readonly variance?: number
}

/**
 * The standard error of an AUC from the classes' sizes alone (Hanley & McNeil 1982). Undefined without both classes.
 * At 0 and 1, where the formula gives zero, it is taken half a pair away: no sample shows a perfect ranking for certain.
 */
export function hanleyMcNeilError(auc: number, positives: number, negatives: number): number | undefined {
  if (!isAuc(auc, positives, negatives)) return undefined
  const a = awayFromEnds(auc, positives, negatives)
  const square = a * a
  const variance =
    a * (1 - a) + (positives - 1) * (a / (2 - a) - square) + (negatives - 1) * ((2 * square) / (1 + a) - square)
  return Math.sqrt(variance / (positives * negatives))
}

/** DeLong's standard error where there is a variance that says something, else Hanley and McNeil's. */
export function aucStandardError(auc: number, basis: AucFacts): number | undefined {
  const { positives, negatives } = basis
  return isAuc(auc, positives, negatives) && hasVariance(basis)
    ? Math.sqrt(basis.variance)
    : hanleyMcNeilError(auc, positives, negatives)
}

/**
 * The interval of an AUC. A variance of zero (perfect separation, all scores tied) says nothing, so Hanley and McNeil's
 * takes its place. On the logit scale above 0.9, below 0.1, and where the plain interval would leave 0 to 1; the end at
 * a perfect value is that value.
 */
export function aucInterval(auc: number, basis: AucFacts, level: number): Interval | undefined {
  const { positives, negatives } = basis
  const error = aucStandardError(auc, basis)
  if (error === undefined || !isLevel(level)) return undefined
  const method = hasVariance(basis) ? 'delong' : 'hanley-mcneil'
  const reach = criticalValue(level) * error
  if (auc <= LOGIT_FROM && auc >= 1 - LOGIT_FROM && auc - reach >= 0 && auc + reach <= 1)
    return interval(auc - reach, auc + reach, method)
  const a = awayFromEnds(auc, positives, negatives)
  const centre = Math.log(a / (1 - a))
  const half = reach / (a * (1 - a))
  const low = Math.min(auc, fromLogit(centre - half))
  const high = Math.max(auc, fromLogit(centre + half))
  return interval(low, high, `${method}-logit`)
}

function hasVariance(basis: AucFacts): basis is AucFacts & { readonly variance: number } {
  const { variance } = basis
  return variance !== undefined && variance > 0 && Number.isFinite(variance)
}

function isAuc(auc: number, positives: number, negatives: number): boolean {
  return auc >= 0 && auc <= 1 && isCount(positives) && isCount(negatives) && positives > 0 && negatives > 0
}

function awayFromEnds(auc: number, positives: number, negatives: number): number {
  const half = 1 / (2 * positives * negatives)
  return Math.min(Math.max(auc, half), 1 - half)
}

function fromLogit(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
