import { formatDecimal } from '../../shared/decimal.js'
import { pointerTo } from '../../shared/location.js'
import { type Problem, problem } from '../../shared/problem.js'
import { decimalOf } from '../bound.js'
import type { Demand } from '../contract.js'
import { wordsOf } from './names.js'
import type { Options } from './options.js'

const FRACTIONS = ['max-share', 'min-overlap', 'min-rank-correlation', 'min-fidelity'] as const
const COUNTS = ['top', 'min-samples'] as const

/** Per cent for a fraction, limits that nothing could break, counts that are no whole numbers, and names that name nothing. */
export function mistakes({ options, locate }: Demand<Options>): Problem[] {
  return [
    ...(options.required === false ? [problem('explainability.required', {}, locate('/required'))] : []),
    ...FRACTIONS.flatMap((option) =>
      ofFraction(option, options[option]).map((it) => ({ ...it, at: locate(`/${option}`) })),
    ),
    ...COUNTS.flatMap((option) => {
      const value = options[option]
      const found = value === undefined ? undefined : decimalOf(value)
      if (found === undefined || found.round(0).eq(found)) return []
      return [problem('explainability.whole', { option, found: formatDecimal(found) }, locate(`/${option}`))]
    }),
    ...ofNames(options, locate),
    ...(options.correlation !== undefined && options['min-rank-correlation'] === undefined
      ? [problem('explainability.no-limit', {}, locate('/correlation'))]
      : []),
    ...(options.allow !== undefined && options.forbid === undefined && options.proxies === undefined
      ? [problem('explainability.allows-nothing', {}, locate('/allow'))]
      : []),
  ]
}

function ofFraction(option: (typeof FRACTIONS)[number], value: number | undefined): Problem[] {
  if (value === undefined) return []
  const params = { option, found: formatDecimal(decimalOf(value)) }
  if (value > 1 && value <= 100) {
    const fraction = formatDecimal(decimalOf(value).times('0.01'))
    return [problem('explainability.percent', { ...params, fraction })]
  }
  const lowest = option === 'min-rank-correlation' ? -1 : 0
  const never = option === 'max-share' ? value === 1 : value === lowest
  if (never) return [problem('explainability.never', params)]
  const possible = option === 'max-share' ? value > 0 && value < 1 : value > lowest && value <= 1
  return possible ? [] : [problem('explainability.range', { ...params, low: String(lowest), high: '1' })]
}

/** Names without a letter or digit, and names that are the same but for how their words are parted. */
function ofNames({ forbid = [], proxies = {} }: Options, locate: Demand<Options>['locate']): Problem[] {
  const named = [
    ...forbid.map((name, index) => ({ name, list: 'forbid', at: locate(pointerTo('/forbid', index)) })),
    ...Object.keys(proxies).map((name) => ({ name, list: 'proxies', at: locate(pointerTo('/proxies', name)) })),
  ]
  const seen = new Set<string>()
  return named.flatMap(({ name, list, at }) => {
    const words = wordsOf(name).join('')
    if (words === '') return [problem('explainability.no-name', { name }, at)]
    const key = JSON.stringify([list, words])
    if (seen.has(key)) return [problem('explainability.twice', { name, list }, at)]
    seen.add(key)
    return []
  })
}
