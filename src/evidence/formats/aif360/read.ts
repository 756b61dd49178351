import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, rootOf } from '../../place.js'
import { numberNode } from '../../readers/scalars.js'
import type { Node } from '../../tree.js'
import { atOf, mapOf, moved, textOf } from '../build.js'
import type { Wanted } from '../contract.js'
import { mapOnce } from '../once.js'

/**
 * What AIF360's `MetricJSONExplainer` says of one metric (https://aif360.readthedocs.io): the value stands at the end of
 * its message, `Disparate impact (…): 0.6`. It is found under the metric's name, in words and with underscores.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const [metric, said] = [entryOf(file, 'metric'), entryOf(file, 'message')]
  const name = textOf(metric) ?? ''
  const [, value] =
    /: (-?\d{1,20}(?:\.\d{1,40})?(?:e[-+]?\d{1,3})?|-?nan|-?inf)\.?$/i.exec((textOf(said) ?? '').trim()) ?? []
  if (metric === undefined || name.trim() === '' || said === undefined || value === undefined) {
    const params = { title: 'AIF360 metric', at: 'message', expected: '`<metric>: <number>`' }
    return failed(problem('evidence.tool.malformed', params, { path }))
  }
  const at = atOf(said)
  const node: Node = /^-?\d/.test(value) ? numberNode(value, at) : { kind: 'nonfinite', at, text: value }
  const names = [...new Set([name, name.toLowerCase().replaceAll(' ', '_')])]
  // A value that the file states once more, under the metric's own name, is not what the tool writes.
  const stated = names.flatMap((it): [string, Node][] => {
    const own = entryOf(file, it)
    return own === undefined
      ? [[it, node]]
      : [
          [it, node],
          [it, moved(own)],
        ]
  })
  const rest = entriesOf(file).map(([key, it]) => [key, moved(it)] as const)
  const once = entriesOf({ node: mapOnce(root.at, path, stated), at: file.at })
  return ok(mapOf(root.at, [...once.map(([key, it]) => [key, it.node] as const), ...rest]))
}
