import type { ControlReport, PackReport } from '../report/compliance-model.js'
import type { GateReport } from '../report/model.js'
import type { EvidenceFile } from '../shared/evidence-file.js'
import { compareText } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import { DAY, parseDay } from '../shared/time.js'
import type { Check } from '../verdict/outcome.js'
import type { Compliance, Control, DemandedPack, Pack, Selector, Status } from './contract.js'
import { selects } from './select.js'

/** What was judged, and what of the run decides how far it counts. */
export interface Judged {
  readonly gates: readonly GateReport[]
  readonly evidence: readonly EvidenceFile[]
  /** Milliseconds since 1970. */
  readonly now: number
  /** Whether the base branch's policy was in force: its demands stood before the change that is judged. */
  readonly fromBase: boolean
  /** Whether what the policy states of controls comes from where the judged change could not write it. */
  readonly statable: boolean
}

/** The selector that stands for the base branch's policy. */
const BASE_POLICY = 'policy/base'
/** Blocks whose checks are about others. */
const ABOUT_OTHERS = ['evidence', 'waivers', 'compliance']

/** Judged gates × frameworks → the status of every control. Pure; one report a pack, in the packs' order. */
export function mapControls(packs: readonly Pack[], demanded: Compliance, judged: Judged): PackReport[] {
  const found = new Found(judged)
  return demanded.packs.flatMap((asked) => {
    const pack = packs.find(({ id }) => id === asked.id)
    if (pack === undefined) return []
    const controls = pack.controls.map((control) => {
      const { status, why, spoken, attestation } = statusOf(control, asked, demanded.risk, judged, found)
      return {
        id: control.id,
        title: control.title,
        status,
        ...startOf(control.from ?? pack.from, judged.now),
        ...(why !== undefined && { why }),
        checks: spoken.map(({ id }) => id),
        evidence: found.filesOf(spoken),
        ...(attestation !== undefined && { attestation }),
      } satisfies ControlReport
    })
    const { id, title, kind, version, verified, from, supersededBy, source } = pack
    return [{ id, title, kind, version, verified, from, source, ...(supersededBy && { supersededBy }), controls }]
  })
}

/** The day from which it applies, and whether that is still ahead. */
function startOf(from: string, now: number): Pick<ControlReport, 'from' | 'ahead'> {
  const day = parseDay(from)
  return { from, ...(day !== undefined && now < day && { ahead: true }) }
}

interface Standing {
  readonly status: Status
  readonly why?: Message
  /** The checks that speak for it. */
  readonly spoken: readonly Check[]
  readonly attestation?: NonNullable<ControlReport['attestation']>
}

function statusOf(
  control: Control,
  asked: DemandedPack,
  risk: string | undefined,
  judged: Judged,
  found: Found,
): Standing {
  const excluded = asked.exclusions.find((one) => one.control === control.id)
  if (excluded !== undefined && judged.statable) {
    const { by, reason } = excluded
    return { status: 'not-applicable', why: message('compliance.excluded', { by, reason }), spoken: [] }
  }
  if (control.highRisk && risk !== undefined && risk !== 'high')
    return { status: 'not-applicable', why: message('compliance.not-high-risk', { risk }), spoken: [] }
  const direct = (control.direct ?? []).map((selector) => found.standing(selector))
  const supporting = (control.supporting ?? []).map((selector) => found.standing(selector))
  const spoken = unique([...direct, ...supporting].flatMap((one) => one.spoken))
  if (direct.length > 0 && direct.every(({ holds }) => holds === 'wholly')) return { status: 'evidenced', spoken }
  const against = unique(direct.flatMap((one) => one.against))
  const stated = attested(control, asked, judged, against)
  if (stated.attestation !== undefined) return { status: 'attested', spoken, ...stated }
  const why = stated.why ?? reasonFor(control, direct, against, found)
  if (spoken.length > 0) return { status: 'partially-evidenced', why, spoken }
  return { status: control.outside ? 'out-of-scope' : 'not-evidenced', spoken, why }
}

