import { lookUpGroups, lookUpMeasured } from '../../evidence/measure/lookup.js'
import { namedKinds } from '../../gates/binding-specimens.js'
import { type Files, type FromRows, type Ladder, NO_ROWS, type Specimens } from '../../gates/specimens.js'
import type { Policy } from '../../policy/policy.js'
import { message } from '../../shared/message.js'
import { SpecimenReader, withFiles } from './evidence.js'
import { rowLadders } from './ladders.js'
import { makers } from './makers.js'
import { hasRows, MOST_ROWS, rowsFor } from './rows.js'

/** What is made up for a policy. */
export interface MadeUpSets {
  /** What each gate brings along. */
  readonly sets: readonly Specimens[]
  /** The good set, tables included. */
  readonly files: Files
  /** Ladders of few rows, and then of more: an interval may need them. */
  readonly rounds: readonly (() => readonly Ladder[])[]
}

const TIMES = [1, 10]

/** Asks the gates what they want to be tried with, and makes a table of rows where the policy names one. */
export async function makeUp(policy: Policy, now: number): Promise<MadeUpSets> {
  const needed = specimensOf(policy, NO_ROWS).flatMap(({ rows }) => rows ?? [])
  const laddersOf = (times: number) => {
    const rows = rowsFor(policy, needed, times)
    return rows === undefined ? [] : rowLadders(policy, rows)
  }
  const table = laddersOf(1)[0]?.at(0) ?? {}
  const asked = specimensOf(policy, await fromRows(policy, table, now))
  const sets = hasRows(policy) && Object.keys(table).length === 0 ? asked.map(withoutRows) : asked
  const own = (times: number) => sets.flatMap(({ ladders }) => ladders?.(times) ?? [])
  const files = sets.reduce<Files>((all, { good }) => withFiles(all, good), table)
  return {
    sets,
    files: filesToBind(policy, files),
    rounds: TIMES.map((times) => () => [...laddersOf(times), ...own(times)]),
  }
}

/** Where there would be too many rows nothing is sought among them. */
function withoutRows(set: Specimens): Specimens {
  const why = message('specimen.many-rows', { limit: MOST_ROWS })
  const lost = set.sought?.map(({ id }) => ({ id, why })) ?? []
  return { ...set, sought: [], impossible: [...set.impossible, ...lost] }
}

/** What a table gives is asked of the reader itself. */
async function fromRows(policy: Policy, files: Files, now: number): Promise<FromRows> {
  const { measured } = await new SpecimenReader(policy).read({ files, setting: {}, now })
  return {
    metric: (name) => lookUpMeasured(measured, name).kind !== 'unasked',
    groups: (rate, attributes) => {
      const found = lookUpGroups(measured, rate, attributes)
      if (found === undefined || 'kind' in found) return found !== undefined
      return found.some((one) => one.found.kind !== 'unasked')
    },
    paired: policy.predictions?.baseline !== undefined,
  }
}

/** What each gate brings along. A gate must not state a metric that another one states, so they are asked twice. */
function specimensOf({ gates }: Policy, rows: FromRows): Specimens[] {
  const asked = (taken: (id: string) => readonly string[]) =>
    gates.flatMap((demand) => {
      const specimens = makers.get(demand.id)?.(demand, taken(demand.id), rows)
      return specimens === undefined ? [] : [{ id: demand.id, specimens }]
    })
  const first = asked(() => [])
  const others = (id: string) => first.filter((it) => it.id !== id).flatMap(({ specimens }) => specimens.metrics)
  return asked(others).map(({ specimens }) => specimens)
}

/** The files, and one of each kind that the policy binds by name: it is read although no gate may ask for it. */
function filesToBind({ bindings }: Policy, files: Files): Files {
  const lacking = namedKinds(bindings.facets).filter((kind) => files[kind] === undefined)
  const empty = (kind: string) => (kind === 'model-card' ? { 'evidence.md': '# Model\n' } : { 'evidence.json': '{}' })
  return withFiles(files, Object.fromEntries(lacking.map((kind) => [kind, empty(kind)])))
}
