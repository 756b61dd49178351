import type { ModelCard } from '../../evidence/card/card.js'
import type { Evidence, Item } from '../../evidence/evidence.js'
import { lookUpMeasured } from '../../evidence/measure/lookup.js'
import { valuesOf } from '../../evidence/selectors.js'
import type { Node } from '../../evidence/tree.js'
import { type Decimal, decimal, formatDecimal } from '../../shared/decimal.js'
import { compareText, type Location, shown } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import type { Check } from '../../verdict/outcome.js'
import { decimalOf, largestValue, roundingOf } from '../bound.js'
import type { Demand } from '../contract.js'
import { readMetric } from '../metric.js'
import { type NumberRead, type Reading, toNumber, unavailable } from '../reading.js'
import { metricOf } from './metric-names.js'
import type { Options } from './options.js'
import type { Quote } from './quote.js'
import { quotesInData } from './quotes-data.js'
import { quotesInText } from './quotes-text.js'

type About = Pick<Check, 'id' | 'title' | 'policy' | 'mend'>
type Judgement = Pick<Check, 'outcome' | 'message' | 'evidence' | 'expected' | 'actual'>

/** Whether the card's numbers are those that were measured: a check a metric that it quotes, `documentation/measured/<metric>`. */
export function measuredChecks({ options, locate }: Demand<Options>, evidence: Evidence): Check[] {
  const { measured = false } = options
  if (measured === false) return []
  const about = (metric?: string): About => ({
    id: `documentation/measured${metric === undefined ? '' : `/${metric}`}`,
    title: message('documentation.measured-title', { metric: metric ?? '' }),
    mend: 'evidence',
    policy: locate('/measured'),
  })
  for (const kind of evidence.measured.declared ? (['model-card'] as const) : (['model-card', 'metrics'] as const)) {
    const gap = unavailable(evidence[kind], kind)
    if (gap !== undefined) return [{ ...about(), outcome: gap.outcome, message: gap.message }]
  }
  const tolerance = decimalOf(measured === true ? 0 : (measured.tolerance ?? 0))
  const cards = evidence['model-card'].items
  const quotes = cards.flatMap(quotesOf)
  const metrics = [...new Set(quotes.map(({ metric }) => metric))].sort(compareText)
  const checks = metrics.map((metric): Check => {
    const quoted = quotes.filter((quote) => quote.metric === metric)
    return { ...about(metric), ...judge(metric, quoted, evidence, tolerance) }
  })
  if (checks.some(({ outcome }) => outcome !== 'not-applicable')) return checks
  const paths = cards.map(({ file }) => file.path)
  const at = paths[0] === undefined ? {} : { evidence: { path: paths[0], line: 1 } }
  return [
    ...checks,
    { ...about(), outcome: 'missing', message: message('documentation.measured-none', { paths }), ...at },
  ]
}

function quotesOf({ file: { path }, content }: Item<ModelCard>): Quote[] {
  const ofData = content.data === undefined ? [] : quotesInData(content.data, path)
  return [...ofData, ...quotesInText(content.lines ?? [], path)]
}

function judge(metric: string, quotes: readonly Quote[], evidence: Evidence, tolerance: Decimal): Judgement {
  const own = quotes.filter(({ other }) => other.length === 0)
  const aside = quotes.filter(({ other }) => other.length > 0)
  const [first] = own
  if (first === undefined) return notCompared(message('documentation.measured-others', asideOf(aside)), aside[0]?.at)
  const found = measurementsOf(metric, evidence)
  const [read, ...others] = found
  if (read === undefined) {
    const paths = evidence.metrics.items.map(({ file }) => file.path)
    return notCompared(message('documentation.measured-unknown', { metric, paths, place: shown(first.at) }), first.at)
  }
  if (read.kind === 'none')
    return { outcome: read.outcome === 'missing' ? 'missing' : 'error', message: read.message, evidence: first.at }
  if (others.some((other) => other.kind === 'none' || !other.value.eq(read.value))) {
    const places = found.map((one) => (one.kind === 'none' ? '?' : `${shown(one.at)} (${formatDecimal(one.value)})`))
    return notCompared(message('documentation.measured-ambiguous', { metric, places }), first.at)
  }
  return withAside(compareAll(metric, own, read, tolerance), aside)
}

