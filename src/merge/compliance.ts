import type { ControlReport, PackReport } from '../report/compliance-model.js'
import { message } from '../shared/message.js'
import { defined, type Field } from './fields.js'

/** `models[].compliance` of a report. Its titles stand in the report's own language. */
export function packOf(field: Field): PackReport {
  const text = (key: string) => field.at(key).text()
  const title = text('title')
  return defined<PackReport>({
    id: text('pack'),
    title: { en: title, ko: title },
    kind: text('kind'),
    version: text('version'),
    verified: text('verified'),
    from: text('applies_from'),
    source: text('source'),
    supersededBy: field.at('superseded_by').maybe((it) => it.text()),
    controls: field.at('controls').items().map(controlOf),
  })
}

function controlOf(field: Field): ControlReport {
  const text = (key: string) => field.at(key).text()
  return defined<ControlReport>({
    id: text('id'),
    title: text('title'),
    status: text('status'),
    from: text('applies_from'),
    ahead: field.at('ahead').maybe((it) => (it.boolean() ? true : undefined)),
    why: field.at('why').maybe((it) => message('merge.said', { text: it.text() })),
    checks: field
      .at('checks')
      .items()
      .map((it) => it.text()),
    evidence: field
      .at('evidence')
      .items()
      .map((it) => ({ path: it.at('path').text(), sha256: it.at('sha256').text() })),
    attestation: field.at('attestation').maybe((it) => ({
      by: it.at('by').text(),
      link: it.at('link').text(),
      expires: it.at('expires').text(),
    })),
  })
}
