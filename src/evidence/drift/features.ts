import { clip } from '../../shared/clip.js'
import { type Decimal, decimal, formatDecimal } from '../../shared/decimal.js'
import { type Message, message } from '../../shared/message.js'
import { mapOf, moved, quotientNode, refused, textNode } from '../formats/build.js'
import { firstOfEach, repeated } from '../formats/names.js'
import type { Place } from '../place.js'
import type { At, Node } from '../tree.js'

/** What a report says of one column by one method. Absent parts are those that it does not say. */
export interface Feature {
  /** What it is listed as; of a column that was compared in several ways `<column>/<method>`. */
  readonly name: string
  /** The column; several features may be of one. */
  readonly column: string
  readonly at: At
  /** The method as the tool calls it. */
  readonly method: string | undefined
  readonly value: Node | undefined
  readonly threshold: Node | undefined
  /** Whether the tool itself says that the column drifted. */
  readonly drifted: boolean | undefined
}

/** Methods by the words in the names that tools give them; the first that fits. */
const METHODS: readonly (readonly [id: string, words: RegExp])[] = [
  ['ks_p_value', /\bk-?s\b.*p_value|^ks_p_value|kolmogorov.*p_value|^ks$/],
  ['z_p_value', /\bz-?test\b.*p_value|^z_p_value|^z$/],
  ['chi2_p_value', /chi[-_ ]?(?:2|squared?).*p_value|^chisquare$/],
  ['wasserstein', /wasserstein/],
  // The divergence is the square of the distance, and so much smaller.
  ['js', /jensen(?!.*divergence)/],
  ['kl', /kullback/],
  ['psi', /\bpsi\b|population stability/],
  ['hellinger', /hellinger/],
  ['ks', /kolmogorov|k-?s stat/],
  ['chi2', /chi-?2|chi-?square/],
  ['l_infinity', /l-?infinity|l_infinity/],
  ['tvd', /total[- ]variation|tvd/],
]

/** The id of a method: `psi`, `ks_p_value`. A method that is not known keeps its own name in lower case. */
export function methodId(name: string): string {
  const plain = name
    .slice(0, 200)
    .toLowerCase()
    .replace(/(?<![a-z])p[-_ .]?val(?:ue)?s?(?![a-z])/g, 'p_value')
  // A p-value and a distance go opposite ways, whatever else their names have in common.
  const isP = plain.includes('p_value')
  const known = METHODS.find(([id, words]) => (!isP || id.endsWith('p_value')) && words.test(plain))?.[0]
  return known ?? clip(plain.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_|_$/g, ''), 60)
}

/** Tests whose names do not say that their result is a p-value. */
const P_VALUES = new Set([
  'anderson',
  'anderson_darling',
  'cramer_von_mises',
  'empirical_mmd',
  'epps_singleton',
  'es',
  'fisher_exact',
  'fisher_s_exact_test',
  'g_test',
  'mann_whitney_u_rank_test',
  'mannw',
  't_test',
  'tvd',
])
const DISTANCES = new Set(['wasserstein', 'js', 'kl', 'kl_div', 'psi', 'hellinger', 'ed', 'energy_distance'])

/**
 * Which values of an Evidently method mean drift: p-values and distances go opposite ways. Undefined for a method that is
 * neither to our knowledge, such as a function of one's own.
 */
export function driftsWhen(method: string): 'small' | 'large' | undefined {
  if (method.endsWith('p_value') || P_VALUES.has(method)) return 'small'
  return DISTANCES.has(method) ? 'large' : undefined
}

/**
 * The features, each once. A column that was measured in several ways is as many features, `<column>/<method>`; nothing
 * that drifted is hidden behind an equal name.
 */
export function distinct(features: readonly Feature[]): Feature[] {
  const once = firstOfEach(features, (it) => JSON.stringify([it.name, ...told(it)]))
  const several = new Set(repeated(once.map(({ name }) => name)))
  const named = once.map((it) =>
    several.has(it.name) && it.method !== undefined ? { ...it, name: `${it.name}/${methodId(it.method)}` } : it,
  )
  const again = new Set(repeated(named.map(({ name }) => name)))
  return named.map((it, index) => (again.has(it.name) ? { ...it, name: `${it.name} #${index + 1}` } : it))
}

