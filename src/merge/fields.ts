import type { Node } from '../evidence/tree.js'
import { type Location, pointerTo } from '../shared/location.js'

/** A part of a report that is not what the format says. */
export class Malformed extends Error {
  constructor(
    readonly at: Location,
    readonly expected: string,
  ) {
    super(expected)
  }
}

/** Longest text that is taken over; reports hold no longer one. */
const MAX_TEXT = 20_000

/** Reads a value of a report as the type that it must have; throws `Malformed` for any other. */
export class Field {
  constructor(
    private readonly path: string,
    private readonly node: Node | undefined,
    private readonly pointer = '',
  ) {}

  get present(): boolean {
    return this.node !== undefined
  }

  at(key: string): Field {
    const { node } = this
    if (node?.kind !== 'map') throw this.malformed('an object')
    return new Field(this.path, node.entries.get(key)?.value, pointerTo(this.pointer, key))
  }

  items(): Field[] {
    const { node } = this
    if (node?.kind !== 'list') throw this.malformed('a list')
    return node.items.map((item, index) => new Field(this.path, item, pointerTo(this.pointer, index)))
  }

  text(): string {
    if (this.node?.kind !== 'text') throw this.malformed('a text')
    if (this.node.text.length > MAX_TEXT) throw this.malformed(`at most ${MAX_TEXT} characters`)
    return this.node.text
  }

  /** A number as it is written; a text where it is too large for a number. */
  decimal(): string {
    return this.node?.kind === 'number' ? this.node.text : this.text()
  }

  /** A whole number from 0 on that a double holds exactly. */
  whole(): number {
    const text = this.node?.kind === 'number' ? this.node.text : ''
    const value = /^[0-9]{1,15}$/.test(text) ? Number.parseInt(text, 10) : undefined
    if (value === undefined) throw this.malformed('a whole number')
    return value
  }

  boolean(): boolean {
    if (this.node?.kind !== 'boolean') throw this.malformed('true or false')
    return this.node.text === 'true'
  }

  oneOf<T extends string>(allowed: readonly T[]): T {
    const text = this.text()
    const found = allowed.find((value) => value === text)
    if (found === undefined) throw this.malformed(allowed.join(', '))
    return found
  }

  /** What `read` makes of the value, where there is one. */
  maybe<T>(read: (field: Field) => T): T | undefined {
    return this.present ? read(this) : undefined
  }

  private malformed(expected: string): Malformed {
    return new Malformed({ path: this.path, ...this.node?.at, pointer: this.pointer }, expected)
  }
}

/** An object without the members that are `undefined`. */
export function defined<T extends object>(members: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T
}
