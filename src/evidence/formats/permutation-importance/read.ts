import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved, textNode, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { importances, type Stated, statedBy } from '../importance.js'
import { isByFeature, MEAN } from './shape.js'

const TITLE = 'permutation_importance'
/** Keys beside the arrays that hold the features' names. */
const NAMES = ['feature', 'features', 'feature_names', 'feature_name', '']

/**
 * `sklearn.inspection.permutation_importance`
 * (https://scikit-learn.org/stable/modules/generated/sklearn.inspection.permutation_importance.html), whose arrays have
 * no names: features are `feature_0`, … unless names were saved beside, or a data frame of it has them.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const rows = isByFeature(root) ? byFeature(file) : root.kind === 'list' ? itemsOf(file).map(recordOf) : arrays(file)
  if (rows === undefined) {
    const params = { title: TITLE, at: MEAN, expected: 'one name for each value' }
    return failed(problem('evidence.tool.malformed', params, { path }))
  }
  const importance = importances(rows, { title: TITLE, key: MEAN, path, at: root.at })
  if (!importance.ok) return importance
  const spread = rows.flatMap(({ name = '', std }) => (std === undefined ? [] : [[name, moved(std)] as const]))
  return ok(
    withNames(root, [
      ['feature_importance', importance.value],
      ['feature_importance_std', mapOf(root.at, spread)],
      ['method', textNode('permutation', root.at)],
    ]),
  )
}

interface Row extends Stated {
  readonly std: Place | undefined
}

function recordOf(record: Place, index: number): Row {
  const name = NAMES.map((key) => entryOf(record, key)).find((it) => it !== undefined)
  const stated = statedBy(record, name, entryOf(record, MEAN))
  return { ...named(stated, name, `feature_${index}`), std: entryOf(record, 'importances_std') }
}

/** Records by pandas' index: it names the features, or counts them where a column does. */
function byFeature(file: Place): Row[] {
  return entriesOf(file).map(([index, record], position) => {
    const row = recordOf(record, position)
    const isNamed = NAMES.some((key) => entryOf(record, key) !== undefined)
    return isNamed || /^\d+$/.test(index) ? row : { ...row, name: index }
  })
}

/** Lists by position, or pandas' columns by row: the rows are the features where they are no numbers. */
function arrays(file: Place): Row[] | undefined {
  const [mean, std] = [MEAN, 'importances_std'].map((key) => entryOf(file, key))
  if (mean === undefined) return []
  const names = NAMES.map((key) => entryOf(file, key)).find((it) => it !== undefined)
  const size = mean.node.kind === 'map' ? mean.node.entries.size : itemsOf(mean).length
  const beside = names?.node.kind === 'map' ? names.node.entries.size : itemsOf(names).length
  if (names !== undefined && beside !== size) return undefined
  if (mean.node.kind === 'list') {
    const [listed, deviations] = [itemsOf(names), itemsOf(std)]
    return itemsOf(mean).map((value, index): Row => {
      const stated = statedBy(mean, listed[index], value)
      return { ...named(stated, listed[index], `feature_${index}`), std: deviations[index] }
    })
  }
  return entriesOf(mean).map(([row, value], index): Row => {
    const name = names && entryOf(names, row)
    const unnamed = /^\d+$/.test(row) && names === undefined ? `feature_${index}` : row
    const stated = statedBy(mean, name, value)
    return { ...(names === undefined ? { ...stated, name: unnamed } : stated), std: std && entryOf(std, row) }
  })
}

/** Where nothing stands for a name, the position does; what stands there and is none stays no name. */
function named(stated: Stated, name: Place | undefined, position: string): Stated {
  return name === undefined ? { ...stated, name: position } : stated
}
