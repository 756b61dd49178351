import { failed, problem, type Result } from '../../../shared/problem.js'
import { parseJson } from '../../readers/json/parse.js'
import type { Node, ScalarNode } from '../../tree.js'
import { inFile } from '../build.js'
import type { Folder, Wanted } from '../contract.js'

const NONFINITE = /^-?(?:nan|inf)$/

/**
 * The summary in a folder of DVCLive, `metrics.json`: the latest value of each metric, nested at the slashes of its name.
 * DVCLive writes `nan` and `inf` as texts (`dvclive/live.py`). The history of a metric is a table in `plots/metrics`.
 */
export function read(folder: Folder, { path }: Wanted): Result<Node> {
  const file = folder.read('metrics.json')
  if (file === undefined || !file.ok) return file ?? failed(problem('file.absent', { path }, { path }))
  const shown = folder.shown('metrics.json')
  const tree = parseJson(file.value, shown)
  if (!tree.ok) return tree
  if (tree.value.kind === 'map' && tree.value.entries.size > 0)
    return { ok: true, value: inFile(tree.value, shown, asMeant) }
  return failed(problem('evidence.tool.nothing', { title: 'DVCLive folder', at: 'metrics.json' }, { path: shown }))
}

/** The numbers that JSON has no name for, which DVCLive writes as texts. */
function asMeant(scalar: ScalarNode): ScalarNode {
  if (scalar.kind !== 'text' || !NONFINITE.test(scalar.text)) return scalar
  return { kind: 'nonfinite', at: scalar.at, text: scalar.text }
}
