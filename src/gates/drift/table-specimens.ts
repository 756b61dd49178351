import { message } from '../../shared/message.js'
import { boundsOf } from '../bound.js'
import { type Files, json, type Ladder, type Sought, type Specimens, shownSize, sizes } from '../specimens.js'
import type { Options } from './options.js'
import { everyBounds, namedBounds } from './wanted.js'

/** Rows of a table, at least: enough for bins, and for a test to tell something. */
const ROWS = 400
/** Columns that a share is counted of, at least and at most. */
const [FEW, MANY] = [20, 400]
const ANOTHER = 'another_column'
const TABLE = 'table.jsonl'
/** Methods that only names have, and those that only numbers have. */
const [OF_NAMES, OF_NUMBERS] = [
  ['chi2', 'chi2_p'],
  ['ks', 'ks_p', 'wasserstein'],
]
/** By how much all numbers of a column are moved. */
const SHIFTS = sizes(-3, 4)

/** What happens to a column of the current table. */
interface Change {
  /** Rows whose value becomes the largest, or another name. */
  readonly moved: number
  /** What is added to each number. */
  readonly shift: number
  /** Rows without a value. */
  readonly missing: number
}

const NONE: Change = { moved: 0, shift: 0, missing: 0 }

/** Two tables of the same values in another order; and one column, or one more column, that drifts step by step. */
export function tableSpecimens(options: Options): Specimens {
  const names = columnsOf(options)
  const good = filesOf(options, names, rowsOf(options, 1), () => NONE)
  return {
    good,
    bad: [],
    impossible: [],
    metrics: [],
    sought: soughtOf(options),
    ladders: (times) => laddersOf(options, names, rowsOf(options, times)),
  }
}

function rowsOf({ 'min-rows': least = 1 }: Options, times: number): number {
  // Where half of a column's values are missing there are still enough.
  return times * Math.max(ROWS, 2 * least)
}

function columnsOf(options: Options): string[] {
  const { 'max-share': share, 'min-features': least = 1 } = options
  const named = namedBounds(options).map(([name]) => name)
  if (share === undefined) return everyMethods(options).length === 0 ? named : [...named, ANOTHER]
  const count = Math.min(MANY, Math.max(FEW, least, share > 0 ? Math.ceil(2 / share) : 0))
  return [...named, ...Array.from({ length: count }, (_, index) => `${ANOTHER}_${index + 1}`)]
}

function everyMethods(options: Options): string[] {
  return Object.keys(everyBounds(options).bounds)
}

function soughtOf(options: Options): Sought[] {
  const named = namedBounds(options)
  const every = everyBounds(options).bounds
  const share = options['max-share'] !== undefined
  const each = share || Object.keys(every).length === 0 ? named : [...named, [ANOTHER, every] as const]
  return [
    ...(share ? [{ id: 'drift/max-share', of: 'share' as const }] : []),
    ...each.flatMap(([name, bounds]) =>
      Object.entries(bounds).flatMap(([method, asked]) =>
        boundsOf(asked).map((bound) => ({ id: `drift/${name}/${method}`, bound })),
      ),
    ),
  ]
}

function laddersOf(options: Options, names: readonly string[], rows: number): Ladder[] {
  const files = (change: (name: string) => Change) => filesOf(options, names, rows, change)
  const ofColumn = (column: string, steps: number, what: 'moved' | 'missing' | 'shift'): Ladder => {
    const amount = (step: number) => (what === 'shift' ? (SHIFTS[step] ?? 0) : step)
    return {
      steps,
      at: (step) => files((name) => (name === column ? { ...NONE, [what]: amount(step) } : NONE)),
      change: (step) => {
        return message(`drift.specimen-${what}`, { column, rows, by: shownSize(amount(step)) })
      },
    }
  }
  const own = [...namedBounds(options).map(([name]) => name), ...names.filter((name) => name === ANOTHER)]
  const single = own.flatMap((name) => [
    ofColumn(name, rows, 'moved'),
    ...(isOfNames(options, name) ? [] : [ofColumn(name, SHIFTS.length - 1, 'shift')]),
    ofColumn(name, rows / 2, 'missing'),
  ])
  return options['max-share'] === undefined ? single : [shareLadder(options, names, rows, files), ...single]
}

/** One column after the other, those without bounds of their own first: half of it is missing and the rest somewhere else. */
function shareLadder(
  { except = [] }: Options,
  names: readonly string[],
  rows: number,
  files: (change: (name: string) => Change) => Files,
): Ladder {
  const order = names.filter((name) => !except.includes(name)).toReversed()
  const drifted: Change = { moved: rows, shift: 10 * rows, missing: rows / 2 }
  return {
    of: 'share',
    steps: order.length,
    at: (step) => files((name) => (order.slice(0, step).includes(name) ? drifted : NONE)),
    change: (step) => message('drift.specimen-columns', { drifted: step, count: order.length }),
  }
}

function isOfNames(options: Options, name: string): boolean {
  if (options.categorical?.includes(name)) return true
  const own = namedBounds(options).find(([it]) => it === name)?.[1]
  const counted = own === undefined || options['max-share'] !== undefined ? everyMethods(options) : []
  const methods = [...Object.keys(own ?? {}), ...counted]
  return methods.some((it) => OF_NAMES?.includes(it)) && !methods.some((it) => OF_NUMBERS?.includes(it))
}

function filesOf(options: Options, names: readonly string[], rows: number, change: (name: string) => Change): Files {
  const columns = names.map((name) => ({ name, ofNames: isOfNames(options, name), change: change(name) }))
  const line = (cells: readonly (readonly [string, string])[]) => `${json(cells)}\n`
  const numbers = Array.from({ length: rows }, (_, index) => index)
  const lines = (from: readonly number[], isCurrent: boolean) =>
    from
      .map((row) =>
        line(columns.map((it) => [it.name, cellOf(row, rows, it.ofNames, isCurrent ? it.change : NONE)] as const)),
      )
      .join('')
  return {
    'drift-reference': { [TABLE]: lines(numbers, false) },
    // With one row twice: tables of the same content are one table.
    'drift-current': { [TABLE]: lines([...numbers, Math.floor(rows / 2)], true) },
  }
}

function cellOf(row: number, rows: number, ofNames: boolean, { moved, shift, missing }: Change): string {
  if (row < missing) return 'null'
  const isMoved = row < moved
  if (ofNames) return row % 2 === 0 || isMoved ? '"a"' : '"b"'
  return String((isMoved ? rows - 1 : row) + shift)
}
