import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved, textNode } from '../build.js'
import type { Wanted } from '../contract.js'

/** Keys beside the arrays that hold the features' names. */
const NAMES = ['feature', 'features', 'feature_names', 'feature_name', '']

/**
 * `sklearn.inspection.permutation_importance`
 * (https://scikit-learn.org/stable/modules/generated/sklearn.inspection.permutation_importance.html), whose arrays have
 * no names: features are `feature_0`, … unless names were saved beside, or a data frame of it has them.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const pairs = root.kind === 'list' ? itemsOf(file).map(recordOf) : arrays(file)
  const values = pairs.flatMap(([name, mean]) => (mean === undefined ? [] : [[name, moved(mean)] as const]))
  const spread = pairs.flatMap(([name, , std]) => (std === undefined ? [] : [[name, moved(std)] as const]))
  const importance = mapOf(root.at, values)
  if (values.length === 0 || importance.entries.size < values.length) {
    return failed(
      problem('evidence.tool.nothing', { title: 'permutation_importance', at: 'importances_mean' }, { path }),
    )
  }
  const parts = [
    ['feature_importance', importance],
    ['feature_importance_std', mapOf(root.at, spread)],
  ] as const
  return ok(mapOf(root.at, [...parts, ['method', textNode('permutation', root.at)]]))
}

type Pair = readonly [name: string, mean: Place | undefined, std: Place | undefined]

function recordOf(record: Place, index: number): Pair {
  const name = NAMES.map((key) => entryOf(record, key)).find((it) => it?.node.kind === 'text')
  const shown = name?.node.kind === 'text' ? name.node.text : `feature_${index}`
  return [shown, entryOf(record, 'importances_mean'), entryOf(record, 'importances_std')]
}

/** Lists by position, or pandas' columns by row: the rows are the features where they are no numbers. */
function arrays(file: Place): Pair[] {
  const [mean, std] = ['importances_mean', 'importances_std'].map((key) => entryOf(file, key))
  if (mean === undefined) return []
  const named = NAMES.map((key) => entryOf(file, key)).find((it) => it !== undefined)
  if (mean.node.kind === 'list') {
    const names = itemsOf(named)
    const deviations = itemsOf(std)
    return itemsOf(mean).map((value, index): Pair => [nameOf(names[index], index), value, deviations[index]])
  }
  return entriesOf(mean).map(([row, value], index): Pair => {
    const name = named && entryOf(named, row)
    const shown = name === undefined && !/^\d+$/.test(row) ? row : nameOf(name, index)
    return [shown, value, std && entryOf(std, row)]
  })
}

function nameOf(place: Place | undefined, index: number): string {
  return place?.node.kind === 'text' ? place.node.text : `feature_${index}`
}
