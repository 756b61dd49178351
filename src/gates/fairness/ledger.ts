import { decimal } from '../../shared/decimal.js'
import { shownHigher } from '../../stats/family.js'
import type { GroupRow } from '../../verdict/outcome.js'
import { approximate, shownQuantity } from '../quantity.js'
import { intervalFor, levelFor, scaleOf, shownInterval } from '../uncertainty.js'
import type { Group, Rate } from './groups.js'
import type { Rule } from './options.js'

const ZERO = decimal('0')

/** Every group of every rate with what is known of it; none is left out. */
export function ledgerOf(
  rates: readonly Rate[],
  rule: Rule,
  former: ReadonlyMap<string, readonly Group[]>,
): GroupRow[] {
  const level = levelFor(rule.confidence)
  return rates.flatMap(({ metric, groups }) => {
    const known = former.get(metric) ?? []
    const higher = higherThan(groups, rule)
    return groups.map((group, place): GroupRow => {
      const { name, quantity, sample, at } = group
      const { n, positives, negatives } = sample
      const interval = intervalFor({ quantity, sample, unit: rule.unit }, level)
      return {
        metric,
        name,
        value: shownQuantity(quantity, ZERO),
        at,
        ...(n !== undefined && { n }),
        ...(positives !== undefined && { positives }),
        ...(negatives !== undefined && { negatives }),
        ...(interval && { interval: shownInterval(interval, level, rule.confidence) }),
        ...(isSmall(group, rule) && { small: true }),
        ...((higher[place]?.length ?? 0) > 0 && { below: higher[place] ?? [] }),
        ...(known.length > 0 && !known.some((it) => it.name === name) && { new: true }),
      }
    })
  })
}

/** Level of the tests of all pairs where the policy demands no confidence. */
const PAIRS_LEVEL = 0.95

/** Of each group the names of those that are shown to be higher. */
function higherThan(
  groups: readonly Group[],
  { unit, confidence = PAIRS_LEVEL }: Rule,
): readonly (readonly string[])[] {
  const estimated = groups.map(({ quantity, sample: { basis } }) =>
    basis === undefined ? undefined : { value: approximate(quantity) / scaleOf(unit), basis },
  )
  const found = shownHigher(estimated, confidence) ?? []
  return found.map((places) => places.flatMap((place) => groups[place]?.name ?? []))
}

/** The groups that rest on fewer rows than the rule demands, with how many; unknown counts as none. */
export function tooSmall(rates: readonly Rate[], rule: Rule): { name: string; n: number }[] {
  const small = rates.flatMap(({ groups }) => groups.filter((group) => isSmall(group, rule)))
  return [...new Map(small.map((group) => [group.name, { name: group.name, n: rowsOf(group) }])).values()]
}

function isSmall(group: Group, rule: Rule): boolean {
  const least = rule['min-n']
  return least !== undefined && rowsOf(group) < least
}

/** The rows that the value is a share of, where they are known: a recall rests on the positives alone. */
function rowsOf({ sample: { basis, n = 0 } }: Group): number {
  return basis?.kind === 'proportion' ? basis.trials : n
}
