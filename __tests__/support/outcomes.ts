import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { withDatabase } from '../../src/app/database.js'
import { openFolder } from '../../src/app/folder.js'
import { Workspace } from '../../src/app/workspace.js'
import { readCard } from '../../src/evidence/card/parse.js'
import { type Opened, readContent } from '../../src/evidence/formats/choose.js'
import { selectGroups } from '../../src/evidence/groups.js'
import type { Role } from '../../src/evidence/kinds.js'
import { openTable } from '../../src/evidence/predictions/open.js'
import { lookUpMetric } from '../../src/evidence/select.js'
import type { Node } from '../../src/evidence/tree.js'
import type { Problem } from '../../src/shared/problem.js'
import { english } from './evidence.js'

/** One row of a table of outcomes: a file, what it is read for, and what comes of it. */
export interface Outcome {
  /** Path of the file or folder, relative to the table's; one that ends in `.gz` is unpacked first. */
  readonly file: string
  readonly as: Role
  readonly run?: string
  readonly experiment?: string
  /** Only where the file cannot tell. */
  readonly forced?: string
  /** The format it is read as; absent where it is refused. */
  readonly format?: string
  /** Selector → what stands there: a number as text, `NaN`, `null`, `"text"`, `refused: message id`, `absent`, `ambiguous`. */
  readonly values?: Readonly<Record<string, string>>
  /** `metric by attribute` → group → value as above, or why there are no groups. */
  readonly groups?: Readonly<Record<string, Readonly<Record<string, string>> | string>>
  /** Label of a card's section → how its text begins. */
  readonly sections?: Readonly<Record<string, string>>
  /** Message ids of the problems, where it is refused. */
  readonly refused?: readonly string[]
  /** Why it is refused, in a few words for the reader of the table. */
  readonly why?: string
}

/** The row as it really is: the same keys with what was found. Files are read by the real shell, below `root`. */
export async function outcomeOf(root: string, row: Outcome): Promise<Outcome> {
  const { file, as, run, experiment, forced, why } = row
  if (as === 'predictions') return tableOutcome(root, row)
  const asked = { file, as, ...(run && { run }), ...(experiment && { experiment }), ...(forced && { forced }) }
  const wanted = { path: file, role: as, ...(run && { run }), ...(experiment && { experiment }) }
  const source = open(root, file)
  const refusal = (problems: readonly Problem[]): Outcome => ({
    ...asked,
    refused: problems.map(({ message }) =>
      /\{[a-z]+\}/.test(english(message)) ? `unfilled: ${english(message)}` : message.id,
    ),
    ...(why !== undefined && { why }),
  })
  if (as === 'model-card') {
    const card = await readCard(source, wanted, forced)
    if (!card.ok) return refusal(card.problems)
    const { sections } = card.value.content
    const start = (label: string, expected: string) =>
      sections.find((it) => it.label === label)?.text.slice(0, expected.length) ?? 'absent'
    return { ...asked, format: card.value.format, ...(row.sections && { sections: mapped(row.sections, start) }) }
  }
  const read = await readContent(source, wanted, forced)
  if (!read.ok) return refusal(read.problems)
  const items = [{ path: file, content: read.value.content }]
  return {
    ...asked,
    format: read.value.format,
    ...(row.values && { values: mapped(row.values, (selector) => valueAt(items, selector)) }),
    ...(row.groups && { groups: mapped(row.groups, (asked) => groupsOf(items, asked)) }),
  }
}

/** A table's outcome: `values` has its number of rows and, per column, the first cells as names. */
async function tableOutcome(root: string, row: Outcome): Promise<Outcome> {
  const { file, as, forced, why } = row
  const bytes = readFileSync(`${root}/${file}`)
  const read = (offset: number, length: number) => Uint8Array.from(bytes.subarray(offset, offset + length))
  const asked = { file, as, ...(forced && { forced }), ...(why !== undefined && { why }) }
  const refusal = (problems: readonly Problem[]) => ({ ...asked, refused: problems.map(({ message }) => message.id) })
  const table = await openTable({ path: file, size: bytes.length, read }, forced)
  if (!table.ok) return refusal(table.problems)
  const wanted = Object.keys(row.values ?? {}).filter((name) => name !== 'rows')
  const cells = wanted.map((): string[] => [])
  const rows = await table.value.scan(
    wanted.map((name) => ({ name, as: 'category' })),
    ({ columns }) => {
      for (const [index, column] of columns.entries()) {
        if (column.as !== 'category') continue
        for (const code of column.codes) cells[index]?.push(column.names[code] ?? 'missing')
      }
    },
  )
  if (!rows.ok) return refusal(rows.problems)
  const starts = wanted.map((name, index) => {
    const shown = row.values?.[name]?.split(' ').length ?? 0
    return [name, cells[index]?.slice(0, shown).join(' ') ?? '']
  })
  return { ...asked, format: table.value.format, values: { rows: String(rows.value), ...Object.fromEntries(starts) } }
}

function mapped<A, B>(record: Readonly<Record<string, A>>, to: (key: string, value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(key, value)]))
}

type Items = readonly { readonly path: string; readonly content: Node }[]

function valueAt(items: Items, selector: string): string {
  const lookup = lookUpMetric(items, selector)
  return lookup.kind === 'found' ? shownNode(lookup.value) : lookup.kind
}

function groupsOf(items: Items, asked: string): Record<string, string> | string {
  const [metric = '', by = ''] = asked.split(' by ')
  const found = selectGroups(items, metric, by, { metric: true, by: true })
  if (found.kind !== 'found') return found.kind
  return Object.fromEntries(found.groups.map(({ name, value }) => [name, shownNode(value)]))
}

function shownNode(node: Node): string {
  switch (node.kind) {
    case 'map':
      return '{…}'
    case 'list':
      return '[…]'
    case 'text':
      return JSON.stringify(node.text)
    case 'null':
      return 'null'
    case 'refused':
      return `refused: ${node.why.id}`
    default:
      return node.text
  }
}

/** Opens a file or folder as the shell does; a packed one is unpacked in memory. */
export function open(root: string, file: string): Opened {
  const path = `${root}/${file}`
  if (!existsSync(path)) throw new Error(`the table names a file that is not there: ${path}`)
  if (statSync(path).isDirectory()) {
    const workspace = Workspace.open(dirname(path), '.')
    if (!workspace.ok) throw new Error('no workspace')
    return { kind: 'folder', folder: openFolder(workspace.value, path.slice(dirname(path).length + 1)).folder }
  }
  const bytes = file.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path)
  return { kind: 'file', bytes, database: (use) => withDatabase(bytes, file, use) }
}
