import { wordSet } from '../../shared/words.js'

/**
 * What a line begins, by CommonMark 0.31. All functions look at text whose tabs are spaces and, but for `expandTabs`,
 * from its first character that is no space. None takes more than linear time.
 */

/** Where tabs stop mattering: more columns than the marks of all containers that may stand on a line take. */
const LAST_COLUMN = 500

/** The line with its tabs as spaces: where blocks begin, tabs count as if they led to the next multiple of 4. */
export function expandTabs(line: string): string {
  if (!line.includes('\t')) return line
  const [first = '', ...rest] = line.slice(0, LAST_COLUMN).split('\t')
  const start = rest.reduce((text, part) => text + ' '.repeat(4 - (text.length % 4)) + part, first)
  return start + line.slice(LAST_COLUMN).split('\t').join(' ')
}

/** The first column from a given one on that is no space; the text's length if there is none. */
export function firstColumn(text: string, from: number): number {
  let column = from
  while (text[column] === ' ') column += 1
  return column
}

/** The level of a heading that begins with `#`, 0 for any other text. */
export function headingLevel(text: string): number {
  return (/^#{1,6}(?= |$)/.exec(text)?.[0] ?? '').length
}

/** The level of the heading that a line under a paragraph makes of it, 0 for any other text. */
export function underlineLevel(text: string): number {
  const mark = text[0]
  if ((mark !== '=' && mark !== '-') || !isRun(text, mark)) return 0
  return mark === '=' ? 1 : 2
}

/** Whether a text is one mark again and again, and spaces behind. Counted: an expression runs out of stack on a long line. */
function isRun(text: string, mark: string): boolean {
  return firstColumn(text, runLength(text, mark)) === text.length
}

/** How often a character stands at the text's beginning. */
function runLength(text: string, character: string): number {
  let length = 0
  while (text[length] === character) length += 1
  return length
}

/** A line of a heading's source without its marks. */
export function headingContent(line: string, level: number): string {
  const text = trimmed(line).slice(level)
  let end = text.length
  while (text[end - 1] === '#') end -= 1
  // Marks at the end close the heading only where they stand apart.
  return trimmed(isSpace(text[end - 1]) ? text.slice(0, end) : text)
}

/** Without Markdown's white space around it: `trim` would take more, and `\s+$` quadratic time. */
export function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isSpace(text[from])) from += 1
  while (to > from && isSpace(text[to - 1])) to -= 1
  return text.slice(from, to)
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n'
}

export function isThematicBreak(text: string): boolean {
  const mark = text[0]
  if (mark !== '*' && mark !== '-' && mark !== '_') return false
  let marks = 0
  for (let column = 0; column < text.length; column += 1) {
    if (text[column] === mark) marks += 1
    else if (text[column] !== ' ') return false
  }
  return marks >= 3
}

/** The marks that open a fence of code. */
export function fenceMarks(text: string): string | undefined {
  const mark = text[0]
  if (mark !== '`' && mark !== '~') return undefined
  const length = runLength(text, mark)
  if (length < 3 || (mark === '`' && text.includes('`', length))) return undefined
  return text.slice(0, length)
}

export function closesFence(text: string, marks: string): boolean {
  return text.startsWith(marks) && isRun(text, marks[0] ?? '')
}

/** How a list item begins. */
export interface ItemStart {
  /** The columns from the mark's first to the content's. */
  readonly width: number
  /** Whether nothing follows the mark. */
  readonly isEmpty: boolean
  /** Whether it may follow a paragraph without a blank line between them. */
  readonly endsParagraph: boolean
}

export function itemStart(text: string): ItemStart | undefined {
  const [whole, mark = '', digits = '1', spaces = ''] = /^([-*+]|(\d{1,9})[.)])( +|$)/.exec(text) ?? []
  if (whole === undefined) return undefined
  const isEmpty = whole.length === text.length
  // Five spaces and more are one, and the indent of code.
  const gap = isEmpty || spaces.length > 4 ? 1 : spaces.length
  return { width: mark.length + gap, isEmpty, endsParagraph: !isEmpty && /^0*1$/.test(digits) }
}

/** Where an HTML block ends: on the line that says so, or before a blank one. */
export interface HtmlStart {
  readonly end: RegExp | 'blank'
  readonly endsParagraph: boolean
}

const UNTIL_SAID: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[ >]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
]

const BLOCK_TAGS = wordSet(
  `address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt
  fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main
  menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr
  track ul`,
)

/** No two parts that follow each other can match the same character, so there is nothing to try again. */
const ATTRIBUTE = / +[a-z_:][a-z0-9:._-]*(?: *= *(?:[^ "'=<>`]+|'[^']*'|"[^"]*"))?/iy

/** Whether the text is a single tag of any name. */
function isTag(text: string): boolean {
  const [start, slash] = /^<(\/?)[a-z][a-z0-9-]*/i.exec(text) ?? []
  if (start === undefined) return false
  let end = start.length
  // One attribute after the other: an expression for all of them runs out of stack on a long line.
  for (ATTRIBUTE.lastIndex = end; slash === '' && ATTRIBUTE.test(text); ) end = ATTRIBUTE.lastIndex
  return (slash === '' ? /^ *\/?> *$/ : /^ *> *$/).test(text.slice(end))
}

/** The HTML block that the text begins. */
export function htmlStart(text: string): HtmlStart | undefined {
  if (!text.startsWith('<')) return undefined
  const said = UNTIL_SAID.find(([start]) => start.test(text))
  if (said !== undefined) return { end: said[1], endsParagraph: true }
  const name = /^<\/?([a-z][a-z0-9]*)(?= |\/?>|$)/i.exec(text)?.[1]
  if (name !== undefined && BLOCK_TAGS.has(name.toLowerCase())) return { end: 'blank', endsParagraph: true }
  return isTag(text) ? { end: 'blank', endsParagraph: false } : undefined
}
