import { stripComments } from '../../evidence/card/comments.js'

/** What begins a stretch that is never shown, and what ends it. */
const DECLARATIONS: readonly (readonly [RegExp, string])[] = [
  [/<\?/g, '?>'],
  [/<!\[CDATA\[/g, ']]>'],
  [/<!(?=[a-z])/gi, '>'],
]

/** The text without comments and whatever else its reader never sees. */
export function visible(text: string): string {
  let shown = withoutComments(text)
  for (const [start, end] of DECLARATIONS) shown = withoutDeclarations(shown, start, end)
  // White space before a colon is not looked over: it could be megabytes of it.
  return /hidden|display|<(?:script|style|template)\b/i.test(shown) ? withoutHidden(shown) : shown
}

/** A comment that is never closed hides the rest only where nothing stands before it; elsewhere it is text. */
export function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text
  const kept = stripComments(text, false)
  return kept.trimStart().startsWith('<!--') ? '' : kept
}

function withoutDeclarations(text: string, opening: RegExp, closing: string): string {
  const kept: string[] = []
  let position = 0
  opening.lastIndex = 0
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const end = text.indexOf(closing, found.index + found[0].length)
    // Like a comment that is never closed.
    if (end < 0) return found.index === 0 ? '' : kept.join('') + text.slice(position)
    kept.push(text.slice(position, found.index))
    position = end + closing.length
    opening.lastIndex = position
  }
  return position === 0 ? text : kept.join('') + text.slice(position)
}

/** Between two tags there is no other `<`, so that each character is looked at once. */
const TAG = /<(\/?)([a-z][a-z0-9-]{0,30})([^<>]{0,2000})>/gi
const NEVER_SHOWN = /^(?:script|style|template)$/i
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/** Elements that are not displayed, with all that stands in them; in code their tags are text. */
function withoutHidden(text: string): string {
  const prose = withoutCode(text)
  const kept: string[] = []
  let position = 0
  let hiding: { name: string; depth: number } | undefined
  for (const tag of prose.matchAll(TAG)) {
    const [whole, slash, name = '', attributes = ''] = tag
    if (hiding === undefined) {
      if (slash !== '' || VOID.test(name) || !(NEVER_SHOWN.test(name) || isHidden(attributes))) continue
      kept.push(prose.slice(position, tag.index))
      hiding = { name: name.toLowerCase(), depth: 1 }
    } else if (name.toLowerCase() === hiding.name) {
      hiding.depth += slash === '' ? 1 : -1
      if (hiding.depth > 0) continue
      hiding = undefined
      position = tag.index + whole.length
    }
  }
  if (kept.length === 0) return text
  return kept.join(' ') + (hiding === undefined ? prose.slice(position) : '')
}

function isHidden(attributes: string): boolean {
  if (/\sstyle\s{0,9}=[^>]{0,500}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i.test(attributes))
    return true
  return /\shidden(?![\w-])/i.test(attributes.replace(/"[^"]*"|'[^']*'/g, '""'))
}

/** Stands where something was that says nothing itself: what is said about it is no value of its own. */
export const GONE = '…'

const CODE_SPAN = /`[^`\n]{1,200}`/g

/** Code in fences or back-quotes: what stands in it is an example, not a statement. */
export function withoutCode(text: string): string {
  let fence = ''
  const kept: string[] = []
  for (const line of text.split('\n')) {
    const mark = /^\s{0,12}(?:[-*+]\s{1,4})?(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence === '' && mark !== undefined) fence = mark
    else if (fence !== '') {
      if (mark?.startsWith(fence)) fence = ''
    } else kept.push(line)
  }
  return kept.join('\n').replace(CODE_SPAN, GONE)
}

/** Definitions of links, which also serve as comments: `[//]: # (hidden)`. Notes, `[^1]: text`, are shown. */
const DEFINITION =
  /^[ \t>]{0,12}\[(?!\^)[^[\]\n]{1,300}\]:[ \t]{0,40}\n?[ \t]{0,40}(?:<[^<>\n]{0,2000}>|[^\s<]\S{0,2000})(?:[ \t]{0,40}\n?[ \t]{0,40}(?:"[^"\n]{0,2000}(?:\n[^"\n]{1,300}){0,5}"|'[^'\n]{0,2000}(?:\n[^'\n]{1,300}){0,5}'|\([^()\n]{0,2000}(?:\n[^()\n]{1,300}){0,5}\)))?[ \t]{0,40}$/gm

/** A picture shows something; what it shows is not stated, and neither is its caption for those who cannot see it. */
const IMAGE =
  /!\[(?:[^[\]]|\[[^[\]]{0,100}\]){0,500}\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^[\]\n]{0,200}\])?/g
const EMPTY_LINK = /\[\s{0,9}\](?:\([^()\n]{0,2000}\)|\[[^[\]\n]{0,200}\])/g

/** Takes out definitions of links and pictures, and writes character references out. */
export function withoutUnsaid(piece: string): string {
  let text = piece
  if (text.includes(']:')) text = text.replace(DEFINITION, '')
  if (text.includes('![')) text = text.replace(IMAGE, ' ').replace(EMPTY_LINK, ' ')
  if (text.includes('&')) text = text.replace(NUMERIC, decoded).replace(NAMED, named)
  return text.replace(INVISIBLE, '')
}

const NUMERIC = /&#(?:(\d{1,7})|x([0-9a-f]{1,6}));/gi
const NAMED = /&([a-z][a-z0-9]{1,31});/gi

function decoded(_whole: string, decimal: string | undefined, hex: string | undefined): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number.parseInt(decimal, 10)
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? ' ' : String.fromCodePoint(code)
}

/** A named character says nothing by its name; those without width do not part words either, accents keep their letter. */
function named(_whole: string, name: string): string {
  if (/^(?:shy|zw|zero|lrm|rlm|nobreak|invisible|applyfunction|af$|ic$|it$)/i.test(name)) return ''
  return /^([a-z])(?:uml|acute|grave|circ|tilde|cedil|slash|ring|caron)$/i.exec(name)?.[1] ?? ' '
}

/**
 * Characters that nobody sees: soft hyphens, those without width, the Hangul fillers. Private-use characters could be
 * mistaken for the mark.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is taken out by itself
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uE000-\uF8FF]/g
