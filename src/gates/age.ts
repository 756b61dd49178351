import type { Evidence, Source } from '../evidence/evidence.js'
import { EVIDENCE_KINDS, type EvidenceKind, isBaseline } from '../evidence/kinds.js'
import type { Location } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import { CLOCKS, formatDuration, type Instant, parseInstant } from '../shared/time.js'
import type { Check } from '../verdict/outcome.js'
import { type Binding, boundKinds } from './binding.js'
import { unavailable } from './reading.js'
import { placed, readStated } from './stated.js'

/** How old evidence may be. */
export interface MaxAge {
  /** Milliseconds. */
  readonly length: number
  /** As written: `7d`. */
  readonly written: string
  readonly at: Location
}

/** When a file was made, and how that is known. */
interface Dated extends Instant {
  readonly place: string
  readonly by: 'stated' | 'modified'
  readonly where: Location
}

/**
 * Kinds whose age counts: those that state when they were made, and under `max-age` all that is read but for the
 * baseline and the model card, which are older by their nature. Where `created` names the baseline, its table of
 * predictions counts like its file, and takes the file's place where there is none.
 */
function datedKinds(
  evidence: Evidence,
  created: Binding | undefined,
  max: MaxAge | undefined,
): (readonly [Dateable, string | undefined])[] {
  const selectors = new Map<EvidenceKind, string>(created === undefined ? [] : boundKinds(created, evidence))
  const read = (kind: EvidenceKind) => evidence[kind].declared && !isBaseline(kind) && kind !== 'model-card'
  const kinds = EVIDENCE_KINDS.filter((kind) => selectors.has(kind) || (max !== undefined && read(kind)))
  const paired = max !== undefined && evidence.paired.declared && selectors.has('baseline')
  const stood = kinds.filter((kind) => !paired || kind !== 'baseline' || evidence.baseline.declared)
  const dated = stood.map((kind): readonly [Dateable, string | undefined] => [kind, selectors.get(kind)])
  // A table has no place to say when it was made: its file's own time is all there is.
  if (max === undefined) return dated
  const { declared, from = 'predictions' } = evidence.measured
  const current = evidence.compared?.declared === true
  const tables = [paired && 'baseline-predictions', declared && from, current && 'drift-current'] as const
  return [...dated, ...tables.flatMap((kind) => (kind === false ? [] : [[kind, undefined] as const]))]
}

/** What may be too old: a kind of evidence, or the table that metrics or drift were computed from. */
type Dateable = EvidenceKind | Table
type Table = 'predictions' | 'counts' | 'baseline-predictions' | 'drift-current'
const TABLES: readonly Dateable[] = ['predictions', 'counts', 'baseline-predictions', 'drift-current']

function isTable(kind: Dateable): kind is Table {
  return TABLES.includes(kind)
}

function sourceOf(evidence: Evidence, kind: Dateable): Source<unknown> {
  if (kind === 'baseline-predictions') return evidence.paired
  if (kind === 'drift-current') {
    const { compared = { declared: true, items: [], absent: [], unreadable: [] } } = evidence
    // The reference is older by its nature.
    return { ...compared, items: compared.items.filter(({ file }) => file.kind === kind) }
  }
  return isTable(kind) ? evidence.measured : evidence[kind]
}

/** One check a kind, `evidence/age/<kind>`: the oldest of its files decides. `now` is in milliseconds since 1970. */
export function ageChecks(
  evidence: Evidence,
  created: Binding | undefined,
  max: MaxAge | undefined,
  now: number,
): Check[] {
  const policy = max?.at ?? created?.at
  if (policy === undefined) return []
  const expected = max === undefined ? {} : { expected: `<= ${max.written}` }
  return datedKinds(evidence, created, max).map(([kind, selector]) => ({
    id: `evidence/age/${kind}`,
    title: message('binding.age-title', { kind }),
    policy,
    ...expected,
    ...ageOf(kind, selector, evidence, max, now),
  }))
}

type Judgement = Pick<Check, 'outcome' | 'message' | 'evidence' | 'actual'>

function ageOf(
  kind: Dateable,
  selector: string | undefined,
  evidence: Evidence,
  max: MaxAge | undefined,
  now: number,
): Judgement {
  const source = sourceOf(evidence, kind)
  const gap = unavailable(source, kind)
  if (gap !== undefined) return { outcome: gap.outcome, message: gap.message, ...(gap.at && { evidence: gap.at }) }
  const dates: Dated[] = []
  const stated = isTable(kind) || selector === undefined ? [] : evidence[kind].items
  const dated =
    selector === undefined
      ? source.items.map((item) => modified(item.file.path, item.modified))
      : stated.map((item) => created(item, selector))
  for (const date of dated) {
    if ('why' in date) return { outcome: 'error', message: date.why, evidence: date.where }
    dates.push(date)
  }
  const late = dates.find(({ at, leeway }) => !(at - now <= leeway))
  if (late !== undefined)
    return { outcome: 'error', message: message('binding.future', { place: late.place }), evidence: late.where }
  const [first, ...rest] = dates
  if (first === undefined) return { outcome: 'missing', message: message('reading.undeclared', { kind }) }
  return held(
    rest.reduce((oldest, one) => (one.at < oldest.at ? one : oldest), first),
    max,
    now,
    kind.startsWith('baseline') ? 'stale' : 'too-old',
  )
}

function held({ at, by, place, where }: Dated, max: MaxAge | undefined, now: number, old: string): Judgement {
  const age = formatDuration(Math.max(0, now - at))
  const how = message(`binding.by-${by}`, { place })
  const facts = { actual: age, evidence: where }
  if (max === undefined) return { outcome: 'pass', message: message('binding.age', { age, how }), ...facts }
  const params = { age, how, limit: max.written }
  // Written so that only a proof passes.
  const young = now - at <= max.length
  return {
    outcome: young ? 'pass' : 'error',
    message: message(`binding.${young ? 'young' : old}`, params),
    ...facts,
  }
}

interface Undated {
  readonly why: Message
  readonly where: Location
}

function created(item: Parameters<typeof readStated>[0], selector: string): Dated | Undated {
  const stated = readStated(item, selector)
  if (stated.kind === 'none') return { why: stated.why, where: stated.at }
  const instant = parseInstant(stated.text)
  const place = placed(stated)
  if (instant === undefined) return { why: message('binding.no-instant', { place }), where: stated.at }
  return { ...instant, place, by: 'stated', where: stated.at }
}

function modified(path: string, at: number | undefined): Dated | Undated {
  const where = { path }
  if (at === undefined) return { why: message('binding.no-time', { path }), where }
  return { at, leeway: CLOCKS, place: path, by: 'modified', where }
}
