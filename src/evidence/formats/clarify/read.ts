import { message } from '../../../shared/message.js'
import { failed, ok, type Problem, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, below, mapOf, moved, refused, textNode, textOf, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { importances } from '../importance.js'
import { mapOnce, missing } from '../once.js'

const TITLE = 'SageMaker Clarify'
const STAGES = ['pre_training', 'post_training'] as const

/**
 * `analysis.json` of SageMaker Clarify (https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-processing-job-analysis-results.html).
 * Bias metrics compare one facet with the rest: they are named `post_training/<facet>/<value>/<name>`. Explanations are
 * the mean |SHAP| of each feature; with several labels they are named by label. A facet or a label that holds nothing
 * is a problem: it was to be measured.
 */
export function read(root: Node, wanted: Wanted): Result<Node> {
  const file = rootOf({ path: wanted.path, content: root })
  if (wanted.role === 'explanations') return explanations(file, wanted)
  const stages = STAGES.flatMap((stage) => {
    const facets = below(file, `${stage}_bias_metrics`, 'facets')
    return facets === undefined ? [] : [{ stage, facets }]
  })
  const problems = stages.flatMap(({ facets }) => mistakesIn(facets))
  if (problems.length > 0) return failed(...problems)
  const named = stages.map(({ stage, facets }) => [stage, biasIn(facets, wanted.path)] as const)
  return ok(withNames(root, named))
}

/** What is empty and what has no name, of facets, their values and their metrics. */
function mistakesIn(facets: Place): Problem[] {
  const named = entriesOf(facets)
  if (named.length === 0) return [empty(facets)]
  return named.flatMap(([, facet]) => {
    const values = itemsOf(facet)
    if (values.length === 0) return [empty(facet)]
    return values.flatMap((value) => {
      const metrics = itemsOf(entryOf(value, 'metrics'))
      if (facetValue(value) === undefined) return [nameless(value, '`value_or_threshold`')]
      if (metrics.length === 0) return [empty(value)]
      return metrics.filter((it) => textOf(entryOf(it, 'name')) === undefined).map((it) => nameless(it, '`name`'))
    })
  })
}

function empty({ at }: Place): Problem {
  return problem('evidence.tool.nothing', { title: TITLE, at: at.pointer ?? 'facets' }, at)
}

function nameless({ at }: Place, expected: string): Problem {
  return problem('evidence.tool.malformed', { title: TITLE, at: at.pointer ?? 'facets', expected }, at)
}

function facetValue(item: Place): string | undefined {
  const node = entryOf(item, 'value_or_threshold')?.node
  return node !== undefined && 'text' in node && node.kind !== 'null' && node.text !== '' ? node.text : undefined
}

function biasIn(facets: Place, path: string): Node {
  const named = entriesOf(facets).map(([facet, values]) => {
    const metrics = new Map<string, (readonly [string, Node])[]>()
    for (const item of itemsOf(values)) {
      const name = facetValue(item) ?? ''
      const own = metrics.get(name) ?? []
      metrics.set(name, own)
      for (const metric of itemsOf(entryOf(item, 'metrics'))) own.push(metricOf(metric))
    }
    const byValue = [...metrics].map(([name, own]) => [name, mapOnce(atOf(values), path, own)] as const)
    return [facet, mapOf(atOf(values), byValue)] as const
  })
  return mapOf(atOf(facets), named)
}

function metricOf(metric: Place): readonly [string, Node] {
  const value = entryOf(metric, 'value')
  const error = entryOf(metric, 'error')
  const node = value === undefined ? missing(metric) : moved(value)
  const name = textOf(entryOf(metric, 'name')) ?? ''
  if (error === undefined || error.node.kind === 'null') return [name, node]
  const detail = 'text' in error.node ? error.node.text : '…'
  return [name, refused(node, message('evidence.value.failed', { detail }))]
}

function explanations(file: Place, { path, run }: Wanted): Result<Node> {
  const labels = entriesOf(below(file, 'explanations', 'kernel_shap'))
  const chosen = run === undefined ? labels : labels.filter(([label]) => label === run)
  if (chosen.length === 0) {
    const at = 'explanations/kernel_shap/*/global_shap_values'
    return failed(problem('evidence.tool.nothing', { title: TITLE, at }, { path }))
  }
  const named: [string, Node][] = []
  for (const [label, place] of chosen) {
    const values = entryOf(place, 'global_shap_values')
    const stated = entriesOf(values).map(([name, value]) => ({ name, value: moved(value) }))
    const key = `explanations/kernel_shap/${label}/global_shap_values`
    const read = importances(stated, { title: TITLE, key, path, at: atOf(values ?? place) })
    if (!read.ok) return read
    named.push([label, read.value])
  }
  const [first, ...others] = named
  const at = first?.[1].at ?? file.node.at
  const what: [string, Node | undefined] =
    others.length === 0 ? ['feature_importance', first?.[1]] : ['labels', mapOf(file.node.at, named)]
  return ok(mapOf(at, [what, ['method', textNode('kernel_shap', at)]]))
}
