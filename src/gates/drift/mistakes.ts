import { clip } from '../../shared/clip.js'
import { decimal, formatDecimal } from '../../shared/decimal.js'
import { type Location, pointerTo } from '../../shared/location.js'
import { type Problem, problem } from '../../shared/problem.js'
import { type Bound, type BoundOptions, boundsOf, decimalOf } from '../bound.js'
import type { Demand } from '../contract.js'
import { METHODS } from './methods.js'
import type { Options } from './options.js'
import { tableMistakes } from './table-mistakes.js'

const ZERO = decimal('0')
const ONE = decimal('1')
const HUNDRED = decimal('100')

/** Bounds in the wrong direction, and those that nothing could ever break. */
export function mistakes(demand: Demand<Options>): Problem[] {
  const { features = {} } = demand.options
  const { dataset } = demand.options
  return [
    ...shareMistakes(demand),
    ...tableMistakes(demand),
    ...(dataset === undefined ? [] : wordMistakes('dataset', dataset, demand.locate('/dataset'))),
    ...Object.entries(features).flatMap(([feature, options]) =>
      typeof options === 'string'
        ? wordMistakes(feature, options, demand.locate(pointerTo('/features', feature)))
        : Object.entries(options).flatMap(([method, bounds]) => boundMistakes(feature, method, bounds, demand)),
    ),
  ]
}

function shareMistakes({ options, locate }: Demand<Options>): Problem[] {
  const { 'max-share': written, 'min-features': least, dataset, features } = options
  const nothing = written === undefined && dataset === undefined && features === undefined
  const alone = nothing ? [problem('drift.no-demand', {}, locate(''))] : []
  const unused =
    least !== undefined && written === undefined ? [problem('drift.no-share-for', {}, locate('/min-features'))] : []
  if (written === undefined) return [...alone, ...unused]
  const share = decimalOf(written)
  const found = formatDecimal(share)
  if (share.lt(ZERO)) return [problem('drift.share-negative', { found }, locate('/max-share'))]
  if (share.lt(ONE)) return unused
  const id = share.gt(ONE) && share.lte(HUNDRED) ? 'drift.share-percent' : 'drift.share-all'
  const fraction = formatDecimal(share.times(decimal('0.01')))
  return [problem(id, { found, fraction }, locate('/max-share'))]
}

/** A schema that allowed this one word would be refused with a message about patterns. */
function wordMistakes(name: string, found: string, at: Location): Problem[] {
  return found === 'stable' ? [] : [problem('drift.not-stable', { name, found: clip(found, 60) }, at)]
}

function boundMistakes(feature: string, method: string, options: BoundOptions, demand: Demand<Options>): Problem[] {
  const bounds = boundsOf(options)
  const at = pointerTo(pointerTo('/features', feature), method)
  const known = METHODS.get(method)
  if (known === undefined) return []
  return bounds.flatMap((bound) => {
    const place = demand.locate(bound.option ? pointerTo(at, bound.option) : at)
    return one(feature, method, bound, known, place)
  })
}

function one(
  feature: string,
  method: string,
  { relation, limit }: Bound,
  { drifts, largest }: { readonly drifts: 'small' | 'large'; readonly largest?: '1' },
  at: Location,
): Problem[] {
  const params = { feature, method, found: formatDecimal(limit) }
  const lower = relation.startsWith('>')
  if (lower !== (drifts === 'small')) {
    return [problem(drifts === 'small' ? 'drift.p-upside-down' : 'drift.distance-upside-down', params, at)]
  }
  const off = limit.lt(ZERO) || (largest !== undefined && limit.gt(decimal(largest)))
  if (off) return [problem(largest === undefined ? 'drift.bound-negative' : 'drift.bound-scale', params, at)]
  const trivial = lower
    ? limit.eq(ZERO) && relation === '>='
    : largest !== undefined && limit.eq(decimal(largest)) && relation === '<='
  if (trivial) return [problem('drift.bound-trivial', params, at)]
  const impossible = (relation === '>' && limit.eq(ONE)) || (relation === '<' && limit.eq(ZERO))
  return impossible ? [problem('drift.bound-impossible', params, at)] : []
}
