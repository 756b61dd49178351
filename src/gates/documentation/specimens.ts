import { isFraction } from '../../evidence/metrics.js'
import { decimal, decimalsOf } from '../../shared/decimal.js'
import { message } from '../../shared/message.js'
import { decimalOf } from '../bound.js'
import { type Files, type FromRows, json, type MakeSpecimens, type Specimens } from '../specimens.js'
import { namesOf } from './fields.js'
import { metricNames, metricOf } from './metric-names.js'
import { type Options, requirementsOf } from './options.js'

const CARD = 'documentation-card.md'
const METRICS = 'documentation-metrics.json'
/** Errors first: they may have any size, so that a quoted number is never mistaken for per cent. */
const PREFERRED = ['rmse', 'mae', 'mse', 'log_loss']
/** Decimals that a quoted number has at least. */
const DIGITS = 4

interface Quoted {
  readonly metric: string
  readonly right: string
  readonly wrong: string
}

/** For each required field a card that lacks its section, and one whose number is not the measured one. */
export const specimens: MakeSpecimens<Options> = ({ options }, taken, rows) => {
  const fields = [...new Map(requirementsOf(options).map((it) => [it.field, it])).values()]
  const sections = fields.map(({ field, names }) => ({ field, title: namesOf(field, names).shown[0] ?? field }))
  const quoted = options.measured ? quotedIn(options.measured, taken, rows) : undefined
  const titles = (without?: string) => sections.filter(({ field }) => field !== without).map(({ title }) => title)
  const card = (kept: readonly string[], quote?: string) => ({ 'model-card': { [CARD]: cardOf(kept, quoted, quote) } })
  const missing = sections.map(({ field, title }) => ({
    id: `documentation/${field}`,
    change: message('specimen.section', { section: title }),
    files: () => card(titles(field)),
  }))
  const impossible =
    options.measured && quoted === undefined
      ? [{ id: 'documentation/measured', why: message('specimen.no-metric') }]
      : []
  return {
    good: {
      ...card(titles()),
      ...(quoted && { metrics: { [METRICS]: json([[quoted.metric, quoted.right]]) } }),
    },
    bad: [...missing, ...(quoted === undefined ? [] : [misquoted(quoted, () => card(titles(), quoted.wrong))])],
    impossible,
    metrics: quoted === undefined ? [] : [quoted.metric],
  }
}

function misquoted({ metric, right, wrong }: Quoted, files: () => Files): Specimens['bad'][number] {
  const change = message('specimen.quote', { metric, quoted: wrong, measured: right })
  return { id: `documentation/measured/${metric}`, change, files }
}

/** A metric that no other gate and no table of rows states, and a quotation one digit further away than rounding and tolerance allow. */
function quotedIn(
  measured: NonNullable<Options['measured']>,
  taken: readonly string[],
  rows: FromRows,
): Quoted | undefined {
  const stated = new Set(taken.map((name) => metricOf(name.replaceAll('/', ' '))?.metric))
  const metric = [...PREFERRED, ...metricNames()].find((name) => !stated.has(name) && !rows.metric(name))
  if (metric === undefined) return undefined
  const tolerance = decimalOf(typeof measured === 'object' ? (measured.tolerance ?? 0) : 0)
  const digits = Math.max(DIGITS, decimalsOf(tolerance))
  const right = decimal(isFraction(metric) ? '0.5' : '2')
  const wrong = right.plus(tolerance).plus(decimal(`1e-${digits}`))
  return { metric, right: right.toFixed(digits), wrong: wrong.toFixed(digits) }
}

/** A card with these sections; what it quotes stands under a heading of its own. */
function cardOf(titles: readonly string[], quoted: Quoted | undefined, quote = quoted?.right): string {
  const sections = titles.map((title) => `## ${title}\n\nThis is written out here as a whole sentence.\n`)
  const quotes =
    quoted === undefined ? [] : [`## Quoted\n\n| Metric | Value |\n|---|---|\n| ${quoted.metric} | ${quote} |\n`]
  return ['# Model\n', ...sections, ...quotes].join('\n')
}
