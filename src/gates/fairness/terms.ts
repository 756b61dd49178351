import { pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { boundsOf } from '../bound.js'
import { boundsValue, canonical, fact, otherTerms, type Term, unitTerm } from '../terms.js'
import { MEASURES } from './measure.js'
import { type Options, type Rule, rulesOf } from './options.js'

/** What is demanded by each rule: a demand for each of its measures, and its unit. */
export function terms(options: Options): Term[] {
  return rulesOf(options).flatMap(({ rule, pointer }) => ofRule(rule, pointer))
}

function ofRule(rule: Rule, pointer: string): Term[] {
  const { metric, by } = rule
  const unit = rule.unit ?? 'fraction'
  const title = (measure: string) => message(`fairness.title-${measure}`, { metric, by })
  const measured = MEASURES.flatMap((measure): Term[] => {
    const demanded = rule[measure]
    if (demanded === undefined) return []
    const bounds = boundsOf(demanded)
    // A ratio has no unit.
    const value = boundsValue(bounds, measure === 'ratio' ? '' : unit, demanded)
    const at = pointerTo(pointer, measure)
    const option = bounds[0]?.option ?? ''
    return [
      {
        key: canonical([metric, by, measure]),
        what: title(measure),
        pointer: option === '' ? at : pointerTo(at, option),
        value,
      },
    ]
  })
  const rest = otherTerms(
    rule,
    ['metric', 'by', 'attributes', ...MEASURES, 'groups', 'unit'],
    message('fairness.rule', { metric, by }),
    pointer,
  )
  // A group that no longer has to be there is a weaker demand, whatever the order of the names.
  const named = (rule.groups ?? []).map((group, index) => ({
    key: canonical([metric, by, 'groups', group]),
    what: message('fairness.named-group', { metric, by, group }),
    pointer: pointerTo(pointerTo(pointer, 'groups'), index),
    value: fact(group, 'stricter'),
  }))
  const stated = unitTerm(rule.unit, [metric, by], message('fairness.rule', { metric, by }), pointer)
  return [...measured, ...rest, ...named, ...stated]
}
