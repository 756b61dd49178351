import { wordingFor } from '../../src/app/wording.js'
import type { ModelCard } from '../../src/evidence/card/card.js'
import type { Evidence, Source } from '../../src/evidence/evidence.js'
import { readContent } from '../../src/evidence/formats/choose.js'
import { type EvidenceKind, roleOf } from '../../src/evidence/kinds.js'
import type { Measurements } from '../../src/evidence/measure/contract.js'
import type { Node } from '../../src/evidence/tree.js'
import { readDocument } from '../../src/policy/document.js'
import { explain } from '../../src/policy/explain.js'
import { layered } from '../../src/policy/layers.js'
import { levelOf } from '../../src/policy/levels.js'
import { loadGates, policyOf, type Shortcuts } from '../../src/policy/parse.js'
import type { Policy } from '../../src/policy/policy.js'
import { refused } from '../../src/policy/refused.js'
import { policySchema } from '../../src/policy/schema.js'
import type { Message } from '../../src/shared/message.js'
import type { Problem, Result } from '../../src/shared/problem.js'
import { violationsOf } from '../../src/shared/schema.js'
import { opened } from './opened.js'

/** Every gate, loaded once. */
export const allGates = await loadGates()
const schema = policySchema(allGates)

const UNDECLARED: Source<never> = { declared: false, items: [], absent: [], unreadable: [] }

/** Evidence from file texts, read by the real readers; a text that cannot be read becomes `unreadable`. */
export async function evidenceFrom(files: {
  metrics?: Readonly<Record<string, string>>
  baseline?: Readonly<Record<string, string>>
  groups?: Readonly<Record<string, string>>
  drift?: Readonly<Record<string, string>>
  card?: Source<ModelCard>
  explanations?: Readonly<Record<string, string>>
  'baseline-explanations'?: Readonly<Record<string, string>>
  'load-test'?: Readonly<Record<string, string>>
  measured?: Source<Measurements>
}): Promise<Evidence> {
  return {
    metrics: await source('metrics', files.metrics),
    baseline: await source('baseline', files.baseline),
    groups: await source('groups', files.groups),
    'model-card': files.card ?? UNDECLARED,
    explanations: await source('explanations', files.explanations),
    'baseline-explanations': await source('baseline-explanations', files['baseline-explanations']),
    drift: await source('drift', files.drift),
    'load-test': await source('load-test', files['load-test']),
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

/** What `parsePolicy` gives, with every gate loaded beforehand. */
export function parsed(text: string, path: string, shortcuts?: Shortcuts): Result<Policy> {
  const { document: own, problems } = readDocument({ text, place: (position) => ({ path, ...position }) })
  if (own === undefined) return refused(problems)
  const added = levelOf(own)
  const document = added === undefined ? own : layered(own, added.document)
  const violations = violationsOf(document.data, schema)
  const explained = explain(violations, document)
  const found = { violations, problems: [...problems, ...explained], ...(added && { added }) }
  return policyOf(document, allGates, found, shortcuts)
}

/** A policy from its text, which must be valid. */
export function policyFrom(text: string): Policy {
  const policy = parsed(text, 'policy.yaml')
  if (!policy.ok) throw new Error(policy.problems.map(({ message }) => english(message)).join('\n'))
  return policy.value
}

/** A message in English, as a reader of the terminal sees it. */
export function english(message: Message): string {
  return wordingFor('en').say(message)
}
