import { EVIDENCE_KINDS, type EvidenceKind } from '../evidence/kinds.js'
import type { Gate } from '../gates/contract.js'
import { loaders } from '../gates/registry.generated.js'
import { compareText, segmentsOf } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import { ok, type Problem, problem, type Result } from '../shared/problem.js'
import type { Violation } from '../shared/schema.js'
import type { Enforcement, OnInsufficient } from '../verdict/outcome.js'
import { type Audit, auditMistakes } from './audit.js'
import { readBindings, type WrittenBindings } from './binding.js'
import { readCompliance, type WrittenPacks } from './compliance.js'
import { countMistakes, countsOf } from './counts.js'
import { type PolicyDocument, type PolicyText, readDocument } from './document.js'
import { layered } from './layers.js'
import { type Added, levelOf } from './levels.js'
import { maturityMistakes, type WrittenMaturity } from './maturity.js'
import type { DemandedGate, EvidencePath, Policies, Policy } from './policy.js'
import { predictionMistakes, predictionsOf } from './predictions.js'
import { refused } from './refused.js'
import { validate } from './validate.js'
import { readWaivers, type WrittenWaiver } from './waivers.js'

/** Evidence that an input or an option adds to what the policy names. */
export type Shortcuts = Readonly<Partial<Record<EvidenceKind, readonly string[]>>>

export const NO_SHORTCUTS: Shortcuts = {}

/** Text → policy, or every mistake in it at once, each with its place. Loads the gates that the policy asks for. */
export async function parsePolicy(source: PolicyText, shortcuts: Shortcuts = NO_SHORTCUTS): Promise<Result<Policy>> {
  const { document: own, problems } = readDocument(source)
  if (own === undefined) return refused(problems)
  if (extendsAnything(own))
    return (await import('./extended.js')).parseExtended(source.extended, own, problems, shortcuts)
  return policyIn(own, problems, shortcuts)
}

function extendsAnything({ data }: PolicyDocument): boolean {
  return typeof data === 'object' && data !== null && ['extends', 'may-loosen'].some((key) => Object.hasOwn(data, key))
}

/** A document → policy; `problems` are those of its YAML. A part of a policy need not demand anything. */
export async function policyIn(
  own: PolicyDocument,
  problems: readonly Problem[],
  shortcuts: Shortcuts,
  part = false,
): Promise<Result<Policy>> {
  if (typeof own.data === 'object' && own.data !== null && Object.hasOwn(own.data, 'models'))
    return refused([...problems, problem('models.unread', {}, own.locate(['models']))])
  const added = levelOf(own)
  const document = added === undefined ? own : layered(own, added.document)
  const loaded = await gatesOf(document)
  const { violations, explained } = await validate(document, loaded)
  const found = { violations, problems: [...problems, ...explained], part, ...(added && { added }) }
  return policyOf(document, loaded, found, shortcuts)
}

/** Text → the policy of each model that it is about. */
export async function parsePolicies(
  source: PolicyText,
  shortcuts: Shortcuts = NO_SHORTCUTS,
): Promise<Result<Policies>> {
  if (source.found !== undefined) return (await import('./several.js')).parseSeveral(source, source.found, shortcuts)
  const policy = await parsePolicy(source, shortcuts)
  if (!policy.ok) return policy
  const { model: name, resolved, notes } = policy.value
  return ok({ models: [{ name, policy: policy.value, problems: [], notes }], several: false, resolved, notes: [] })
}

/** The gates of these ids. */
export function loadGates(ids: readonly string[] = Object.keys(loaders)): Promise<Gate<never>[]> {
  return Promise.all(ids.flatMap((id) => loaders[id]?.() ?? []))
}

/** The gates that a document asks for. */
export function gatesOf({ data }: PolicyDocument): Promise<Gate<never>[]> {
  return loadGates(
    Object.keys(loaders).filter((id) => typeof data === 'object' && data !== null && Object.hasOwn(data, id)),
  )
}

/** What was found out about a document: where it violates the schema, and all that is to be said of its YAML and of that. */
interface Found {
  readonly violations: readonly Violation[]
  readonly problems: readonly Problem[]
  /** What the policy's level has added to the document. */
  readonly added?: Added
  /** Whether it is a part of a policy, which need not demand anything. */
  readonly part?: boolean
}

/** A document that was validated → policy. `loaded` holds the gates that it asks for, at least. */
export function policyOf(
  document: PolicyDocument,
  loaded: readonly Gate<never>[],
  { violations, problems, added, part }: Found,
  shortcuts: Shortcuts = NO_SHORTCUTS,
): Result<Policy> {
  const data = document.data as Written
  // A gate reads its own part where the schema accepts that part, whatever is wrong elsewhere.
  const faulty = new Set(violations.map(({ pointer }) => segmentsOf(pointer)[0]))
  const demanded = loaded.flatMap((gate) => (data[gate.id] === undefined ? [] : [demand(gate, data, document)]))
  const mistakes = demanded.filter(({ id }) => !faulty.has(id)).flatMap((it) => it.gate.mistakes?.(it) ?? [])
  const waivers = faulty.has('waivers') ? ok([]) : readWaivers(data.waivers ?? [], document.locate)
  const compliance = faulty.has('compliance')
    ? ok({ packs: [] })
    : readCompliance(data.compliance ?? [], data.risk, document.locate)
  const none =
    demanded.length === 0 && violations.length === 0 && part !== true
      ? [problem('policy.no-gate', { gates: Object.keys(loaders) }, document.locate([]))]
      : []
  const found = [
    ...problems,
    ...mistakes,
    ...predictionMistakes(data.evidence, document),
    ...countMistakes(data.evidence, document),
    ...auditMistakes(faulty.has('audit') ? undefined : data.audit, document.locate),
    ...(faulty.has('maturity') ? [] : maturityMistakes(data.maturity ?? {}, document.locate)),
    ...problemsOf(waivers),
    ...problemsOf(compliance),
    ...none,
  ]
  if (found.length > 0 || !waivers.ok || !compliance.ok) return refused(found)
  const { min } = data.maturity ?? {}
  const notes = [
    ...(added === undefined ? [] : levelNotes(added)),
    // A demand that nobody evaluates here must not look as if it had been met.
    ...(min === undefined ? [] : [message('policy.maturity', { min })]),
  ]
  const policy = complete(data, demanded, document, shortcuts)
  return ok({ ...policy, waivers: waivers.value, compliance: compliance.value, notes })
}

