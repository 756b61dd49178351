import type { Pack } from '../compliance/contract.js'
import { loadPacks } from '../compliance/load.js'
import { mapControls } from '../compliance/map.js'
import { requiredChecks } from '../compliance/required.js'
import type { Policy } from '../policy/policy.js'
import type { PackReport } from '../report/compliance-model.js'
import type { GateReport, PolicySource } from '../report/model.js'
import type { EvidenceFile } from '../shared/evidence-file.js'
import { type Message, message } from '../shared/message.js'
import { DAY, parseDay } from '../shared/time.js'
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
export async function assessorFor(
  { compliance }: Policy,
  { from }: Pick<PolicySource, 'from'>,
  now: number,
): Promise<Assessor> {
  const packs = await loadPacks(compliance.packs.map(({ id }) => id))
  return {
    assess: (gates, evidence, { now, waivable }) => {
      const judged = { gates, evidence, now, fromBase: from === 'base', statable: waivable }
      const reports = mapControls(packs, compliance, judged)
      return { packs: reports, checks: requiredChecks(compliance, reports) }
    },
    notes: packs.flatMap((pack) => notesOn(pack, now)),
  }
}

/** Laws change: a pack that nobody held against its sources for so long may tell an old one. */
const STALE = 365 * DAY

function notesOn({ id: pack, verified, supersededBy }: Pack, now: number): Message[] {
  if (supersededBy !== undefined) return [message('compliance.superseded', { pack, successor: supersededBy })]
  const day = parseDay(verified)
  return day !== undefined && now > day + STALE ? [message('compliance.stale', { pack, verified })] : []
}
