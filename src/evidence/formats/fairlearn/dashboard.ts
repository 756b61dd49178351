import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place } from '../../place.js'
import type { MapNode, Node } from '../../tree.js'
import { atOf, mapOf, moved } from '../build.js'
import type { Wanted } from '../contract.js'
import { repeated } from '../names.js'
import { missing } from '../once.js'
import { shown, TITLE, uniqueGroups } from './group.js'

/**
 * `precomputedMetrics[feature][model][metric].bins`, a bin a group. Features, bins and their values stand side by side
 * in lists: one that has nothing beside it is a problem.
 */
export function readDashboard(file: Place, { path, run }: Wanted): Result<Node> {
  const models = itemsOf(entryOf(file, 'modelNames')).map(shown)
  const named = models.flatMap((model, index) => (run === undefined || model === run ? [index] : []))
  const [chosen, ...others] = named
  if (chosen === undefined || others.length > 0) {
    return failed(problem('evidence.groups.several-models', { models: models.slice(0, 8) }, { path }))
  }
  const features = itemsOf(entryOf(file, 'precomputedFeatureBins'))
  const measured = itemsOf(entryOf(file, 'precomputedMetrics')).map((models) => itemsOf(models)[chosen])
  const names = features.map((feature) => shown(entryOf(feature, 'featureBinName')))
  const [twice] = repeated(names)
  if (twice !== undefined || names.includes('') || features.length !== measured.length) {
    const expected = `a name of its own for each feature${twice ? `, not \`${twice}\` twice` : ''}, and metrics beside each`
    return malformed('precomputedFeatureBins', expected, path)
  }
  if (features.length === 0) {
    return failed(problem('evidence.tool.nothing', { title: TITLE, at: 'precomputedMetrics' }, { path }))
  }
  const attributes: [string, Node][] = []
  for (const [index, feature] of features.entries()) {
    const bins = byBin(itemsOf(entryOf(feature, 'binLabels')), measured[index], path)
    if (!bins.ok) return bins
    attributes.push([names[index] ?? '', bins.value])
  }
  return ok(mapOf(file.node.at, attributes))
}

function byBin(bins: readonly Place[], metrics: Place | undefined, path: string): Result<MapNode> {
  const values = entriesOf(metrics).map(([name, it]) => [name, itemsOf(entryOf(it, 'bins'))] as const)
  if (metrics === undefined || bins.length === 0 || values.some(([, cells]) => cells.length > bins.length)) {
    return malformed('binLabels', 'a label for each value of `bins`', path)
  }
  const groups = bins.map((bin, index) => {
    const own = values.map(([name, cells]) => [name, cells[index]] as const)
    const nodes = own.map(([name, cell]) => [name, cell === undefined ? missing(bin) : moved(cell)] as const)
    return { name: shown(bin), node: mapOf(atOf(bin), nodes) }
  })
  return uniqueGroups(groups, atOf(metrics), path)
}

function malformed(at: string, expected: string, path: string): Result<never> {
  return failed(problem('evidence.tool.malformed', { title: TITLE, at, expected }, { path }))
}
