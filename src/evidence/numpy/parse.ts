import { failed, ok, problem, type Result } from '../../shared/problem.js'

/** An array of NumPy: its shape, and its values in C order. */
export interface NpyArray {
  readonly shape: readonly number[]
  readonly values: readonly string[] | Float64Array
}

/** Most values of one array; SHAP values of a gate's sample are a few hundred thousand. */
const MAX_VALUES = 16 * 1024 * 1024
const MAX_HEADER = 64 * 1024
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
  const header = new TextDecoder('latin1').decode(bytes.subarray(start, start + length))
  const [, descr = ''] = /'descr'\s*:\s*'([^']{1,20})'/.exec(header) ?? []
  const [, order] = /'fortran_order'\s*:\s*(True|False)/.exec(header) ?? []
  const [, dimensions] = /'shape'\s*:\s*\(([\d,\sL]{0,200})\)/.exec(header) ?? []
  if (/'descr'\s*:\s*'?\|?O/.test(header)) return failed(problem('evidence.numpy.pickle', { array }, { path }))
  if (order === undefined || dimensions === undefined) return wrong('its header is damaged')
  const shape = (dimensions.match(/\d{1,15}/g) ?? []).map((digits) => Number.parseInt(digits, 10))
  const count = shape.reduce((product, size) => product * size, 1)
  const type = typeOf(descr)
  if (type === undefined) return wrong(`values of the type ${descr || '?'} are not read`)
  if (count > MAX_VALUES) return wrong(`it has more than ${MAX_VALUES} values`)
  const data = start + length
  if (bytes.length - data !== count * type.size) return wrong('its data do not have the length that its header says')
  const places = order === 'True' ? fortranOrder(shape, count) : undefined
  const at = (index: number) => data + (places?.[index] ?? index) * type.size
  if (type.kind === 'text')
    return ok({ shape, values: Array.from({ length: count }, (_, index) => type.read(view, at(index))) })
  const values = new Float64Array(count)
  for (let index = 0; index < count; index += 1) values[index] = type.read(view, at(index))
  return ok({ shape, values })
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
    if (point === 0) break
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
  }
  return text
}

function asciiAt(view: DataView, at: number, size: number): string {
  let text = ''
  for (let index = 0; index < size; index += 1) {
    const byte = view.getUint8(at + index)
    if (byte === 0) break
    text += String.fromCharCode(byte)
  }
  return text
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
