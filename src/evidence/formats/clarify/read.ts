import { message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, below, mapOf, moved, refused, textNode, textOf, withNames } from '../build.js'
import type { Wanted } from '../contract.js'

/**
 * `analysis.json` of SageMaker Clarify (https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-processing-job-analysis-results.html).
 * Bias metrics compare one facet with the rest: they are named `post_training/<facet>/<value>/<name>`. Explanations are
 * the mean |SHAP| of each feature; with several labels they are named by label.
 */
export function read(root: Node, wanted: Wanted): Result<Node> {
  const file = rootOf({ path: wanted.path, content: root })
  return wanted.role === 'explanations' ? explanations(file, wanted) : ok(withNames(root, biasIn(file)))
}

function biasIn(file: Place): [string, Node][] {
  return (['pre_training', 'post_training'] as const).flatMap((stage): [string, Node][] => {
    const facets = below(file, `${stage}_bias_metrics`, 'facets')
    if (facets === undefined) return []
    const named = entriesOf(facets).map(([facet, values]) => [facet, facetOf(values)] as const)
    return [[stage, mapOf(atOf(facets), named)]]
  })
}

function facetOf(values: Place): Node {
  const named = itemsOf(values).map((item) => {
    const value = entryOf(item, 'value_or_threshold')
    const metrics = entryOf(item, 'metrics')
    const name = value !== undefined && 'text' in value.node ? value.node.text : ''
    return [name, mapOf(atOf(item), itemsOf(metrics).flatMap(metricOf))] as const
  })
  return mapOf(atOf(values), named)
}

function metricOf(metric: Place): [string, Node][] {
  const name = textOf(entryOf(metric, 'name'))
  const value = entryOf(metric, 'value')
  const error = textOf(entryOf(metric, 'error'))
  if (name === undefined || value === undefined) return []
  const node = moved(value)
  return [[name, error === undefined ? node : refused(node, message('evidence.value.failed', { detail: error }))]]
}

function explanations(file: Place, { path, run }: Wanted): Result<Node> {
  const shap = below(file, 'explanations', 'kernel_shap')
  const labels = entriesOf(shap)
  const named = labels.flatMap(([label, place]) => {
    const values = entryOf(place, 'global_shap_values')
    return values === undefined || entriesOf(values).length === 0 ? [] : [[label, moved(values)] as const]
  })
  const chosen = run === undefined ? named : named.filter(([label]) => label === run)
  const [first, ...others] = chosen
  if (first === undefined) {
    const at = 'explanations/kernel_shap/*/global_shap_values'
    return failed(problem('evidence.tool.nothing', { title: 'SageMaker Clarify', at }, { path }))
  }
  const [, values] = first
  const method = textNode('kernel_shap', values.at)
  const all = mapOf(file.node.at, named)
  return ok(
    others.length === 0
      ? mapOf(values.at, [
          ['feature_importance', values],
          ['method', method],
        ])
      : mapOf(values.at, [
          ['labels', all],
          ['method', method],
        ]),
  )
}
