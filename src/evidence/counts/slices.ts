import { compareText } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { MAX_GROUPS } from '../measure/contract.js'
import type { Batch, ColumnWanted } from '../predictions/contract.js'
import { canonical } from '../predictions/names.js'
import { type Division, MAX_DIVISIONS, type Part, type Slice } from './contract.js'

/** Names of the slice of all rows. */
const ALL = new Set(['all', 'overall'])
const EVERYTHING: Slice = { attributes: [], values: [] }

/** The column in which slices are written out. */
export const SLICE_COLUMN = 'slice'

/** A slice, or why a row does not say which one it is of. */
export type SliceRead = Slice | { readonly why: Message }

/** Which columns say of which slice a row is, and how. */
export interface SliceColumns {
  readonly columns: readonly ColumnWanted[]
  /** The slice of a row of a batch whose first columns are these. */
  readonly read: (batch: Batch, row: number) => SliceRead
}

/** Named columns of attributes, else the column `slice` where the header has one, else every row is of all rows. */
export function sliceColumns(header: readonly string[], groups: readonly string[]): SliceColumns {
  if (groups.length > 0) {
    const columns = groups.map((name) => ({ name, as: 'category' as const }))
    return { columns, read: (batch, row) => fromColumns(batch, row, groups) }
  }
  if (!header.includes(SLICE_COLUMN)) return { columns: [], read: () => EVERYTHING }
  const known = new Map<string, SliceRead>()
  const read = (batch: Batch, row: number): SliceRead => {
    const text = nameIn(batch, 0, row) ?? ''
    const found = known.get(text) ?? parseSlice(text)
    known.set(text, found)
    return found
  }
  return { columns: [{ name: SLICE_COLUMN, as: 'category', required: true }], read }
}

function nameIn({ columns }: Batch, at: number, row: number): string | undefined {
  const column = columns[at]
  return column?.as === 'category' ? column.names[column.codes[row] ?? -1] : undefined
}

function fromColumns(batch: Batch, row: number, groups: readonly string[]): Slice {
  const pairs = groups.flatMap((attribute, at): Pair[] => {
    const value = nameIn(batch, at, row)
    return value === undefined ? [] : [[attribute, value]]
  })
  return sliceOf(pairs)
}

type Pair = readonly [attribute: string, value: string]

function sliceOf(pairs: readonly Pair[]): Slice {
  const sorted = [...pairs].sort(([a], [b]) => compareText(a, b))
  return { attributes: sorted.map(([name]) => name), values: sorted.map(([, value]) => value) }
}

/** `all`, or `attribute=value` one or several times, separated by commas. */
function parseSlice(text: string): SliceRead {
  if (ALL.has(text.toLowerCase())) return EVERYTHING
  const pairs = text.split(',').map((part): Pair => {
    const equals = part.indexOf('=')
    return [part.slice(0, Math.max(0, equals)).trim(), canonical(part.slice(equals + 1).trim())]
  })
  if (pairs.some(([name, value]) => name === '' || value === '')) {
    return { why: message('evidence.counts.slice', { found: text }) }
  }
  const slice = sliceOf(pairs)
  const twice = slice.attributes.find((name, at) => name === slice.attributes[at + 1])
  return twice === undefined ? slice : { why: message('evidence.counts.attribute-twice', { found: text, twice }) }
}

/** Slices and what a table says of each, by division. */
export class Divisions<T> {
  readonly #divisions = new Map<
    string,
    { readonly attributes: readonly string[]; readonly parts: Map<string, Part<T>> }
  >()

  /** What is known of a slice; made where nothing is known yet. Why there is no room for it, where it is one too many. */
  of(slice: Slice, make: () => T): { readonly part: Part<T>; readonly isNew: boolean } | { readonly why: Message } {
    const key = keyOf(slice.attributes)
    let division = this.#divisions.get(key)
    if (division === undefined) {
      if (this.#divisions.size >= MAX_DIVISIONS)
        return { why: message('evidence.counts.divisions', { limit: MAX_DIVISIONS }) }
      division = { attributes: slice.attributes, parts: new Map() }
      this.#divisions.set(key, division)
    }
    const values = keyOf(slice.values)
    const known = division.parts.get(values)
    if (known !== undefined) return { part: known, isNew: false }
    if (division.parts.size >= MAX_GROUPS)
      return { why: message('evidence.measure.groups', { attributes: slice.attributes, limit: MAX_GROUPS }) }
    const part = { ...slice, of: make() }
    division.parts.set(values, part)
    return { part, isNew: true }
  }

  /** In order of appearance. */
  all(): readonly Division<T>[] {
    return [...this.#divisions.values()]
  }

  /** The division by these attributes, in whatever order. */
  by(attributes: readonly string[]): Division<T> | undefined {
    return this.#divisions.get(keyOf([...attributes].sort(compareText)))
  }

  /** What is known of a slice. */
  get({ attributes, values }: Slice): T | undefined {
    return this.#divisions.get(keyOf(attributes))?.parts.get(keyOf(values))?.of
  }
}

/** Texts as one that no other list of texts has. */
export function keyOf(texts: readonly string[]): string {
  return JSON.stringify(texts)
}

/** A slice as a message names it: `gender=F, age_band=30-40`. */
export function shownSlice({ attributes, values }: Slice): string {
  return attributes.length === 0 ? 'all' : attributes.map((name, at) => `${name}=${values[at] ?? ''}`).join(', ')
}
