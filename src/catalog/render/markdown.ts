import { fitSections, listWithin, type Section } from '../../report/budget.js'
import { markdownCode, markdownText } from '../../report/escape.js'
import { counted, place, short } from '../../report/phrases.js'
import type { Wording } from '../../report/wording.js'
import { type Message, message } from '../../shared/message.js'
import type { Problem } from '../../shared/problem.js'
import type { Catalog, CatalogModel, CatalogWaiver } from '../model.js'
import { dayOf, flagMessages, registeredText } from './flags.js'
import { sortedMetrics } from './json.js'

/** Most metrics, approvals or entries that one cell of the table shows. */
const MAX_IN_CELL = 4

const COLUMNS = [
  'name',
  'owner',
  'risk',
  'version',
  'decision',
  'metrics',
  'card',
  'approvals',
  'waivers',
  'registered',
]

/**
 * The catalog as GitHub Markdown of at most `maxBytes` bytes: what needs somebody first, then a table of all models, last
 * what could not be read. What has no room is counted.
 */
export function renderCatalogMarkdown(catalog: Catalog, wording: Wording, maxBytes: number): string {
  const say = (said: Message) => wording.say(said, (data) => markdownText(short(data)))
  const { models, problems, trail, at } = catalog
  const title = models.length === 0 ? message('catalog.title.none') : counted('catalog.title', models.length)
  const day = dayOf(at)
  const asOf =
    trail === undefined ? message('catalog.as-of-untold', { at: day }) : message('catalog.as-of', { ...trail, at: day })
  const heading = `## ${say(title)}\n\n${say(asOf)}${models.length === 0 ? `\n\n${say(message('catalog.nothing'))}` : ''}`
  const repositories = new Set(models.flatMap(({ repository }) => repository ?? []))
  const page: Page = { catalog, say, several: repositories.size > 1 }
  const flagged = models.filter(({ flags }) => flags.length > 0)
  const sections: Section[] = [
    { short: heading, full: () => heading, priority: 0 },
    listing(page, { id: 'attention', priority: 1 }, flagged, (model) => flagLine(model, page)),
    listing(page, { id: 'models', priority: 3, head: tableHead(say) }, models, (model) => rowOf(model, page)),
    listing(page, { id: 'unread', priority: 2 }, problems, (problem) => problemLine(problem, say)),
  ]
  return `${fitSections(sections, maxBytes - 1, '\n\n') ?? heading}\n`
}

type Say = (said: Message) => string

/** What every row is made with. */
interface Page {
  readonly catalog: Catalog
  readonly say: Say
  /** Whether the models are of several repositories. */
  readonly several: boolean
}

interface Heading {
  readonly id: 'attention' | 'models' | 'unread'
  readonly priority: number
  /** What stands between the heading and the lines. */
  readonly head?: string
}

/** A heading and its lines, as many as fit; nothing where there are none. */
function listing<T>(
  { say }: Page,
  { id, priority, head = '' }: Heading,
  items: readonly T[],
  line: (item: T) => string,
): Section {
  const count = items.length
  if (count === 0) return { short: '', full: () => '', priority }
  const title = `### ${say(message(`catalog.${id}`))}\n\n`
  const more = (left: number) => `\n${say(message('catalog.more', { count: left }))}\n`
  const rows = lazily(items, line)
  const full = (maxBytes: number) =>
    listWithin({ head: title + head, rows, count, more, tail: '' }, maxBytes)?.trimEnd()
  return { short: `${title}${say(message('catalog.more', { count }))}`, full, priority }
}

/** Rows are worded only as far as there is room for them. */
function lazily<T>(items: readonly T[], line: (item: T) => string): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield `${line(item)}\n`
    },
  }
}

function flagLine(model: CatalogModel, page: Page): string {
  return `- **${nameOf(model, page)}**: ${flagMessages(model, page.catalog).map(page.say).join('; ')}`
}

/** The repository is named where there are several. */
function nameOf({ name, repository }: CatalogModel, { several }: Page): string {
  return markdownText(short(several && repository !== undefined ? `${name} (${repository})` : name))
}

function problemLine({ message: said, at }: Problem, say: Say): string {
  return `- ${at === undefined ? '' : `${markdownCode(place(at, true))}: `}${say(said)}`
}

function tableHead(say: Say): string {
  const titles = COLUMNS.map((column) => say(message(`catalog.column.${column}`)))
  return `| ${titles.join(' | ')} |\n|${'---|'.repeat(titles.length)}\n`
}

function rowOf(model: CatalogModel, page: Page): string {
  const { catalog, say } = page
  const text = (value: string | undefined) => (value === undefined ? '' : markdownText(short(value)))
  const cells = [
    model.configs[0] === undefined
      ? nameOf(model, page)
      : `${nameOf(model, page)}<br>${markdownCode(short(model.configs[0]))}`,
    text(model.owner),
    text(model.risk),
    text(model.version),
    decisionOf(model, catalog, say),
    some(sortedMetrics(model.metrics), ([name, value]) => `${text(name)} ${text(value)}`),
    model.card === undefined ? '' : markdownCode(short(model.card)),
    some(model.approvals, ({ by, role }) => text(role === undefined ? by : `${by} (${role})`)),
    some(model.waivers, (waiver) => say(waiverMessage(waiver))),
    some(model.registered, (one) => text(registeredText(one))),
  ]
  return `| ${cells.join(' | ')} |`
}

const SYMBOLS = { pass: '✅', warn: '⚠️', fail: '❌', error: '⛔' } as const

function decisionOf({ last }: CatalogModel, { trail }: Catalog, say: Say): string {
  if (last === undefined) return say(message(trail === undefined ? 'catalog.unknown' : 'catalog.undecided'))
  const facts = { verdict: message(`catalog.verdict.${last.verdict}`), day: dayOf(last.time) }
  const { pull_request: number } = last
  const said =
    number === undefined ? message('catalog.decision', facts) : message('catalog.proposed', { ...facts, number })
  return `${SYMBOLS[last.verdict]} ${say(said)}`
}

function waiverMessage({ check, expires, state }: CatalogWaiver): Message {
  return message(state === 'expired' ? 'catalog.waiver-expired' : 'catalog.waiver', { check, expires })
}

function some<T>(items: readonly T[], shown: (item: T) => string): string {
  const more = items.length - MAX_IN_CELL
  const lines = items.slice(0, MAX_IN_CELL).map(shown)
  return [...lines, ...(more > 0 ? [`+${more}`] : [])].join('<br>')
}
