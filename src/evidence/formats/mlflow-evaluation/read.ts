import { message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { readTree } from '../../readers/choose.js'
import type { MapNode, Node } from '../../tree.js'
import { inFile, mapOf, refused } from '../build.js'
import type { Folder, Wanted } from '../contract.js'

const PER_CLASS = 'artifacts/per_class_metrics.csv'

/**
 * What `EvaluationResult.save` writes (`mlflow/models/evaluation/base.py`): `metrics.json`, and of several classes a table
 * with a row each. Their metrics are named `<class>/f1_score`; read as groups, the attribute is `positive_class`.
 */
export async function read(folder: Folder, { path, role }: Wanted): Promise<Result<Node>> {
  const classes = await treeOf(folder, PER_CLASS)
  if (classes !== undefined && !classes.ok) return classes
  const found = classes === undefined ? ok([]) : classesIn(classes.value, folder.shown(PER_CLASS))
  if (!found.ok) return found
  const byClass = found.value
  if (role === 'groups') {
    if (classes !== undefined)
      return ok(mapOf(classes.value.at, [['positive_class', mapOf(classes.value.at, byClass)]]))
    return failed(problem('evidence.tool.nothing', { title: 'MLflow evaluation result', at: PER_CLASS }, { path }))
  }
  const metrics = await treeOf(folder, 'metrics.json')
  if (metrics === undefined || !metrics.ok) return metrics ?? failed(problem('file.absent', { path }, { path }))
  if (metrics.value.kind !== 'map' || metrics.value.entries.size === 0) {
    return failed(problem('evidence.tool.nothing', { title: 'MLflow evaluation result', at: 'metrics.json' }, { path }))
  }
  const own = [...metrics.value.entries].map(([name, { value }]) => [name, value] as const)
  return ok(mapOf(metrics.value.at, [...own, ...byClass]))
}

/** A file of the folder as a tree whose values know the file; undefined where it is not there. */
async function treeOf(folder: Folder, name: string): Promise<Result<Node> | undefined> {
  const file = folder.read(name)
  if (file === undefined || !file.ok) return file
  const path = folder.shown(name)
  const tree = await readTree(file.value, path)
  return tree.ok ? ok(inFile(tree.value.content, path)) : tree
}

/** Rows by their class; the values of one that has several rows are refused, since none says which row is meant. */
function classesIn(table: Node, path: string): Result<[string, Node][]> {
  const byName = new Map<string, MapNode[]>()
  for (const row of table.kind === 'list' ? table.items : [table]) {
    const name = row.kind === 'map' ? row.entries.get('positive_class')?.value : undefined
    if (row.kind !== 'map' || name === undefined || !('text' in name) || name.text === '') {
      const params = { title: 'MLflow evaluation result', at: path, expected: 'positive_class,…,f1_score' }
      return failed(problem('evidence.tool.malformed', params, { path, ...row.at }))
    }
    byName.set(name.text, [...(byName.get(name.text) ?? []), row])
  }
  return ok([...byName].map(([name, rows]) => [name, onlyOf(name, rows, table)]))
}

function onlyOf(name: string, rows: readonly MapNode[], table: Node): Node {
  const [first, ...others] = rows
  if (first !== undefined && others.length === 0) return first
  const why = message('evidence.mlflow.class-twice', { class: name, rows: String(rows.length) })
  return mapOf(
    table.at,
    rows.flatMap(({ entries }) => [...entries].map(([metric, { value }]) => [metric, refused(value, why)] as const)),
  )
}
