import { message } from '../../shared/message.js'
import { canonical, otherTerms, type Term } from '../terms.js'
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
  return [
    ...fields,
    ...otherTerms(options, ['require', 'profile'], message('terms.gate', { gate: 'documentation' }), ''),
  ]
}