/** Which gates a level has turned on, and which it cannot. */
function levelNotes({ level, gates, unwritten }: Added): Message[] {
  return [
    ...(gates.length > 0 ? [message('policy.level', { level, gates })] : []),
    ...(unwritten.length > 0 ? [message('policy.level-unwritten', { level, gates: unwritten })] : []),
  ]
}

function problemsOf(result: Result<unknown>): readonly Problem[] {
  return result.ok ? [] : result.problems
}

/** A policy's data after the schema has accepted it. */
type Written = Readonly<Record<string, unknown>> & {
  readonly version?: 1
  readonly model?: string
  readonly risk?: string
  readonly level?: number
  readonly evidence?: Readonly<Record<string, unknown>> & WrittenBindings
  readonly enforcement?: Readonly<Record<string, Enforcement>>
  readonly 'on-insufficient'?: OnInsufficient
  readonly maturity?: WrittenMaturity
  readonly waivers?: readonly WrittenWaiver[]
  readonly compliance?: WrittenPacks
  readonly audit?: Audit
}

function demand(gate: Gate<never>, data: Written, document: PolicyDocument): DemandedGate {
  const { id } = gate
  return {
    id,
    gate,
    options: data[id] as never,
    enforcement: data.enforcement?.[id] ?? 'block',
    locate: (pointer) => document.locate([id, ...segmentsOf(pointer)]),
  }
}

function complete(data: Written, demanded: DemandedGate[], document: PolicyDocument, shortcuts: Shortcuts) {
  const gatesInOrder = demanded.sort((a, b) => compareText(a.id, b.id))
  const onInsufficient = data['on-insufficient'] ?? (data.risk === 'high' ? 'fail' : 'warn')
  const paths = EVIDENCE_KINDS.map((kind) => [
    kind,
    [...pathsOf(kind, data.evidence?.[kind], document), ...(shortcuts[kind] ?? []).map((path) => ({ path }))],
  ])
  const evidence = Object.fromEntries(paths) as Policy['evidence']
  const predictions = predictionsOf(data.evidence?.predictions, document)
  const counts = countsOf(data.evidence?.counts, document)
  const model = data.model ?? 'model'
  const { bind, 'max-age': maxAge } = data.evidence ?? {}
  const resolved = {
    version: 1,
    model,
    ...(data.risk && { risk: data.risk }),
    ...(data.level !== undefined && { level: data.level }),
    evidence: {
      ...Object.fromEntries(
        Object.entries(evidence)
          .filter(([, files]) => files.length > 0)
          .map(([kind, files]) => [
            kind,
            files.map(({ at: _, path, ...asked }) => (Object.keys(asked).length === 0 ? path : { path, ...asked })),
          ]),
      ),
      ...(predictions && { predictions: data.evidence?.predictions }),
      ...(counts && { counts: data.evidence?.counts }),
      ...(bind && { bind }),
      ...(maxAge && { 'max-age': maxAge }),
      ...(data.evidence?.tracked && { tracked: true }),
    },
    ...Object.fromEntries(gatesInOrder.map(({ id, options }) => [id, options])),
    enforcement: Object.fromEntries(gatesInOrder.map(({ id, enforcement }) => [id, enforcement])),
    'on-insufficient': onInsufficient,
    ...(data.maturity && { maturity: data.maturity }),
    ...(data.waivers && { waivers: data.waivers }),
    ...(data.compliance && { compliance: data.compliance }),
    ...(data.audit && { audit: { unrecorded: 'error', ...data.audit } }),
  }
  const bindings = readBindings(data.evidence ?? {}, document.locate)
  return {
    model,
    ...(data.risk !== undefined && { risk: data.risk }),
    onInsufficient,
    evidence,
    ...(predictions && { predictions }),
    ...(counts && { counts }),
    bindings,
    gates: gatesInOrder,
    resolved,
    locate: (pointer: string) => document.locate(segmentsOf(pointer)),
  }
}

/** `path`, `{path, format}`, or a list of these. */
function pathsOf(kind: string, written: unknown, document: PolicyDocument): EvidencePath[] {
  if (written === undefined) return []
  const list = Array.isArray(written)
  return (list ? written : [written]).map((item: string | EvidencePath, index) => {
    const at = document.locate(['evidence', kind, ...(list ? [index] : [])])
    return typeof item === 'string' ? { path: item, at } : { ...item, at }
  })
}
