import { type Decimal, decimal, parseDecimal } from '../../shared/decimal.js'
import type { Place } from '../place.js'
import type { Node } from '../tree.js'
import { doubt, type Group } from './reading.js'

const ZERO = decimal('0')
const ONE = decimal('1')
const HUNDRED = decimal('100')

/**
 * The entries called `n`, `count` or `support` that may be a group of that name rather than a number of rows: no whole
 * number, fewer rows than there are groups, or as small as a value in per cent beside values that can be per cent.
 */
export function doubtfulSizes(entries: readonly [string, Place][], groups: readonly Group[]): string[] {
  if (entries.length === 0) return []
  const beyondOne = groups.some(({ value }) => decimalOf(value)?.gt(ONE) === true)
  const least = decimal(String(groups.length))
  return entries.flatMap(([name, place]) => {
    const { node } = place
    const size = decimalOf(node)
    const isSize =
      size === undefined
        ? node.kind === 'map' && [...node.entries.values()].every(({ value }) => isCount(decimalOf(value)))
        : isCount(size) && size.gte(least) && !(beyondOne && size.lte(HUNDRED))
    return isSize ? [] : [doubt(place, 'text' in node ? `${name}: ${node.text}` : name)]
  })
}

function decimalOf(node: Node): Decimal | undefined {
  return node.kind === 'number' ? parseDecimal(node.text) : undefined
}

function isCount(value: Decimal | undefined): boolean {
  return value?.gte(ZERO) === true && value.round(0).eq(value)
}
