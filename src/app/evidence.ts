import { readCard } from '../evidence/card/parse.js'
import { type Evidence, type Item, NOTHING, type Source } from '../evidence/evidence.js'
import { type Opened, readContent } from '../evidence/formats/choose.js'
import type { Wanted } from '../evidence/formats/contract.js'
import { EVIDENCE_KINDS, type EvidenceKind, type EvidenceNeed, roleOf } from '../evidence/kinds.js'
import type { EvidencePath, Policy } from '../policy/policy.js'
import { compareText } from '../shared/location.js'
import { failed, ok, type Problem, problem, type Result } from '../shared/problem.js'
import type { BaseFiles } from './base/base.js'
import { baseFiles } from './base/files.js'
import { digestOf } from './digest.js'
import { openFolder } from './folder.js'
import { isPattern, type Workspace } from './workspace.js'

/** A file's content as its kind wants it, and the format it was read as. */
type Read<T> = (
  opened: Opened,
  wanted: Wanted,
  format: string | undefined,
) => Promise<Result<{ format: string; content: T }>>

/** Largest file of any format; a format may allow less. */
const MAX_BYTES = 32 * 1024 * 1024
/** Largest file that is read from the base branch. */
const MAX_BASE_BYTES = 10 * 1024 * 1024

/** Reads the evidence that the gates need; what no gate needs is not even opened. */
export async function loadEvidence(
  workspace: Workspace,
  policy: Policy,
  needed: ReadonlySet<EvidenceNeed>,
  base: BaseFiles = baseFiles(undefined),
): Promise<Evidence> {
  const load = <T>(kind: EvidenceKind, read: Read<T>): Promise<Source<T>> =>
    needed.has(kind) ? loadKind({ workspace, base }, kind, policy.evidence[kind], read) : Promise.resolve(NOTHING)
  return {
    metrics: await load('metrics', readContent),
    baseline: await load('baseline', readContent),
    groups: await load('groups', readContent),
    'model-card': await load('model-card', readCard),
    explanations: await load('explanations', readContent),
    'baseline-explanations': await load('baseline-explanations', readContent),
    drift: await load('drift', readContent),
    'load-test': await load('load-test', readContent),
    ...(await loadMeasured(workspace, policy)),
    ...(await loadCompared(workspace, policy)),
  }
}

/** Compares the tables that a gate names. */
async function loadCompared(workspace: Workspace, policy: Policy): Promise<Pick<Evidence, 'compared'>> {
  const [wanted] = policy.gates.flatMap((demanded) => demanded.gate.compares?.(demanded) ?? [])
  return wanted === undefined ? {} : (await import('./compared.js')).loadCompared(workspace, wanted)
}

/** Reads the tables of predictions or counts, where the policy names any and a gate asks for a metric of them. */
async function loadMeasured(workspace: Workspace, policy: Policy): Promise<Pick<Evidence, 'measured' | 'paired'>> {
  const { predictions, counts } = policy
  if (counts !== undefined) return (await import('./counts.js')).loadCounts(workspace, policy, counts)
  if (predictions === undefined) return { measured: NOTHING, paired: NOTHING }
  return (await import('./predictions.js')).loadPredictions(workspace, policy, predictions)
}

/** Where files are read: what the job left, and what the base branch has. */
interface Places {
  readonly workspace: Workspace
  readonly base: BaseFiles
}

async function loadKind<T>(
  places: Places,
  kind: EvidenceKind,
  named: readonly EvidencePath[],
  read: Read<T>,
): Promise<Source<T>> {
  const problems: Problem[] = []
  // By what they are shown as: one file may be named in several ways.
  const files = new Map<string, EvidencePath>()
  const { workspace } = places
  for (const { path, at, ...asked } of named) {
    if (asked.from === 'base' && !isPattern(path)) {
      files.set(`${workspace.shown(path)}@base`, { path, ...asked })
      continue
    }
    if (asked.from === 'base') {
      problems.push(problem('base.no-pattern', { path }, at))
      continue
    }
    const found = await workspace.find(path)
    if (!found.ok) problems.push(...found.problems.map((it) => (at === undefined ? it : { ...it, at })))
    else for (const file of found.value) files.set(workspace.shown(file), { path: file, ...asked })
  }
  const items: Item<T>[] = []
  for (const [, asked] of [...files].sort(([a], [b]) => compareText(a, b))) {
    const item = await loadItem(places, kind, asked, read)
    if (item.ok) items.push(item.value)
    else problems.push(...item.problems)
  }
  return {
    declared: named.length > 0,
    items,
    absent: problems.filter((it) => it.absent),
    unreadable: problems.filter((it) => !it.absent),
  }
}

