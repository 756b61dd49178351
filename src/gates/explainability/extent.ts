import { entryOf, type Place } from '../../evidence/place.js'
import { clip } from '../../shared/clip.js'
import { type Decimal, decimal, formatDecimal } from '../../shared/decimal.js'
import { shown } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import type { Check } from '../../verdict/outcome.js'
import { decimalOf } from '../bound.js'
import { findAgainst, quotient } from '../quantity.js'
import { toNumber } from '../reading.js'
import { calledBy, type Explanation, MAX_NAME } from './sets.js'

type Judgement = Pick<Check, 'outcome' | 'message'> & Partial<Check>

const ZERO = decimal('0')
const ONE = decimal('1')

/** The sum of all importances, which is above zero. */
export function sumOf({ features }: Explanation): Decimal {
  return features.reduce((sum, { value }) => sum.plus(value), ZERO)
}

/** Whether no feature has more than a share of the sum of absolute importances. */
export function judgeShare(limit: number, explanation: Explanation): Judgement {
  const [first] = explanation.features
  const largest = first ?? { name: '', value: ONE, at: explanation.at }
  const bound = { relation: '<=', limit: decimalOf(limit), option: '' } as const
  const { held, bound: _, atBound: __, ...facts } = findAgainst(quotient(largest.value, sumOf(explanation)), [bound])
  const params = {
    feature: clip(largest.name, MAX_NAME),
    actual: facts.actual,
    bound: `<= ${formatDecimal(bound.limit)}`,
    path: calledBy(explanation),
  }
  const said = message(held ? 'explainability.spread' : 'explainability.dominates', params)
  return { ...facts, outcome: held ? 'pass' : 'fail', message: said, evidence: largest.at }
}

/** Whether the importances rest on enough rows, where the file says on how many. */
export function judgeSamples(fewest: number, explanation: Explanation): Judgement {
  const place = ['samples', 'n_samples']
    .map((name) => entryOf(explanation.root, name))
    .find((it) => it !== undefined && it.node.kind !== 'map')
  const needed = formatDecimal(decimalOf(fewest))
  const path = calledBy(explanation)
  if (place === undefined) {
    const said = message('explainability.uncounted', { path, needed })
    return { outcome: 'insufficient', message: said, evidence: explanation.at }
  }
  const read = toNumber(place.node, 'samples', place.at)
  if (read.kind === 'none') return { outcome: 'error', message: read.message, evidence: place.at }
  const enough = read.value.gte(decimalOf(fewest))
  const params = { path, needed, samples: formatDecimal(read.value) }
  const said = message(enough ? 'explainability.enough' : 'explainability.too-few', params)
  const facts = { actual: formatDecimal(read.value), evidence: place.at }
  return { ...facts, outcome: enough ? 'pass' : 'insufficient', message: said }
}

/** LIME's `score`; of what explains no row alone `score` may be a feature. */
function fidelityIn({ root, isLocal }: Explanation): Place | undefined {
  return entryOf(root, 'fidelity') ?? (isLocal ? entryOf(root, 'score') : undefined)
}

/** Whether it is an explanation whose fidelity counts: of one row, or one that states it. */
export function hasFidelity(explanation: Explanation): boolean {
  return explanation.isLocal || fidelityIn(explanation) !== undefined
}

/** Whether a local explanation fits: its R² on the neighbourhood, which LIME calls `score`. */
export function judgeFidelity(limit: number, explanation: Explanation): Judgement {
  const place = fidelityIn(explanation)
  const path = calledBy(explanation)
  if (place === undefined) {
    const said: Message = message('explainability.no-fidelity', { path })
    return { outcome: 'missing', message: said, evidence: explanation.at }
  }
  const read = toNumber(place.node, String(place.within?.segment), place.at)
  if (read.kind === 'none') return { outcome: 'error', message: read.message, evidence: place.at }
  if (read.value.gt(ONE)) {
    const params = { found: formatDecimal(read.value), place: shown(place.at) }
    return { outcome: 'error', message: message('explainability.no-r2', params), evidence: place.at }
  }
  const bound = { relation: '>=', limit: decimalOf(limit), option: '' } as const
  const { held, bound: _, atBound: __, ...facts } = findAgainst(read.quantity, [bound])
  const params = { path, actual: facts.actual, bound: `>= ${formatDecimal(bound.limit)}` }
  const said = message(held ? 'explainability.fits' : 'explainability.unfit', params)
  return { ...facts, outcome: held ? 'pass' : 'fail', message: said, evidence: place.at }
}
