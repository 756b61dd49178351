import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { below, mapOf, moved, textOf } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce } from '../names.js'

/**
 * The results in a model card's metadata (https://github.com/huggingface/hub-docs/blob/main/modelcard.md). A metric is
 * named `<dataset>/<metric>`, with the configuration and the split of the data set behind it where it says so
 * (`<dataset>/<config>/<split>/<metric>`), and `<metric>` where only one result has it. A result on training data has only
 * the longest of these names. Its value is whatever was
 * written: `20.0 ± 1.2` is a text.
 */
export function read(root: Node, { path, run }: Wanted): Result<Node> {
  const index = entryOf(rootOf({ path, content: root }), 'model-index')
  const models = itemsOf(index)
  const chosen = run === undefined ? models : models.filter((it) => textOf(entryOf(it, 'name')) === run)
  const results = chosen.flatMap((it) => itemsOf(entryOf(it, 'results') ?? it)).flatMap(metricsOf)
  if (results.length === 0) {
    return failed(problem('evidence.tool.nothing', { title: 'Hugging Face model-index', at: 'results' }, { path }))
  }
  const named = results.flatMap(({ names, node }) => names.map((name) => [name, node] as const))
  // A name that two results have says nothing of which is meant.
  const unique = onlyOnce(named)
  return ok(mapOf(index?.node.at ?? root.at, unique))
}

interface Value {
  readonly names: readonly string[]
  readonly node: Node
}

function metricsOf(result: Place): Value[] {
  const metrics = entryOf(result, 'metrics')
  const dataset = (key: string) => textOf(below(result, 'dataset', key))
  const where = [dataset('config'), dataset('split')].filter((it) => it !== undefined)
  const sets = [dataset('type'), dataset('name')].filter((it) => it !== undefined)
  return itemsOf(metrics).flatMap((metric): Value[] => {
    const type = textOf(entryOf(metric, 'type'))
    const value = entryOf(metric, 'value')
    if (type === undefined || value === undefined) return []
    const details = [textOf(entryOf(metric, 'config')), ...where].filter((it) => it !== undefined)
    const whole = sets.map((set) => [set, ...details, type].join('/'))
    const short = isTraining(dataset('split')) ? [] : [type, ...sets.map((set) => `${set}/${type}`)]
    return [{ names: [...new Set([...short, ...whole])], node: moved(value) }]
  })
}

/** `train`, `train[:10%]`, `validation+train`. */
function isTraining(split: string | undefined): boolean {
  return split !== undefined && /(?:^|[^a-z])train/i.test(split)
}
