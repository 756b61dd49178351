import { loadPacks } from '../compliance/load.js'
import { mapControls } from '../compliance/map.js'
import { requiredChecks } from '../compliance/required.js'
import type { Policy } from '../policy/policy.js'
import type { PackReport } from '../report/compliance-model.js'
import type { EvidenceFile, GateReport, PolicySource } from '../report/model.js'
import { type Message, message } from '../shared/message.js'
import type { Check } from '../verdict/outcome.js'
import type { Run } from './judge.js'

/** What the frameworks of a policy make of judged gates: their controls, and a check for each required one. */
export interface Assessor {
  readonly assess: (
    gates: readonly GateReport[],
    evidence: readonly EvidenceFile[],
    run: Run,
  ) => { readonly packs: readonly PackReport[]; readonly checks: readonly Check[] }
  readonly notes: readonly Message[]
}

/** Loads the packs that a policy asks for. */
export async function assessorFor({ compliance }: Policy, source: PolicySource): Promise<Assessor> {
  const packs = await loadPacks(compliance.packs.map(({ id }) => id))
  return {
    assess: (gates, evidence, { now, waivable }) => {
      const judged = { gates, evidence, now, fromBase: source.from === 'base', statable: waivable }
      const reports = mapControls(packs, compliance, judged)
      return { packs: reports, checks: requiredChecks(compliance, reports) }
    },
    notes: packs.flatMap(({ id, supersededBy }) =>
      supersededBy === undefined ? [] : [message('compliance.superseded', { pack: id, successor: supersededBy })],
    ),
  }
}
