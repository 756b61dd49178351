import { type Decimal, decimal, formatDecimal } from '../../../shared/decimal.js'
import { ok, type Result } from '../../../shared/problem.js'
import { entriesOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, decimalOf, mapOf, quotientNode, withNames } from '../build.js'
import type { Wanted } from '../contract.js'

/**
 * The scores of each fold (https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.cross_validate.html),
 * and beside each list its `mean`, `min`, `max` and `n`. A list with a fold that was not scored has none of these.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const statistics = entriesOf(file).flatMap(([name, place]): [string, Node][] => {
    const folds = itemsOf(place)
    const values = folds.map(decimalOf)
    const known = values.filter((value) => value !== undefined)
    return known.length === 0 || known.length < folds.length ? [] : of(name, known, place)
  })
  return ok(withNames(root, statistics))
}

function of(name: string, values: readonly Decimal[], place: Place): [string, Node][] {
  const at = atOf(place)
  const count = decimal(String(values.length))
  const sum = values.reduce((total, value) => total.plus(value))
  const number = (value: Decimal): Node => ({ kind: 'number', at, text: formatDecimal(value) })
  const least = values.reduce((a, b) => (b.lt(a) ? b : a))
  const most = values.reduce((a, b) => (b.gt(a) ? b : a))
  const mean = quotientNode(sum, count, at)
  const parts = mapOf(at, [
    ['mean', mean],
    ['min', number(least)],
    ['max', number(most)],
    ['n', number(count)],
  ])
  return [...parts.entries].map(([part, { value }]) => [`${name}/${part}`, value])
}
