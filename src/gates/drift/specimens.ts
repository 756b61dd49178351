import { type Decimal, decimal, decimalsOf, formatDecimal } from '../../shared/decimal.js'
import { message } from '../../shared/message.js'
import { type Bound, boundsOf, decimalOf, showBound } from '../bound.js'
import { type Files, json, type MakeSpecimens, type Specimens, wrongSide } from '../specimens.js'
import { METHODS } from './methods.js'
import type { Options } from './options.js'
import { tableSpecimens } from './table-specimens.js'
import { hasTables } from './wanted.js'

const ZERO = decimal('0')
const ONE = decimal('1')
const TEN = decimal('10')

/** The whole report. */
const FILE = 'drift.json'

/** What the report says: of a feature its values by method, and whether it drifted, where that is asked. */
interface Said {
  readonly values: ReadonlyMap<string, ReadonlyMap<string, Decimal>>
  readonly drifted: ReadonlyMap<string, boolean>
  readonly dataset: boolean
  /** Features that drifted beside those that are named. */
  readonly others: Decimal
}

type Made = Specimens['bad'][number] | Specimens['impossible'][number]

/** For each bound the value just beyond it; one feature too many for the share; `true` for what has to be stable. */
export const specimens: MakeSpecimens<Options> = ({ options }) => {
  if (hasTables(options)) return tableSpecimens(options)
  const good = goodOf(options)
  const each = [...ofShare(options, good), ...ofDataset(options, good), ...ofFeatures(options, good)]
  return {
    good: filesOf(options, good),
    bad: each.flatMap((it) => ('files' in it ? [it] : [])),
    impossible: each.flatMap((it) => ('why' in it ? [it] : [])),
    metrics: [],
  }
}

function goodOf({ features = {} }: Options): Said {
  const bounded = Object.entries(features).flatMap(([name, asked]) =>
    typeof asked === 'string' ? [] : [[name, asked] as const],
  )
  const stable = Object.keys(features).filter((name) => typeof features[name] === 'string')
  const values = bounded.map(([name, asked]) => {
    const byMethod = Object.keys(asked).map((method) => [method, bestOf(method)] as const)
    return [name, new Map(byMethod)] as const
  })
  return {
    values: new Map(values),
    drifted: new Map(stable.map((name) => [name, false])),
    dataset: false,
    others: ZERO,
  }
}

function bestOf(method: string): Decimal {
  return METHODS.get(method)?.drifts === 'small' ? ONE : ZERO
}

function ofShare(options: Options, good: Said): Made[] {
  const { 'max-share': written } = options
  if (written === undefined) return []
  const others = decimalOf(written).times(countOf(options)).plus(ONE)
  const bound: Bound = { relation: '<=', limit: decimalOf(written), option: 'max-share' }
  const value = formatDecimal(others.div(countOf(options)))
  const change = message('specimen.value', { value, bound: showBound(bound) })
  return [{ id: 'drift/max-share', change, files: () => filesOf(options, { ...good, others }) }]
}

function ofDataset(options: Options, good: Said): Made[] {
  if (options.dataset === undefined) return []
  const change = message('specimen.value', { value: 'dataset_drift: true', bound: 'stable' })
  return [{ id: 'drift/dataset', change, files: () => filesOf(options, { ...good, dataset: true }) }]
}

function ofFeatures(options: Options, good: Said): Made[] {
  return Object.entries(options.features ?? {}).flatMap(([name, asked]): Made[] => {
    if (typeof asked === 'string') {
      const change = message('specimen.value', { value: 'drifted: true', bound: 'stable' })
      const drifted = new Map([...good.drifted, [name, true]])
      return [{ id: `drift/${name}`, change, files: () => filesOf(options, { ...good, drifted }) }]
    }
    return Object.entries(asked).flatMap(([method, bounds]) =>
      boundsOf(bounds).map((bound) => beyond(options, good, name, method, bound)),
    )
  })
}

function beyond(options: Options, good: Said, name: string, method: string, bound: Bound): Made {
  const id = `drift/${name}/${method}`
  const value = wrongSide(bound, false)
  const largest = METHODS.get(method)?.largest
  if (value.lt(ZERO) || (largest !== undefined && value.gt(decimal(largest)))) {
    return { id, why: message('specimen.cannot-fail', { metric: method, bound: showBound(bound) }) }
  }
  const change = message('specimen.value', { value: formatDecimal(value), bound: showBound(bound) })
  const values = new Map([...good.values, [name, new Map([...(good.values.get(name) ?? []), [method, value]])]])
  return { id, change, files: () => filesOf(options, { ...good, values }) }
}

/** How many features there are: so many that one more than the bound allows is a share of two digits more. */
function countOf({ features = {}, 'max-share': share = 0, 'min-features': least = 1 }: Options): Decimal {
  const needed = decimal(String(Math.max(least, Object.keys(features).length)))
  let count = decimal(`1e${decimalsOf(decimalOf(share)) + 2}`)
  while (count.lt(needed)) count = count.times(TEN)
  return count
}

function filesOf(options: Options, { values, drifted, dataset, others }: Said): Files {
  const count = countOf(options)
  const found = [...drifted.values()].filter((it) => it).length
  const all = others.plus(decimal(String(found)))
  const features = [
    ...[...values].map(([name, byMethod]): [string, string] => [
      name,
      json([...byMethod].map(([method, value]) => [method, formatDecimal(value)])),
    ]),
    ...[...drifted].map(([name, flag]): [string, string] => [name, json([['drifted', String(flag)]])]),
  ]
  const share: [string, string][] = [
    ['share', formatDecimal(all.div(count))],
    ['drifted', formatDecimal(all)],
    ['count', formatDecimal(count)],
  ]
  const text = json([
    ...(options['max-share'] === undefined ? [] : share),
    ...(options.dataset === undefined ? [] : [['dataset_drift', String(dataset)] as const]),
    ['features', json(features)],
  ])
  return { drift: { [FILE]: text } }
}
