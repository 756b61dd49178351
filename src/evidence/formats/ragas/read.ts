import { type Decimal, decimal } from '../../../shared/decimal.js'
import { message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, decimalOf, mapOf, quotientNode, refused } from '../build.js'
import type { Wanted } from '../contract.js'

/**
 * `result.to_pandas().to_csv()` of ragas (https://docs.ragas.io), a row a sample: the mean of each metric. A sample that the judge
 * could not score leaves an empty cell, over which ragas's own mean passes silently: here the mean is then refused, and the
 * one of the scored samples is `<metric>_scored_mean`. `<metric>_n` and `<metric>_missing` say how many there were.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const table = rootOf({ path, content: root })
  const rows = rowsOf(table)
  const columns = new Map<string, Place[]>()
  for (const row of rows) {
    for (const [name, cell] of entriesOf(row)) {
      const known = columns.get(name)
      if (known === undefined) columns.set(name, [cell])
      else known.push(cell)
    }
  }
  const metrics = [...columns].filter(([name, cells]) => !NOT_METRICS.has(name) && isMetric(cells))
  if (metrics.length === 0) {
    return failed(problem('evidence.tool.nothing', { title: 'ragas results', at: 'metrics' }, { path }))
  }
  const samples: Node = { kind: 'number', at: root.at, text: String(rows.length) }
  return ok(
    mapOf(root.at, [...metrics.flatMap(([name, cells]) => meanOf(name, cells, rows.length)), ['samples', samples]]),
  )
}

/** Samples as records, as the only row, or by the index that pandas writes in front of them. */
function rowsOf(table: Place): Place[] {
  if (table.node.kind === 'list') return itemsOf(table)
  const rows = entriesOf(table).map(([, row]) => row)
  return rows.every(({ node }) => node.kind === 'map') ? rows : [table]
}

/** What a sample consists of, and the index: a column of these is no metric, even where nothing is filled in. */
const NOT_METRICS = new Set([
  '',
  'Unnamed: 0',
  'user_input',
  'response',
  'reference',
  'retrieved_contexts',
  'reference_contexts',
  'retrieved_context_ids',
  'reference_context_ids',
  'multi_responses',
  'reference_tool_calls',
  'reference_topics',
  'rubrics',
  'persona_name',
  'query_style',
  'query_length',
  'synthesizer_name',
  'question',
  'answer',
  'contexts',
  'ground_truth',
  'ground_truths',
])

/** A column without a text: numbers, and where the judge gave none nothing. */
function isMetric(cells: readonly Place[]): boolean {
  return cells.every(({ node: { kind } }) => kind === 'number' || kind === 'null' || kind === 'nonfinite')
}

function meanOf(name: string, cells: readonly Place[], rows: number): [string, Node | undefined][] {
  const values = cells.map(decimalOf).filter((value) => value !== undefined)
  const at = cells[0] === undefined ? {} : atOf(cells[0])
  const sum = values.reduce<Decimal>((total, value) => total.plus(value), decimal('0'))
  const missing = rows - values.length
  const none: Node = { kind: 'null', at, text: '' }
  const mean = quotientNode(sum, decimal(String(values.length)), at) ?? none
  const number = (count: number): Node => ({ kind: 'number', at, text: String(count) })
  const detail = `${values.length} / ${rows}`
  return [
    [name, missing > 0 ? refused(mean, message('evidence.value.partial', { detail })) : mean],
    [`${name}_n`, number(values.length)],
    [`${name}_missing`, number(missing)],
    ...(missing > 0 ? [[`${name}_scored_mean`, mean] as [string, Node | undefined]] : []),
  ]
}
