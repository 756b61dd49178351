import { wordingFor } from '../../src/app/wording.js'
import type { ModelCard } from '../../src/evidence/card/card.js'
import type { Evidence, Source } from '../../src/evidence/evidence.js'
import { readContent } from '../../src/evidence/formats/choose.js'
import { type EvidenceKind, roleOf } from '../../src/evidence/kinds.js'
import type { Measurements } from '../../src/evidence/measure/contract.js'
import type { Node } from '../../src/evidence/tree.js'
import { parsePolicy } from '../../src/policy/parse.js'
import type { Policy } from '../../src/policy/policy.js'
import type { Message } from '../../src/shared/message.js'
import type { Problem } from '../../src/shared/problem.js'
import { opened } from './opened.js'

const UNDECLARED: Source<never> = { declared: false, items: [], absent: [], unreadable: [] }

/** Evidence from file texts, read by the real readers; a text that cannot be read becomes `unreadable`. */
export async function evidenceFrom(files: {
  metrics?: Readonly<Record<string, string>>
  baseline?: Readonly<Record<string, string>>
  groups?: Readonly<Record<string, string>>
  drift?: Readonly<Record<string, string>>
  card?: Source<ModelCard>
  measured?: Source<Measurements>
}): Promise<Evidence> {
  return {
    metrics: await source('metrics', files.metrics),
    baseline: await source('baseline', files.baseline),
    groups: await source('groups', files.groups),
    'model-card': files.card ?? UNDECLARED,
    explanations: UNDECLARED,
    drift: await source('drift', files.drift),
    'load-test': UNDECLARED,
    measured: files.measured ?? UNDECLARED,
    paired: UNDECLARED,
  }
}

async function source(kind: EvidenceKind, files: Readonly<Record<string, string>> | undefined): Promise<Source<Node>> {
  if (files === undefined) return UNDECLARED
  const items = []
  const unreadable: Problem[] = []
  for (const [path, text] of Object.entries(files)) {
    const read = await readContent(opened(text), { path, role: roleOf(kind) })
    if (read.ok)
      items.push({
        file: { kind, path, format: read.value.format, bytes: text.length, sha256: '' },
        content: read.value.content,
      })
    else unreadable.push(...read.problems)
  }
  return { declared: true, items, absent: [], unreadable }
}

/** A policy from its text, which must be valid. */
export function policyFrom(text: string): Policy {
  const parsed = parsePolicy({ text, place: (position) => ({ path: 'policy.yaml', ...position }) })
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => english(message)).join('\n'))
  return parsed.value
}

/** A message in English, as a reader of the terminal sees it. */
export function english(message: Message): string {
  return wordingFor('en').say(message)
}
