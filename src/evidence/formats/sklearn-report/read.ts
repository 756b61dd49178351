import { ok, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved } from '../build.js'
import type { Wanted } from '../contract.js'

/** Rows of a report that are no classes. `accuracy` is one only where it holds a single number. */
const AVERAGES = new Set(['macro avg', 'micro avg', 'weighted avg', 'samples avg'])

/**
 * `classification_report(output_dict=True)`, or its data frame by rows or by columns
 * (https://scikit-learn.org/stable/modules/generated/sklearn.metrics.classification_report.html). In a data frame the row
 * `accuracy` has the accuracy in every column, `support` included; there it is that one number again.
 */
export function read(root: Node, { path, role }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const rows = byRow(file)
  const named = rows.map(([name, row]) => [
    name,
    isAccuracy(name, row, rows) ? (row.precision ?? row.whole) : row.whole,
  ])
  const entries = named as [string, Node][]
  if (role === 'groups') {
    const classes = entries.filter(([name, node]) => node.kind === 'map' && !AVERAGES.has(name))
    return ok(mapOf(root.at, [['class', mapOf(root.at, classes)]]))
  }
  const aliases = entries.flatMap(([name, node]): [string, Node][] =>
    AVERAGES.has(name) ? [[name.replace(' ', '_'), underscored(node)]] : [],
  )
  return ok(mapOf(root.at, [...entries, ...aliases]))
}

interface Row {
  readonly whole: Node
  readonly precision: Node | undefined
  /** Values of its columns as text. */
  readonly values: readonly string[]
}

/** The report's rows by name, turned round where its columns come first. */
function byRow(file: Place): [string, Row][] {
  const f1 = entryOf(file, 'f1-score')
  if (f1 === undefined || entryOf(f1, 'macro avg') === undefined) {
    return entriesOf(file).map(([name, place]) => [name, rowOf(place.node.kind === 'map' ? moved(place) : place.node)])
  }
  return entriesOf(f1).map(([name]) => {
    const columns = entriesOf(file).flatMap(([column, values]): [string, Node][] => {
      const value = entryOf(values, name)
      return value === undefined ? [] : [[column, moved(value)]]
    })
    return [name, rowOf(mapOf(columns[0]?.[1].at ?? file.node.at, columns))]
  })
}

function rowOf(whole: Node): Row {
  const values = whole.kind === 'map' ? [...whole.entries.values()].map(({ value }) => value) : []
  return {
    whole,
    precision: whole.kind === 'map' ? whole.entries.get('precision')?.value : undefined,
    values: values.map((value) => ('text' in value ? value.text : '')),
  }
}

/** A class may be called accuracy; the accuracy itself is the same in every column, and rows are never one to four. */
function isAccuracy(name: string, { whole, values }: Row, rows: readonly (readonly [string, Row])[]): boolean {
  if (name !== 'accuracy' || whole.kind !== 'map') return false
  return new Set(values).size === 1 && values.length > 1 && rows.some(([other]) => other === 'macro avg')
}

/** `f1_score` beside `f1-score`. */
function underscored(node: Node): Node {
  if (node.kind !== 'map') return node
  return mapOf(
    node.at,
    [...node.entries].map(([name, { value }]) => [name.replace('-', '_'), value] as const),
  )
}
