import { type Message, message, type Param } from '../../shared/message.js'
import type { Basis } from '../../stats/basis.js'
import { type Blocks, resample } from '../../stats/resample.js'
import type { Measured, Measurement } from './contract.js'

/** Resamples behind an interval. */
const DRAWS = 1000

/** How many rows a measurement rests on. */
export type Support = Pick<Measurement, 'n' | 'positives' | 'negatives' | 'within'>

/** A value and its support; the basis is worked out when it is first looked at. */
export function measured(value: number, support: Support, basisOf: () => Basis | undefined): Measured {
  if (!Number.isFinite(value)) return none('not-finite')
  return { kind: 'measured', measurement: lazy({ value, ...support }, basisOf) }
}

/** A quotient of whole numbers, the denominator above zero. */
export function quotient(over: number, under: number, support: Support, basisOf: () => Basis | undefined): Measured {
  const exact = Number.isSafeInteger(over) && Number.isSafeInteger(under) ? { exact: { over, under } } : {}
  return { kind: 'measured', measurement: lazy({ value: over / under, ...exact, ...support }, basisOf) }
}

function lazy(facts: Omit<Measurement, 'basis'>, basisOf: () => Basis | undefined): Measurement {
  let made: { readonly basis: Basis | undefined } | undefined
  return {
    ...facts,
    get basis() {
      made ??= { basis: basisOf() }
      return made.basis
    },
  }
}

/** A metric that has no value on these rows. */
export function none(why: string, params: Readonly<Record<string, Param>> = {}): Measured {
  return { kind: 'undefined', why: message(`evidence.measure.${why}`, params) }
}

/** A metric that these columns don't give. */
export function unknown(why?: Message): Measured {
  return why === undefined ? { kind: 'unknown' } : { kind: 'unknown', why }
}

/** The mean of a loss a row, with its standard error. */
export function standardError(
  error: number | undefined,
  n: number,
): Extract<Basis, { kind: 'standard-error' }> | undefined {
  return error === undefined || !Number.isFinite(error) ? undefined : { kind: 'standard-error', error, n }
}

/**
 * Replicates of a metric over resampled blocks. `shift` is added to each: what the metric of all rows is above the one
 * that these blocks give, where they hold less than the rows do.
 */
export function resamples(
  metric: string,
  blocks: Blocks | undefined,
  statistic: (sums: Float64Array) => number | undefined,
  shift = 0,
): Basis | undefined {
  if (blocks === undefined) return undefined
  const seed = `predictions/${metric}`
  const values = resample(blocks, statistic, { draws: DRAWS, seed })
  if (values === undefined) return undefined
  return {
    kind: 'resamples',
    values: shift === 0 ? values : values.map((value) => value + shift),
    n: blocks.rows,
    seed,
  }
}
