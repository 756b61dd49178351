import { driftsWhen, methodId } from '../../evidence/drift/features.js'
import type { Item } from '../../evidence/evidence.js'
import { decimalOf, textOf } from '../../evidence/formats/build.js'
import { entriesOf, entryOf, type Place, rootOf } from '../../evidence/place.js'
import type { Node } from '../../evidence/tree.js'
import { METHOD_NAMES, METHODS, methodNamed } from './methods.js'

/** A drift report as the gate reads it. */
export interface DriftReport {
  readonly path: string
  readonly root: Place
  readonly features: readonly Feature[]
}

/** A feature as a report has it: compared once, by one method, or in a plain file by several. */
export interface Feature {
  /** The column. */
  readonly name: string
  readonly place: Place
  /** The method's name in the report's tree, where it says one. */
  readonly method: string | undefined
  /** Values by what a policy calls their method. */
  readonly values: ReadonlyMap<string, Place>
  readonly said: Said
}

/**
 * What a report says of a feature: that it drifted or not; nothing; that nothing was measured, for its value is no
 * number; or that it has not drifted although its own value is beyond its own threshold.
 */
export type Said = 'drifted' | 'stable' | 'nothing' | 'no-value' | 'contradiction'

export function reportOf({ file: { path }, content }: Item<Node>): DriftReport {
  const root = rootOf({ path, content })
  const listed = entriesOf(entryOf(root, 'features')).flatMap(([name, place]) => featuresOf(name, place))
  return { path, root, features: [...listed, ...byMethod(root)] }
}

/** Features of a plain file that has values by method: `{"psi": {"tenure": 0.04}}`. */
function byMethod(root: Place): Feature[] {
  return [...METHODS].flatMap(([method, { names }]) =>
    [...names, ...names.map((name) => name.replace('_p_value', '_pvalue'))]
      .filter((name, index, all) => all.indexOf(name) === index)
      .flatMap((name) => entriesOf(entryOf(root, name)))
      .map(([name, place]) => ({ name, place, method: names[0], values: new Map([[method, place]]), said: 'nothing' })),
  )
}

/** The feature, and once more for each further value by the same method that is another one. */
function featuresOf(written: string, place: Place): Feature[] {
  const method = textOf(entryOf(place, 'method'))
  const id = method === undefined ? undefined : idOf(method)
  const own = entryOf(place, 'value')
  const stated = METHOD_NAMES.flatMap((name) =>
    (METHODS.get(name)?.names ?? []).flatMap((it): [string, Place][] => {
      const found = entryOf(place, it)
      return found === undefined ? [] : [[name, found]]
    }),
  )
  const all: [string, Place][] = id === undefined || own === undefined ? stated : [...stated, [methodNamed(id), own]]
  const values = new Map([...all].reverse())
  const name = columnOf(written, id)
  const others = all.filter(([by, one]) => isOther(one, values.get(by)))
  return [
    { name, place, method: id, values, said: saidOf(place, id, values) },
    ...others.map((one): Feature => ({ name, place, method: id, values: new Map([one]), said: 'nothing' })),
  ]
}

function isOther(one: Place, known: Place | undefined): boolean {
  const [a, b] = [decimalOf(one), decimalOf(known)]
  return a !== undefined && b !== undefined && !a.eq(b)
}

/** Readers of drift reports have put the method's id already; in a plain file it is a name that somebody gave. */
function idOf(method: string): string {
  return IDS.has(method) ? method : methodId(method)
}

const IDS = new Set([...METHODS.values()].flatMap(({ names }) => names))

/** The column of `tenure/psi`, as a column is called that was compared in several ways. */
function columnOf(written: string, method: string | undefined): string {
  const name = written.replace(/ #\d{1,6}$/, '')
  const cut = name.lastIndexOf('/')
  return cut > 0 && method !== undefined && idOf(name.slice(cut + 1)) === method ? name.slice(0, cut) : written
}

function saidOf(place: Place, method: string | undefined, values: Feature['values']): Said {
  const flag = entryOf(place, 'drifted')?.node
  if (flag?.kind === 'boolean' && flag.text === 'true') return 'drifted'
  // Under its own method alone a value is the one that the threshold is for.
  const [only] = values.size === 1 ? [...values] : []
  const own = entryOf(place, 'value') ?? only?.[1]
  // A report that says nothing but yes or no has no value at all.
  const value = decimalOf(own)
  if (own !== undefined && value === undefined) return 'no-value'
  if (flag?.kind !== 'boolean') return 'nothing'
  const threshold = decimalOf(entryOf(place, 'threshold'))
  const when = directionOf(method ?? only?.[0])
  if (value === undefined || threshold === undefined || when === undefined) return 'stable'
  return (when === 'small' ? value.lt(threshold) : value.gt(threshold)) ? 'contradiction' : 'stable'
}

/** Which values mean drift, by the method's name in a report's tree or in a policy. */
function directionOf(method: string | undefined): 'small' | 'large' | undefined {
  return method === undefined ? undefined : (driftsWhen(method) ?? METHODS.get(methodNamed(method))?.drifts)
}
