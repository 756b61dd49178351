import { parseDecimal } from '../../../shared/decimal.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { type Feature, featuresNode, totals } from '../../drift/features.js'
import { type CsvRow, readRows } from '../../readers/csv/rows.js'
import { numberNode } from '../../readers/scalars.js'
import type { At, Node } from '../../tree.js'
import { mapOf, textNode } from '../build.js'
import type { Wanted } from '../contract.js'
import { repeated } from '../names.js'

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
 * and three for drift of single columns. Values are those of the newest chunk of the analysis
 * period; in how many of them something was alerted is `chunks_alerted`. An alert is NannyML's own judgement of its thresholds.
 */
export async function read(text: string, { path }: Wanted): Promise<Result<Node>> {
  const rows = await readRows(text, path)
  if (!rows.ok) return rows
  const heads = rows.value.findIndex((row) => row.some(({ text: it }) => it === 'value')) + 1
  const data = rows.value.slice(heads).filter((row) => row.some(({ text: it }) => it !== ''))
  const headings = rows.value.slice(0, heads)
  const period = headings.at(-1)?.findIndex(({ text: it }) => it === 'period') ?? -1
  // The reference period is what the others are held against, and sets the thresholds: it is never the newest.
  const analysed = data.filter((row) => row[period]?.text !== 'reference')
  const last = newest(analysed, headings.at(-1)?.findIndex(({ text: it }) => it === 'chunk_index') ?? -1)
  if (heads === 0 || last === undefined) {
    const id = data.length > 0 && heads > 0 ? 'evidence.suites.reference-only' : 'evidence.tool.nothing'
    return failed(problem(id, { title: 'NannyML results', at: 'chunk' }, { path }))
  }
  const at = last[0]?.at ?? {}
  const number = (count: number): Node => ({ kind: 'number', at, text: String(count) })
  const isAlert = headings.at(-1)?.map(({ text: it }) => it === 'alert') ?? []
  const alerted = analysed.filter((row) => row.some(({ text: it }, index) => isAlert[index] && /^true$/i.test(it)))
  return ok(
    mapOf(at, [
      ...chunkOf(headings, last, at),
      ['chunks', number(data.length)],
      ['chunks_analysed', number(analysed.length)],
      ['chunks_alerted', number(alerted.length)],
    ]),
  )
}

/** The chunk of the highest number, whatever the order of the rows; the last one where they are not numbered. */
function newest(chunks: readonly CsvRow[], column: number): CsvRow | undefined {
  const numberOf = (row: CsvRow | undefined) => parseDecimal(row?.[column]?.text ?? '')
  let found = chunks.at(-1)
  for (const row of chunks) {
    const [number, most] = [numberOf(row), numberOf(found)]
    if (number !== undefined && most !== undefined && number.gt(most)) found = row
  }
  return found
}

/** What was measured of one chunk. */
function chunkOf(headings: readonly CsvRow[], row: CsvRow, at: At): [string, Node | undefined][] {
  const measured = columnsOf(headings, row).filter(({ names }) => names[0] !== CHUNK && names[0] !== '')
  if (headings.length < 3) return performance(measured)
  const features = featuresIn(measured)
  return [...totals(features, at), ['features', featuresNode(features, at)]]
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
  const several = new Set(repeated(names))
  return [...pairs.values()].map((parts): Feature => {
    const part = (name: string) => parts.find(({ names: it }) => it.at(-1) === name)
    const [column = '', method = ''] = parts[0]?.names ?? []
    const alone = !several.has(column)
    const [value, threshold, alert] = [part('value'), part('upper_threshold') ?? part('threshold'), part('alert')]
    return {
      name: alone ? column : `${column}/${method}`,
      column,
      at: value?.at ?? {},
      method,
      value: value && nodeOf(value),
      threshold: threshold && nodeOf(threshold),
      drifted: alert && /^(?:true|false)$/i.test(alert.text) ? /^true$/i.test(alert.text) : undefined,
    }
  })
}
