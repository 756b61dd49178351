import { MARK } from './forms.js'

/**
 * One `[…]`, `{…}`, `<…>` or Korean bracket, in which a square one may hold others; none of these repetitions matches the same characters
 * in two ways, and each ends at the next opening bracket, so that a text is walked once.
 */
const BRACKET =
  '(?:\\[(?:[^[\\]\\n]|\\n(?!\\n)|\\[[^[\\]\\n]{0,300}\\]){1,1000}\\]|\\{(?:[^{}\\n]|\\n(?!\\n)){1,1000}\\}|<(?:[^<>\\n]|\\n(?!\\n)){1,1000}>|[【〈〔［‹][^【〈〔［‹】〉〕］›\\n]{1,300}[】〉〕］›])'
const ONE = new RegExp(BRACKET, 'g')
/** Several with nothing but marks between them, as in `[Name], [Affiliation]`, or one in round brackets. */
const BRACKETED = new RegExp(`${BRACKET}(?:(?: ?[,;/–-] ?| (?:and |or )?)${BRACKET}){0,9}|\\([^()\\n]{1,300}\\)`, 'g')

/** What may stand before it where nothing else does: the line's or cell's start, a label's colon, marks, emoji. */
const ALONE = /[\n|:：][^\w\\\n|[\](){}<>!…\u00C0-\u1FFF\u2C00-\uD7A3]{0,16}(?:\d{1,3}[.)]\s)?[*_`"'“]{0,4}$/
const BEHIND_LABEL = /[:：][ \t]{0,3}[*_`"'“]{0,4}$/
/** And behind it: marks up to the end of the line or cell. */
const NOTHING_ELSE = /^[\s%.,;!*_`"'”’]{0,8}?(?:\||\n)/
const FAR = 40
/** An example quoted below a hint belongs to it. */
const EXAMPLES = new RegExp(
  `${MARK}\\s{0,9}\\n(?:Examples?|예시?)\\s?[:：][^\\n]{0,200}(?:\\n{1,2}>[^\\n]{0,2000}){0,30}`,
  'g',
)

/**
 * Takes out brackets that stand where a statement should: a whole line, list item, table cell or value of a label that
 * is one bracket is what a template left to be replaced. In round ones people also write what is true, so these count
 * as a hint only behind a label.
 */
export function withoutHints(text: string, take: (hint: string) => string): string {
  if (!/[[{<【〈〔［‹]|[:：][ \t]{0,3}\(/.test(text)) return text
  const lines = `\n${text}\n`
  const kept = lines.replace(BRACKETED, (hint, at: number) => {
    const before = lines.slice(Math.max(0, at - FAR), at)
    const behind = lines.slice(at + hint.length, at + hint.length + FAR)
    const place = hint.startsWith('(') ? BEHIND_LABEL : ALONE
    if (!place.test(before) || !NOTHING_ELSE.test(behind)) return hint
    const parts = hint.match(ONE) ?? [hint]
    return parts.some((part) => isStatement(part.slice(1, -1))) ? hint : take(hint)
  })
  return kept.slice(1, -1).replace(EXAMPLES, MARK)
}

/** Notes, alerts, attributes; addresses; formulas. */
const MARKED = /^[!^:#%]|:\/\/|@|\\/
/** Text in quotes is a value of a list. */
const QUOTED = /^[[{\s]{0,9}(["'])[^"']{1,500}\1\s{0,9}(?:,|\]?$)/
/** A key with a value: a mapping. */
const KEYED = /^[[{\s]{0,9}["']?[\w .-]{1,60}["']?\s{0,9}[:=]\s{0,9}(?:["'[{]|[-+]?\d[\d.,]{0,30}(?![\w.,]))/
const EXAMPLE = /\be\.?g\b|\bfor example\b|\bsuch as\b|예[:：)]/i

/** Numbers, a list or a mapping are stated values, whatever brackets they stand in. */
function isStatement(inner: string): boolean {
  // A check box stands at the start of an item or in a cell; a capital letter alone is also a number to be put in.
  if (inner === 'x' || MARKED.test(inner) || !/[^\W_]|[^\s!-~…]/.test(inner)) return true
  if (/\d/.test(inner) && !/x|[a-z]{3}|[^\s!-~]{2}/i.test(inner)) return true
  return !EXAMPLE.test(inner) && (QUOTED.test(inner) || KEYED.test(inner))
}
