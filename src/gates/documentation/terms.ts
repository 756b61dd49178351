import { message } from '../../shared/message.js'
import { canonical, fact, otherTerms, type Term, valueByName } from '../terms.js'
import { type Options, requirementsOf } from './options.js'

/** What the card must state: a demand for each field. A further name for it is one more way to meet the demand. */
export function terms(options: Options): Term[] {
  const fields = requirementsOf(options).map(({ field, names, pointer }): Term => {
    const title = message('documentation.title', { field })
    const shown = names.length === 0 ? field : `${field} (${names.join(', ')})`
    return {
      key: canonical([field]),
      what: title,
      pointer,
      value: { kind: 'ways', ways: names, written: canonical([...names].sort()), shown },
    }
  })
  return [...fields, ...measuredTerms(options), ...otherTerms(options, ['require', 'profile', 'measured'], GATE, '')]
}

const GATE = message('terms.gate', { gate: 'documentation' })

/** That quoted numbers are compared is a demand, and so is how far apart they may be: not at all where nothing is said. */
function measuredTerms({ measured = false }: Options): Term[] {
  if (measured === false) return []
  const what = message('terms.option', { of: GATE, option: 'measured' })
  const stated = typeof measured === 'object' ? measured.tolerance : undefined
  const pointer = stated === undefined ? '/measured' : '/measured/tolerance'
  const option = message('terms.option', { of: what, option: 'tolerance' })
  return [
    { key: canonical(['measured', 'there']), what, pointer: '/measured', value: fact('measured', 'stricter') },
    { key: canonical(['measured', 'tolerance']), what: option, pointer, value: valueByName('tolerance', stated ?? 0) },
  ]
}
