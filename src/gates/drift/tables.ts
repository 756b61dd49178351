import type { Compared, ComparedColumn } from '../../evidence/drift/contract.js'
import type { Evidence, Source } from '../../evidence/evidence.js'
import { decimal } from '../../shared/decimal.js'
import { type Message, message } from '../../shared/message.js'
import type { Check } from '../../verdict/outcome.js'
import { decimalOf } from '../bound.js'
import { type Asked, compare, withoutValue } from '../compare.js'
import type { Demand } from '../contract.js'
import { type Quantity, quotient } from '../quantity.js'
import { type NotRead, unavailable } from '../reading.js'
import { askedOf } from './features.js'
import { figureCheck, type Judged } from './figure.js'
import type { Options } from './options.js'
import { namesOf, withValue } from './share.js'
import { everyBounds, type MethodBounds, namedBounds } from './wanted.js'

/** Features of one demand, by what came of them. */
interface Tally {
  readonly all: readonly string[]
  readonly drifted: readonly string[]
  readonly unknown: readonly { readonly name: string; readonly outcome: Check['outcome']; readonly why: Message }[]
}

const MESSAGES = { pass: 'drift.tables-pass', fail: 'drift.tables-fail', atBound: 'drift.tables-fail' }

/**
 * The checks of two tables: those of each column that is named; and of the other ones under `*` either a check each, or
 * where a share is bounded that of the columns, named or not, that break the bounds under `*`.
 */
export function tableChecks(demand: Demand<Options>, source: Source<Compared> | undefined): Check[] {
  const { options } = demand
  const { 'max-share': limit, except = [] } = options
  const compared = readTables(source)
  const named = namedBounds(options)
  const every = everyBounds(options)
  const own = named.flatMap(([name, bounds]) => columnChecks(name, bounds, undefined, demand, compared))
  const columns = 'kind' in compared ? [] : compared.reference.columns.filter((name) => !except.includes(name))
  const underEvery = (name: string) => columnChecks(name, every.bounds, every.pointer, demand, compared)
  if (limit !== undefined) {
    const tally = tallyOf(columns.map((name) => ({ name, checks: underEvery(name) })))
    return [shareOfTables(limit, tally, demand, compared), ...own]
  }
  if (Object.keys(every.bounds).length === 0) return own
  const others = columns.filter((name) => !named.some(([it]) => it === name))
  return others.length === 0
    ? [nothingUnder(every.pointer, demand, compared), ...own]
    : [...others.flatMap(underEvery), ...own]
}

/** What was compared, or why nothing was. Two tables of the same content are one table. */
function readTables(source: Source<Compared> | undefined): Compared | NotRead {
  if (source === undefined) return none('missing', message('drift.no-tables'))
  const gap = unavailable(source, 'drift')
  if (gap !== undefined) return gap
  const [reference, current] = source.items
  if (reference === undefined || current === undefined) return none('missing', message('drift.no-tables'))
  const { sha256, path } = reference.file
  if ((sha256 !== '' && sha256 === current.file.sha256) || isOneTable(reference.content)) {
    return none('error', message('drift.same-content', { reference: path, current: current.file.path }))
  }
  return reference.content
}

/** Whether all that was compared are the same cells: one table written twice, or in another order. */
function isOneTable({ columns }: Compared): boolean {
  const compared = [...columns.values()].filter(({ why }) => why === undefined)
  return compared.every(({ same }) => same !== undefined) && compared.some(({ same }) => same === 'telling')
}

function none(outcome: NotRead['outcome'], why: Message): NotRead {
  return { kind: 'none', outcome, message: why }
}

function columnChecks(
  name: string,
  bounds: MethodBounds,
  pointer: string | undefined,
  demand: Demand<Options>,
  compared: Compared | NotRead,
): Check[] {
  return Object.keys(bounds).flatMap((method) => {
    const own = askedOf(name, method, bounds[method] ?? {}, demand.locate)
    if (own === undefined) return []
    const asked: Asked = pointer === undefined ? own : { ...own, place: () => demand.locate(pointer) }
    if ('kind' in compared) return [withoutValue(asked, compared)]
    const column: ComparedColumn | undefined = compared.columns.get(name)
    const judged: Judged = { asked, feature: name, method, options: demand.options, compared }
    return [
      column === undefined
        ? withoutValue(asked, none('missing', message('drift.no-tables')))
        : figureCheck(judged, column),
    ]
  })
}

