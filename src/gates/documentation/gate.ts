import type { Evidence } from '../../evidence/evidence.js'
import { type Location, shown } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { type Problem, problem } from '../../shared/problem.js'
import type { Check } from '../../verdict/outcome.js'
import type { Demand, Gate } from '../contract.js'
import { type NotRead, unavailable } from '../reading.js'
import { measuredChecks } from './compare-quotes.js'
import { type Names, namesOf } from './fields.js'
import { type Stated, statedIn } from './filling.js'
import { type Index, indexCard, matching, nearestLabels, type Place } from './find.js'
import { normalise } from './labels.js'
import { metricNames } from './metric-names.js'
import { type Options, type Required, requirementsOf, schema } from './options.js'
import { terms } from './terms.js'
import { texts } from './texts.js'

/** Does the model card state each required thing, and not only promise to? */
export const gate: Gate<Options> = {
  id: 'documentation',
  needs: ['model-card'],
  schema,
  texts,
  mistakes,
  alsoNeeds: ({ measured }) => (measured ? ['metrics', 'predictions'] : []),
  measures: ({ options: { measured } }) => ({ metrics: measured ? metricNames() : [], groups: [] }),
  terms,
  evaluate: (demand, evidence) => {
    const indexes = evidence['model-card'].items.map(indexCard)
    const fields = once(requirementsOf(demand.options)).map((required): Check => {
      const { field, pointer } = required
      const found = judge(required, indexes, evidence)
      const title = message('documentation.title', { field })
      return { id: `documentation/${field}`, title, mend: 'evidence', policy: demand.locate(pointer), ...found }
    })
    return [...fields, ...measuredChecks(demand, evidence)]
  },
}

type Judgement = Pick<Check, 'outcome' | 'message' | 'evidence'>

/** The first requirement of each field: a check id is unique. */
function once(requirements: readonly Required[]): Required[] {
  return requirements.filter(({ field }, index) => requirements.findIndex((other) => other.field === field) === index)
}

function judge({ field, names: added }: Required, indexes: readonly Index[], evidence: Evidence): Judgement {
  const cards = evidence['model-card']
  const gap = unavailable(cards, 'model-card')
  if (gap !== undefined) return withoutCard(field, gap)
  const names = namesOf(field, added)
  const places = indexes.flatMap((index) => matching(index, names))
  const fillings = places.map((place) => ({ place, filling: statedIn(place.section, names) }))
  const stated = fillings.find(({ filling }) => filling.filled)
  if (stated !== undefined) return statedAt(field, stated.place)
  const [first] = fillings
  if (first !== undefined) return notFilled(field, first.place, first.filling)
  const [lost] = cards.absent
  if (lost !== undefined)
    return { outcome: 'missing', message: message('documentation.no-file', { field, why: lost.message }) }
  return absent(field, names, indexes)
}

function withoutCard(field: string, { outcome, message: why, at }: NotRead): Judgement {
  const id = outcome === 'error' ? 'documentation.unreadable' : 'documentation.no-card'
  const judgement = { outcome, message: message(id, { field, why }) }
  // A missing file has no line to mend; the policy's line stands for it.
  return at === undefined || outcome === 'missing' ? judgement : { ...judgement, evidence: at }
}

function locationOf({ path, section: { at, pointer } }: Place): Location {
  return { path, ...at, ...(pointer !== undefined && { pointer }) }
}

function statedAt(field: string, place: Place): Judgement {
  const at = locationOf(place)
  const params = { field, label: place.section.label, place: shown(at) }
  return { outcome: 'pass', message: message('documentation.pass', params), evidence: at }
}

function notFilled(field: string, place: Place, filling: Stated): Judgement {
  const at = locationOf(place)
  const params = { field, label: place.section.label, place: shown(at) }
  const left = filling.filled || filling.why === 'empty' ? undefined : filling
  return {
    outcome: 'missing',
    message:
      left === undefined
        ? message('documentation.empty', params)
        : message(`documentation.${left.why}`, { ...params, shown: left.shown }),
    evidence: at,
  }
}

function absent(field: string, names: Names, indexes: readonly Index[]): Judgement {
  const nearest = nearestLabels(indexes, names)
  const params = { field, paths: indexes.map(({ path }) => path), names: names.shown }
  const [first] = indexes
  return {
    outcome: 'missing',
    message:
      nearest.length > 0
        ? message('documentation.absent-near', { ...params, nearest })
        : message('documentation.absent', params),
    ...(first !== undefined && { evidence: { path: first.path, line: 1 } }),
  }
}

/** A field that is required twice, and a name that nothing can bear. */
function mistakes(demand: Demand<Options>): Problem[] {
  const requirements = requirementsOf(demand.options)
  if (demand.options.measured === false)
    return [problem('documentation.measured-false', {}, demand.locate('/measured'))]
  return requirements.flatMap(({ field, names, pointer }, index) => {
    const twice = requirements.findIndex((other) => other.field === field) < index
    const repeated = twice ? [problem('documentation.twice', { field }, demand.locate(pointer))] : []
    const unusable = names.flatMap((name, at) =>
      normalise(name) === ''
        ? [
            problem(
              'documentation.no-name',
              { field, name: name.slice(0, 60) },
              demand.locate(`${pointer}/names/${at}`),
            ),
          ]
        : [],
    )
    return [...repeated, ...unusable]
  })
}
