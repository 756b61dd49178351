import type { Evidence } from '../../evidence/evidence.js'
import { formatDecimal } from '../../shared/decimal.js'
import { pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import type { Check } from '../../verdict/outcome.js'
import { decimalOf } from '../bound.js'
import type { Demand, Gate } from '../contract.js'
import { type NotRead, unavailable } from '../reading.js'
import { gravest } from '../worst.js'
import { counterpart, type Former, judgeCorrelation, judgeOverlap, leftOut, readFormer } from './baseline.js'
import { hasFidelity, judgeFidelity, judgeSamples, judgeShare } from './extent.js'
import { judgeUnwanted, type Unwanted } from './forbidden.js'
import { mistakes } from './mistakes.js'
import { type Options, schema, TOP } from './options.js'
import { type Explanation, explanationsIn } from './sets.js'
import { summary } from './summary.js'
import { terms } from './terms.js'
import { texts } from './texts.js'

const EVIDENCE = 'explainability/evidence'

/** Is the model explained, by which features, and as the baseline is? */
export const gate: Gate<Options> = {
  id: 'explainability',
  needs: ['explanations'],
  alsoNeeds: (options) =>
    options['min-overlap'] === undefined && options['min-rank-correlation'] === undefined
      ? []
      : ['baseline-explanations'],
  schema,
  texts,
  mistakes,
  terms,
  evaluate,
}

/** One demand: its check but for the outcome, and the outcome on one explanation. */
interface Asked extends Pick<Check, 'id' | 'title' | 'policy' | 'expected'> {
  /** Of which explanations it is demanded, where there are any of these; of all by default. */
  readonly of?: (explanation: Explanation) => boolean
  readonly judge: (
    explanation: Explanation,
    all: readonly (Explanation | NotRead)[],
  ) => Pick<Check, 'outcome' | 'message'> & Partial<Check>
}

function evaluate(demand: Demand<Options>, evidence: Evidence): Check[] {
  const asked = [evidenceAsked(demand), ...unwantedAsked(demand), ...boundsAsked(demand, evidence)]
  const source = evidence.explanations
  const gap = unavailable(source, 'explanations')
  const read = gap === undefined ? source.items.flatMap(explanationsIn) : [gap]
  return asked.map(({ judge, of = () => true, ...check }) => {
    const meant = read.filter((one) => 'outcome' in one || of(one))
    const judged = meant.some((one) => !('outcome' in one)) ? meant : read
    const checks = judged.map((one) => ({ ...check, ...('outcome' in one ? unread(one) : judge(one, judged)) }))
    return gravest(checks, check.id === EVIDENCE ? 'explainability.among' : 'explainability.worst')
  })
}

function unread({ outcome, message: said, at }: NotRead) {
  return { outcome, message: said, ...(at && { evidence: at }) }
}

function evidenceAsked({ options, locate }: Demand<Options>): Asked {
  const { top = TOP } = options
  return {
    id: EVIDENCE,
    title: message('explainability.title-evidence'),
    policy: locate(options.required === undefined ? '' : '/required'),
    judge: (explanation) => ({ outcome: 'pass', message: summary(explanation, top), evidence: explanation.at }),
  }
}

function unwantedAsked({ options, locate }: Demand<Options>): Asked[] {
  const { top = TOP, forbid = [], proxies = {}, allow = [] } = options
  const asked = (unwanted: Unwanted, kind: 'forbid' | 'proxies', key: string): Asked => ({
    id: `explainability/${kind}/${unwanted.name}`,
    title: message(`explainability.title-${kind}`, { name: unwanted.name, top }),
    expected: `rank > ${top}`,
    policy: locate(pointerTo(`/${kind}`, key)),
    judge: (explanation) => judgeUnwanted(unwanted, explanation, { top, allow }),
  })
  return [
    ...forbid.map((name, index) => asked({ name }, 'forbid', String(index))),
    ...Object.entries(proxies).map(([name, stands]) => asked({ name, stands }, 'proxies', name)),
  ]
}

/** What each number under the gate demands. */
function boundsAsked({ options, locate }: Demand<Options>, evidence: Evidence): Asked[] {
  const { top = TOP, correlation = 'spearman' } = options
  let read: Former | undefined
  const gone = new WeakMap<object, { readonly why: NotRead | undefined }>()
  const against =
    (judge: (current: Explanation, former: Explanation) => ReturnType<Asked['judge']>): Asked['judge'] =>
    (explanation, all) => {
      // Read where something is compared with it, and then once.
      read ??= readFormer(evidence)
      // Asked once of all, not once of each.
      const known = gone.get(all) ?? { why: leftOut(all, read) }
      gone.set(all, known)
      const former = known.why ?? counterpart(explanation, all.length, read)
      return 'outcome' in former ? unread(former) : judge(explanation, former)
    }
  const judges = {
    'max-share': (limit: number) => (it: Explanation) => judgeShare(limit, it),
    'min-overlap': (limit: number) => against((now, before) => judgeOverlap(limit, top, now, before)),
    'min-rank-correlation': (limit: number) =>
      against((now, before) => judgeCorrelation(limit, correlation, now, before)),
    'min-samples': (limit: number) => (it: Explanation) => judgeSamples(limit, it),
    'min-fidelity': (limit: number) => (it: Explanation) => judgeFidelity(limit, it),
  } as const
  return (Object.keys(judges) as (keyof typeof judges)[]).flatMap((option) => {
    const limit = options[option]
    if (limit === undefined) return []
    return [
      {
        id: `explainability/${option}`,
        title: message(`explainability.title-${option}`, { top }),
        expected: `${option.startsWith('max') ? '<=' : '>='} ${formatDecimal(decimalOf(limit))}`,
        policy: locate(`/${option}`),
        of: option === 'min-fidelity' ? hasFidelity : (it: Explanation) => !it.isLocal,
        judge: judges[option](limit),
      },
    ]
  })
}
