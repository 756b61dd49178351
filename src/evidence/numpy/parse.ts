import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { parseHeader } from './header.js'

/** An array of NumPy: its shape, and its values in C order. */
export interface NpyArray {
  readonly shape: readonly number[]
  readonly values: readonly string[] | Float64Array
}

/** Most values of one array; SHAP values of a gate's sample are a few hundred thousand. */
const MAX_VALUES = 16 * 1024 * 1024
/** Most texts, such as the names of features. */
const MAX_TEXTS = 100_000
const MAX_HEADER = 64 * 1024
/** Most axes: SHAP values have two or three, those of interactions four. NumPy itself allows 64. */
const MAX_AXES = 4
/** Most digits of one axis's size: what a double holds exactly. */
const MAX_DIGITS = 15
/** `\x93NUMPY` */
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]

export function isNpy(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte)
}

/**
 * Reads an array of NumPy, format 1 to 3 (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html). Its
 * header is a Python dictionary, which is taken apart and never evaluated; arrays of objects are pickles and refused.
 */
export function parseNpy(bytes: Uint8Array, array: string, path: string): Result<NpyArray> {
  const wrong = (detail: string) => failed(problem('evidence.numpy.array', { array, detail }, { path }))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!isNpy(bytes) || bytes.length < 12) return wrong('it does not begin as one')
  const major = bytes[6] ?? 0
  const start = major === 1 ? 10 : 12
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true)
  if (major < 1 || major > 3 || length > MAX_HEADER || start + length > bytes.length)
    return wrong('its header is damaged')
  const header = parseHeader(new TextDecoder('latin1').decode(bytes.subarray(start, start + length)))
  if (header === undefined) return wrong('its header is damaged')
  if (header.hasObjects) return failed(problem('evidence.numpy.pickle', { array }, { path }))
  const type = typeOf(header.descr ?? '')
  if (type === undefined) return wrong(`values of the type ${header.descr ?? '[…]'} are not read`)
  if (header.shape.length > MAX_AXES) return wrong(`it has ${header.shape.length} axes, more than ${MAX_AXES}`)
  const shape = sizesOf(header.shape)
  const count = shape && countOf(shape)
  if (shape === undefined || count === undefined) return wrong(`it has more than ${MAX_VALUES} values`)
  if (type.kind === 'text' && count > MAX_TEXTS) return wrong(`it has more than ${MAX_TEXTS} texts`)
  const data = start + length
  if (bytes.length - data !== count * type.size) return wrong('its data do not have the length that its header says')
  const places = header.isFortran && shape.length > 1 ? fortranOrder(shape, count) : undefined
  const at = (index: number) => data + (places?.[index] ?? index) * type.size
  if (type.kind === 'text')
    return ok({ shape, values: Array.from({ length: count }, (_, index) => type.read(view, at(index))) })
  const values = new Float64Array(count)
  for (let index = 0; index < count; index += 1) values[index] = type.read(view, at(index))
  return ok({ shape, values })
}

/** Sizes of axes as numbers; undefined where one is larger than any array. */
function sizesOf(shape: readonly string[]): number[] | undefined {
  if (shape.some((digits) => digits.length > MAX_DIGITS)) return undefined
  return shape.map((digits) => Number.parseInt(digits, 10))
}

/** How many values an array of this shape has; undefined where there are too many, whatever else it says. */
function countOf(shape: readonly number[]): number | undefined {
  if (shape.includes(0)) return 0
  let count = 1
  for (const size of shape) {
    // Neither factor is larger than 2^24, so that the product is exact.
    if (size > MAX_VALUES) return undefined
    count *= size
    if (count > MAX_VALUES) return undefined
  }
  return count
}

type Type =
  | { readonly kind: 'number'; readonly size: number; readonly read: (view: DataView, at: number) => number }
  | { readonly kind: 'text'; readonly size: number; readonly read: (view: DataView, at: number) => string }

/** How a value is read: `<f8`, `>i4`, `|b1`, `<U12`, `|S5`. */
function typeOf(descr: string): Type | undefined {
  const [, end, kind = '', digits = ''] = /^([<>|=]?)([a-zA-Z?])(\d{0,6})$/.exec(descr) ?? []
  const little = end !== '>'
  const size = Number.parseInt(digits || '1', 10)
  const numbers: Readonly<Record<string, (view: DataView, at: number) => number>> = {
    f8: (view, at) => view.getFloat64(at, little),
    f4: (view, at) => view.getFloat32(at, little),
    f2: (view, at) => half(view.getUint16(at, little)),
    i8: (view, at) => Number(view.getBigInt64(at, little)),
    i4: (view, at) => view.getInt32(at, little),
    i2: (view, at) => view.getInt16(at, little),
    i1: (view, at) => view.getInt8(at),
    u8: (view, at) => Number(view.getBigUint64(at, little)),
    u4: (view, at) => view.getUint32(at, little),
    u2: (view, at) => view.getUint16(at, little),
    u1: (view, at) => view.getUint8(at),
    b1: (view, at) => view.getUint8(at),
  }
  const read = numbers[`${kind}${digits}`]
  if (read !== undefined) return { kind: 'number', size, read }
  if (kind === 'U' && size > 0)
    return { kind: 'text', size: 4 * size, read: (view, at) => codePoints(view, at, size, little) }
  if (kind === 'S' && size > 0) return { kind: 'text', size, read: (view, at) => asciiAt(view, at, size) }
  return undefined
}

/** A half-precision float (IEEE 754 binary16). */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}

function codePoints(view: DataView, at: number, size: number, little: boolean): string {
  let text = ''
  for (let index = 0; index < size; index += 1) {
    const point = view.getUint32(at + 4 * index, little)
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
  }
  return withoutPadding(text)
}

function asciiAt(view: DataView, at: number, size: number): string {
  let text = ''
  for (let index = 0; index < size; index += 1) text += String.fromCharCode(view.getUint8(at + index))
  return withoutPadding(text)
}

/** NumPy fills a short text up with nulls; one inside it is a character like any other. */
function withoutPadding(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1
  return text.slice(0, end)
}

/** For each value in C order, its place in an array that is stored column by column. */
function fortranOrder(shape: readonly number[], count: number): Uint32Array {
  const places = new Uint32Array(count)
  const strides = shape.map((_, axis) => shape.slice(0, axis).reduce((product, size) => product * size, 1))
  for (let index = 0; index < count; index += 1) {
    let rest = index
    let place = 0
    for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
      const size = shape[axis] ?? 1
      place += (rest % size) * (strides[axis] ?? 1)
      rest = Math.floor(rest / size)
    }
    places[index] = place
  }
  return places
}
