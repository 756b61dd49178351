import { readCard } from '../evidence/card/parse.js'
import { readContent } from '../evidence/formats/choose.js'
import type { Wanted } from '../evidence/formats/contract.js'
import type { Role } from '../evidence/kinds.js'
import { MAX_CANDIDATES, valuesOf } from '../evidence/selectors.js'
import type { Node } from '../evidence/tree.js'
import { logText } from '../report/escape.js'
import type { Wording } from '../report/wording.js'
import { shown } from '../shared/location.js'
import { message } from '../shared/message.js'
import type { Result } from '../shared/problem.js'
import { open } from './evidence.js'
import type { Workspace } from './workspace.js'

/** What `ml-gate inspect` is asked. */
export interface InspectRequest {
  readonly path: string
  readonly role: Role
  readonly readAs?: string
  readonly run?: string
  readonly experiment?: string
}

/** What a file holds, in the names that a policy can use. */
export interface Inspected {
  readonly path: string
  readonly format: string
  readonly as: Role
  readonly values: readonly Value[]
  /** Why there may be values that are not listed. */
  readonly cut?: string
}

interface Value {
  readonly selector: string
  readonly value: string
  /** Why the value is never compared, where it is not. */
  readonly why?: string
  readonly place: string
}

/** Longest part of a text that is listed. */
const MAX_TEXT = 80

/** Reads one file or folder as a gate would, and lists what it says. */
export async function inspect(
  workspace: Workspace,
  request: InspectRequest,
  wording: Wording,
): Promise<Result<Inspected>> {
  if (request.role === 'predictions') return inspectTable(workspace, request)
  const source = open(workspace, request.path)
  if (!source.ok) return source
  const { path, opened } = source.value
  const { role, readAs, run, experiment } = request
  const wanted: Wanted = { path, role, ...(run && { run }), ...(experiment && { experiment }) }
  if (role === 'model-card') {
    const card = await readCard(opened, wanted, readAs)
    if (!card.ok) return card
    const values = card.value.content.sections.map(({ label, at, text }) => ({
      selector: label,
      value: clipped(text),
      place: shown({ path, ...at }),
    }))
    return { ok: true, value: { path, format: card.value.format, as: role, values } }
  }
  const read = await readContent(opened, wanted, readAs)
  if (!read.ok) return read
  const values = valuesOf([{ path, content: read.value.content }]).map(({ selector, node, at }) => ({
    selector,
    ...valueIn(node, wording),
    place: shown(at),
  }))
  const cut = values.length < MAX_CANDIDATES ? undefined : wording.say(message('cli.cut', { count: MAX_CANDIDATES }))
  return { ok: true, value: { path, format: read.value.format, as: role, values, ...(cut && { cut }) } }
}

/** A table's columns and how many rows it has; its values are read once, and kept by nobody. */
function inspectTable(workspace: Workspace, { path, readAs }: InspectRequest): Promise<Result<Inspected>> {
  return workspace.pieces(path, async (pieces) => {
    const { openTable } = await import('../evidence/predictions/open.js')
    const table = await openTable(pieces, readAs)
    if (!table.ok) return table
    const rows = await table.value.scan([], () => {})
    if (!rows.ok) return rows
    const place = pieces.path
    const columns = table.value.columns.map((name) => ({ selector: name, value: `${rows.value} rows`, place }))
    return { ok: true, value: { path: pieces.path, format: table.value.format, as: 'predictions', values: columns } }
  })
}

function valueIn(node: Node, wording: Wording): { value: string; why?: string } {
  if (node.kind === 'map' || node.kind === 'list') return { value: '' }
  if (node.kind === 'refused') return { value: clipped(node.text), why: wording.say(node.why) }
  if (node.kind === 'text') return { value: clipped(JSON.stringify(node.text)) }
  return { value: node.kind === 'number' && node.written ? `${node.text} (${node.written})` : node.text || node.kind }
}

function clipped(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT)}…` : line
}

/** The list as lines for a terminal: selector, value, place, and below a value that is none the reason. */
export function inspectedText({ path, format, as, values, cut }: Inspected): string {
  const width = Math.min(48, Math.max(0, ...values.map(({ selector }) => selector.length)))
  const lines = values.flatMap(({ selector, value, why, place }) => [
    `  ${selector.padEnd(width)}  ${value}  ${place}`,
    ...(why === undefined ? [] : [`  ${''.padEnd(width)}  ! ${why}`]),
  ])
  return `${[`${path}: ${format}, ${as}`, ...lines, ...(cut === undefined ? [] : [cut])].map(logText).join('\n')}\n`
}