function told({ method, value, drifted }: Feature): unknown[] {
  return [method, value !== undefined && 'text' in value ? value.text : '', drifted]
}

/** Features by name: `method`, `value`, the value once more under its method, `threshold`, `drifted`. */
export function featuresNode(features: readonly Feature[], at: At): Node {
  return mapOf(
    at,
    features.map((feature): [string, Node] => [feature.name, featureNode(feature)]),
  )
}

function featureNode({ at, method, value, threshold, drifted }: Feature): Node {
  const id = method === undefined ? undefined : methodId(method)
  return mapOf(at, [
    ['method', id === undefined ? undefined : textNode(id, at)],
    ['value', value],
    ...(id === undefined ? [] : [[id, value] as const]),
    ['threshold', threshold],
    ['drifted', drifted === undefined ? undefined : { kind: 'boolean', at, text: drifted ? 'true' : 'false' }],
  ])
}

/**
 * How many columns drifted: `count`, `drifted`, `share`; nothing where one of them does not say. A column counts once, and
 * has drifted where any of its methods says so: more methods on the others make no share smaller.
 */
export function totals(features: readonly Feature[], at: At): [string, Node | undefined][] {
  const drifted = columnsOf(features.filter((it) => it.drifted === true))
  const isSilent = features.some((it) => it.drifted === undefined && !drifted.has(it.column))
  if (features.length === 0 || isSilent) return []
  const [all, some] = [columnsOf(features), drifted].map(({ size }) => decimal(String(size)))
  return all === undefined || some === undefined ? [] : countNodes(all, some, at)
}

function columnsOf(features: readonly Feature[]): ReadonlySet<string> {
  return new Set(features.map(({ column }) => column))
}

/** `count`, `drifted` and `share` from two numbers. */
function countNodes(count: Decimal, drifted: Decimal, at: At): [string, Node | undefined][] {
  return [
    ['count', { kind: 'number', at, text: formatDecimal(count) }],
    ['drifted', { kind: 'number', at, text: formatDecimal(drifted) }],
    ['share', quotientNode(drifted, count, at)],
  ]
}

/** What several metrics of a report say of one thing, such as the share of drifted columns; none where they do not agree. */
export function agreed(said: readonly Place[]): Node | undefined {
  const texts = new Set(said.map(({ node }) => ('text' in node ? node.text : '…')))
  const [first] = said
  if (first === undefined || texts.size < 2) return first && moved(first)
  return refused(moved(first), message('evidence.suites.several', { found: [...texts].slice(0, 5) }))
}

const MAX_LISTED = 5

/** Why a count of drifted columns, as its file calls it, cannot be true: more than that drifted column by column. */
export function undercounted(
  [name, counts]: readonly [name: string, counts: readonly (Decimal | undefined)[]],
  features: readonly Feature[],
): Message | undefined {
  const drifted = [...columnsOf(features.filter((it) => it.drifted === true))]
  const least = decimal(String(drifted.length))
  const wrong = counts.find((count) => count?.lt(least))
  if (wrong === undefined) return undefined
  const columns = drifted.slice(0, MAX_LISTED).map((it) => clip(it, 60))
  const detail = `${name}: ${clip(formatDecimal(wrong), 20)}; ${columns.join(', ')}`
  return message('evidence.value.contradiction', { detail })
}

/** A value, or each value of a map, refused where there is a reason to; one that is refused already keeps its own. */
export function held(node: Node, why: Message | undefined): Node {
  if (why === undefined || node.kind === 'refused') return node
  if (node.kind !== 'map') return refused(node, why)
  return mapOf(
    node.at,
    [...node.entries].map(([name, { value }]) => [name, refused(value, why)] as const),
  )
}
