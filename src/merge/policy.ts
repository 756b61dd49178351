import type { PolicyLayer, PolicySource } from '../report/model.js'
import { type Change, DIRECTIONS } from '../shared/change.js'
import type { Location } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import { defined, type Field } from './fields.js'

/** A sentence as another run worded it; it is shown as data is. */
export function said(field: Field): Message {
  return message('merge.said', { text: field.text() })
}

const SOURCES = ['inline', 'head', 'base'] as const
const STATES = ['base', 'bootstrap', 'base-invalid', 'unread', 'head'] as const

/** What a report says of the policy that was in force; what that demanded is kept by nobody. */
export function policyOf(field: Field): PolicySource {
  return defined<PolicySource>({
    source: field.at('source').text(),
    from: field.at('from').oneOf(SOURCES),
    state: field.at('state').maybe((it) => it.oneOf(STATES)),
    commit: field.at('commit').maybe((it) => it.text()),
    sha256: field.at('sha256').text(),
    layers: field.at('layers').maybe((it) => it.items().map(layerOf)),
    resolved: null,
    changes: field.at('changes').maybe((it) => it.items().map(changeOf)),
  })
}

function layerOf(field: Field): PolicyLayer {
  return defined<PolicyLayer>({
    source: field.at('source').text(),
    ref: field.at('ref').maybe((it) => it.text()),
    commit: field.at('commit').maybe((it) => it.text()),
    sha256: field.at('sha256').text(),
  })
}

function changeOf(field: Field): Change {
  return defined<Change>({
    what: said(field.at('what')),
    base: field.at('base').maybe((it) => it.text()),
    head: field.at('head').maybe((it) => it.text()),
    direction: field.at('direction').oneOf(DIRECTIONS),
    at: field.at('place').maybe(locationOf),
  })
}

/** A place in a file. */
export function locationOf(field: Field): Location {
  const whole = (key: string) => field.at(key).maybe((it) => it.whole())
  const text = (key: string) => field.at(key).maybe((it) => it.text())
  return defined<Location>({
    path: field.at('path').text(),
    line: whole('line'),
    column: whole('column'),
    pointer: text('pointer'),
    commit: text('commit'),
    repository: text('repository'),
  })
}
