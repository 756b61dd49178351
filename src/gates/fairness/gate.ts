import type { Evidence } from '../../evidence/evidence.js'
import { isFraction } from '../../evidence/metrics.js'
import { type Location, pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { type Problem, problem } from '../../shared/problem.js'
import { type Bound, boundsOf, showBound } from '../bound.js'
import { type Bounds, someBounds, withoutValue } from '../compare.js'
import type { Demand, Gate } from '../contract.js'
import { unstatedNotes } from '../metric.js'
import { wrongConfidence, wrongScale } from '../mistakes.js'
import type { NotRead } from '../reading.js'
import { alikeNotes } from './alike.js'
import { ratesOf } from './definitions.js'
import { formerGroups, vanished } from './former.js'
import { type Group, readRates, type Sole, soleOf, statedGroups } from './groups.js'
import { ledgerOf } from './ledger.js'
import { type Judged, judgeMeasure, MEASURES, type Measure } from './measure.js'
import { type Options, type Rule, rulesOf, schema } from './options.js'
import { terms } from './terms.js'
import { texts } from './texts.js'

/** Is the model as good for every group? Fairlearn's `MetricFrame.difference()`, `.ratio()` and `.group_min()`. */
export const gate: Gate<Options> = {
  id: 'fairness',
  needs: ['baseline', 'groups', 'predictions'],
  measures: ({ options }) => ({
    metrics: [],
    groups: rulesOf(options).map(({ rule }) => ({ attributes: rule.attributes, metrics: ratesOf(rule.metric) })),
  }),
  schema,
  texts,
  mistakes,
  terms,
  notes: (demand, evidence) => [
    ...unstatedNotes(evidence.groups, evidence.measured, () => statesAny(demand.options, evidence)),
    ...alikeNotes(demand, evidence),
  ],
  evaluate: (demand, evidence) => {
    const rules = rulesOf(demand.options)
    const sole = soleOf(rules)
    return rules.flatMap(({ rule, pointer }) => {
      const read = ratesWithFormer(evidence, rule, sole)
      return demandsOf(rule).map(({ measure, bounds }) => {
        const at = pointerTo(pointer, measure)
        const asked = {
          id: `fairness/${rule.metric}/${rule.by}/${measure}`,
          title: message(`fairness.title-${measure}`, { metric: rule.metric, by: rule.by }),
          bounds,
          place: ({ option }: Bound) => demand.locate(option ? pointerTo(at, option) : at),
        }
        return read.kind === 'none' ? withoutValue(asked, read) : judgeMeasure(asked, rule, measure, read)
      })
    })
  },
}

/** Whether the groups files state the groups of any rule. */
function statesAny(options: Options, { groups }: Evidence): boolean {
  const rules = rulesOf(options)
  const sole = soleOf(rules)
  return rules.some(({ rule }) =>
    ratesOf(rule.metric).some((rate) => {
      const read = statedGroups(groups, rule, rate, sole)
      return !('kind' in read) || read.outcome !== 'missing'
    }),
  )
}

/** The rates of a rule, and what the baseline says of their groups; none of them may be gone. */
function ratesWithFormer(evidence: Evidence, rule: Rule, sole: Sole): (Judged & { readonly kind: 'rates' }) | NotRead {
  const read = readRates(evidence, rule, sole)
  if (read.kind === 'none') return read
  const former = new Map<string, readonly Group[]>()
  for (const { metric } of read.rates) {
    const groups = formerGroups(evidence.baseline, rule, metric)
    if ('kind' in groups) return groups
    former.set(metric, groups)
  }
  return (
    vanished(read.rates, [...former.values()].flat(), rule) ?? {
      ...read,
      former,
      ledger: ledgerOf(read.rates, rule, former),
    }
  )
}

function demandsOf(rule: Rule): { measure: Measure; bounds: Bounds }[] {
  return MEASURES.flatMap((measure) => {
    const options = rule[measure]
    const bounds = options === undefined ? undefined : someBounds(boundsOf(options))
    return bounds === undefined ? [] : [{ measure, bounds }]
  })
}

/** Two rules for one comparison, a rule without a bound, and bounds that cannot be meant. */
function mistakes({ options, locate }: Demand<Options>): Problem[] {
  const seen = new Set<string>()
  return rulesOf(options).flatMap(({ rule, pointer }) => {
    const key = JSON.stringify([rule.metric, rule.by])
    const demands = demandsOf(rule)
    const twice = rule.attributes.find((name, index) => rule.attributes.indexOf(name) !== index)
    const problems = [
      ...(twice === undefined
        ? []
        : [problem('fairness.attribute-twice', { name: twice }, locate(pointerTo(pointer, 'by')))]),
      ...(seen.has(key) ? [problem('fairness.twice', { metric: rule.metric, by: rule.by }, locate(pointer))] : []),
      ...(demands.length === 0 ? [problem('fairness.no-bound', { allowed: MEASURES }, locate(pointer))] : []),
      ...wrongConfidence(rule.confidence, locate(pointerTo(pointer, 'confidence'))),
      ...demands.flatMap(({ measure, bounds }) =>
        bounds.flatMap((bound) => mistakesOf(rule, measure, bound, locate(pointerTo(pointer, measure)))),
      ),
    ]
    seen.add(key)
    return problems
  })
}

function mistakesOf(rule: Rule, measure: Measure, bound: Bound, at: Location): Problem[] {
  const { relation } = bound
  if (measure === 'worst' && ratesOf(rule.metric).length > 1) {
    return [problem('fairness.worst-of-several', { metric: rule.metric, rates: ratesOf(rule.metric) }, at)]
  }
  // A gap is bounded from above and a ratio from below; a comparison string can say the opposite.
  const wrongWay = measure === 'gap' ? relation.startsWith('>') : measure === 'ratio' && relation.startsWith('<')
  if (wrongWay) return [problem(`fairness.wrong-way-${measure}`, { found: showBound(bound) }, at)]
  // A ratio has no unit: it is a fraction whatever the values are stated in.
  if (measure === 'ratio') return wrongScale(`${rule.metric} ratio`, undefined, bound, at)
  return ratesOf(rule.metric).every(isFraction) ? wrongScale(rule.metric, rule.unit, bound, at) : []
}
