import { type Interval, interval, isCount } from './interval.js'
import { wilson } from './proportion.js'

/**
 * The interval of F1 by Wilson's direct method (Lam, Gopal & Qian 2023): F1 = 2J / (1 + J) of the proportion
 * J = tp / (tp + fp + fn), so Wilson's ends for J are carried over. Undefined without a positive, real or predicted.
 */
export function f1Wilson(tp: number, fp: number, fn: number, level: number): Interval | undefined {
  const ends = isConfusion(tp, fp, fn) ? wilson(tp, tp + fp + fn, level) : undefined
  return ends && interval(fromShare(ends.low), fromShare(ends.high), 'f1-wilson')
}

/** F1 from its counts; undefined where there is no positive, real or predicted. */
export function f1(tp: number, fp: number, fn: number): number | undefined {
  return isConfusion(tp, fp, fn) && tp + fp + fn > 0 ? (2 * tp) / (2 * tp + fp + fn) : undefined
}

/**
 * The standard error of F1 by the delta method from that of J. Undefined at J = 0 and J = 1, where it would be zero
 * and claim a certainty that no sample gives.
 */
export function f1StandardError(tp: number, fp: number, fn: number): number | undefined {
  if (!isConfusion(tp, fp, fn)) return undefined
  const n = tp + fp + fn
  const error = (2 / (1 + tp / n) ** 2) * Math.sqrt(((tp / n) * (1 - tp / n)) / n)
  return error > 0 ? error : undefined
}

function isConfusion(tp: number, fp: number, fn: number): boolean {
  return isCount(tp) && isCount(fp) && isCount(fn) && isCount(tp + fp + fn)
}

function fromShare(share: number): number {
  return (2 * share) / (1 + share)
}
