/** A way of comparing a feature's current values with its reference values, as a policy names it. */
export interface Method {
  /** Which of its values mean drift: small p-values, or large distances. */
  readonly drifts: 'small' | 'large'
  /** The method's names in the tree of a drift report. */
  readonly names: readonly string[]
  /** The largest value that it can have; absent where there is none. */
  readonly largest?: '1'
  /** It is computed from two tables too. */
  readonly computed: boolean
  /** It is computed from two tables alone; no report has it. */
  readonly onlyComputed?: true
}

const pValue = (name: string, computed = false): Method => ({
  drifts: 'small',
  names: [`${name}_p_value`, `${name}_p`],
  largest: '1',
  computed,
})
const distance = (names: readonly string[], computed: boolean, largest?: '1'): Method => ({
  drifts: 'large',
  names,
  computed,
  ...(largest && { largest }),
})

/**
 * The methods by name. A p-value and a distance go opposite ways, so each has a name of its own: `ks` is Kolmogorov and
 * Smirnov's statistic, `ks_p` its p-value.
 */
export const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['psi', distance(['psi'], true)],
  ['ks', distance(['ks'], true, '1')],
  ['ks_p', pValue('ks', true)],
  ['chi2', distance(['chi2'], true)],
  ['chi2_p', pValue('chi2', true)],
  ['z_p', pValue('z')],
  ['js', distance(['js'], true, '1')],
  ['wasserstein', distance(['wasserstein'], true)],
  ['missing_rise', { drifts: 'large', names: [], largest: '1', computed: true, onlyComputed: true }],
  ['kl', distance(['kl', 'kl_div'], false)],
  ['hellinger', distance(['hellinger'], false, '1')],
  ['l_infinity', distance(['l_infinity'], false, '1')],
])

export const METHOD_NAMES: readonly string[] = [...METHODS.keys()]

/** What a policy calls the method that a report calls so; a method that no policy can name keeps the report's name. */
export function methodNamed(reported: string): string {
  return [...METHODS].find(([, { names }]) => names.includes(reported))?.[0] ?? reported
}
