import { type Files, type Ladder, shownSize, sizes } from '../../gates/specimens.js'
import type { Policy } from '../../policy/policy.js'
import { message } from '../../shared/message.js'
import { wantedBy } from '../predictions.js'
import { countsOf, predictionsOf, type Wrong } from './row-tables.js'
import type { Rows } from './rows.js'

/** Which rows go wrong. */
type Which = 'missed' | 'false-alarm' | 'both'
/** Which table gets worse: that of the model, that of the baseline, or both alike. */
type Moving = 'together' | 'model' | 'baseline'

const TABLE = 'table.jsonl'
const RIGHT: Wrong = () => 0

/** Sizes of an error. */
const SIZES = sizes(-7, 4)

/**
 * Tables of which one row more is wrong at each step, or every row by a little more: among all rows, in one group alone,
 * from a model without a mistake and from one that is wrong on every tenth row; with the baseline's table at rest or not.
 */
export function rowLadders(policy: Policy, rows: Rows): Ladder[] {
  const { predictions } = policy
  const compared = predictions?.baseline !== undefined
  const moving: readonly Moving[] = compared ? ['together', 'model', 'baseline'] : ['together']
  const which: readonly Which[] = rows.numbers ? ['both'] : ['both', 'missed', 'false-alarm']
  return placesIn(policy, rows).flatMap((place) =>
    [false, true].flatMap((imperfect) =>
      (place.name === undefined ? moving : moving.slice(0, 1)).flatMap((moved) =>
        which.map((kind) => ladderOf(policy, rows, { place, imperfect, moved, kind })),
      ),
    ),
  )
}

interface Place {
  /** The group, `gender=A`; absent for all rows. */
  readonly name?: string
  readonly has: (row: number) => boolean
}

/** All rows, and for each attribute or intersection that is asked for its first group. */
function placesIn(policy: Policy, { attributes, rows }: Rows): Place[] {
  const groups = divisionsOf(policy).map((by): Place => {
    const at = by.map((name) => attributes.indexOf(name))
    const first = at.map((index) => rows[0]?.values[index])
    return {
      name: by.map((name, index) => `${name}=${first[index] ?? ''}`).join(', '),
      has: (row) => at.every((index, own) => rows[row]?.values[index] === first[own]),
    }
  })
  return [{ has: () => true }, ...groups]
}

function divisionsOf(policy: Policy): string[][] {
  const asked = wantedBy(policy).groups.map(({ attributes }) => attributes)
  return [...new Map(asked.map((by) => [JSON.stringify([...by].sort()), [...by]])).values()]
}

interface Way {
  readonly place: Place
  readonly imperfect: boolean
  readonly moved: Moving
  readonly kind: Which
}

function ladderOf(policy: Policy, rows: Rows, { place, imperfect, moved, kind }: Way): Ladder {
  const base: Wrong = imperfect ? (row) => (rows.rows[row]?.tenth ? 1 : 0) : RIGHT
  const isMeant = (row: number) => {
    const positive = rows.rows[row]?.positive
    return place.has(row) && (kind === 'both' || (kind === 'missed') === positive)
  }
  const meant = rows.rows.flatMap((_, row) => (isMeant(row) && (rows.numbers || base(row) === 0) ? [row] : []))
  const order = rows.numbers ? new Map<number, number>() : inTurn(meant, rows)
  const wrong = (step: number): Wrong => {
    if (rows.numbers) return (row) => base(row) + (isMeant(row) ? (SIZES[step] ?? 0) : 0)
    return (row) => ((order.get(row) ?? Number.POSITIVE_INFINITY) < step ? 1 : base(row))
  }
  return {
    ...(moved !== 'together' && { of: 'change' as const }),
    steps: rows.numbers ? SIZES.length - 1 : meant.length,
    at: (step) => {
      const [model, baseline] = [moved === 'baseline' ? base : wrong(step), moved === 'model' ? base : wrong(step)]
      return filesOf(policy, rows, model, baseline)
    },
    change: (step) => {
      const count = (of: Wrong) => String(rows.rows.filter((_, row) => of(row) > 0).length)
      const still = rows.numbers ? '0' : count(base)
      const now = rows.numbers ? shownSize(SIZES[step] ?? 0) : count(wrong(step))
      const params = { rows: rows.rows.length, wrong: now, still }
      const plain = message(`specimen.${rows.numbers ? 'errors' : 'rows'}-${moved}`, params)
      const said = rows.numbers && imperfect ? message('specimen.besides', { said: plain }) : plain
      return place.name === undefined ? said : message('specimen.in-group', { said, group: place.name })
    },
  }
}

/** By how many others a row is preceded: groups and classes take turns. */
function inTurn(meant: readonly number[], { rows }: Rows): ReadonlyMap<number, number> {
  const turn = (row: number) => rows[row]?.size ?? 0
  return new Map([...meant].sort((a, b) => turn(a) - turn(b) || a - b).map((row, index) => [row, index]))
}

function filesOf(policy: Policy, rows: Rows, model: Wrong, baseline: Wrong): Files {
  const { predictions, counts } = policy
  if (counts !== undefined) {
    const single = counts.groups.map((name) => [name])
    const all = [...single, ...divisionsOf(policy)]
    const divisions = [...new Map(all.map((by) => [JSON.stringify([...by].sort()), by])).values()]
    return countsOf(rows, counts, divisions, model)
  }
  if (predictions === undefined) return {}
  return {
    predictions: { [TABLE]: predictionsOf(rows, predictions, model) },
    ...(predictions.baseline !== undefined && {
      'baseline-predictions': { [TABLE]: predictionsOf(rows, predictions, baseline) },
    }),
  }
}
