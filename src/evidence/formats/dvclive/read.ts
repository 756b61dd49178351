import { failed, problem, type Result } from '../../../shared/problem.js'
import { parseJson } from '../../readers/json/parse.js'
import { MAX_DEPTH, type Node } from '../../tree.js'
import { mapOf } from '../build.js'
import type { Folder, Wanted } from '../contract.js'

const NONFINITE = /^-?(?:nan|inf)$/

/**
 * The summary in a folder of DVCLive, `metrics.json`: the latest value of each metric, nested at the slashes of its name.
 * DVCLive writes `nan` and `inf` as texts (`dvclive/live.py`). The history of a metric is a table in `plots/metrics`.
 */
export async function read(folder: Folder, { path }: Wanted): Promise<Result<Node>> {
  const file = folder.read('metrics.json')
  if (file === undefined || !file.ok) return file ?? failed(problem('file.absent', { path }, { path }))
  const shown = folder.shown('metrics.json')
  const tree = parseJson(file.value, shown)
  if (!tree.ok) return tree
  if (tree.value.kind === 'map' && tree.value.entries.size > 0) return { ok: true, value: inFile(tree.value, shown) }
  return failed(problem('evidence.tool.nothing', { title: 'DVCLive folder', at: 'metrics.json' }, { path: shown }))
}

/** The values, each standing in the file that it was read from. */
function inFile(node: Node, path: string, depth = 0): Node {
  const at = { ...node.at, path }
  if (node.kind === 'text' && NONFINITE.test(node.text)) return { kind: 'nonfinite', at, text: node.text }
  if (node.kind === 'list' && depth <= MAX_DEPTH) {
    return { ...node, at, items: node.items.map((item) => inFile(item, path, depth + 1)) }
  }
  if (node.kind !== 'map' || depth > MAX_DEPTH) return { ...node, at }
  return mapOf(
    at,
    [...node.entries].map(([name, { value }]) => [name, inFile(value, path, depth + 1)] as const),
  )
}
