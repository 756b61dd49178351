/** How an interval was computed; reports name it. */
export type Method =
  | 'wilson'
  | 'clopper-pearson'
  | 'f1-wilson'
  | 'delong'
  | 'delong-logit'
  | 'hanley-mcneil'
  | 'hanley-mcneil-logit'
  | 'normal'
  | 'bootstrap'
  | 'newcombe'
  | 'newcombe-paired'
  | 'wald'
  | 'square-and-add'
  | 'katz'
  | 'koopman'
  | 'simultaneous'

/** A two-sided confidence interval. Its lower end at level 0.90 is a one-sided lower bound at 95 %. */
export interface Interval {
  readonly low: number
  readonly high: number
  readonly method: Method
}

/** An interval, or undefined where an end is not a number or the two are in the wrong order. */
export function interval(low: number, high: number, method: Method): Interval | undefined {
  return low <= high ? { low, high, method } : undefined
}

/** Whether a confidence level can be used: strictly between 0 and 1. */
export function isLevel(level: number): boolean {
  return level > 0 && level < 1
}

/** Whether a value is a count: a whole number from 0 on that a double holds exactly. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
