import { parseDecimal } from '../../../shared/decimal.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { type Feature, featuresNode, totals } from '../../drift/features.js'
import { type CsvRow, readRows } from '../../readers/csv/rows.js'
import { numberNode } from '../../readers/scalars.js'
import type { At, Node } from '../../tree.js'
import { mapOf, textNode } from '../build.js'
import type { Wanted } from '../contract.js'

/** Columns that describe a chunk rather than measure it. */
const CHUNK = 'chunk'

/** A column: the names above it (`tenure`, `kolmogorov_smirnov`, `value`) and its cell in the last chunk. */
interface Column {
  readonly names: readonly string[]
  readonly text: string
  readonly at: At
}

/**
 * `result.to_df().to_csv()` of NannyML (https://nannyml.readthedocs.io), whose headings take two lines for performance
 * and three for drift of single columns. Values are those of the last chunk, which is the newest; how many chunks there
 * are is `chunks`. An alert is NannyML's own judgement of its thresholds.
 */
export async function read(text: string, { path, role }: Wanted): Promise<Result<Node>> {
  const rows = await readRows(text, path)
  if (!rows.ok) return rows
  const heads = rows.value.findIndex((row) => row.some(({ text: it }) => it === 'value')) + 1
  const data = rows.value.slice(heads).filter((row) => row.some(({ text: it }) => it !== ''))
  const last = data.at(-1)
  if (heads === 0 || last === undefined) {
    return failed(problem('evidence.tool.nothing', { title: 'NannyML results', at: 'chunk' }, { path }))
  }
  const columns = columnsOf(rows.value.slice(0, heads), last)
  const measured = columns.filter(({ names }) => names[0] !== CHUNK && names[0] !== '')
  const at = last[0]?.at ?? {}
  const chunks: Node = { kind: 'number', at, text: String(data.length) }
  if (heads < 3) return ok(mapOf(at, [...performance(measured), ['chunks', chunks]]))
  const features = featuresIn(measured)
  if (role === 'drift')
    return ok(mapOf(at, [...totals(features, at), ['features', featuresNode(features, at)], ['chunks', chunks]]))
  return ok(mapOf(at, [['features', featuresNode(features, at)], ...totals(features, at), ['chunks', chunks]]))
}

function columnsOf(heads: readonly CsvRow[], row: CsvRow): Column[] {
  return row.map((cell, index) => ({
    names: heads.map((head) => head[index]?.text ?? ''),
    text: cell.text,
    at: cell.at,
  }))
}

function nodeOf({ text, at }: Column): Node {
  if (/^(?:true|false)$/i.test(text)) return { kind: 'boolean', at, text: /^t/i.test(text) ? 'true' : 'false' }
  if (parseDecimal(text) !== undefined) return numberNode(text, at)
  if (text === '') return { kind: 'null', at, text }
  return /^[-+]?(?:nan|inf)$/i.test(text) ? { kind: 'nonfinite', at, text } : textNode(text, at)
}

/** NannyML's names for the ends of its confidence band. */
const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ['value', ''],
  ['upper_confidence_boundary', '_upper'],
  ['lower_confidence_boundary', '_lower'],
  ['sampling_error', '_stderr'],
  ['upper_threshold', '_upper_threshold'],
  ['lower_threshold', '_lower_threshold'],
  ['alert', '_alert'],
  ['realized', '_realized'],
])

function performance(columns: readonly Column[]): [string, Node][] {
  return columns.flatMap((column): [string, Node][] => {
    const [metric = '', part = ''] = column.names
    const suffix = SUFFIXES.get(part)
    return suffix === undefined ? [] : [[`${metric}${suffix}`, nodeOf(column)]]
  })
}

/** One feature a column of the data; of several methods on one column each is a feature `<column>/<method>`. */
function featuresIn(columns: readonly Column[]): Feature[] {
  const pairs = new Map<string, Column[]>()
  for (const column of columns) {
    const key = JSON.stringify(column.names.slice(0, 2))
    const known = pairs.get(key)
    if (known === undefined) pairs.set(key, [column])
    else known.push(column)
  }
  const names = [...pairs.values()].map(([column]) => column?.names[0] ?? '')
  return [...pairs.values()].map((parts): Feature => {
    const part = (name: string) => parts.find(({ names: it }) => it.at(-1) === name)
    const [column = '', method = ''] = parts[0]?.names ?? []
    const alone = names.filter((name) => name === column).length === 1
    const [value, threshold, alert] = [part('value'), part('upper_threshold') ?? part('threshold'), part('alert')]
    return {
      name: alone ? column : `${column}/${method}`,
      at: value?.at ?? {},
      method,
      value: value && nodeOf(value),
      threshold: threshold && nodeOf(threshold),
      drifted: alert && /^(?:true|false)$/i.test(alert.text) ? /^true$/i.test(alert.text) : undefined,
    }
  })
}
