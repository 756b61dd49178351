import type { Position } from '../../../shared/location.js'

/** The digits' part of RFC 8259; sticky, so that it reads in place, and without nested repetition. */
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y
const HEX = /[0-9a-fA-F]{4}/y
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** Character codes; comparing codes is what makes a megabyte of text cheap. */
const TAB = 9
const LINE_FEED = 10
const RETURN = 13
const SPACE = 32
const QUOTE = 34
const BACKSLASH = 92

/** A cursor over JSON text that knows its line: the tokens of JSON, one at a time. */
export class Scanner {
  offset = 0
  #line = 1
  #lineStart = 0

  constructor(readonly text: string) {}

  /** Lines are counted while white space is skipped, since a string of JSON holds no line end: no second pass. */
  position(offset = this.offset): Position {
    return { line: this.#line, column: offset - this.#lineStart + 1 }
  }

  skipSpace(): void {
    for (;;) {
      const char = this.text.charCodeAt(this.offset)
      if (char === LINE_FEED || (char === RETURN && this.text.charCodeAt(this.offset + 1) !== LINE_FEED)) {
        this.#line += 1
        this.#lineStart = this.offset + 1
      } else if (char !== SPACE && char !== TAB && char !== RETURN) return
      this.offset += 1
    }
  }

  /** The character at the cursor; empty at the end. */
  peek(): string {
    return this.text.charAt(this.offset)
  }

  /** Consumes a text that stands at the cursor. */
  take(token: string): boolean {
    if (!this.text.startsWith(token, this.offset)) return false
    this.offset += token.length
    return true
  }

  /** Consumes a number, kept as written; undefined where none stands here. */
  number(): string | undefined {
    NUMBER.lastIndex = this.offset
    const text = NUMBER.exec(this.text)?.[0]
    if (text !== undefined) this.offset += text.length
    return text
  }

  /**
   * Consumes a string whose opening quote stands at the cursor. Where it returns undefined, the cursor stands at what
   * is wrong: a bad escape, a control character or the end of the text.
   */
  string(): string | undefined {
    let start = this.offset + 1
    let value = ''
    for (let at = start; ; ) {
      const char = this.text.charCodeAt(at)
      if (char === QUOTE) {
        this.offset = at + 1
        return value + this.text.slice(start, at)
      }
      if (char === BACKSLASH) {
        const [escaped, length] = this.#escape(at)
        if (escaped === undefined) {
          this.offset = at
          return undefined
        }
        value += this.text.slice(start, at) + escaped
        at += length
        start = at
      } else if (char >= SPACE) at += 1
      else {
        // A control character, or the end of the text (NaN compares false).
        this.offset = at
        return undefined
      }
    }
  }

  #escape(at: number): [string | undefined, number] {
    const letter = this.text.charAt(at + 1)
    if (letter !== 'u') return [ESCAPES.get(letter), 2]
    HEX.lastIndex = at + 2
    const digits = HEX.exec(this.text)?.[0]
    // A lone surrogate is kept: Python writes them, and a name is only compared.
    return digits === undefined ? [undefined, 0] : [String.fromCharCode(Number.parseInt(digits, 16)), 6]
  }
}
