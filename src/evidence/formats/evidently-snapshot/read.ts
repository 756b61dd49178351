import type { Decimal } from '../../../shared/decimal.js'
import type { Message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import {
  agreed,
  distinct,
  driftsWhen,
  type Feature,
  featuresNode,
  held,
  methodId,
  totals,
  undercounted,
} from '../../drift/features.js'
import { ending, testCounts } from '../../drift/tests.js'
import { entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import { numberNode } from '../../readers/scalars.js'
import type { Node } from '../../tree.js'
import { atOf, below, decimalOf, mapOf, moved, textOf } from '../build.js'
import type { Wanted } from '../contract.js'
import { agreeing, type Told } from '../names.js'

/** `ValueDrift(column=age,method=K-S p_value,threshold=0.05)`: the metric and its parameters. */
const NAME = /^(\w{1,100})\((.{0,1000})\)$/s

/** What ends a parameter of `ValueDrift`: the name of the next one, for a column's own name may hold commas. */
const NEXT_PARAMETER = /,(?=(?:method|threshold)=)/

/** One metric of the report. */
interface Metric {
  /** Its whole name, parameters included. */
  readonly name: string
  readonly type: string
  readonly parameters: ReadonlyMap<string, string>
  readonly place: Place
  readonly value: Place
}

/**
 * `Report.save_json()` of Evidently since 0.7 (https://docs.evidentlyai.com/docs/library/output_formats). A column's
 * drift is a number whose meaning its method decides: a small p-value is drift, and so is a large distance. Where the file
 * names no threshold, or a method that is neither, it does not say whether the column drifted.
 */
export function read(root: Node, { path, role }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const listed = entryOf(file, 'metrics')
  const metrics = itemsOf(listed).flatMap(metricOf)
  const features = distinct(metrics.filter(({ type }) => type === 'ValueDrift').map(featureOf))
  const counts = metrics.filter(({ type }) => type === 'DriftedColumnsCount')
  const why = undercounted(
    ['DriftedColumnsCount', counts.map(({ value }) => decimalOf(entryOf(value, 'count')))],
    metrics.filter(({ type }) => type === 'ValueDrift').map(featureOf),
  )
  const drift = driftOf(features, counts, why)
  if (role === 'drift' && drift.length === 0) {
    return failed(problem('evidence.tool.nothing', { title: 'Evidently report', at: 'ValueDrift' }, { path }))
  }
  const tests = entryOf(file, 'tests')
  const endings = itemsOf(tests).map((test) => ending(statusOf(test)))
  const ended = endings.length === 0 ? undefined : testCounts(endings, tests === undefined ? root.at : atOf(tests))
  const values = metrics
    .filter(({ type }) => type !== 'ValueDrift')
    .flatMap((metric) => valuesOf(metric, metric.type === 'DriftedColumnsCount' ? why : undefined))
  const once = agreeing(values)
  return ok(mapOf(root.at, [...drift, ...once, ['tests', ended]]))
}

function statusOf(test: Place): string | undefined {
  return textOf(entryOf(test, 'status'))
}

function metricOf(place: Place): Metric[] {
  const name = textOf(entryOf(place, 'metric_name')) ?? textOf(entryOf(place, 'metric_id'))
  const value = entryOf(place, 'value')
  if (name === undefined || value === undefined) return []
  const [, type = name, inside = ''] = NAME.exec(name) ?? []
  const parameters = new Map(
    inside.split(NEXT_PARAMETER).flatMap((part): [string, string][] => {
      const [key = '', ...rest] = part.split('=')
      return rest.length === 0 ? [] : [[key.trim(), rest.join('=').trim()]]
    }),
  )
  return [{ name, type, parameters, place, value }]
}

/** A parameter from the configuration, else from the name. */
function parameter({ place, parameters }: Metric, key: string): string | undefined {
  const configured = below(place, 'config', key)?.node
  return configured !== undefined && 'text' in configured && configured.kind !== 'null'
    ? configured.text
    : parameters.get(key)
}

function featureOf(metric: Metric): Feature {
  const { place, value } = metric
  const method = parameter(metric, 'method')
  const limit = parameter(metric, 'threshold')
  const at = atOf(place)
  const threshold = limit === undefined ? undefined : numberNode(limit, at)
  const found = decimalOf(value)
  const bound = threshold?.kind === 'number' ? decimalOf({ node: threshold, at: { path: '' } }) : undefined
  const name = parameter(metric, 'column') ?? metric.name
  return {
    name,
    column: name,
    at: atOf(value),
    method,
    value: moved(value),
    threshold,
    drifted: found && bound && method !== undefined ? hasDrifted(methodId(method), found, bound) : undefined,
  }
}

/** At the threshold itself some tests say yes and some no; a column that is there counts as drifted. */
function hasDrifted(method: string, value: Decimal, threshold: Decimal): boolean | undefined {
  const when = driftsWhen(method)
  if (when === undefined) return undefined
  return when === 'small' ? value.lte(threshold) : value.gte(threshold)
}

function driftOf(
  features: readonly Feature[],
  counts: readonly Metric[],
  why: Message | undefined,
): [string, Node | undefined][] {
  const [counted] = counts
  const said = (key: string) => agreed(counts.flatMap(({ value }) => entryOf(value, key) ?? []))
  const [share, drifted] = [said('share'), said('count')]
  if (features.length === 0 && share === undefined) return []
  const at = counted === undefined ? (features[0]?.at ?? {}) : atOf(counted.value)
  // The report counts all columns; the features that are listed may be fewer.
  const own: [string, Node | undefined][] =
    counted === undefined
      ? totals(features, at)
      : [
          ['share', share && held(share, why)],
          ['drifted', drifted && held(drifted, why)],
        ]
  return [...own, ['features', features.length === 0 ? undefined : featuresNode(features, at)]]
}

/** A value under the metric's type, as `Accuracy` and as `accuracy`, and under its whole name. */
function valuesOf({ name, type, value }: Metric, why: Message | undefined): Told[] {
  const node = held(moved(value), why)
  const plain = type
    .replace(/Score$/, '')
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .toLowerCase()
  return [...new Set([type, plain, name])].map((it): Told => [it, node, name])
}