/** Why a control is not evidenced: what does not pass, what no check shows, or that no check can show it. */
function reasonFor(
  { direct: asked = [], supporting = [], outside }: Control,
  direct: readonly SelectorStanding[],
  against: readonly Check[],
  { unsound }: Found,
): Message {
  if (outside) return message('compliance.outside')
  if (asked.length + supporting.length === 0) return message('compliance.attest-only')
  if (unsound.length > 0) return message('compliance.unsound', { checks: unsound })
  if (against.length > 0) return message('compliance.against', { checks: against.map(({ id }) => id) })
  if (asked.length === 0) return message('compliance.supported', { selectors: supporting.map(shownSelector) })
  const open = asked.filter((_, index) => direct[index]?.holds === 'no')
  return open.length > 0
    ? message('compliance.lacking', { selectors: open.map(shownSelector) })
    : message('compliance.partly')
}

/** The first of several ids that count as one is the usual one. */
function shownSelector(selector: Selector): string {
  const [first = '', ...others] = selector.split('|')
  return others.length > 0 ? `${first} …` : first
}

/** A statement that counts, or why the one that is there does not. */
function attested(
  { id }: Control,
  asked: DemandedPack,
  { now, statable }: Judged,
  against: readonly Check[],
): { attestation?: NonNullable<ControlReport['attestation']>; why?: Message } {
  const statement = asked.attestations.find(({ control }) => control === id)
  if (statement === undefined) return {}
  const { by, link, expires, lastDay } = statement
  if (!statable) return { why: message('compliance.attestation-new', { by }) }
  // Written so that a clock that is none proves nothing.
  if (!(now < lastDay + DAY)) return { why: message('compliance.attestation-expired', { by, expires }) }
  if (against.length > 0)
    return { why: message('compliance.attestation-contradicted', { by, checks: against.map((check) => check.id) }) }
  return { attestation: { by, link, expires } }
}

interface SelectorStanding {
  readonly holds: 'wholly' | 'partly' | 'no'
  readonly spoken: readonly Check[]
  /** The checks that failed, or could not be made. */
  readonly against: readonly Check[]
}

/** The judged checks, asked by selector. */
class Found {
  private readonly known = new Map<Selector, SelectorStanding>()
  private readonly checks: readonly { check: Check; observed: boolean }[]
  /** Checks of the evidence itself that do not pass: what rests on it shows nothing of the judged model. */
  readonly unsound: readonly string[]

  constructor(private readonly judged: Judged) {
    this.checks = judged.gates
      .filter(({ id }) => !ABOUT_OTHERS.includes(id))
      .flatMap(({ enforcement, checks }) => checks.map((check) => ({ check, observed: enforcement === 'observe' })))
    this.unsound = judged.gates
      .filter(({ id }) => id === 'evidence')
      .flatMap(({ checks }) => checks.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable'))
      .map(({ id }) => id)
  }

  standing(selector: Selector): SelectorStanding {
    const known = this.known.get(selector) ?? this.compute(selector)
    this.known.set(selector, known)
    return known
  }

  private compute(selector: Selector): SelectorStanding {
    if (selector === BASE_POLICY) return { holds: this.judged.fromBase ? 'wholly' : 'no', spoken: [], against: [] }
    const about = this.checks.filter(({ check }) => check.outcome !== 'not-applicable' && selects(selector, check))
    const against = about.filter(({ check }) => !SPEAKS.includes(check.outcome)).map(({ check }) => check)
    const spoken = about.filter(({ check }) => check.outcome === 'pass')
    if (against.length > 0 || spoken.length === 0 || this.unsound.length > 0)
      return { holds: 'no', spoken: [], against }
    const wholly = about.every(({ check, observed }) => check.outcome === 'pass' && !observed)
    return { holds: wholly ? 'wholly' : 'partly', spoken: spoken.map(({ check }) => check), against }
  }

  /** The files in which the checks read what they compared, with their digests. */
  filesOf(checks: readonly Check[]): { path: string; sha256: string }[] {
    const paths = new Set(checks.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence.path])))
    const files = this.judged.evidence
      .filter(({ path }) => paths.has(path))
      .map(({ path, sha256 }) => ({ path, sha256 }))
    return files.filter(({ path }, index) => files.findIndex((one) => one.path === path) === index)
  }
}

const SPEAKS: readonly Check['outcome'][] = ['pass', 'waived']

function unique(checks: readonly Check[]): Check[] {
  return [...new Map(checks.map((check) => [check.id, check])).values()].sort((a, b) => compareText(a.id, b.id))
}
