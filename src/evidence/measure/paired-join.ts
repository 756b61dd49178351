import { compareText } from '../../shared/location.js'
import { failed, ok, type Problem, problem, type Result } from '../../shared/problem.js'
import type { Keys } from '../predictions/keys.js'
import { named } from '../readers/excerpt.js'
import type { Classes } from './classes.js'
import { MAX_PAIRED_ROWS, type Rows } from './paired-rows.js'

/** Two models on the same rows: row by row the same label, and classes numbered in order of their names. */
export interface PairedRows {
  readonly count: number
  readonly current: Rows
  readonly baseline: Rows
}

/** What rows are joined by. */
export interface Joined {
  /** The column of identifiers, and each by its number; undefined where rows are joined by position. */
  readonly id: string | undefined
  readonly keys: Pick<Keys, 'nameOf' | 'size'>
  readonly classes: Classes
}

/**
 * Joins the rows of two tables: by their identifiers where a column of these is named, else by position. Every row has to
 * have its counterpart, and both the same label; else the problems say how many have not, and which the first ones are.
 */
export function pairRows(current: Rows, baseline: Rows, by: Joined): Result<PairedRows> {
  const large = [current, baseline].find(({ count }) => count > MAX_PAIRED_ROWS)
  if (large !== undefined) {
    return apart('too-many', large.path, { rows: large.count, limit: MAX_PAIRED_ROWS })
  }
  const joined = by.id === undefined ? byPosition(current, baseline) : byKeys(current, baseline, by)
  if (!joined.ok) return joined
  const other = labelsApart(current, joined.value)
  if (other.count > 0) {
    const { path } = joined.value
    const keyOf = (row: number) => named(by.keys.nameOf(current.keys?.[row] ?? 0))
    const params = { count: other.count, rows: current.count, current: current.path }
    return by.id === undefined
      ? apart('labels', path, { ...params, first: other.first.map((row) => String(row + 1)) })
      : apart('labels-by-id', path, { ...params, id: by.id, first: other.first.map(keyOf) })
  }
  const ranks = ranksOf(by.classes)
  const first = ranked(current, ranks)
  const { labels: _, ...second } = ranked(joined.value, ranks)
  // The labels are the same; one array of them is enough.
  return ok({
    count: current.count,
    current: first,
    baseline: { ...second, ...(first.labels && { labels: first.labels }) },
  })
}

/** Most rows that a message names. */
const MAX_SHOWN = 3

function apart(
  why: string,
  path: string,
  params: Readonly<Record<string, string | number | readonly string[]>>,
): { ok: false; problems: readonly Problem[] } {
  return failed(problem(`evidence.paired.${why}`, { ...params, path }, { path }))
}

function byPosition(current: Rows, baseline: Rows): Result<Rows> {
  if (current.count === baseline.count) return ok(baseline)
  const params = { rows: current.count, other: baseline.count, current: current.path }
  return apart('row-count', baseline.path, params)
}

/** The baseline's rows in the order of the current ones. */
function byKeys(current: Rows, baseline: Rows, { id = '', keys }: Joined): Result<Rows> {
  const twice = [current, baseline].flatMap(({ keys: codes = new Int32Array(0), path }) => {
    const again = repeated(codes, keys.size)
    const first = again.first.map((key) => named(keys.nameOf(key)))
    return again.count === 0 ? [] : apart('twice', path, { id, count: again.count, first }).problems
  })
  if (twice.length > 0) return failed(...twice)
  const order = new Int32Array(current.count).fill(-1)
  const strangers: Noted<number> = { count: 0, first: [] }
  // Identifiers are numbered as they appear, and none appears twice: that of a current row is the row's own number.
  for (const [row, key] of (baseline.keys ?? new Int32Array(0)).entries()) {
    if (key < current.count) order[key] = row
    else note(strangers, key)
  }
  const lost: Noted<number> = { count: 0, first: [] }
  for (const [row, at] of order.entries()) if (at < 0) note(lost, row)
  const aloneIn = ({ path }: Rows, { count, first }: Noted<number>, other: string) =>
    count === 0
      ? []
      : apart('alone', path, { id, count, first: first.map((key) => named(keys.nameOf(key))), other }).problems
  const alone = [...aloneIn(current, lost, baseline.path), ...aloneIn(baseline, strangers, current.path)]
  return alone.length > 0 ? failed(...alone) : ok(inOrder(baseline, order))
}

interface Noted<T> {
  count: number
  readonly first: T[]
}

function note<T>(noted: Noted<T>, value: T): void {
  noted.count += 1
  if (noted.first.length < MAX_SHOWN) noted.first.push(value)
}

function repeated(codes: Int32Array, keys: number): Noted<number> {
  const seen = new Uint8Array(keys)
  const again: Noted<number> = { count: 0, first: [] }
  for (const key of codes) {
    if (seen[key] === 1) note(again, key)
    seen[key] = 1
  }
  return again
}

function labelsApart(current: Rows, baseline: Rows): Noted<number> {
  const other: Noted<number> = { count: 0, first: [] }
  const [labels, truths] = [baseline.labels, baseline.truths]
  for (let row = 0; row < current.count; row += 1) {
    const same = current.labels?.[row] === labels?.[row] && current.truths?.[row] === truths?.[row]
    if (!same) note(other, row)
  }
  return other
}

function inOrder(rows: Rows, order: Int32Array): Rows {
  const { path, count, predictions, labels, scores, truths, estimates } = rows
  return {
    path,
    count,
    ...(labels && { labels: labels.map((_, at) => labels[order[at] ?? 0] ?? 0) }),
    ...(predictions && { predictions: predictions.map((_, at) => predictions[order[at] ?? 0] ?? 0) }),
    ...(scores && { scores: scores.map((_, at) => scores[order[at] ?? 0] ?? 0) }),
    ...(truths && { truths: truths.map((_, at) => truths[order[at] ?? 0] ?? 0) }),
    ...(estimates && { estimates: estimates.map((_, at) => estimates[order[at] ?? 0] ?? 0) }),
  }
}

/** The number of each class in order of name: numbers in order of appearance would depend on the order of rows. */
export function ranksOf({ names }: Classes): Int32Array {
  const ranks = new Int32Array(names.length)
  const sorted = names.map((name, id) => ({ name, id })).sort((a, b) => compareText(a.name, b.name))
  for (const [rank, { id }] of sorted.entries()) ranks[id] = rank
  return ranks
}

function ranked({ keys: _, ...rows }: Rows, ranks: Int32Array): Rows {
  const { labels, predictions } = rows
  return {
    ...rows,
    ...(labels && { labels: labels.map((id) => ranks[id] ?? 0) }),
    ...(predictions && { predictions: predictions.map((id) => ranks[id] ?? 0) }),
  }
}
