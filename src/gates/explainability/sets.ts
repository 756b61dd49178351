import type { Item } from '../../evidence/evidence.js'
import { featureIn } from '../../evidence/formats/lime/pairs.js'
import { familyOf } from '../../evidence/measure/names.js'
import { entriesOf, entryOf, type Place, rootOf } from '../../evidence/place.js'
import type { Node } from '../../evidence/tree.js'
import { clip } from '../../shared/clip.js'
import { type Decimal, decimal } from '../../shared/decimal.js'
import { type Location, shown } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { type NotRead, toNumber } from '../reading.js'

/** The importance of one feature: its absolute value. */
export interface Feature {
  readonly name: string
  readonly value: Decimal
  readonly at: Location
}

/** One explanation: the importances of a file, of one class in it, or of one row. */
export interface Explanation {
  readonly path: string
  /** The class, where the file has several. */
  readonly label?: string
  /** By falling importance; of equal ones in order of name. At least one of them is above zero. */
  readonly features: readonly Feature[]
  readonly at: Location
  readonly root: Place
  /** Of one row alone. */
  readonly isLocal: boolean
}

const ZERO = decimal('0')
/** What a plain file says beside its importances: counts, and in words of what it is. */
const COUNTS = ['samples', 'n_samples']
const OF_ITSELF = [
  ...['method', 'model', 'model_id', 'model_name', 'model_version', 'run', 'run_id', 'commit'],
  ...['data', 'dataset', 'created', 'version'],
]
/** Most names in a message. */
const MAX_NAMES = 3
/** Longest name in a message. */
export const MAX_NAME = 80

/** All explanations of a file, or why one of them is none. */
export function explanationsIn({ file: { path }, content }: Item<Node>): readonly (Explanation | NotRead)[] {
  const root = rootOf({ path, content })
  const whole = entryOf(root, 'feature_importance')
  const local = entryOf(root, 'local_importance')
  const classes = entriesOf(entryOf(root, 'labels')).filter(([, { node }]) => node.kind === 'map')
  // None of them is left out because another one is there.
  const found = [
    ...(whole?.node.kind === 'map' ? [explanation(root, whole, entriesOf(whole))] : []),
    ...classes.map(([label, place]) => explanation(root, place, entriesOf(place), label)),
    ...(local?.node.kind === 'map' ? [ofOneRow(root, local)] : []),
  ]
  if (found.length > 0) return found
  // A number under such a name is a feature: cars have a model.
  const isBeside = (name: string, { node }: Place) =>
    (COUNTS.includes(name) && node.kind !== 'map' && node.kind !== 'list') ||
    (node.kind === 'text' && OF_ITSELF.includes(name))
  const plain = entriesOf(root).filter(([name, place]) => !isBeside(name, place))
  const metrics = plain.map(([name]) => name).filter((name) => familyOf(name) !== undefined)
  // Nothing in a plain file says what its numbers are; those of a metrics file are no features.
  return metrics.length > 1 && 2 * metrics.length >= plain.length
    ? [refusal('explainability.metrics', root.at, metrics.slice(0, MAX_NAMES).join(', '))]
    : [explanation(root, root, plain)]
}

/** LIME's conditions, each under its feature: of a feature with several the sum of their absolute weights. */
function ofOneRow(root: Place, local: Place): Explanation | NotRead {
  const entries = entriesOf(local)
  // The tree has each weight by condition and by feature, too, which is left out.
  const known = new Set(entries.flatMap(([name]) => (featureIn(name) === name ? [] : [featureIn(name)])))
  const read = explanation(
    root,
    local,
    entries.filter(([name]) => featureIn(name) !== name || !known.has(name)),
  )
  if ('outcome' in read) return read
  const sums = new Map<string, Feature>()
  for (const one of read.features) {
    const name = featureIn(one.name)
    const before = sums.get(name)
    sums.set(name, { ...one, name, value: before === undefined ? one.value : before.value.plus(one.value) })
  }
  return { ...read, features: ranked([...sums.values()]), isLocal: true }
}

function explanation(
  root: Place,
  place: Place,
  entries: readonly [string, Place][],
  label?: string,
): Explanation | NotRead {
  const features: Feature[] = []
  for (const [name, { node, at }] of entries) {
    if (node.kind === 'map' || node.kind === 'list') return refusal('explainability.shape', at, name)
    const read = toNumber(node, clip(name, MAX_NAME), at)
    if (read.kind === 'none') return read
    features.push({ name, value: read.value.abs(), at: read.at })
  }
  const { at } = place
  if (features.length === 0) return refusal('explainability.none', at)
  if (features.every(({ value }) => value.eq(ZERO))) return refusal('explainability.all-zero', at)
  const named = label === undefined ? {} : { label }
  return { path: root.at.path, ...named, features: ranked(features), at, root, isLocal: false }
}

function ranked(features: readonly Feature[]): Feature[] {
  return [...features].sort((a, b) => b.value.cmp(a.value) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function refusal(id: string, at: Location, name?: string): NotRead {
  const params = { place: shown(at), ...(name !== undefined && { name: clip(name, MAX_NAME) }) }
  return { kind: 'none', outcome: 'error', message: message(id, params), at }
}

/**
 * The k most important features, and all others that are as important as the last of them. A feature of importance zero
 * contributes nothing and is never among them.
 */
export function topOf({ features }: Pick<Explanation, 'features'>, k: number): readonly Feature[] {
  const last = features[Math.min(k, features.length) - 1]?.value ?? ZERO
  return features.filter(({ value }) => value.gte(last) && value.gt(ZERO))
}

/** Its rank from 1, equal ones sharing the best; and how many there are. */
export function rankOf({ features }: Pick<Explanation, 'features'>, feature: Feature): number {
  return features.filter(({ value }) => value.gt(feature.value)).length + 1
}

/** What an explanation is called in a message: `shap.json`, `analysis.json (label1)`. */
export function calledBy({ path, label }: Pick<Explanation, 'path' | 'label'>): string {
  return label === undefined ? path : `${path} (${clip(label, MAX_NAME)})`
}
