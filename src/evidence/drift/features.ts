import { clip } from '../../shared/clip.js'
import { type Decimal, decimal, formatDecimal } from '../../shared/decimal.js'
import { mapOf, quotientNode, textNode } from '../formats/build.js'
import type { At, Node } from '../tree.js'

/** What a report says of one column. Absent parts are those that it does not say. */
export interface Feature {
  readonly name: string
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
  ['ks_p_value', /k-?s p[_ ]?value|kolmogorov.*p[_ ]?value|^ks$/],
  ['z_p_value', /z-?test p[_ ]?value|^z$/],
  ['chi2_p_value', /chi-?square p[_ ]?value|^chisquare$/],
  ['wasserstein', /wasserstein/],
  ['js', /jensen/],
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
  const plain = name.slice(0, 200).toLowerCase()
  const known = METHODS.find(([, words]) => words.test(plain))?.[0]
  return known ?? clip(plain.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_|_$/g, ''), 60)
}

/** Whether a small value of the method means drift: p-values and distances go opposite ways. */
export function isPValue(method: string): boolean {
  return method.endsWith('p_value')
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

/** How many of the features drifted, of those that say so: `count`, `drifted`, `share`. */
export function totals(features: readonly Feature[], at: At): [string, Node | undefined][] {
  const known = features.filter(({ drifted }) => drifted !== undefined)
  if (known.length === 0) return []
  const [count, drifted] = [known.length, known.filter((it) => it.drifted).length].map((it) => decimal(String(it)))
  return count === undefined || drifted === undefined ? [] : countNodes(count, drifted, at)
}

/** `count`, `drifted` and `share` from two numbers. */
export function countNodes(count: Decimal, drifted: Decimal, at: At): [string, Node | undefined][] {
  return [
    ['count', { kind: 'number', at, text: formatDecimal(count) }],
    ['drifted', { kind: 'number', at, text: formatDecimal(drifted) }],
    ['share', quotientNode(drifted, count, at)],
  ]
}
