import { stripComments } from '../../evidence/card/comments.js'

/** Stands where a placeholder was taken out, so that its label or table row can be told; a private-use character. */
export const MARK = '\uE000'

/** The longest stretch of text that is looked at in one go. */
const PIECE = 20_000
/** How many of them with letters are looked at: whoever puts so much of nothing first has nothing to say. */
const MAX_PIECES = 10

/** Letters to Unicode that nobody sees: the Hangul fillers. Private-use characters could be mistaken for the mark. */
const INVISIBLE = /[\u115F\u1160\u3164\uFFA0\uE000-\uF8FF]/g

/** A picture shows something; what it shows is not stated. */
const IMAGE = /!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)/g
/** Addresses name things and say nothing; "TODO" in one is a name. */
const ADDRESS = /\b[a-z][a-z0-9+]{1,10}:\/\/[^\s)>\]]{1,2000}/gi
const CODE_SPAN = /`[^`\n]{1,200}`/g
/** Tags and no-break spaces are markup. `a < b` is not, nor is `<your name>`, which is still looked for. */
const MARKUP =
  /(?!<(?:your|insert|model|name|description|placeholder|date|version|todo)\b)<\/?[a-z][a-z0-9]*(?:\s[^<>\n]{0,300})?\/?>|&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|#160|#8203);/gi
/** A list item's label in bold type, such as `- **Developed by:**`. */
const BOLD_LABEL =
  /^(\s{0,40}(?:[-*+]|\d{1,3}[.)])?\s{0,8})(?:\*\*[^*\n]{1,100}[:：]\s?\*\*|\*\*[^*\n]{1,100}\*\*\s{0,2}[:：]|__[^_\n]{1,100}[:：]\s?__)/gm

/**
 * A section's text in pieces that patterns can be held against in bounded time: comments, markup, code and addresses
 * taken out. A section of nothing but code or addresses is taken as it is: a report of results is often printed text.
 */
export function* pieces(text: string): Generator<string> {
  const visible = withoutComments(text)
  let said = 0
  for (const piece of cut(visible)) {
    const prose = LETTER.test(piece) ? prepare(withoutCode(piece)) : ''
    if (!LETTER.test(prose)) continue
    said += 1
    yield prose
    if (said >= MAX_PIECES) return
  }
  if (said === 0)
    yield prepare(visible.slice(0, PIECE).replace(IMAGE, '').replace(FENCE, '').replaceAll('`', ''), false)
}

/** A comment that is never closed hides the rest only where nothing stands before it; elsewhere it is text. */
export function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text
  const kept = stripComments(text, false)
  return kept.trimStart().startsWith('<!--') ? '' : kept
}

/** The first alternative is there because it is quick to compile and nearly always enough. */
const LETTERS = [/[A-Za-z0-9]/, /[\p{L}\p{N}]/u]
const LETTER = { test: (text: string) => LETTERS.some((letter) => letter.test(text)) }
const FENCE = /^\s{0,3}(?:`{3,}|~{3,}).*$/gm

function prepare(piece: string, dropAddresses = true): string {
  // Long white space would be walked again by every pattern.
  const text = piece.replace(/[^\S\n]{2,}/g, ' ').replace(/(?: ?\n){2,}/g, '\n')
  const prose = dropAddresses ? text.replace(ADDRESS, ' ') : text
  return prose.replace(INVISIBLE, '').replace(MARKUP, ' ').replace(BOLD_LABEL, '$1')
}

function* cut(text: string): Generator<string> {
  let position = 0
  while (position < text.length) {
    let end = Math.min(position + PIECE, text.length)
    // At a line's end where there is one, so that no placeholder is cut in two.
    const lineEnd = end < text.length ? text.lastIndexOf('\n', end) : -1
    if (lineEnd > position) end = lineEnd + 1
    yield text.slice(position, end)
    position = end
  }
}

/** Code in fences or back-quotes: what stands in it is an example, not a statement. */
function withoutCode(piece: string): string {
  let fence = ''
  const kept: string[] = []
  for (const line of piece.split('\n')) {
    const mark = /^\s{0,12}(?:[-*+]\s{1,4})?(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence === '' && mark !== undefined) fence = mark
    else if (fence !== '') {
      if (mark?.startsWith(fence)) fence = ''
    } else kept.push(line)
  }
  return kept.join('\n').replace(CODE_SPAN, ' ')
}

/**
 * Takes out what only labels a placeholder: `Owner:` before it, the first cell of a table row whose other cells are
 * placeholders, and that table's head. Otherwise a form of twenty empty lines would look filled in.
 */
export function withoutLabels(marked: string): string {
  if (!marked.includes(MARK)) return marked
  const lines = marked.split('\n')
  const open = lines.map((line) => line.includes(MARK) && isOpen(line))
  return lines
    .filter(
      (_line, index) => !(open[index] ?? false) && !(isHead(lines, index) && everyRowOpen(lines, open, index + 2)),
    )
    .join('\n')
}

/** `Label: ■`, or `| Label | ■ | ■ |`. */
function isOpen(line: string): boolean {
  if (line.length > 1000) return false
  const cells = line.split('|').map((cell) => cell.trim())
  if (cells.length > 1) {
    const [, ...others] = cells.filter((cell, index) => cell !== '' || (index > 0 && index < cells.length - 1))
    return others.length > 0 && others.every((cell) => !/[\p{L}\p{N}]/u.test(cell))
  }
  return /^[^:：\n]{1,60}[:：][^\p{L}\p{N}]*$/u.test(line)
}

function isHead(lines: readonly string[], index: number): boolean {
  return /\|/.test(lines[index] ?? '') && /^[\s|:-]*-[\s|:-]*$/.test((lines[index + 1] ?? '').slice(0, 1000))
}

function everyRowOpen(lines: readonly string[], open: readonly boolean[], from: number): boolean {
  for (let index = from; (lines[index] ?? '').includes('|'); index += 1) if (!open[index]) return false
  return true
}
