import { createHash } from 'node:crypto'
import { parseCard } from '../evidence/card/parse.js'
import type { Evidence, Item, Source } from '../evidence/evidence.js'
import { readTree } from '../evidence/readers/choose.js'
import { EVIDENCE_KINDS, type EvidenceKind } from '../gates/contract.js'
import type { EvidencePath, Policy } from '../policy/policy.js'
import { compareText } from '../shared/location.js'
import type { Problem, Result } from '../shared/problem.js'
import { decode, type Workspace } from './workspace.js'

/** A file's content as its kind wants it, and the format it was read as. */
type Parse<T> = (
  text: string,
  path: string,
  format: string | undefined,
) => Promise<Result<{ format: string; content: T }>>

/** Largest file of any format; a format may allow less. */
const MAX_BYTES = 32 * 1024 * 1024

/** Reads the evidence that the gates need; what no gate needs is not even opened. */
export async function loadEvidence(
  workspace: Workspace,
  policy: Policy,
  needed: ReadonlySet<EvidenceKind>,
): Promise<Evidence> {
  const load = <T>(kind: EvidenceKind, parse: Parse<T>): Promise<Source<T>> =>
    needed.has(kind) ? loadKind(workspace, kind, policy.evidence[kind], parse) : Promise.resolve(NOTHING)
  return {
    metrics: await load('metrics', readTree),
    baseline: await load('baseline', readTree),
    groups: await load('groups', readTree),
    'model-card': await load('model-card', parseCard),
  }
}

const NOTHING: Source<never> = { declared: false, items: [], absent: [], unreadable: [] }

async function loadKind<T>(
  workspace: Workspace,
  kind: EvidenceKind,
  named: readonly EvidencePath[],
  parse: Parse<T>,
): Promise<Source<T>> {
  const problems: Problem[] = []
  // By what they are shown as: one file may be named in several ways.
  const files = new Map<string, { path: string; format: string | undefined }>()
  for (const { path, format, at } of named) {
    const found = await workspace.find(path)
    if (!found.ok) problems.push(...found.problems.map((it) => (at === undefined ? it : { ...it, at })))
    else for (const file of found.value) files.set(workspace.shown(file), { path: file, format })
  }
  const items: Item<T>[] = []
  for (const [, { path, format }] of [...files].sort(([a], [b]) => compareText(a, b))) {
    const read = await loadFile(workspace, kind, path, format, parse)
    if (read.ok) items.push(read.value)
    else problems.push(...read.problems)
  }
  return {
    declared: named.length > 0,
    items,
    absent: problems.filter((it) => it.absent),
    unreadable: problems.filter((it) => !it.absent),
  }
}

async function loadFile<T>(
  workspace: Workspace,
  kind: EvidenceKind,
  path: string,
  format: string | undefined,
  parse: Parse<T>,
): Promise<Result<Item<T>>> {
  const file = workspace.read(path, MAX_BYTES)
  if (!file.ok) return file
  const text = decode(file.value)
  if (!text.ok) return text
  const parsed = await parse(text.value, file.value.path, format)
  if (!parsed.ok) return parsed
  const { bytes } = file.value
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { format: readAs, content } = parsed.value
  return {
    ok: true,
    value: { file: { kind, path: file.value.path, format: readAs, bytes: bytes.byteLength, sha256 }, content },
  }
}

/** Kinds of evidence that are named although no gate of the policy looks at them. */
export function unusedKinds(policy: Policy, needed: ReadonlySet<EvidenceKind>): EvidenceKind[] {
  return EVIDENCE_KINDS.filter((kind) => policy.evidence[kind].length > 0 && !needed.has(kind))
}
