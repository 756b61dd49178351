import type { Position } from '../../../shared/location.js'
import { message } from '../../../shared/message.js'
import { failed, ok, type Problem, problem, type Result } from '../../../shared/problem.js'
import { type Entry, MAX_DEPTH, type Node } from '../../tree.js'
import { MAX_PROBLEMS, MAX_VALUES } from '../contract.js'
import { found, named } from '../excerpt.js'
import { numberNode } from '../scalars.js'
import { Scanner } from './scanner.js'

/** How a Python value, printed instead of dumped, shows itself where JSON expects a value. */
const PYTHON = /(?:None|True|False|nan|inf|np\.|numpy\.|array\(|\()/y
/** Non-finite numbers as Python's `json.dump` writes them; not JSON, and everywhere. */
const NONFINITE = ['NaN', 'Infinity', '-Infinity']

/** Ends the parsing at the first place where the text is not JSON. */
class NotJson extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message.id)
  }
}

/**
 * Reads JSON strictly, by a parser of our own. `JSON.parse` will not do: it drops where a value stands and how a
 * number was written, refuses the `NaN` that Python writes, silently takes the last of two equal keys and moves keys
 * that look like integers to the front. Libraries that keep positions build a full syntax tree and take seconds for
 * what this reads in a fraction of one.
 */
export function parseJson(text: string, path: string): Result<Node> {
  const parser = new Parser(text, path)
  try {
    const node = parser.document()
    return parser.problems.length > 0 ? failed(...parser.problems) : ok(node)
  } catch (error) {
    // Duplicates met before stay unsaid: what broke the parsing is to be mended first.
    if (error instanceof NotJson) return failed(error.problem)
    throw error
  }
}

class Parser {
  /** Mistakes that do not stop the parsing. */
  readonly problems: Problem[] = []
  readonly #in: Scanner
  readonly #path: string
  #values = 0

  constructor(text: string, path: string) {
    this.#in = new Scanner(text)
    this.#path = path
  }

  document(): Node {
    this.#in.skipSpace()
    const start = this.#in.position()
    const node = this.#value(0)
    const end = this.#in.position()
    this.#in.skipSpace()
    if (this.#in.peek() === '') return node
    const after = this.#in.position()
    const oneALine = start.line === end.line && after.line > end.line && '{['.includes(this.#in.peek())
    if (oneALine) throw this.#stop('evidence.json.lines', after)
    throw this.#stop('evidence.json.trailing', after, { found: found(this.#in.text, this.#in.offset) })
  }

  #value(depth: number): Node {
    this.#values += 1
    const at = this.#in.position()
    if (this.#values > MAX_VALUES) throw this.#stop('evidence.too-many', at, { limit: MAX_VALUES })
    switch (this.#in.peek()) {
      case '{':
        return this.#map(at, depth + 1)
      case '[':
        return this.#list(at, depth + 1)
      case '"':
        return { kind: 'text', at, text: this.#string() }
      default:
        return this.#word(at)
    }
  }

  #word(at: Position): Node {
    const number = this.#in.number()
    if (number !== undefined) return numberNode(number, at)
    if (this.#in.take('true')) return { kind: 'boolean', at, text: 'true' }
    if (this.#in.take('false')) return { kind: 'boolean', at, text: 'false' }
    if (this.#in.take('null')) return { kind: 'null', at, text: 'null' }
    const nonfinite = NONFINITE.find((name) => this.#in.take(name))
    if (nonfinite !== undefined) return { kind: 'nonfinite', at, text: nonfinite }
    PYTHON.lastIndex = this.#in.offset
    throw PYTHON.test(this.#in.text) ? this.#stop('evidence.json.python', at) : this.#unexpected('value')
  }

  #map(at: Position, depth: number): Node {
    this.#open(at, depth)
    const entries = new Map<string, Entry>()
    if (this.#in.take('}')) return { kind: 'map', at, entries }
    do {
      this.#in.skipSpace()
      if (this.#in.peek() !== '"') throw this.#unexpected('key')
      const keyAt = this.#in.position()
      const key = this.#string()
      this.#in.skipSpace()
      if (!this.#in.take(':')) throw this.#unexpected('colon')
      this.#in.skipSpace()
      const value = this.#value(depth)
      const first = entries.get(key)
      if (first === undefined) entries.set(key, { keyAt, value })
      else this.#duplicate(key, first.keyAt.line ?? keyAt.line, keyAt)
      this.#in.skipSpace()
    } while (this.#in.take(','))
    if (!this.#in.take('}')) throw this.#unexpected('map-end')
    return { kind: 'map', at, entries }
  }

  #list(at: Position, depth: number): Node {
    this.#open(at, depth)
    const items: Node[] = []
    if (this.#in.take(']')) return { kind: 'list', at, items }
    do {
      this.#in.skipSpace()
      items.push(this.#value(depth))
      this.#in.skipSpace()
    } while (this.#in.take(','))
    if (!this.#in.take(']')) throw this.#unexpected('list-end')
    return { kind: 'list', at, items }
  }

  #open(at: Position, depth: number): void {
    if (depth > MAX_DEPTH) throw this.#stop('evidence.too-deep', at, { limit: MAX_DEPTH })
    this.#in.offset += 1
    this.#in.skipSpace()
  }

  #string(): string {
    const text = this.#in.string()
    if (text !== undefined) return text
    throw this.#unexpected(this.#in.peek() === '\\' ? 'escape' : 'string-end')
  }

  #duplicate(key: string, first: number, second: Position): void {
    if (this.problems.length >= MAX_PROBLEMS) return
    const params = { key: named(key), first, second: second.line }
    this.problems.push(problem('evidence.duplicate-key', params, { path: this.#path, ...second }))
  }

  /** `expected` names one of the texts `evidence.json.expected.*`. */
  #unexpected(expected: string): NotJson {
    // A single quote where a value, a key or a comma belongs is how Python prints a string.
    if (this.#in.peek() === "'" && expected !== 'string-end') return this.#stop('evidence.json.python')
    return this.#stop('evidence.json.unexpected', this.#in.position(), {
      expected: message(`evidence.json.expected.${expected}`),
      found: found(this.#in.text, this.#in.offset),
    })
  }

  #stop(id: string, at = this.#in.position(), params: Problem['message']['params'] = {}): NotJson {
    return new NotJson(problem(id, params, { path: this.#path, ...at }))
  }
}
