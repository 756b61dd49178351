import { type Decimal, decimal, decimalsOf, formatDecimal } from '../../shared/decimal.js'
import { type Message, message } from '../../shared/message.js'
import { decimalOf } from '../bound.js'
import { json, type MakeSpecimens, type Specimens, stepOf } from '../specimens.js'
import { isOf, wordsOf } from './names.js'
import { type Options, TOP } from './options.js'

const FILE = 'explainability.json'
const ONE = decimal('1')
/** Most features of a made-up model; a smaller share or a larger top is not tried. */
const MAX_FEATURES = 5000
/** The importance of what is not among the top; all others are above it. */
const LEAST = '1'

type Values = ReadonlyMap<string, string>

/** A model that looks at many features about alike, but not at the forbidden ones; and what one demand after the other forbids. */
export const specimens: MakeSpecimens<Options> = ({ options }) => {
  const { top = TOP, forbid = [], proxies = {}, 'max-share': share, 'min-samples': samples = 1 } = options
  const count = Math.max(top, 3, Math.ceil(2 / (share ?? 1)))
  const unwanted = [
    ...forbid.map((name) => ['forbid', name] as const),
    ...Object.keys(proxies).map((name) => ['proxies', name] as const),
  ]
  if (count > MAX_FEATURES) return { good: {}, bad: [], impossible: [], metrics: [] }
  const names = neutral(
    count,
    unwanted.map(([, name]) => wordsOf(name)),
  )
  const good = new Map([
    ...names.map((name, index): [string, string] => [name, String(10 * count - index)]),
    ...unwanted.map(([, name]): [string, string] => [name, LEAST]),
  ])
  const stated = (values: Values, former: Values = values, fidelity: Decimal = ONE, rows = samples) => ({
    explanations: { [FILE]: fileOf(values, rows, fidelity) },
    'baseline-explanations': { [FILE]: fileOf(former, rows, fidelity) },
  })
  const last = good.get(names[top - 1] ?? '') ?? LEAST
  const without = { id: 'explainability/evidence', change: message('specimen.without', { kind: 'explanations' }) }
  const bad = [
    { ...without, files: () => ({}), lacking: 'explanations' as const },
    ...fewer(options).map(([rows, bound]) =>
      made('min-samples', message('specimen.value', { value: String(rows), bound }), () =>
        stated(good, good, ONE, rows),
      ),
    ),
    ...unwanted.map(([kind, name]) => {
      const change = message('explainability.specimen-among', { name, top })
      return made(`${kind}/${name}`, change, () => stated(new Map([...good, [name, last]])))
    }),
    ...dominated(options, names, good).map((values) =>
      made('max-share', message('explainability.specimen-share'), () => stated(values)),
    ),
    ...overlapping(options, names, good).map(([former, shared]) => {
      const change = message('explainability.specimen-overlap', { shared, top })
      return made('min-overlap', change, () => stated(good, former))
    }),
    ...(options['min-rank-correlation'] === undefined
      ? []
      : [
          made('min-rank-correlation', message('explainability.specimen-reversed'), () => stated(good, reversed(good))),
        ]),
    ...unfit(options).map(([value, bound]) =>
      made('min-fidelity', message('specimen.value', { value: formatDecimal(value), bound }), () =>
        stated(good, good, value),
      ),
    ),
  ]
  return { good: stated(good), bad, impossible: [], metrics: [] }
}

function made(what: string, change: Message, files: () => Specimens['good']): Specimens['bad'][number] {
  return { id: `explainability/${what}`, change, files }
}

/** Names that none of the forbidden ones is met by. */
function neutral(count: number, forbidden: readonly (readonly string[])[]): string[] {
  return Array.from({ length: count }, (_, index) => {
    const names = ['specimen', 'sample', 'made', 'other'].map((word) => `${word}_no_${index}`)
    return names.find((name) => !forbidden.some((words) => isOf(wordsOf(name), words))) ?? `specimen_no_${index}`
  })
}

/** The first feature has a step more than its share: v ÷ (v + rest) > s. */
function dominated({ 'max-share': limit }: Options, [first = '']: readonly string[], good: Values): Values[] {
  if (limit === undefined) return []
  const share = decimalOf(limit)
  const rest = [...good].reduce((sum, [name, value]) => (name === first ? sum : sum.plus(value)), decimal('0'))
  const digits = decimalsOf(share) + 2
  const value = rest
    .times(share)
    .div(ONE.minus(share))
    .round(digits, 3)
    .plus(decimal(`1e-${digits}`))
  return [new Map([...good, [first, formatDecimal(value)]])]
}

/** A baseline that has one feature too few in common. */
function overlapping(
  { 'min-overlap': limit, top = TOP }: Options,
  names: readonly string[],
  good: Values,
): [Values, number][] {
  if (limit === undefined) return []
  const shared = Math.ceil(limit * top - 1e-9) - 1
  if (shared < 0) return []
  const gone = new Set(names.slice(shared, top))
  return [[new Map([...good].map(([name, value]) => [gone.has(name) ? `former_${name}` : name, value])), shared]]
}

function reversed(good: Values): Values {
  const values = [...good.values()].toReversed()
  return new Map([...good.keys()].map((name, index) => [name, values[index] ?? LEAST]))
}

/** A row less than is demanded. */
function fewer({ 'min-samples': least }: Options): [number, string][] {
  return least === undefined ? [] : [[Math.ceil(least) - 1, `>= ${formatDecimal(decimalOf(least))}`]]
}

function unfit({ 'min-fidelity': limit }: Options): [Decimal, string][] {
  if (limit === undefined) return []
  const bound = decimalOf(limit)
  return [[bound.minus(stepOf(bound)), `>= ${formatDecimal(bound)}`]]
}

function fileOf(values: Values, samples: number, fidelity: Decimal): string {
  return json([
    ['feature_importance', json([...values])],
    ['samples', String(samples)],
    ['fidelity', formatDecimal(fidelity)],
  ])
}
