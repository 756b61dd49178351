import { comparePolicies } from '../../policy/compare/compare.js'
import type { ModelPolicy, Policies } from '../../policy/policy.js'
import type { Change } from '../../shared/change.js'
import { compareText } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { relocated } from './relocate.js'

/** The models of one side. */
type Side = Pick<Policies, 'models' | 'several'>

/** A model as the base has it and as the judged commit has it. */
interface Pair {
  readonly base?: ModelPolicy
  readonly head?: ModelPolicy
}

/**
 * Which models are the same: those that one file describes, whatever it calls them, else those of one name. Where neither
 * policy has several, there is one on each side.
 */
function pairs(base: Side, head: Side): Pair[] {
  const [onlyBase] = base.models
  const [onlyHead] = head.models
  if (!base.several && !head.several && onlyBase && onlyHead) return [{ base: onlyBase, head: onlyHead }]
  const keyOf = ({ path, name }: ModelPolicy) => (path === undefined ? `name ${name}` : `file ${path}`)
  const heads = new Map(head.models.map((model) => [keyOf(model), model]))
  const bases = new Map(base.models.map((model) => [keyOf(model), model]))
  return [...new Set([...bases.keys(), ...heads.keys()])].sort(compareText).map((key): Pair => {
    const [before, after] = [bases.get(key), heads.get(key)]
    return { ...(before && { base: before }), ...(after && { head: after }) }
  })
}

/** How the judged commit's policy differs from the base's, of all models together. */
export function compareAll(base: Side, head: Side): Change[] {
  const both: { readonly name: string; readonly changes: readonly Change[] }[] = []
  const rows: Change[] = []
  for (const pair of pairs(base, head)) {
    const name = pair.head?.name ?? pair.base?.name ?? ''
    const what = message('models.one', { model: name })
    if (pair.base === undefined) rows.push({ what, head: name, direction: 'stricter', ...placeOf(pair.head) })
    else if (pair.head === undefined) rows.push({ what, base: pair.base.name, direction: 'weaker' })
    else if (pair.base.policy !== undefined && pair.head.policy !== undefined)
      both.push({ name, changes: comparePolicies(pair.base.policy, pair.head.policy) })
  }
  return [...rows, ...together(both, base.several || head.several)]
}

/** Where a model is described. */
function placeOf(model: ModelPolicy | undefined): Pick<Change, 'at'> {
  const at = model?.policy?.locate('/model')
  return at === undefined ? {} : { at }
}

/** A row that is the same of all models is told once. */
function together(all: readonly { readonly name: string; readonly changes: readonly Change[] }[], several: boolean) {
  if (!several) return all.flatMap(({ changes }) => changes)
  const counts = new Map<string, number>()
  const keyOf = (change: Change) => JSON.stringify(change)
  for (const { changes } of all) for (const one of changes) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  const ofAll = (change: Change) => all.length > 1 && counts.get(keyOf(change)) === all.length
  const [first] = all
  return [
    ...(first?.changes.filter(ofAll) ?? []),
    ...all.flatMap(({ name, changes }) =>
      changes
        .filter((change) => !ofAll(change))
        .map((change): Change => ({ ...change, what: message('models.change', { model: name, what: change.what }) })),
    ),
  ]
}

/** The models that are judged, and what is to be said of those that are not. */
export interface InForce {
  readonly models: readonly ModelPolicy[]
  readonly notes: readonly Message[]
}

/**
 * Of each model the base's policy. One that the base does not have is judged by `added`, the base's with the judged commit's
 * own description of it, else by the judged commit's. A file that describes a model and has a mistake is an error in any
 * case, because after the merge it would be the one. `exists` tells whether the checkout has a file.
 */
export function inForce(base: Side, head: Side, added: Side, exists: (path: string) => boolean): InForce {
  const notes: Message[] = []
  const models = pairs(base, head).flatMap((pair): ModelPolicy[] => {
    const { base: before, head: after } = pair
    if (before === undefined) {
      const path = after?.path
      const laid = path === undefined ? undefined : added.models.find((model) => model.path === path)
      const own = laid ?? after
      return own === undefined ? [] : [{ ...own, own: true }]
    }
    if (after === undefined) {
      if (before.path === undefined || exists(before.path)) return [before]
      notes.push(message('models.gone', { model: before.name, path: before.path }))
      return []
    }
    if (after.policy === undefined) return [after]
    if (before.policy === undefined) {
      const facts = { path: before.path ?? before.name, first: before.problems[0]?.message ?? '' }
      notes.push(message('models.base-invalid', facts))
      return [{ ...after, own: true }]
    }
    return [{ ...before, policy: relocated(before.policy, after.policy) }]
  })
  return { models: unique(models), notes }
}

/** A name that two files have taken in the meantime is written with the file. */
function unique(models: readonly ModelPolicy[]): ModelPolicy[] {
  const seen = new Set<string>()
  return models.map((model) => {
    const { name, path } = model
    const twice = seen.has(name)
    seen.add(name)
    return twice ? { ...model, name: `${name} (${path ?? 'head'})` } : model
  })
}
