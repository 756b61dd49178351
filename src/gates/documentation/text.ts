import { GONE, visible, withoutCode, withoutUnsaid } from './visible.js'

/** The longest stretch of text that is looked at in one go. */
const PIECE = 20_000
/** How many of them with letters are looked at: whoever puts so much of nothing first has nothing to say. */
const MAX_PIECES = 10

/** Addresses name things and say nothing; "TODO" in one is a name. */
const ADDRESS = /\b[a-z][a-z0-9+]{1,10}:\/\/[^\s)>\]]{1,2000}/gi
/** Tags are markup. `a < b` is not, nor is `<your name>`, which is still looked for. */
const MARKUP =
  /(?!<(?:your|insert|model|name|description|placeholder|date|version|todo)\b)<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,500})?\/?>/gi
/** Emphasis within a word. */
const EMPHASIS = /(?<=[A-Za-z])\*{1,3}(?=[A-Za-z])/g
/** A list item's label in bold type, such as `- **Developed by:**`. */
const BOLD_LABEL =
  /^(\s{0,40}(?:[-*+]|\d{1,3}[.)])?\s{0,8})(?:\*\*[^*\n]{1,100}[:：]\s?\*\*|\*\*[^*\n]{1,100}\*\*\s{0,2}[:：]|__[^_\n]{1,100}[:：]\s?__)/gm

/**
 * A section's text in pieces that patterns can be held against in bounded time: comments, markup, code and addresses
 * taken out. A section of nothing but code or addresses is taken as it is: a report of results is often printed text.
 */
export function* pieces(text: string): Generator<string> {
  const shown = visible(text)
  let said = 0
  for (const piece of cut(shown)) {
    const prose = LETTER.test(piece) ? prepare(withoutCode(piece)) : ''
    if (!LETTER.test(prose)) continue
    said += 1
    yield prose
    if (said >= MAX_PIECES) return
  }
  if (said === 0) yield prepare(shown.slice(0, PIECE).replace(FENCE, '').replaceAll('`', ''), false)
}

/** The first alternative is there because it is quick to compile and nearly always enough. */
const LETTERS = [/[A-Za-z0-9]/, /[\p{L}\p{N}]/u]
const LETTER = { test: (text: string) => LETTERS.some((letter) => letter.test(text)) }
const FENCE = /^\s{0,3}(?:`{3,}|~{3,}).*$/gm

function prepare(piece: string, dropAddresses = true): string {
  // Long white space would be walked again by every pattern.
  const unsaid = withoutUnsaid(piece.replace(/[^\S\n]{2,}/g, '  '))
  const text = unsaid.replace(/[^\S\n]{2,}|[^\S\n ]/g, ' ').replace(/(?: ?\n){2,}/g, '\n\n')
  const prose = dropAddresses ? text.replace(ADDRESS, GONE) : text
  return prose.replace(MARKUP, ' ').replace(BOLD_LABEL, '$1: ').replace(EMPHASIS, '')
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
