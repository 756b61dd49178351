import type { PolicyText } from '../../policy/document.js'
import { parsePolicies, type Shortcuts } from '../../policy/parse.js'
import type { Policies } from '../../policy/policy.js'
import type { PolicySource } from '../../report/model.js'
import type { Message } from '../../shared/message.js'
import type { Problem } from '../../shared/problem.js'
import { digestOf } from '../digest.js'
import type { PolicyOrigin } from '../run.js'

/** The policy in force and how it came to be that; or every reason why there is none. */
export type Governed =
  | {
      readonly ok: true
      readonly policies: Pick<Policies, 'models' | 'several'>
      readonly source: PolicySource
      readonly notes: readonly Message[]
    }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly source: PolicySource }

/** The judged commit's own policy, as on a laptop or a push. */
export async function ownPolicy(head: PolicyOrigin, shortcuts: Shortcuts): Promise<Governed> {
  const source = { source: head.source, from: head.from, sha256: digestOf(head.text), ...layersOf(head) }
  const parsed = await parsePolicies(head, shortcuts)
  if (!parsed.ok) return { ok: false, problems: parsed.problems, source: { ...source, resolved: null } }
  return {
    ok: true,
    policies: parsed.value,
    source: { ...source, resolved: parsed.value.resolved },
    notes: parsed.value.notes,
  }
}

/** What of a policy's layers the report says; nothing where it extends none. */
export function layersOf({ extended }: PolicyText): Pick<PolicySource, 'layers'> {
  if (extended === undefined || extended.layers.length === 0) return {}
  const layers = extended.layers.map(({ source, ref, commit, text }) => ({
    source,
    ...(ref !== undefined && { ref }),
    ...(commit !== undefined && { commit }),
    sha256: digestOf(text),
  }))
  return { layers }
}
