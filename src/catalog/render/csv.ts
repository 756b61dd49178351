import { logLine, visible } from '../../report/escape.js'
import { parseDecimal } from '../../shared/decimal.js'
import type { Catalog, CatalogModel } from '../model.js'
import { registeredText } from './flags.js'
import { sortedMetrics } from './json.js'

/** The columns, in this order; a later version may add some behind them. */
const COLUMNS = [
  ...['model', 'repository', 'owner', 'risk', 'version', 'framework', 'configs', 'decisions'],
  ...['last_verdict', 'last_time', 'last_sequence', 'last_commit', 'last_allowed_time', 'model_card', 'metrics'],
  ...['approvals', 'waivers', 'registered', 'flags'],
] as const

/**
 * The models as CSV (RFC 4180): a header, then a row a model; several values of one cell are divided by `; `. A cell that
 * a spreadsheet would take for a formula gets an apostrophe in front.
 */
export function renderCatalogCsv({ models }: Catalog): string {
  const rows = [COLUMNS, ...models.map(cellsOf)]
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

function cellsOf(model: CatalogModel): readonly string[] {
  const { last, allowed } = model
  return [
    model.name,
    model.repository ?? '',
    model.owner ?? '',
    model.risk ?? '',
    model.version ?? '',
    model.framework ?? '',
    model.configs.join('; '),
    String(model.decisions),
    last?.verdict ?? '',
    last?.time ?? '',
    last === undefined ? '' : String(last.sequence),
    last?.commit ?? '',
    allowed?.time ?? '',
    model.card ?? '',
    sortedMetrics(model.metrics)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
    model.approvals.map(({ by, role }) => (role === undefined ? by : `${by} (${role})`)).join('; '),
    model.waivers.map(({ check, expires, state }) => `${check} ${expires} ${state}`).join('; '),
    model.registered.map(registeredText).join('; '),
    model.flags.join('; '),
  ]
}

/** Signs with which spreadsheets begin a formula; a tab or line end before one is taken out by `visible`. */
const FORMULA = /^[=+\-@|%＝＋－＠]/

function cell(text: string): string {
  const line = visible(text)
  const safe = FORMULA.test(line) && parseDecimal(line) === undefined ? `'${line}` : line
  // Always in quotes: a line that began with `::` would be a command to the runner that it is printed in.
  return `"${logLine(safe).replaceAll('"', '""')}"`
}