function tallyOf(features: readonly { readonly name: string; readonly checks: readonly Check[] }[]): Tally {
  const all = features.map(({ name }) => name)
  const isDrifted = ({ checks }: { checks: readonly Check[] }) => checks.some(({ outcome }) => outcome === 'fail')
  const drifted = features.filter(isDrifted).map(({ name, checks }) => {
    const broken = checks.find(({ outcome }) => outcome === 'fail')
    return withValue(name, broken?.id.split('/').at(-1) ?? '', broken?.actual ?? '∞')
  })
  const unknown = features.flatMap((it) => {
    const open = it.checks.find(({ outcome }) => outcome !== 'pass')
    return isDrifted(it) || open === undefined ? [] : [{ name: it.name, outcome: open.outcome, why: open.message }]
  })
  return { all, drifted, unknown }
}

/** The share that drifted of all features, each by its own bounds; those that nothing is known of may have drifted too. */
function shareOfTables(limit: number, tally: Tally, demand: Demand<Options>, compared: Compared | NotRead): Check {
  const asked: Asked = {
    id: 'drift/max-share',
    title: message('drift.title-share'),
    bounds: [{ relation: '<=', limit: decimalOf(limit), option: 'max-share' }],
    place: () => demand.locate('/max-share'),
  }
  if ('kind' in compared) return withoutValue(asked, compared)
  const { all, drifted, unknown } = tally
  const at = { path: compared.current.path }
  if (all.length === 0) return withoutValue(asked, { ...none('missing', message('drift.no-columns', at)), at })
  const count = all.length
  const params = { count, drifted: drifted.length === 0 ? '–' : namesOf(drifted.map((name) => ({ name }))) }
  const check = (number: number) =>
    compare(asked, { quantity: share(number, count), at, sample: {}, messages: MESSAGES, params })
  const found = check(drifted.length)
  if (found.outcome !== 'pass') return found
  const { 'min-features': least = 1 } = demand.options
  const known = count - unknown.length
  const undecided = (why: Message): Check => withoutValue(asked, { ...none('insufficient', why), at })
  const grave = known === 0 ? gravestOf(tally) : undefined
  if (grave !== undefined) return withoutValue(asked, { ...grave, at })
  if (known < least) {
    return undecided(message('drift.few-features', { found: String(known), least, place: compared.current.path }))
  }
  if (check(drifted.length + unknown.length).outcome === 'pass') return found
  const [first] = unknown
  const why = first?.why ?? message('drift.no-tables')
  return undecided(message('drift.tables-unknown', { count, unknown: namesOf(unknown), why, drifted: drifted.length }))
}

/** Where no column could be compared: that one cannot be, or that it is not there. */
function gravestOf({ unknown }: Tally): NotRead | undefined {
  const [found] = (['error', 'missing'] as const).flatMap((outcome) => {
    const one = unknown.find((it) => it.outcome === outcome)
    return one === undefined ? [] : [none(outcome, one.why)]
  })
  return found
}

function share(number: number, count: number): Quantity {
  return quotient(decimal(String(number)), decimal(String(count)))
}

/** `*` that stands for no column, or for tables that could not be read. */
function nothingUnder(pointer: string, { locate }: Demand<Options>, compared: Compared | NotRead): Check {
  const read =
    'kind' in compared ? compared : none('missing', message('drift.no-columns', { path: compared.current.path }))
  const { outcome, message: why, at } = read
  const title = message('drift.title-every')
  return { id: 'drift/*', title, outcome, message: why, policy: locate(pointer), ...(at && { evidence: at }) }
}

/** Columns that only the current table has are compared with nothing. */
export function tableNotes({ options }: Demand<Options>, { compared }: Pick<Evidence, 'compared'>): Message[] {
  const content = compared?.items[0]?.content
  const isEvery = Object.keys(everyBounds(options).bounds).length > 0
  const unknown = content?.unknown.filter((name) => !options.except?.includes(name)) ?? []
  if (!isEvery || content === undefined || unknown.length === 0) return []
  const columns = namesOf(unknown.map((name) => ({ name })))
  return [message('drift.new-columns', { columns, reference: content.reference.path, current: content.current.path })]
}
