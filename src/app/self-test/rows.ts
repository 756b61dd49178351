import { isWanted } from '../../evidence/measure/measure.js'
import { familyOf } from '../../evidence/measure/names.js'
import type { RowsNeeded } from '../../gates/specimens.js'
import type { Policy } from '../../policy/policy.js'
import { wantedBy } from '../predictions.js'

/** The rows of a made-up table, one after the other; what is wrong with them is said apart. */
export interface Rows {
  /** Attributes in the order of a row's values. */
  readonly attributes: readonly string[]
  readonly rows: readonly Row[]
  /** Labels and predictions are numbers, not classes. */
  readonly numbers: boolean
}

export interface Row {
  readonly values: readonly string[]
  readonly positive: boolean
  /** A label that is a number. */
  readonly size: number
  /** One of the tenth that is wrong where a model is to be imperfect. */
  readonly tenth: boolean
}

/** Rows of a table, at least, and at most. */
const USUAL = 400
export const MOST_ROWS = 40_000

/** Whether the policy names a table of rows, and a gate asks for something that such tables give. */
export function hasRows(policy: Policy): boolean {
  return (policy.predictions ?? policy.counts) !== undefined && isWanted(wantedBy(policy))
}

/**
 * Rows for all that the policy's gates ask of predictions or counts: as many of each class in each group, for each
 * combination of the attributes' values. Undefined where no table is named or nothing is asked of it, and where there
 * would be too many.
 */
export function rowsFor(policy: Policy, needed: readonly RowsNeeded[], times: number): Rows | undefined {
  const { predictions, counts } = policy
  const wanted = wantedBy(policy)
  if (!hasRows(policy)) return undefined
  const named = [...(predictions ?? counts ?? { groups: [] }).groups, ...wanted.groups.flatMap((it) => it.attributes)]
  const attributes = [...new Set(named)]
  const values = attributes.map((name) => valuesOf(needed.flatMap((it) => it.attributes.get(name) ?? [])))
  const count = values.reduce((product, { length }) => product * length, 1)
  const least = Math.max(1, ...needed.map((it) => it.least))
  const each = 20 * Math.ceil(Math.max((USUAL * times) / count, least, 20) / 20)
  if (each * count > MOST_ROWS) return undefined
  const families = [...wanted.metrics, ...wanted.groups.flatMap(({ metrics }) => metrics)].flatMap(
    (name) => familyOf(name) ?? [],
  )
  const rows = combinations(values).flatMap((own) =>
    Array.from({ length: each }, (_, index) => ({
      values: own,
      positive: index % 2 === 0,
      size: 100 + index,
      tenth: index % 20 < 2,
    })),
  )
  return { attributes, rows, numbers: families.every((family) => family === 'numbers') }
}

function valuesOf(names: readonly string[]): string[] {
  return [...new Set([...names, 'A', 'B'])].slice(0, Math.max(2, new Set(names).size))
}

function combinations(values: readonly (readonly string[])[]): string[][] {
  return values.reduce<string[][]>((all, own) => all.flatMap((one) => own.map((value) => [...one, value])), [[]])
}
