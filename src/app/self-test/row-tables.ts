import type { CountsNamed, PredictionColumns } from '../../evidence/measure/contract.js'
import type { Files } from '../../gates/specimens.js'
import { json } from '../../gates/specimens.js'
import type { Row, Rows } from './rows.js'

/** How wrong the model is on each row, by its number: 0 where it is right. */
export type Wrong = (row: number) => number

const TABLE = 'table.jsonl'
/** Scores of a model that is sure of itself. */
const [HIGH, LOW] = [0.999, 0.001]

/** A table of predictions in JSON Lines: no cell has to be told from a separator. */
export function predictionsOf({ attributes, rows, numbers }: Rows, columns: PredictionColumns, wrong: Wrong): string {
  const { label, prediction, score, id, positive = '1' } = columns
  const negative = positive === '0' ? '1' : '0'
  const name = (isPositive: boolean) => JSON.stringify(isPositive ? positive : negative)
  return linesOf(rows, (row, index) => {
    const error = wrong(index)
    const predicted = isPredicted(row, error)
    const cells: [string | undefined, string][] = [
      ...attributes.map((attribute, at): [string, string] => [attribute, JSON.stringify(row.values[at] ?? '')]),
      [id, JSON.stringify(`row ${index}`)],
      [score, String(predicted ? HIGH : LOW)],
      // Errors go either way, so that neither half of a quantile's loss is left out.
      [prediction, numbers ? numberOf(row.size + (index % 2 === 0 ? error : -error)) : name(predicted)],
      [label, numbers ? String(row.size) : name(row.positive)],
    ]
    return cells.flatMap(([column, cell]): [string, string][] => (column === undefined ? [] : [[column, cell]]))
  })
}

/** Numbers of rows by truth and prediction: of all rows, of each attribute's groups and of the combinations asked for. */
export function countsOf(
  rows: Rows,
  named: CountsNamed,
  divisions: readonly (readonly string[])[],
  wrong: Wrong,
): Files {
  const all = [[], ...divisions].flatMap((attributes) => slicesOf(rows, attributes))
  const counts = linesOf(all, (slice) => {
    const found = { tp: 0, fp: 0, tn: 0, fn: 0 }
    for (const index of slice.rows) {
      const row = rows.rows[index]
      if (row === undefined) continue
      const predicted = isPredicted(row, wrong(index))
      if (row.positive) found[predicted ? 'tp' : 'fn'] += 1
      else found[predicted ? 'fp' : 'tn'] += 1
    }
    return [...cellsOf(slice, named), ...Object.entries(found).map(([key, count]): Cell => [key, String(count)])]
  })
  if (named.histogram === undefined) return { counts: { [TABLE]: counts } }
  const bins = all.flatMap((slice) => [LOW, HIGH].map((score) => ({ slice, score })))
  const histogram = linesOf(bins, ({ slice, score }) => {
    const inBin = slice.rows.flatMap((index) => {
      const row = rows.rows[index]
      return row !== undefined && isPredicted(row, wrong(index)) === (score === HIGH) ? [row] : []
    })
    const positives = inBin.filter(({ positive }) => positive).length
    return [
      ...cellsOf(slice, named),
      ...[
        ['score', score] as const,
        ['positives', positives] as const,
        ['negatives', inBin.length - positives] as const,
      ].map(([key, value]): Cell => [key, String(value)]),
    ]
  })
  return { counts: { [TABLE]: counts }, histogram: { [TABLE]: histogram } }
}

type Cell = [string, string]

interface Slice {
  readonly attributes: readonly string[]
  readonly values: readonly string[]
  /** Numbers of rows. */
  readonly rows: readonly number[]
}

function slicesOf({ attributes, rows }: Rows, by: readonly string[]): Slice[] {
  const found = new Map<string, { attributes: readonly string[]; values: string[]; rows: number[] }>()
  rows.forEach(({ values }, index) => {
    const own = by.map((name) => values[attributes.indexOf(name)] ?? '')
    const key = JSON.stringify(own)
    const slice = found.get(key) ?? { attributes: by, values: own, rows: [] }
    slice.rows.push(index)
    found.set(key, slice)
  })
  return [...found.values()]
}

/** Columns of attributes where the policy names any, else the slice written out. */
function cellsOf({ attributes, values }: Slice, { groups }: CountsNamed): Cell[] {
  if (groups.length > 0) {
    return groups.map((name) => {
      const at = attributes.indexOf(name)
      return [name, at < 0 ? 'null' : JSON.stringify(values[at] ?? '')]
    })
  }
  const text = attributes.map((name, at) => `${name}=${values[at] ?? ''}`).join(',')
  return [['slice', JSON.stringify(text === '' ? 'all' : text)]]
}

function isPredicted({ positive }: Row, error: number): boolean {
  return error > 0 ? !positive : positive
}

/** Eight decimals: what binary arithmetic adds behind them would only be noise. */
function numberOf(value: number): string {
  return value.toFixed(8)
}

function linesOf<T>(items: readonly T[], cells: (item: T, index: number) => readonly Cell[]): string {
  return items.map((item, index) => `${json([...new Map(cells(item, index))])}\n`).join('')
}
