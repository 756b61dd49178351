import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { distinct, type Feature, featuresNode, totals } from '../../drift/features.js'
import { type Ending, ending, testCounts } from '../../drift/tests.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, below, mapOf, moved, textOf } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce } from '../names.js'

/**
 * `SuiteResult.to_json()` of deepchecks (https://docs.deepchecks.com). It has no verdict of its own: `tests` counts its
 * conditions, and a check that could not run is an error. Values are `checks/<check>`; drift of columns, which checks
 * give with the method beside, is under `features`.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const results = entryOf(rootOf({ path, content: root }), 'results')
  const checks = itemsOf(results)
  const endings = checks.flatMap(endingsOf)
  if (checks.length === 0 || endings.length === 0) {
    const at = checks.length === 0 ? 'results' : 'conditions_results'
    return failed(problem('evidence.tool.nothing', { title: 'deepchecks suite result', at }, { path }))
  }
  const features = distinct(checks.flatMap(featuresIn))
  const at = results === undefined ? root.at : atOf(results)
  const named = checks.flatMap((check): [string, Node][] => {
    const name = nameOf(check)
    const value = entryOf(check, 'value')
    return name === undefined || value === undefined ? [] : [[name, moved(value)]]
  })
  return ok(
    mapOf(root.at, [
      ['tests', testCounts(endings, at)],
      ['checks', mapOf(at, onlyOnce(named))],
      ...(features.length > 0 ? totals(features, at) : []),
      ['features', features.length === 0 ? undefined : featuresNode(features, at)],
    ]),
  )
}

function nameOf(check: Place): string | undefined {
  return textOf(entryOf(check, 'header')) ?? textOf(below(check, 'check', 'name'))
}

/** How the conditions of a check ended; one that failed to run counts once. */
function endingsOf(check: Place): Ending[] {
  if (textOf(entryOf(check, 'type')) === 'CheckFailure') return ['errors']
  const conditions = entryOf(check, 'conditions_results') ?? entryOf(check, 'conditions_table')
  return itemsOf(conditions).map((it) => ending(textOf(entryOf(it, 'Status'))))
}

/** `{"tenure": {"Drift score": 0.1, "Method": "Kolmogorov-Smirnov", …}}`: deepchecks does not say which drifted. */
function featuresIn(check: Place): Feature[] {
  const value = entryOf(check, 'value')
  if (value === undefined) return []
  return entriesOf(value).flatMap(([name, place]): Feature[] => {
    const drift = entryOf(place, 'Drift score')
    // Numbers of NumPy come as `{"dtype", "value"}`.
    const score = drift && (entryOf(drift, 'value') ?? drift)
    if (score === undefined) return []
    const method = textOf(entryOf(place, 'Method'))
    const said = { threshold: undefined, drifted: undefined }
    return [{ name, column: name, at: atOf(place), method, value: moved(score), ...said }]
  })
}
