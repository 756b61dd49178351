import { type Decimal, decimalsWritten, parseDecimal } from '../../shared/decimal.js'
import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { numberNode } from '../readers/scalars.js'
import type { At, Node } from '../tree.js'

/** A line of a printed report, and where it stands. */
export interface Line {
  readonly text: string
  readonly line: number
}

/** Most lines that a report may have: those of a test have a few dozen, between them what its script prints. */
const MAX_LINES = 100_000
/** Most runs that are listed. */
const MAX_SHOWN = 5
/**
 * What each tool prints once a run: as it begins, and as it ends. A run may have either alone, where it did not finish or
 * where the rest was cut off.
 */
const ONCE: readonly (readonly RegExp[])[] = [
  [/^\s*Running \S+ test @ /, /^\s*\d+ requests in \d/],
  [/^unable to connect to \S+ /],
  [/^This is ApacheBench, /, /^Complete requests:\s/, /^Percentage served,/],
  [/^\s*Slowest:\s+\S+ secs/],
  [/^Metric,avg,min,max,p99,/],
]

/** The lines of a printed report. One that several runs were written into is refused: which is meant cannot be known. */
export function linesOf(text: string, path: string): Result<Line[]> {
  const split = text.split(/\r\n|\n/, MAX_LINES + 1)
  if (split.length > MAX_LINES) return failed(problem('evidence.load.long', { lines: MAX_LINES }, { path }))
  const lines = split.map((line, index) => ({ text: line, line: index + 1 }))
  const runs = ONCE.flatMap((marks) => longest(marks.map((mark) => lines.filter((it) => mark.test(shortened(it))))))
  return runs.length > 1 ? several(runs, path) : ok(lines)
}

/** The refusal of a file of several runs, by where each of them stands. */
export function several(runs: readonly At[], path: string): Result<never> {
  const shown = runs.slice(0, MAX_SHOWN).map(({ line }) => String(line ?? '?'))
  const places = runs.length > MAX_SHOWN ? [...shown, '…'] : shown
  const line = runs[1]?.line
  const at = { path, ...(line !== undefined && { line }) }
  return failed(problem('evidence.load.runs', { count: runs.length, lines: places }, at))
}

function longest(lists: readonly Line[][]): Line[] {
  return lists.reduce((most, list) => (list.length > most.length ? list : most), [])
}

/** What of a line is looked at: reports have short ones. */
function shortened({ text }: Line): string {
  return text.slice(0, 500)
}

/** The first line that fits, and what its groups hold. */
export function findLine(lines: readonly Line[], pattern: RegExp): { groups: string[]; at: At } | undefined {
  for (const one of lines) {
    const found = pattern.exec(shortened(one))
    if (found !== null) return { groups: found.slice(1), at: { line: one.line, column: 1 } }
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

/** How far a printed number may be from the measured one: half of its last digit. */
export function halfOfLast(text: string): string {
  return `5e-${decimalsWritten(text) + 1}`
}
