import { pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { canonical, fact, type Term, type TermValue, valueByName } from '../terms.js'
import { type Options, TOP } from './options.js'

/** What is demanded, one by one: each forbidden feature and proxy, each number, and what is allowed beside them. */
export function terms(options: Options): Term[] {
  const { top = TOP, forbid = [], proxies = {}, allow = [] } = options
  const whole = message('explainability.title-evidence')
  const option = (name: string) => message('terms.option', { of: whole, option: name })
  const plain = Object.entries(options).filter(([name]) => !['top', 'forbid', 'proxies', 'allow'].includes(name))
  const pointer = options.top === undefined ? '' : '/top'
  // More features looked at is stricter for what is forbidden; an overlap of other tops is not to be compared.
  const wider: TermValue = { ...valueByName('count', top), shown: String(top) }
  return [
    { key: canonical(['top']), what: option('top'), pointer, value: wider },
    ...forbid.map(
      (name, index): Term => ({
        key: canonical(['forbid', name]),
        what: message('explainability.title-forbid', { name, top }),
        pointer: pointerTo('/forbid', index),
        value: fact(name, 'stricter'),
      }),
    ),
    ...Object.entries(proxies).map(
      ([name, stands]): Term => ({
        key: canonical(['proxies', name]),
        what: message('explainability.title-proxies', { name, top }),
        pointer: pointerTo('/proxies', name),
        value: fact(stands, 'stricter'),
      }),
    ),
    ...allow.map(
      (name, index): Term => ({
        key: canonical(['allow', name]),
        what: option('allow'),
        pointer: pointerTo('/allow', index),
        value: fact(name, 'weaker'),
      }),
    ),
    ...plain.map(
      ([name, data]): Term => ({
        key: canonical([name]),
        what: option(name),
        pointer: pointerTo('', name),
        value: limitValue(name, data, top),
      }),
    ),
  ]
}

function limitValue(name: string, data: unknown, top: number): TermValue {
  if (name === 'required') return fact(data, 'stricter')
  const value = valueByName(name, data)
  return name === 'min-overlap' && value.kind === 'amount' ? { ...value, unit: `of ${top}` } : value
}
