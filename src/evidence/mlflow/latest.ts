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
}

/**
 * The value that MLflow calls the latest: that of the largest step, then of the largest timestamp, then the largest
 * (`FileStore._get_metric_from_file`, `SqlAlchemyStore._update_latest_metrics_if_necessary`). MLflow's comparison has no
 * answer for NaN beside a number of one step and time; here what is no finite number then holds, so that it is never hidden.
 * Undefined where nothing was logged.
 */
export function latest(logged: readonly Logged[]): ScalarNode | undefined {
  const [first, ...others] = logged
  return first && others.reduce((best, it) => (isAfter(it, best) ? it : best), first).value
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