function notCompared(said: Message, at: Location | undefined): Judgement {
  return { outcome: 'not-applicable', message: said, ...(at && { evidence: at }) }
}

function asideOf(aside: readonly Quote[]) {
  const [first] = aside
  return {
    places: aside.slice(0, 5).map(({ at, written }) => `${shown(at)} (${written})`),
    words: [...new Set((first?.other ?? []).slice(0, 3))],
  }
}

function withAside(judgement: Judgement, aside: readonly Quote[]): Judgement {
  if (aside.length === 0) return judgement
  const said = message('documentation.measured-aside', { ...asideOf(aside), said: judgement.message })
  return { ...judgement, message: said }
}

/** Every quoted value; the first that differs is shown on its line. */
function compareAll(metric: string, quotes: readonly Quote[], read: NumberRead, tolerance: Decimal): Judgement {
  const wrong = quotes.filter((quote) => !agrees(quote, read.value, tolerance))
  const { at, written } = wrong[0] ?? quotes[0] ?? { at: read.at, written: '' }
  const facts = { measured: formatDecimal(read.value), place: shown(read.at) }
  const expected = { expected: `= ${written}`, actual: facts.measured, evidence: at }
  const places = (wrong.length > 0 ? wrong : quotes).map((quote) => `${shown(quote.at)} (${quote.written})`)
  if (wrong.length === 0)
    return {
      outcome: 'pass',
      message: message('documentation.measured-pass', { metric, places, ...facts }),
      ...expected,
    }
  return { outcome: 'fail', message: message('documentation.measured-fail', { metric, places, ...facts }), ...expected }
}

const HUNDRED = decimal('100')
const HUNDREDTH = decimal('0.01')
const ONE = decimal('1')

/**
 * Whether a quoted value is the measured one, rounded to the digits that are written: at most half of the last one
 * away, and the tolerance besides. Both are brought to the measured value's unit; a fraction by definition that is
 * above 1 can only be per cent.
 */
export function agrees(
  quote: Pick<Quote, 'metric' | 'value' | 'half' | 'percent'>,
  measured: Decimal,
  tolerance: Decimal,
) {
  const fraction = largestValue(quote.metric, undefined) !== undefined
  const inPercent = (value: Decimal) => fraction && value.gt(ONE) && value.lte(HUNDRED)
  const stated = quote.percent || inPercent(quote.value)
  const wanted = inPercent(measured)
  const factor = stated === wanted ? ONE : wanted ? HUNDRED : HUNDREDTH
  const distance = quote.value.times(factor).minus(measured).abs()
  const half = quote.percent ? quote.half : roundingOf(quote.metric, quote.value, quote.half)
  return distance.lte(half.times(factor).plus(wanted ? tolerance.times(HUNDRED) : tolerance))
}

/** What predictions give, as for performance; else what the metrics say under the metric's names: those with the fewest words beside the name, none of another split. */
function measurementsOf(metric: string, evidence: Evidence): Reading[] {
  if (lookUpMeasured(evidence.measured, metric).kind !== 'unasked') return [readMetric(evidence, metric, undefined)]
  const items = evidence.metrics.items.map(({ file, content }: Item<Node>) => ({ path: file.path, content }))
  const named = valuesOf(items).flatMap(({ selector, node, at }) => {
    const whole = metricOf(selector.replaceAll('/', ' '))
    if (whole?.metric !== metric || whole.other.length > 0) return []
    return [{ spare: whole.spare, reading: toNumber(node, selector, at) }]
  })
  const fewest = named.reduce((least, { spare }) => Math.min(least, spare), Number.POSITIVE_INFINITY)
  return named.filter(({ spare }) => spare === fewest).map(({ reading }) => reading)
}
