import type { Policy } from '../policy/policy.js'
import type { PolicySource } from '../report/model.js'
import type { Assessor } from './compliance.js'

/** What looks at judged gates on behalf of frameworks; loaded by the runs whose policy asks for them. */
export async function frameworksOf(
  policy: Policy,
  source: Pick<PolicySource, 'from'>,
  now: number,
): Promise<Assessor | undefined> {
  if (policy.compliance.packs.length === 0) return undefined
  return (await import('./compliance.js')).assessorFor(policy, source, now)
}
