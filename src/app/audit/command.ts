import type { Break, Link } from '../../audit/chain.js'
import { isWanted } from '../../audit/filter.js'
import { fileOf } from '../../audit/place.js'
import { serialiseEntry } from '../../audit/record.js'
import { CSV_HEAD, csvRows } from '../../audit/table.js'
import { logLine, logText } from '../../report/escape.js'
import { jsonText, printable } from '../../report/json-text.js'
import type { Wording } from '../../report/wording.js'
import { type Message, message } from '../../shared/message.js'
import type { Terminal } from '../command.js'
import { EXIT_CODES } from '../options.js'
import { wordingFor } from '../wording.js'
import type { AuditArguments } from './arguments.js'
import { entryLine } from './line.js'
import { isTrail, walk } from './trail.js'

type Verify = Extract<AuditArguments, { action: 'verify' }>
type Show = Extract<AuditArguments, { action: 'show' }>

const BROKEN = 1

/** `ml-gate audit`: 0 where the chain holds, 1 where it is broken, 2 where there is no trail. */
export function runAudit(request: AuditArguments, terminal: Terminal): number {
  const wording = wordingFor(request.language)
  try {
    if (isTrail(request.path)) {
      return request.action === 'verify' ? verify(request, wording, terminal) : show(request, wording, terminal)
    }
    terminal.err(`${logText(wording.say(message('audit.no-trail', { path: request.path })))}\n`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    terminal.err(`${logText(wording.say(message('audit.unreadable', { why })))}\n`)
  }
  return EXIT_CODES.error
}

/** What is known of a chain after a walk. */
interface Chain {
  readonly entries: number
  readonly first?: Link
  readonly last?: Link
  /** The entry that has the digest which was asked for. */
  readonly anchor?: Link
  readonly broken?: Break
}

function walked(root: string, head: string | undefined, each: (link: Link) => void = () => {}): Chain {
  let chain: Chain = { entries: 0 }
  const broken = walk(
    root,
    (link) => {
      const { first = link, anchor = link.sha256 === head ? link : undefined } = chain
      chain = { entries: link.sequence, first, last: link, ...(anchor && { anchor }) }
      each(link)
    },
    head,
  )
  return broken === undefined ? chain : { ...chain, broken }
}

function verify({ path, head, count, format }: Verify, wording: Wording, { out }: Terminal): number {
  const chain = walked(path, head)
  const broken = chain.broken ?? shortOf(chain, head, count)
  if (format === 'json')
    out(
      jsonText({
        ...chainJson({ ...chain, ...(broken && { broken }) }, wording),
        anchored: chain.anchor !== undefined,
      }),
    )
  else
    for (const said of broken ? [located(broken)] : praise(chain, count !== undefined))
      out(`${logText(wording.say(said))}\n`)
  return broken === undefined ? 0 : BROKEN
}

/** What is missing at the end of a chain that holds, which nothing but knowledge from elsewhere can tell. */
function shortOf({ entries, anchor }: Chain, head: string | undefined, count: number | undefined): Break | undefined {
  const file = fileOf(entries + 1)
  if (entries === 0) return { file, why: message('audit.empty') }
  if (count !== undefined && entries < count) return { file, why: message('audit.too-few', { entries, count }) }
  if (head !== undefined && anchor === undefined)
    return { file: fileOf(entries), why: message('audit.no-anchor', { head, entries }) }
  return undefined
}

function located({ file, why }: Break): Message {
  return message('audit.broken', { file, why })
}

function praise({ entries, first, last, anchor }: Chain, counted: boolean): Message[] {
  const facts = { from: first?.entry.time ?? '', to: last?.entry.time ?? '', sha256: last?.sha256 ?? '' }
  return [
    message('audit.holds', { entries, ...facts }),
    anchor !== undefined
      ? message('audit.anchored', { file: fileOf(anchor.sequence) })
      : message(counted ? 'audit.counted' : 'audit.unanchored'),
  ]
}

function chainJson({ entries, first, last, broken }: Chain, wording: Wording) {
  return {
    holds: broken === undefined,
    entries,
    first: first?.entry.time,
    last: last?.entry.time,
    head: last?.sha256,
    broken: broken && { file: broken.file, code: broken.why.id, message: wording.say(broken.why) },
  }
}

/** Lists what is wanted as far as the chain holds. */
function show(request: Show, wording: Wording, { out, err }: Terminal): number {
  const { path, filter, format } = request
  const write = buffered(out)
  let shown = 0
  if (format === 'csv') write(CSV_HEAD)
  if (format === 'json') write('{"entries": [')
  const chain = walked(path, undefined, (link) => {
    if (!isWanted(link.entry, filter)) return
    write(
      format === 'csv'
        ? csvRows(link)
        : format === 'json'
          ? jsonItem(link, shown)
          : `${logLine(entryLine(link, wording))}\n`,
    )
    shown += 1
  })
  const { broken, entries } = chain
  if (format === 'json') write(`\n], "chain": ${jsonText(chainJson(chain, wording)).trimEnd()}}\n`)
  if (format === 'text') write(`${logText(wording.say(message('audit.shown', { shown, entries })))}\n`)
  write()
  if (broken !== undefined) err(`${logText(wording.say(located(broken)))}\n`)
  return broken === undefined ? 0 : BROKEN
}

/** An entry as it stands in the trail, with where it does. */
function jsonItem({ sequence, sha256, entry }: Link, before: number): string {
  const at = `{"file": ${JSON.stringify(fileOf(sequence))}, "sha256": "${sha256}", "entry": `
  return `${before === 0 ? '' : ','}\n${at}${printable(serialiseEntry(entry).trimEnd())}}`
}

const PIECE = 64 * 1024

/** Collects what is written into larger pieces; without a text it gives out what is left. */
function buffered(out: (text: string) => void): (text?: string) => void {
  let waiting = ''
  return (text) => {
    waiting += text ?? ''
    if (text !== undefined && waiting.length < PIECE) return
    if (waiting !== '') out(waiting)
    waiting = ''
  }
}
