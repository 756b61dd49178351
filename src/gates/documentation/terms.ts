import { type Message, message } from '../../shared/message.js'
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
  const of = message('terms.gate', { gate: 'documentation' })
  return [...fields, ...measuredTerms(options, of), ...otherTerms(options, ['require', 'profile', 'measured'], of, '')]
}

/** That quoted numbers are compared, and by how much they may be off. */
function measuredTerms({ measured = false }: Options, of: Message): Term[] {
  if (measured === false) return []
  const tolerance = measured === true ? 0 : (measured.tolerance ?? 0)
  const what = (option: string) => message('terms.option', { of, option })
  const inner = measured === true || measured.tolerance === undefined ? '/measured' : '/measured/tolerance'
  return [
    { key: canonical(['measured', '']), what: what('measured'), pointer: '/measured', value: fact('true', 'stricter') },
    {
      key: canonical(['measured', 'tolerance']),
      what: what('tolerance'),
      pointer: inner,
      value: valueByName('tolerance', tolerance),
    },
  ]
}
