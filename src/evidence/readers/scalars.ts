import { parseDecimal } from '../../shared/decimal.js'
import type { At, ScalarNode } from '../tree.js'

/** A double ends at 1.8e308: what is larger was infinite to the program that wrote it. */
const LARGEST_EXPONENT = 308
/** Number text up to this length without exponent is in range whatever its digits are. */
const SAFE_LENGTH = 300
/** Longest integer text in another base that is converted; conversion takes quadratic time. */
const MAX_INTEGER_TEXT = 400

/**
 * The node of a text that a format's grammar has already recognised as a number. It stays as written; what is no
 * finite decimal (`NaN`, `1e400`, hundreds of digits) becomes `nonfinite`, so that no gate can compare it.
 */
export function numberNode(text: string, at: At): ScalarNode {
  return { kind: isInRange(text) ? 'number' : 'nonfinite', at, text }
}

/** The node of an integer in base 2, 8 or 16 (`0xFF`, `0o17`, `0b1`), rewritten in base 10. */
export function integerNode(text: string, at: At): ScalarNode {
  if (text.length > MAX_INTEGER_TEXT) return { kind: 'nonfinite', at, text: text.slice(0, MAX_INTEGER_TEXT) }
  return numberNode(BigInt(text).toString(), at)
}

function isInRange(text: string): boolean {
  // The common case decides without building a decimal: half a million of those take longer than the parsing.
  if (text.length <= SAFE_LENGTH && PLAIN.test(text)) return true
  const value = parseDecimal(text)
  return value !== undefined && value.e <= LARGEST_EXPONENT
}

const PLAIN = /^[-+]?(?:\d+\.?\d*|\.\d+)$/
