import type { Bare } from '../../evidence/card/card.js'
import type { Field } from './field.js'
import { SUBJECT_FIELDS } from './fields-subject.js'
import { SYSTEM_FIELDS } from './fields-system.js'
import { USE_FIELDS } from './fields-use.js'
import { forms, normalise } from './labels.js'

/** The known fields in the order of a usual card, then those that only some profiles ask for. */
export const FIELDS: readonly Field[] = [...USE_FIELDS, ...SUBJECT_FIELDS, ...SYSTEM_FIELDS]

export const FIELD_IDS: readonly string[] = FIELDS.map(({ id }) => id)

/** Of data and of results a name only says which they are; a use or a limitation may be said by its name. */
const BEYOND_NAMES = new Set(['training_data_description', 'evaluation_data', 'evaluation_results'])
/** Fields that no kind or identifier is an answer to. */
const BEYOND_KINDS = new Set([...USE_FIELDS.map(({ id }) => id), 'fairness'])

/** A field's normalised names by how good a sign of it they are, the best first. */
export interface Names {
  readonly tiers: readonly { readonly names: ReadonlySet<string>; readonly number: boolean }[]
  readonly shown: readonly string[]
  readonly measured: boolean
  /** Which text of a card of data may state it; the whole one where this is absent. */
  readonly bare?: keyof Bare
}

/** The names of a required field: those of a known one, and those that the policy adds. */
export function namesOf(id: string, added: readonly string[] = []): Names {
  const field = FIELDS.find((known) => known.id === id)
  const names = [...added, ...(field?.names ?? [])]
  const set = (list: readonly string[]): ReadonlySet<string> =>
    new Set(list.map(normalise).filter((name) => name !== ''))
  const tiers = [
    { names: set([id, ...names]), number: false },
    { names: set(field?.broad ?? []), number: false },
    { names: set(field?.withNumber ?? []), number: true },
  ]
  const bare = bareOf(id)
  return { tiers, shown: names.slice(0, 3), measured: field?.measured === true, ...(bare && { bare }) }
}

function bareOf(id: string): keyof Bare | undefined {
  if (BEYOND_NAMES.has(id)) return 'withoutNames'
  return BEYOND_KINDS.has(id) ? 'withoutKinds' : undefined
}

let known: ReadonlySet<string> | undefined

/** Whether a heading is a name of some known field, and none of these names. */
export function isOfOtherField(label: string, { tiers }: Names): boolean {
  // Few cards call for it, and a thousand names take their time.
  known ??= new Set(FIELDS.flatMap(({ id }) => namesOf(id).tiers.flatMap(({ names }) => [...names])))
  const all = known
  const found = forms(label)
  return found.some((form) => all.has(form)) && !tiers.some(({ names }) => found.some((form) => names.has(form)))
}
