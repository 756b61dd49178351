import { closesFence, fenceMarks } from '../../evidence/card/block-starts.js'
import { IN_PROSE, metricOf, otherWords, wordsOf } from './metric-names.js'
import { MAX_QUOTES, NUMBER, type Quote, quotedNumber } from './quote.js'
import { readTable } from './quotes-table.js'

/** Longest part of a line, and most lines that are looked at. */
const MAX_LINE = 2_000
const MAX_LINES = 50_000

/** What stands above a line and says of what it is. */
interface Around {
  /** The headings above by their level, 1 to 6. */
  readonly headings: string[]
  /** A line that introduces what follows: it ends in a colon, or is all in bold type. */
  intro: string
  /** The list items that hold the line, by their indents. */
  items: readonly { readonly indent: number; readonly text: string }[]
  /** The line before, where a sentence goes on. */
  before: string
}

/** The metrics that a Markdown card quotes in tables, lists and prose; code and quotations are examples. */
export function quotesInText(lines: readonly string[], path: string): Quote[] {
  const quotes: Quote[] = []
  const around: Around = { headings: [], intro: '', items: [], before: '' }
  let fence = ''
  for (let line = 0; line < Math.min(lines.length, MAX_LINES) && quotes.length < MAX_QUOTES; line += 1) {
    const text = (lines[line] ?? '').slice(0, MAX_LINE)
    const inner = text.replace(/^[\s>]{0,40}(?:[-*+]\s{1,4})?/, '')
    const marks = fenceMarks(inner)
    if (fence !== '') {
      if (closesFence(inner.trim(), fence)) fence = ''
      continue
    }
    if (marks !== undefined) {
      fence = marks
      continue
    }
    const table = readTable(lines, line, path, wordsAround(around))
    if (table === undefined) quotes.push(...readLine(text, lines[line + 1], { path, line: line + 1 }, around))
    else {
      quotes.push(...table.quotes)
      line = table.to - 1
      around.before = ''
    }
  }
  return quotes.slice(0, MAX_QUOTES)
}

/** A heading tells what it is about unless it tells of ours too, as `Training and evaluation` does. */
function wordsAround({ headings, intro, items, before }: Around): string[] {
  const above = headings.flatMap((heading) =>
    /\b(?:test|eval)|테스트|평가/i.test(heading) ? [] : otherWords(wordsOf(heading)),
  )
  return [...above, ...[intro, before, ...items.map(({ text }) => text)].flatMap(othersInLine)]
}

function readLine(text: string, next: string | undefined, at: Quote['at'], around: Around): Quote[] {
  const heading = headingOf(text, next)
  if (heading !== undefined) {
    around.headings.length = heading.level - 1
    Object.assign(around, { intro: '', items: [], before: '' })
    const quotes = quotesInLine(heading.text, at, wordsAround(around))
    around.headings[heading.level - 1] = heading.text
    return quotes
  }
  if (text.trim() === '') {
    around.before = ''
    return []
  }
  // Quotations are somebody else's words, and code that is indented is no text.
  if (/^\s{0,3}>/.test(text)) return []
  enter(text, around)
  const quotes = quotesInLine(text, at, wordsAround(around))
  leave(text, around)
  return quotes
}

function headingOf(text: string, next: string | undefined): { level: number; text: string } | undefined {
  const [, marks, content = ''] = /^ {0,3}(#{1,6})(?:\s+(.*))?$/.exec(text) ?? []
  if (marks !== undefined) return { level: marks.length, text: content }
  const [underline] = /^ {0,3}(?:=+|-{2,})\s*$/.exec(next ?? '') ?? []
  if (underline === undefined || /^\s*(?:$|[-*+>|])/.test(text)) return undefined
  return { level: underline.includes('=') ? 1 : 2, text }
}

const ITEM = /^(\s{0,40})(?:[-*+]|\d{1,9}[.)])\s/

/** Moves to the list items that hold the line; text outside lists ends them. */
function enter(text: string, around: Around): void {
  const indent = /^\s*/.exec(text)?.[0].length ?? 0
  around.items = around.items.filter((item) => item.indent < indent)
  if (ITEM.test(text)) around.before = ''
  else if (indent === 0 && around.before === '') around.intro = ''
}

function leave(text: string, around: Around): void {
  const plain = text.replace(/[*_`]/g, '').trim()
  const introduces = /[:：]$/.test(plain) || /^\s*(?:\*\*[^*]+\*\*|__[^_]+__)\s*$/.test(text)
  if (ITEM.test(text)) around.items = [...around.items, { indent: /^\s*/.exec(text)?.[0].length ?? 0, text }].slice(-10)
  else if (introduces) around.intro = text
  around.before = introduces || /[.!?。]$/.test(plain) ? '' : text
}

/** The line's words without the names of metrics, in which `average` and `positive` mean nothing of their own. */
function othersInLine(text: string): string[] {
  return [...new Set(otherWords(wordsOf(text.replace(NAME, ' '))))]
}

const NAME = new RegExp(`(?<![\\p{L}\\p{N}])(?:${IN_PROSE})(?![a-z0-9])`, 'giu')

/**
 * A metric's name, what may stand between, and a number that nothing follows which would make another of it: `F1: 0.91`,
 * `F1 score of 0.91`, `정확도는 91%`. A range, a decimal comma or `@ 0.5` is no value.
 */
const QUOTED = new RegExp(
  `(?<![\\p{L}\\p{N}_/-])((?:(?:macro|micro|weighted|balanced|top-\\d{1,2}|mean)[- _](?:averaged? )?)?)(${IN_PROSE})(?![a-z0-9])` +
    '((?:\\s{0,2}\\([^()\\n]{1,40}\\))?)(?:\\s{0,2}(?:score|값|점수))?' +
    '(?:(?:은|는|이|가)?\\s{0,3}(?:[:：=]|->|→|\\b(?:of|is|was|at|reaches|reached)\\b)\\s{0,3}|(?:은|는|이|가)?\\s{1,3})' +
    `(?:about |approximately |around |약 |[~≈]\\s?)?(${NUMBER})(?![\\d]|[.,]\\d)(\\s{0,2}(?:%|percent\\b|per cent\\b|퍼센트))?` +
    '(?!\\s{0,2}(?:[-–—~]|to\\b|에서|of\\b)\\s{0,2}[\\d.])',
  'giu',
)

/** `[F1](https://…)`: what it points to is no word of the line. */
const LINK = /\[([^[\]\n]{1,80})\]\([^()\s]{0,300}\)/g

function quotesInLine(written: string, at: Quote['at'], around: readonly string[]): Quote[] {
  const text = written.replace(LINK, '$1').replace(/\*\*|__|[*`]/g, '')
  const other = [...new Set([...around, ...othersInLine(text)])]
  return [...text.matchAll(QUOTED)].flatMap((match) => {
    const [whole, average = '', name = '', aside = '', number = '', sign = ''] = match
    const named = metricOf(`${average} ${name} ${aside.replace(/%/g, '')}`)
    const read = quotedNumber(number)
    // A bare whole number beside a name is a count or a footnote: "F1 2".
    const isValue = /[.%]/.test(`${number}${sign}`) || sign !== '' || /[:：=]/.test(whole)
    if (named === undefined || read === undefined || !isValue) return []
    const percent = sign !== '' || aside.includes('%')
    const words = [...new Set([...other, ...named.other])]
    return [{ metric: named.metric, ...read, percent, written: `${number}${percent ? '%' : ''}`, at, other: words }]
  })
}
