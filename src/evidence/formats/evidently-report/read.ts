import { message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { agreed, distinct, type Feature, featuresNode, held, totals, undercounted } from '../../drift/features.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, below, decimalOf, mapOf, moved, refused, textOf } from '../build.js'
import type { Wanted } from '../contract.js'
import { type FeatureKeys, featureOf } from '../evidently.js'
import { agreeing, type Told } from '../names.js'
import { isSaved } from './format.js'

const TITLE = 'Evidently report'

/** Under which keys a report has the parts of a feature. */
const KEYS: FeatureKeys = {
  method: 'stattest_name',
  value: 'drift_score',
  threshold: ['stattest_threshold', 'threshold'],
  drifted: 'drift_detected',
}

/**
 * `Report.json()` of Evidently up to 0.6 (https://docs-old.evidentlyai.com). Results of a preset are found by what they
 * hold, as the same metric stands there once a column. `drift_share` is the limit of the report, not its result.
 */
export function read(root: Node, { path, role }: Wanted): Result<Node> {
  if (isSaved(root)) {
    const params = { what: 'the state of an Evidently report as `save()` writes it', instead: '`save_json()`' }
    return failed(problem('evidence.tool.export', params, { path }))
  }
  const listed = entryOf(rootOf({ path, content: root }), 'metrics')
  const results = itemsOf(listed).flatMap((it) => entryOf(it, 'result') ?? [])
  const drift = driftIn(results)
  const quality = qualityIn(results)
  if (drift.length === 0 && (role === 'drift' || quality.length === 0)) {
    return failed(
      problem('evidence.tool.nothing', { title: TITLE, at: role === 'drift' ? 'drift' : 'metrics' }, { path }),
    )
  }
  return ok(mapOf(root.at, role === 'drift' ? drift : [...quality, ...drift]))
}

function driftIn(results: readonly Place[]): [string, Node | undefined][] {
  const features = results.flatMap(featuresIn)
  const unique = distinct(features)
  const counted = results.filter((it) => entryOf(it, 'number_of_drifted_columns') !== undefined)
  const [dataset] = counted
  if (dataset === undefined && unique.length === 0) return []
  const at = dataset === undefined ? (unique[0]?.at ?? {}) : atOf(dataset)
  const why = undercounted(
    ['number_of_drifted_columns', counted.map((it) => decimalOf(entryOf(it, 'number_of_drifted_columns')))],
    results.filter((it) => entryOf(it, 'drift_by_columns') !== undefined).flatMap(featuresIn),
  )
  const limit = results.map((it) => entryOf(it, 'drift_share')).find((it) => it !== undefined)
  // A table of drift judges by Evidently's own limit, whatever limit its preset was given.
  const limited = counted.filter((it) => entryOf(it, 'drift_share') !== undefined)
  // Metrics of the data set may be about different columns, or about different limits.
  const said = (name: string, key: string, by = counted): [string, Node | undefined] => {
    const node = agreed(by.flatMap((it) => entryOf(it, key) ?? []))
    return [name, node && held(node, why)]
  }
  return [
    said('share', 'share_of_drifted_columns'),
    said('count', 'number_of_columns'),
    said('drifted', 'number_of_drifted_columns'),
    ...(dataset === undefined ? totals(unique, at) : []),
    ['drift_share', limit && refused(moved(limit), message('evidence.value.threshold', { instead: 'share' }))],
    said('dataset_drift', 'dataset_drift', limited.length > 0 ? limited : counted),
    ['features', featuresNode(unique, at)],
  ]
}

/** A column's own metric, or all columns of a table. */
function featuresIn(result: Place): Feature[] {
  const table = entryOf(result, 'drift_by_columns')
  if (table !== undefined) return entriesOf(table).map(([name, it]) => featureOf(name, it, KEYS))
  const name = textOf(entryOf(result, 'column_name'))
  return name !== undefined && entryOf(result, 'drift_score') !== undefined ? [featureOf(name, result, KEYS)] : []
}

/** Numbers of the current data under their own names, those of the reference under `reference/`. */
function qualityIn(results: readonly Place[]): (readonly [string, Node])[] {
  const values = (side: 'current' | 'reference') =>
    results.flatMap((result) => {
      const place = entryOf(result, side)
      return place === undefined ? [] : numbersIn(place, textOf(entryOf(result, 'column_name')) ?? '')
    })
  const reference = values('reference')
  const own = results.flatMap((result) => {
    const classes = below(result, 'current', 'metrics')
    return entriesOf(classes).map(([name, it]): Told => [name, moved(it), name])
  })
  const at = reference[0]?.[1].at ?? {}
  return [
    ...agreeing([...values('current'), ...own]),
    ...(reference.length > 0 ? [['reference', mapOf(at, agreeing(reference))] as [string, Node]] : []),
  ]
}

function numbersIn(place: Place, column: string): Told[] {
  return entriesOf(place).flatMap(([name, it]): Told[] =>
    ['number', 'nonfinite', 'null'].includes(it.node.kind) ? [[name, moved(it), column]] : [],
  )
}
