import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { readTree } from '../../readers/choose.js'
import type { Node } from '../../tree.js'
import { inFile, mapOf } from '../build.js'
import type { Folder, Wanted } from '../contract.js'

const PER_CLASS = 'artifacts/per_class_metrics.csv'

/**
 * What `EvaluationResult.save` writes (`mlflow/models/evaluation/base.py`): `metrics.json`, and of several classes a table
 * with a row each. Their metrics are named `<class>/f1_score`; read as groups, the attribute is `positive_class`.
 */
export async function read(folder: Folder, { path, role }: Wanted): Promise<Result<Node>> {
  const classes = await treeOf(folder, PER_CLASS)
  if (classes !== undefined && !classes.ok) return classes
  const byClass = classes === undefined ? [] : classesIn(classes.value)
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

function classesIn(table: Node): [string, Node][] {
  const rows = table.kind === 'list' ? table.items : [table]
  return rows.flatMap((row): [string, Node][] => {
    const name = row.kind === 'map' ? row.entries.get('positive_class')?.value : undefined
    return name !== undefined && 'text' in name ? [[name.text, row]] : []
  })
}
