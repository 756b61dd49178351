import { clip } from '../../shared/clip.js'
import { type Decimal, parseDecimal } from '../../shared/decimal.js'
import { message } from '../../shared/message.js'
import { refused } from '../formats/build.js'
import { numberNode } from '../readers/scalars.js'
import type { At, Node, ScalarNode } from '../tree.js'

/** One logging of a metric, as every store keeps it. */
export interface Logged {
  readonly step: Decimal
  /** Milliseconds since 1970. */
  readonly timestamp: Decimal
  readonly value: ScalarNode
  /** The data set it was measured on, as `datasetName` says it; absent where the entry names none. */
  readonly dataset?: string | undefined
}

/** A data set as messages name it, `train (2b679e2b)`: two of one name differ by their digest. Undefined without both. */
export function datasetName(name: string, digest: string): string | undefined {
  if (name === '' && digest === '') return undefined
  return digest === '' ? name : `${name} (${digest})`
}

const MAX_SHOWN = 80
const MAX_LISTED = 5

/**
 * The value that MLflow calls the latest: that of the largest step, then of the largest timestamp, then the largest
 * (`FileStore._get_metric_from_file`, `SqlAlchemyStore._update_latest_metrics_if_necessary`). MLflow's comparison has no
 * answer for NaN beside a number of one step and time; here what is no finite number then holds, so that it is never hidden.
 * Undefined where nothing was logged; refused where entries name several data sets, since the last one to be written may
 * be the training data. `elsewhere`: data sets that the store names in another table.
 */
export function latest(
  metric: string,
  logged: readonly Logged[],
  elsewhere: readonly string[] = [],
): ScalarNode | undefined {
  const [first, ...others] = logged
  const value = first && others.reduce((best, it) => (isAfter(it, best) ? it : best), first).value
  const datasets = [...new Set([...logged.flatMap((it) => it.dataset ?? []), ...elsewhere])]
  if (value === undefined || datasets.length < 2) return value
  const named = datasets.slice(0, MAX_LISTED).map((it) => clip(it, MAX_SHOWN))
  return refused(value, message('evidence.mlflow.datasets', { metric, count: datasets.length, datasets: named }))
}

function isAfter(a: Logged, b: Logged): boolean {
  if (!a.step.eq(b.step)) return a.step.gt(b.step)
  if (!a.timestamp.eq(b.timestamp)) return a.timestamp.gt(b.timestamp)
  const [left, right] = [finite(a.value), finite(b.value)]
  if (left === undefined || right === undefined) return left === undefined && right !== undefined
  return left.gt(right)
}

function finite(value: ScalarNode): Decimal | undefined {
  return value.kind === 'number' ? parseDecimal(value.text) : undefined
}

/** A metric with an entry that MLflow does not write: which of its values is the latest cannot be told. */
export function malformedMetric(metric: string, expected: string, at: At): ScalarNode {
  return refused({ kind: 'null', at, text: '' }, message('evidence.mlflow.metric-entry', { metric, expected }))
}

/** What a store without infinity holds for it: the largest double (mlflow/store/tracking/sqlalchemy_store.py). */
export function withInfinity<N extends Node>(node: N): N | ScalarNode {
  const largest = node.kind === 'number' && /^-?1\.7976931348623157e\+?308$/i.test(node.text)
  return largest ? { kind: 'nonfinite', at: node.at, text: node.text.startsWith('-') ? '-inf' : 'inf' } : node
}

/** A value as Python writes a float: `0.9`, `1e-05`, `nan`, `inf`. */
export function pythonFloat(text: string, at: At): ScalarNode | undefined {
  if (/^[-+]?(?:nan|inf|infinity)$/i.test(text)) return { kind: 'nonfinite', at, text }
  return parseDecimal(text) === undefined ? undefined : numberNode(text, at)
}
