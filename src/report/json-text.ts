import { formatDecimal, parseDecimal } from '../shared/decimal.js'

/** A number that keeps the digits it was written with; a double would lose some of them. */
class ExactNumber {
  constructor(readonly text: string) {}
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/
/** Beyond it a reader with doubles would see infinity. */
const MAX_EXPONENT = 307

/** Decimal text as a JSON number with exactly its digits; text that is no decimal, or too large for readers, as it is. */
export function exactNumber(text: string): unknown {
  const value = parseDecimal(text)
  if (value === undefined || value.e > MAX_EXPONENT) return text
  return new ExactNumber(JSON_NUMBER.test(text) ? text : formatDecimal(value))
}

/**
 * JSON with two spaces of indent. Keys keep their order where they are the program's own; members that are undefined
 * are left out, as `JSON.stringify` does.
 */
export function jsonText(value: unknown): string {
  return `${write(value, '')}\n`
}

/** The same data with every object's keys in code-unit order, for data whose order is a file's. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isPlainObject(value)) return value
  const entries = Object.keys(value)
    .sort()
    .map((key): [string, unknown] => [key, sorted(value[key])])
  // A null prototype, so that a key named `__proto__` is one like any other.
  const copy: Record<string, unknown> = Object.create(null)
  for (const [key, member] of entries) copy[key] = member
  return copy
}

function write(value: unknown, indent: string): string {
  if (value instanceof ExactNumber) return value.text
  if (Array.isArray(value)) {
    return block('[', ']', indent, (inner) => value.map((item: unknown) => write(item ?? null, inner)))
  }
  if (isPlainObject(value)) {
    return block('{', '}', indent, (inner) =>
      Object.keys(value)
        .filter((key) => value[key] !== undefined)
        .map((key) => `${quoted(key)}: ${write(value[key], inner)}`),
    )
  }
  if (typeof value === 'string') return quoted(value)
  return JSON.stringify(value) ?? 'null'
}

function block(open: string, close: string, indent: string, members: (inner: string) => string[]): string {
  const inner = `${indent}  `
  const lines = members(inner)
  if (lines.length === 0) return open + close
  return `${open}\n${lines.map((line) => inner + line).join(',\n')}\n${indent}${close}`
}

const UNSEEN = /[\u007f-\u009f\p{Bidi_Control}\u2028\u2029\ufeff]/gu

/** A JSON string that can be printed: no invisible direction marks, and no `##[` that a runner would obey. */
function quoted(text: string): string {
  return printable(JSON.stringify(text))
}

/** JSON text, where a string may hold anything, as JSON text of the same value that can be printed. */
export function printable(json: string): string {
  return json
    .replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('##[', '#\\u0023[')
}

/** A plain object; what knows its own JSON (`toJSON`) is left to `JSON.stringify`. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !('toJSON' in value && typeof value.toJSON === 'function')
}
