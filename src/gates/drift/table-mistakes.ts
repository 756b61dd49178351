import { pointerTo } from '../../shared/location.js'
import { type Problem, problem } from '../../shared/problem.js'
import type { Demand } from '../contract.js'
import { METHODS } from './methods.js'
import { EVERY, type Options } from './options.js'
import { hasTables, pathOf } from './wanted.js'

const MAX_BINS = 1_000
const COMPUTED = [...METHODS].filter(([, { computed }]) => computed).map(([name]) => name)

/** What is asked of two tables and of a report at once, and what cannot be asked of either. */
export function tableMistakes(demand: Demand<Options>): Problem[] {
  const { options, locate } = demand
  if (!hasTables(options)) return [...onlyTables(demand), ...methodMistakes(demand, false)]
  const { reference, current, bins } = options
  const lacking = reference === undefined ? 'reference' : current === undefined ? 'current' : undefined
  const same = reference !== undefined && current !== undefined && pathOf(reference) === pathOf(current)
  const wrongBins =
    bins === undefined || bins === 'evidently' || (typeof bins === 'number' && bins >= 2 && bins <= MAX_BINS)
  return [
    ...(lacking === undefined ? [] : [problem('drift.one-table', { lacking }, locate(''))]),
    ...(same ? [problem('drift.same-table', {}, locate('/current'))] : []),
    ...(wrongBins ? [] : [problem('drift.bins', { found: String(bins), most: MAX_BINS }, locate('/bins'))]),
    ...(options.dataset === undefined ? [] : [problem('drift.report-only', { option: 'dataset' }, locate('/dataset'))]),
    ...methodMistakes(demand, true),
  ]
}

/** Options that mean something of tables only. */
function onlyTables({ options, locate }: Demand<Options>): Problem[] {
  const found = (['bins', 'min-rows', 'except', 'categorical'] as const).filter((name) => options[name] !== undefined)
  const every = options.features !== undefined && Object.hasOwn(options.features, EVERY)
  return [
    ...found.map((option) => problem('drift.tables-only', { option }, locate(`/${option}`))),
    ...(every ? [problem('drift.tables-only', { option: EVERY }, locate(`/features/${EVERY}`))] : []),
  ]
}

function methodMistakes({ options, locate }: Demand<Options>, tables: boolean): Problem[] {
  return Object.entries(options.features ?? {}).flatMap(([feature, bounds]) => {
    const at = pointerTo('/features', feature)
    if (typeof bounds === 'string') {
      return tables ? [problem('drift.report-only', { option: `${feature}: stable` }, locate(at))] : []
    }
    return Object.keys(bounds).flatMap((method) => {
      const known = METHODS.get(method)
      const place = locate(pointerTo(at, method))
      if (tables && known?.computed === false) {
        return [problem('drift.not-computed', { method, computed: COMPUTED }, place)]
      }
      return !tables && known?.onlyComputed ? [problem('drift.tables-only', { option: method }, place)] : []
    })
  })
}
