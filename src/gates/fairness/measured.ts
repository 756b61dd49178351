import type { Source } from '../../evidence/evidence.js'
import type { Measurements } from '../../evidence/measure/contract.js'
import { lookUpGroups } from '../../evidence/measure/lookup.js'
import { message } from '../../shared/message.js'
import { fromPredictions } from '../measured.js'
import { onScale } from '../reading.js'
import { comparable, type Group, type Groups } from './groups.js'
import type { Rule } from './options.js'

/** The groups that a rule compares, as predictions give them; undefined where they say nothing of them. */
export function measuredGroups(source: Source<Measurements>, { metric, by, unit }: Rule): Groups | undefined {
  const looked = lookUpGroups(source, metric, [by])
  if (looked === undefined) return undefined
  if ('problem' in looked) {
    const reading = fromPredictions(looked, metric, unit)
    return reading.kind === 'none' ? reading : undefined
  }
  const groups: Group[] = []
  for (const { group, found } of looked) {
    if (found.kind === 'unasked') return undefined
    const reading = onScale(fromPredictions(found, metric, unit), metric, unit)
    if (reading.kind === 'none') {
      return { ...reading, message: message('fairness.group-value', { group: group.name, why: reading.message }) }
    }
    groups.push({ name: group.name, value: reading.value, at: reading.at })
  }
  // In order of name, so that the order of the rows changes nothing.
  return comparable(
    groups.sort((a, b) => (a.name < b.name ? -1 : 1)),
    metric,
    by,
  )
}
