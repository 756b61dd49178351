import type { Cells, Compared, ComparedColumn, Figure } from '../../evidence/drift/contract.js'
import { decimal, formatDecimal, parseDecimal } from '../../shared/decimal.js'
import { type Message, message } from '../../shared/message.js'
import { psiWithoutDrift } from '../../stats/distance.js'
import type { Check } from '../../verdict/outcome.js'
import { showBound } from '../bound.js'
import { type Asked, compare, identify, withoutValue } from '../compare.js'
import { number } from '../quantity.js'
import type { NotRead } from '../reading.js'
import type { Options } from './options.js'

/** Values that each table has to have in a column, where a policy says nothing: below, chance alone looks like drift. */
export const DEFAULT_MIN_ROWS = 100

const MESSAGES = { pass: 'drift.computed-pass', fail: 'drift.computed-fail', atBound: 'drift.computed-fail' }

/** One column by one method, and what is demanded of it. */
export interface Judged {
  readonly asked: Asked
  readonly feature: string
  readonly method: string
  readonly options: Options
  readonly compared: Compared
}

/** The check of a computed figure. */
export function figureCheck(judged: Judged, column: ComparedColumn): Check {
  const { asked, feature, method, options, compared } = judged
  const at = { path: compared.current.path }
  const without = (outcome: NotRead['outcome'], why: Message) =>
    withoutValue(asked, { kind: 'none', outcome, message: why, at })
  if (column.why !== undefined) {
    return without(column.absent ? 'missing' : 'error', message('drift.column-why', { feature, why: column.why }))
  }
  const floor = options['min-rows'] ?? DEFAULT_MIN_ROWS
  const [n, m] = [rowsFor(method, column.reference), rowsFor(method, column.current)]
  if (!(n >= floor && m >= floor)) {
    return without('insufficient', message('drift.few-rows', { feature, method, reference: n, current: m, floor }))
  }
  const figure = column.figures.get(method)
  if (figure === undefined) return without('missing', message('drift.no-tables'))
  if (figure.kind === 'undefined') {
    return without(figure.outcome, message('drift.no-figure', { feature, method, why: figure.why }))
  }
  if (figure.kind === 'infinite') {
    const [bound] = asked.bounds
    const params = { feature, method, category: figure.category, bound: showBound(bound) }
    return { ...identify(asked, bound), outcome: 'fail', message: message('drift.infinite', params), evidence: at }
  }
  return valueCheck(judged, column, figure)
}

function rowsFor(method: string, { values, missing }: Cells): number {
  return method === 'missing_rise' ? values + missing : values
}

function valueCheck(judged: Judged, column: ComparedColumn, figure: Extract<Figure, { kind: 'value' }>): Check {
  const { asked, feature, method, compared } = judged
  const { reference, current } = column
  const at = { path: compared.current.path }
  const value = parseDecimal(String(figure.value))
  if (value === undefined) {
    const why = message('reading.nonfinite', { selector: feature, found: String(figure.value), place: at.path })
    return withoutValue(asked, { kind: 'none', outcome: 'error', message: why, at })
  }
  const rows = message('drift.rows', {
    reference: reference.values,
    current: current.values,
    missing: `${reference.missing} + ${current.missing}`,
  })
  const check = compare(asked, {
    quantity: number(value),
    at,
    sample: {},
    messages: MESSAGES,
    params: { feature, method, rows },
  })
  if (method !== 'psi' || check.outcome !== 'fail') return check
  const chance = psiWithoutDrift(reference.values, current.values, figure.bins ?? 2)
  // What chance alone reaches one time in twenty proves nothing.
  if (chance === undefined || !(figure.value <= chance)) return check
  const reached = formatDecimal(decimal(chance.toPrecision(3)))
  const params = { feature, actual: check.actual ?? '', bins: figure.bins ?? 2, rows, reached }
  return { ...check, outcome: 'insufficient', message: message('drift.chance', params) }
}
