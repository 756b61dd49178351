import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entryOf, itemsOf, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { below, mapOf, moved, textOf } from '../build.js'
import type { Wanted } from '../contract.js'
import { repeated } from '../names.js'

/** Results in a file of their own (https://huggingface.co/docs/hub/eval-results): `<dataset>/<task>` → value, in whatever unit. */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const items = itemsOf(rootOf({ path, content: root }))
  const named = items.flatMap((item): [string, Node][] => {
    const result = entryOf(item, 'data') ?? item
    const dataset = textOf(below(result, 'dataset', 'id'))
    const task = textOf(below(result, 'dataset', 'task_id'))
    const value = entryOf(result, 'value')
    return dataset === undefined || task === undefined || value === undefined
      ? []
      : [[`${dataset}/${task}`, moved(value)]]
  })
  const [twice] = repeated(named.map(([name]) => name))
  if (twice !== undefined) return failed(problem('evidence.metrics.twice', { metric: twice }, { path }))
  if (named.length > 0 && named.length === items.length) return ok(mapOf(root.at, named))
  const params = { title: 'Hugging Face .eval_results', at: '/', expected: '[{dataset: {id, task_id}, value}]' }
  return failed(problem('evidence.tool.malformed', params, { path }))
}
