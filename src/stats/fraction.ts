/** A ratio of whole numbers, held exactly. The denominator is above zero. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** The fraction of two whole numbers, such as 4 and 5. Undefined over zero, and for numbers that are not whole. */
export function fraction(numerator: number | bigint, denominator: number | bigint): Fraction | undefined {
  if (!isWhole(numerator) || !isWhole(denominator)) return undefined
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)]
  if (bottom === 0n) return undefined
  return bottom > 0n ? { numerator: top, denominator: bottom } : { numerator: -top, denominator: -bottom }
}

function isWhole(value: number | bigint): boolean {
  return typeof value === 'bigint' || Number.isSafeInteger(value)
}

/** Below zero, zero or above zero, as a is less than, equal to or greater than b: four fifths are four fifths. */
export function compareRatio(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  return left < right ? -1 : left > right ? 1 : 0
}

/** a − b. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

/** a / b; undefined where b is zero. */
export function over(a: Fraction, b: Fraction): Fraction | undefined {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator)
}

/** More bits than a double has: what is cut off behind them only has to be known to be something. */
const BITS = 66

/** The nearest double. */
export function toDouble({ numerator, denominator }: Fraction): number {
  const size = numerator < 0n ? -numerator : numerator
  const shift = BigInt(Math.max(0, bitsOf(denominator) - bitsOf(size) + BITS))
  const scaled = size << shift
  const rest = scaled % denominator === 0n ? 0n : 1n
  const nearest = Number((scaled / denominator) | rest) / Number(1n << shift)
  return numerator < 0n ? -nearest : nearest
}

function bitsOf(value: bigint): number {
  return value.toString(2).length
}
