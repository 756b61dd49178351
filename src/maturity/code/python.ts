/**
 * Python with the insides of strings, docstrings and comments turned into blanks; every other character keeps its
 * place. Linear in the text: each character is looked at once.
 */
export function withoutWords(text: string): string {
  const parts: string[] = []
  let from = 0
  const opening = /[#'"]/g
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const start = found.index
    const sign = found[0]
    const triple = sign !== '#' && text.startsWith(sign.repeat(3), start)
    const inner = sign === '#' ? start : start + (triple ? 3 : 1)
    const end = sign === '#' ? lineEnd(text, start) : closing(text, inner, triple ? sign.repeat(3) : sign)
    parts.push(text.slice(from, inner), blank(text.slice(inner, end)))
    from = end
    opening.lastIndex = Math.min(text.length, end + (sign === '#' ? 0 : triple ? 3 : 1))
  }
  parts.push(text.slice(from))
  return parts.join('')
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** What ends a string, or escapes the sign behind it. */
const STOPS: ReadonlyMap<string, RegExp> = new Map([
  ["'", /[\\\n']/g],
  ['"', /[\\\n"]/g],
  ["'''", /\\|'''/g],
  ['"""', /\\|"""/g],
])

/** Where a string ends: before its closing quotes; one without them ends with its line, a long one with the text. */
function closing(text: string, from: number, quotes: string): number {
  const stop = STOPS.get(quotes) ?? /$/g
  stop.lastIndex = from
  for (let found = stop.exec(text); found !== null; found = stop.exec(text)) {
    if (found[0] !== '\\') return found.index
    stop.lastIndex = found.index + 2
  }
  return text.length
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

/** A module that a file imports. */
export interface Import {
  /** As written: `mlflow.sklearn`, `.nodes`; for `from a import b` both `a` and `a.b` are given. */
  readonly module: string
  readonly offset: number
}

const IMPORT = /^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(\(?[^\n]{0,2000})|import[ \t]+([^\n]{1,2000}))/gm

/** The modules that blanked code imports, in order; at most 400. */
export function importsOf(code: string): Import[] {
  const found: Import[] = []
  for (const match of code.matchAll(IMPORT)) {
    if (found.length >= 400) break
    const [, from, names = '', plain] = match
    const offset = match.index + match[0].search(/\S/)
    if (plain !== undefined) {
      for (const name of namesIn(plain)) found.push({ module: name, offset })
      continue
    }
    if (from === undefined) continue
    found.push({ module: from, offset })
    const rest = names.startsWith('(')
      ? code.slice(offset, code.indexOf(')', offset) + 1).replace(/^[^(]*\(/, '')
      : names
    for (const name of namesIn(rest.slice(0, 2000))) {
      found.push({ module: from.endsWith('.') ? `${from}${name}` : `${from}.${name}`, offset })
    }
  }
  return found
}

function namesIn(text: string): string[] {
  return text
    .replace(/[()\\;]/g, ' ')
    .split(',')
    .flatMap((part) => /^\s*([\w.]+)/.exec(part)?.[1] ?? [])
}