async function loadItem<T>(
  { workspace, base }: Places,
  kind: EvidenceKind,
  asked: EvidencePath,
  read: Read<T>,
): Promise<Result<Item<T>>> {
  const source = asked.from === 'base' ? await openBase(workspace, base, asked.path) : open(workspace, asked.path)
  if (!source.ok) return source
  const { path, shown = path, opened, digest, modified } = source.value
  const { format, run, experiment } = asked
  const wanted = { path, role: roleOf(kind), ...(run && { run }), ...(experiment && { experiment }) }
  const content = await read(opened, wanted, format)
  if (!content.ok) return failed(...content.problems.map((it) => shownAs(it, shown)))
  return {
    ok: true,
    value: {
      file: { kind, path: shown, format: content.value.format, ...digest() },
      content: content.value.content,
      ...asModified(modified()),
    },
  }
}

/** A mistake in a file of the base branch stands in no file of the judged commit. */
function shownAs(it: Problem, path: string): Problem {
  return it.at === undefined ? it : { ...it, at: { ...it.at, path } }
}

function asModified(modified: number | undefined) {
  return modified === undefined ? {} : { modified }
}

/** A file or folder to read, and afterwards what was read of it. */
export interface OpenedSource {
  readonly path: string
  /** The path as the report shows it, where it says more than where the file lies. */
  readonly shown?: string
  readonly opened: Opened
  readonly digest: () => { readonly bytes: number; readonly sha256: string }
  /** Milliseconds since 1970; of a folder that of the oldest file that was read. */
  readonly modified: () => number | undefined
}

/** Opens a file or a folder of the workspace for reading. */
export function open(workspace: Workspace, path: string): Result<OpenedSource> {
  if (workspace.isFolder(path)) {
    const { folder, digest, modified } = openFolder(workspace, path)
    return { ok: true, value: { path: workspace.shown(path), opened: { kind: 'folder', folder }, digest, modified } }
  }
  const file = workspace.read(path, MAX_BYTES)
  if (!file.ok) return file
  const { bytes, modified } = file.value
  return ok(openedFile(file.value.path, bytes, modified, (name) => journalOf(workspace, name)))
}

/** A journal that lies beside a database, with changes that the database itself does not have yet. */
async function journalOf(workspace: Workspace, path: string) {
  return (await import('./database.js')).journalBeside(workspace, path)
}

/** A file of the base branch; formats that are folders have none. */
async function openBase(workspace: Workspace, base: BaseFiles, path: string): Promise<Result<OpenedSource>> {
  const named = workspace.shown(path)
  const file = await base.read(named, MAX_BASE_BYTES)
  return file.ok ? ok({ ...openedFile(named, file.value.bytes), shown: file.value.path }) : file
}

function openedFile(
  path: string,
  bytes: Uint8Array,
  modified?: number,
  journal: (path: string) => Promise<Result<never> | undefined> = async () => undefined,
): OpenedSource {
  const database: Extract<Opened, { kind: 'file' }>['database'] = async (use) =>
    (await journal(path)) ?? (await import('./database.js')).withDatabase(bytes, path, use)
  const digest = () => ({ bytes: bytes.byteLength, sha256: digestOf(bytes) })
  return { path, opened: { kind: 'file', bytes, database }, digest, modified: () => modified }
}

/** Kinds of evidence that are named although no gate of the policy looks at them. */
export function unusedKinds(policy: Policy, needed: ReadonlySet<EvidenceNeed>): (EvidenceNeed | 'counts')[] {
  const unused = EVIDENCE_KINDS.filter((kind) => policy.evidence[kind].length > 0 && !needed.has(kind))
  if (needed.has('predictions')) return unused
  const { predictions, counts } = policy
  return [...unused, ...(predictions ? (['predictions'] as const) : []), ...(counts ? (['counts'] as const) : [])]
}
