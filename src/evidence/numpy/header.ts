/** What the header of an array says. */
export interface Header {
  /** The type's name such as `<f8`; undefined where the array has fields. */
  readonly descr: string | undefined
  /** Whether it holds Python objects, in a field or altogether. */
  readonly hasObjects: boolean
  readonly isFortran: boolean
  /** Sizes of the axes as written: digits only. */
  readonly shape: readonly string[]
}

/** A text, a number, a name, or a sign; blanks in front of it belong to no token. */
const TOKEN = /[ \t\r\n]*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|(\d+)L?(?![\w.])|([A-Za-z]+)|([{}()[\],:]))/y
/** Deepest nesting of a type with fields. */
const MAX_DEPTH = 16

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }

/** A value of the few kinds that NumPy writes into a header. */
type Value = Token | { readonly kind: 'items'; readonly sign: '(' | '['; readonly items: readonly Value[] }

/**
 * Reads the header of an `.npy` file: the literal of a Python dictionary with the keys `descr`, `fortran_order` and
 * `shape`, each exactly once and in any order, and nothing behind it but blanks
 * (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html). Undefined where it is anything else.
 */
export function parseHeader(text: string): Header | undefined {
  const tokens = tokensOf(text)
  const entries = tokens && new Parser(tokens).dictionary()
  const [descr, order, shape] = ['descr', 'fortran_order', 'shape'].map((key) => entries?.get(key))
  if (entries?.size !== 3 || descr === undefined) return undefined
  if (order?.kind !== 'name' || !['True', 'False'].includes(order.text)) return undefined
  if (shape?.kind !== 'items' || shape.sign !== '(') return undefined
  const sizes = shape.items.flatMap((item) => (item.kind === 'number' ? [item.text] : []))
  if (sizes.length !== shape.items.length || (descr.kind !== 'text' && descr.kind !== 'items')) return undefined
  return {
    descr: descr.kind === 'text' ? descr.text : undefined,
    hasObjects: holdsObjects(descr),
    isFortran: order.text === 'True',
    shape: sizes,
  }
}

function holdsObjects(value: Value): boolean {
  if (value.kind === 'items') return value.items.some(holdsObjects)
  return value.kind === 'text' && /^[|<>=]?O\d*$/.test(value.text)
}

/** All tokens of a text; undefined where anything else stands there. */
function tokensOf(text: string): Token[] | undefined {
  const source = text.trimEnd()
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.length) {
    const found = TOKEN.exec(source)
    if (found === null) return undefined
    const [, single, double, digits, name, sign = ''] = found
    const quoted = single ?? double
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted })
    else if (digits !== undefined) tokens.push({ kind: 'number', text: digits })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else tokens.push({ kind: 'sign', text: sign })
  }
  return tokens
}

/** Each method gives what begins at the next token, or undefined where it does not begin there. */
class Parser {
  #next = 0

  constructor(readonly tokens: readonly Token[]) {}

  /** A dictionary that is the whole text; undefined too where it has a key twice. */
  dictionary(): ReadonlyMap<string, Value> | undefined {
    const entries = new Map<string, Value>()
    if (!this.#take('{')) return undefined
    while (!this.#take('}')) {
      const key = this.tokens[this.#next++]
      if (key?.kind !== 'text' || entries.has(key.text) || !this.#take(':')) return undefined
      const value = this.#value(0)
      if (value === undefined || !(this.#take(',') || this.#stands('}'))) return undefined
      entries.set(key.text, value)
    }
    return this.#next === this.tokens.length ? entries : undefined
  }

  #value(depth: number): Value | undefined {
    const token = this.tokens[this.#next++]
    if (token?.kind !== 'sign') return token
    if (depth >= MAX_DEPTH) return undefined
    if (token.text === '(') return this.#items('(', ')', depth)
    return token.text === '[' ? this.#items('[', ']', depth) : undefined
  }

  #items(sign: '(' | '[', end: string, depth: number): Value | undefined {
    const items: Value[] = []
    while (!this.#take(end)) {
      const item = this.#value(depth + 1)
      if (item === undefined || !(this.#take(',') || this.#stands(end))) return undefined
      items.push(item)
    }
    return { kind: 'items', sign, items }
  }

  #stands(sign: string): boolean {
    const token = this.tokens[this.#next]
    return token?.kind === 'sign' && token.text === sign
  }

  #take(sign: string): boolean {
    const stands = this.#stands(sign)
    if (stands) this.#next += 1
    return stands
  }
}
