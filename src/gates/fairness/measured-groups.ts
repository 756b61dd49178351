import type { Source } from '../../evidence/evidence.js'
import type { Measurements } from '../../evidence/measure/contract.js'
import { lookUpGroups } from '../../evidence/measure/lookup.js'
import { compareText } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { fromPredictions } from '../metric.js'
import type { NotRead, Reading } from '../reading.js'
import type { Group } from './groups.js'
import type { Rule } from './options.js'

/** The groups of a rate as predictions give them, in order of name; undefined where they say nothing of them. */
export function measuredGroups(
  source: Source<Measurements>,
  { attributes, unit }: Rule,
  rate: string,
): Group[] | NotRead | undefined {
  const looked = lookUpGroups(source, rate, attributes)
  if (looked === undefined) return undefined
  if ('problem' in looked) {
    const reading = fromPredictions(looked, rate, unit)
    return reading.kind === 'none' ? reading : undefined
  }
  const groups: Group[] = []
  for (const { group, found } of looked) {
    if (found.kind === 'unasked') return undefined
    const reading: Reading = fromPredictions(found, rate, unit)
    if (reading.kind === 'none') return withoutGroupValue(group.name, reading)
    groups.push({ ...reading, name: group.name })
  }
  return groups.sort((a, b) => compareText(a.name, b.name))
}

/** Why a group has no value: it is not left out, and nothing is compared without it. */
export function withoutGroupValue(group: string, reading: NotRead): NotRead {
  return { ...reading, message: message('fairness.group-value', { group, why: reading.message }) }
}
