import type { NpyArray } from './parse.js'

/** Which axes of SHAP values are those of the rows, the features and the classes. */
export interface Axes {
  readonly rows: number
  readonly features: number
  readonly classes: number
  /** How far two values of neighbouring features lie apart. */
  readonly stride: number
}

/** What tells the axes apart: how many features were named, and the base values. */
export interface Beside {
  readonly names?: number | undefined
  readonly base?: NpyArray | undefined
}

/** How near to zero values of classes that sum to zero come, as a part of the largest one: rounding of 32-bit floats. */
const ROUNDING = 1e-6

/**
 * The axes of an array of two or three. SHAP writes the classes last, and before 0.45 wrote them first, so that a class
 * would be taken for a row; values of interactions have the features twice. Undefined where nothing tells which it is.
 */
export function axesOf(array: NpyArray, { names, base }: Beside): Axes | undefined {
  const [first = 0, second = 0, third = 1] = array.shape
  const last = { rows: first, features: second, classes: third, stride: third }
  if (array.shape.length === 2) return last
  if (names === third && second !== third) return { rows: second, features: third, classes: first, stride: 1 }
  // Where the names are as many as neither axis, that is the mistake.
  const isTold = third === 1 || (names !== undefined && (names !== third || second !== third))
  return isTold || isLast(array, base) ? last : undefined
}

/** Whether the last axis is that of the classes, by their base values or by their values. */
function isLast(array: NpyArray, base: NpyArray | undefined): boolean {
  const [first, , third] = array.shape
  const [size, classes] = base?.shape ?? []
  if (base?.shape.length === 1 && size === third && first !== third) return true
  return (base?.shape.length === 2 && size === first && classes === third) || sumToZero(array)
}

/**
 * Whether the values of the last axis sum to zero, each time: those of classes do where the model gives probabilities,
 * and those of features never, unless the model gives the same for every row.
 */
function sumToZero({ shape, values }: NpyArray): boolean {
  if (!(values instanceof Float64Array)) return false
  const classes = shape[2] ?? 1
  let largest = 0
  let farthest = 0
  for (let start = 0; start < values.length; start += classes) {
    let sum = 0
    for (let index = start; index < start + classes; index += 1) {
      sum += values[index] ?? Number.NaN
      largest = Math.max(largest, Math.abs(values[index] ?? Number.NaN))
    }
    farthest = Math.max(farthest, Math.abs(sum))
  }
  return largest > 0 && farthest <= ROUNDING * largest
}
