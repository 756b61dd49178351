import type { PackReport } from '../report/compliance-model.js'
import { message } from '../shared/message.js'
import type { Check, Outcome } from '../verdict/outcome.js'
import type { Compliance, Status } from './contract.js'

/** What a status makes of a check that requires the control. */
const OUTCOMES: Readonly<Record<Status, Outcome>> = {
  evidenced: 'pass',
  attested: 'pass',
  'partially-evidenced': 'fail',
  'not-evidenced': 'missing',
  'not-applicable': 'not-applicable',
  'out-of-scope': 'missing',
}

/** A check for each control that the policy requires, `compliance/<pack>/<control>`. */
export function requiredChecks({ packs }: Compliance, reports: readonly PackReport[]): Check[] {
  return packs.flatMap(({ id: pack, required }) => {
    const report = reports.find(({ id }) => id === pack)
    return required.map(({ control: id, at }): Check => {
      const control = report?.controls.find((one) => one.id === id)
      const params = { pack, control: id }
      const about = { id: `compliance/${pack}/${id}`, title: message('compliance.title', params), policy: at }
      // Every id was known when the policy was read.
      if (control === undefined)
        return { ...about, outcome: 'error', message: message('compliance.not-loaded', params) }
      const status = control.status as Status
      const said = message('compliance.status', { ...params, status: message(`compliance.is.${status}`) })
      const why = control.why === undefined ? said : message('compliance.status-why', { said, why: control.why })
      return { ...about, outcome: OUTCOMES[status], message: why }
    })
  })
}
