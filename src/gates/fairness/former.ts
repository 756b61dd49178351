import type { Source } from '../../evidence/evidence.js'
import { isOverall } from '../../evidence/groups/vocabulary.js'
import type { Node } from '../../evidence/tree.js'
import { decimal } from '../../shared/decimal.js'
import { type Message, message } from '../../shared/message.js'
import { compareQuantities, difference, shownQuantity } from '../quantity.js'
import { type NotRead, unavailable } from '../reading.js'
import { type Group, type Rate, statedGroups } from './groups.js'
import type { Rule } from './options.js'

/**
 * The groups of a rate in the baseline, where a baseline is named and has them: of a file of metrics alone nothing is
 * known. Groups that do not name their metric and attribute are not taken for these.
 */
export function formerGroups(source: Source<Node>, rule: Rule, rate: string): Group[] | NotRead {
  if (!source.declared) return []
  const gap = unavailable(source, 'baseline')
  if (gap?.outcome === 'error') return gap
  const stated = statedGroups(source, rule, rate, { metric: false, by: false })
  return 'kind' in stated ? [] : stated
}

/** Why the groups cannot be judged although each that is there has a value: some that the baseline has are gone. */
export function vanished(rates: readonly Rate[], former: readonly Group[], { by }: Rule): NotRead | undefined {
  const names = new Set(rates.flatMap(({ groups }) => groups.map(({ name }) => name)))
  const gone = former.filter(({ name }) => !names.has(name) && !isOverall(name))
  const [first] = gone
  const metric = rates[0]?.metric ?? ''
  if (first === undefined) return undefined
  const params = { metric, by, path: first.at.path, vanished: [...new Set(gone.map(({ name }) => name))] }
  return { kind: 'none', outcome: 'missing', message: message('fairness.vanished', params), at: first.at }
}

const ZERO = decimal('0')

interface Ends {
  readonly low: Group
  readonly high: Group
}

/** Says of a narrower gap that nobody is better off: the highest group fell and the lowest did not rise. */
export function levelledDown(why: Message, now: Ends, former: readonly Group[]): Message {
  const before = former.filter(({ name }) => !isOverall(name))
  const [first, second] = before
  if (first === undefined || second === undefined) return why
  const low = before.reduce((a, b) => (compareQuantities(b.quantity, a.quantity) < 0 ? b : a))
  const high = before.reduce((a, b) => (compareQuantities(b.quantity, a.quantity) > 0 ? b : a))
  const [gap, formerGap] = [now, { low, high }].map((ends) => difference(ends.high.quantity, ends.low.quantity))
  const isNarrower = gap !== undefined && formerGap !== undefined && compareQuantities(gap, formerGap) < 0
  const fell = compareQuantities(now.high.quantity, high.quantity) < 0
  const rose = compareQuantities(now.low.quantity, low.quantity) > 0
  if (!isNarrower || !fell || rose) return why
  return message('fairness.levelled-down', {
    why,
    before: shownQuantity(formerGap, ZERO),
    now: shownQuantity(gap, ZERO),
    high: now.high.name === high.name ? high.name : `${high.name}, ${now.high.name}`,
    from: shownQuantity(high.quantity, ZERO),
    to: shownQuantity(now.high.quantity, ZERO),
  })
}
