import { type Decimal, parseDecimal } from '../../shared/decimal.js'
import { numberNode } from '../readers/scalars.js'
import type { At, Node } from '../tree.js'

/** A line of a printed report, and where it stands. */
export interface Line {
  readonly text: string
  readonly line: number
}

/** Longest report that is looked at; printed reports have a few dozen lines. */
const MAX_LINES = 2_000

/** The lines of a printed report. */
export function linesOf(text: string): Line[] {
  return text.split(/\r\n|\n/, MAX_LINES).map((line, index) => ({ text: line, line: index + 1 }))
}

/** The first line that fits, and what its groups hold. */
export function findLine(lines: readonly Line[], pattern: RegExp): { groups: string[]; at: At } | undefined {
  for (const { text, line } of lines) {
    const found = pattern.exec(text.slice(0, 500))
    if (found !== null) return { groups: found.slice(1), at: { line, column: 1 } }
  }
  return undefined
}

/** A printed number as a node: `nan` and the like are none. */
export function printed(text: string | undefined, at: At): Node | undefined {
  if (text === undefined) return undefined
  return parseDecimal(text) === undefined ? { kind: 'nonfinite', at, text } : numberNode(text, at)
}

/** The number that the first group of the first fitting line holds. */
export function numberIn(lines: readonly Line[], pattern: RegExp): Decimal | undefined {
  return parseDecimal(findLine(lines, pattern)?.groups[0] ?? '')
}
