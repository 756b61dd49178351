import type { Evidence } from '../evidence/evidence.js'
import { EVIDENCE_KINDS, type EvidenceKind, isBaseline } from '../evidence/kinds.js'
import { compareText, type Location } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import type { Check } from '../verdict/outcome.js'
import { unavailable } from './reading.js'
import { placed, readStated, type Stated } from './stated.js'

/** What files can say of themselves: the code, the model, the data and the metrics that they are about, and when they were made. */
export const FACETS = ['commit', 'model', 'data', 'metric-version', 'created'] as const
export type Facet = (typeof FACETS)[number]

/** Where files state one thing about themselves. */
export interface Binding {
  readonly facet: Facet
  /** One selector for every file that is read, or one for each kind that is bound. */
  readonly selectors: string | Readonly<Partial<Record<EvidenceKind, string>>>
  readonly at: Location
}

/**
 * The kinds that are bound, each with its selector. One selector stands for all that is read, but for the baseline: it
 * is of another commit and another model, and older, by its nature. Its data and metrics have to be the same.
 */
export function boundKinds({ facet, selectors }: Binding, evidence: Evidence): [EvidenceKind, string][] {
  if (typeof selectors === 'string') {
    const read = EVIDENCE_KINDS.filter((kind) => evidence[kind].declared && (isComparable(facet) || !isBaseline(kind)))
    return read.map((kind) => [kind, selectors])
  }
  return EVIDENCE_KINDS.flatMap((kind) => {
    const selector = selectors[kind]
    return selector === undefined ? [] : [[kind, selector]]
  })
}

/** What a baseline has in common with what is compared with it. */
function isComparable(facet: Facet): boolean {
  return facet === 'data' || facet === 'metric-version'
}

type Found = Extract<Stated, { kind: 'stated' }> & { readonly kindOf: EvidenceKind }

/** Whether all files are about one commit, model or data: a check a facet, `evidence/bind/<facet>`. */
export function bindingCheck(binding: Binding, evidence: Evidence, commits: readonly string[]): Check {
  const { facet, at } = binding
  const about = { id: `evidence/bind/${facet}`, title: message('binding.title', { facet }), policy: at }
  const kinds = boundKinds(binding, evidence)
  for (const outcome of ['error', 'missing'] as const) {
    for (const [kind] of kinds) {
      const gap = unavailable(evidence[kind], kind)
      if (gap?.outcome === outcome)
        return { ...about, outcome, message: gap.message, ...(gap.at && { evidence: gap.at }) }
    }
  }
  const found: Found[] = []
  for (const [kind, selector] of kinds) {
    for (const item of evidence[kind].items) {
      const stated = readStated(item, selector)
      if (stated.kind === 'none') return { ...about, outcome: 'error', message: stated.why, evidence: stated.at }
      found.push({ ...stated, kindOf: kind })
    }
  }
  return { ...about, ...(facet === 'commit' ? ofOneCommit(found, commits) : ofOne(facet, found)) }
}

type Judgement = Pick<Check, 'outcome' | 'message' | 'evidence'>

function judgement(outcome: Check['outcome'], said: Message, found: readonly Found[]): Judgement {
  return { outcome, message: said, ...(found[0] && { evidence: found[0].at }) }
}

/** Compared as written: a text or a number names the same thing only where it is spelled the same. */
function ofOne(facet: Facet, found: readonly Found[]): Judgement {
  const places = found.map(placed)
  const [first] = found
  if (first === undefined || found.length === 1)
    return judgement('missing', message('binding.alone', { facet, places }), found)
  if (found.every(({ text }) => text === first.text))
    return judgement('pass', message('binding.same', { facet, places }), found)
  const of = (kind: EvidenceKind) => found.filter(({ kindOf }) => kindOf === kind)
  const apart = of('metrics').some(({ text }) => of('baseline').some((other) => other.text !== text))
  const id = apart && isComparable(facet) ? `binding.not-comparable-${facet}` : 'binding.differs'
  return judgement('error', message(id, { facet, places }), found)
}

/** At least seven hexadecimal digits: fewer are not unique. */
const COMMIT = /^[0-9a-fA-F]{7,64}$/

function ofOneCommit(found: readonly Found[], commits: readonly string[]): Judgement {
  const places = found.map(placed)
  if (found.length === 0) return judgement('missing', message('binding.alone', { facet: 'commit', places }), found)
  const wrong = found.find(({ text }) => !COMMIT.test(text))
  if (wrong !== undefined) return judgement('error', message('binding.no-commit', { place: placed(wrong) }), [wrong])
  // Without a known commit the longest one stands for it: the others have to be its beginning.
  const known = commits.length > 0
  const longest = [...found].sort((a, b) => b.text.length - a.text.length || compareText(a.text, b.text))[0]?.text ?? ''
  const judged = (known ? commits : [longest]).map((commit) => commit.toLowerCase())
  const isJudged = ({ text }: Found) => judged.some((commit) => commit.startsWith(text.toLowerCase()))
  const other = found.filter((one) => !isJudged(one))
  if (other.length > 0) {
    return known
      ? judgement('error', message('binding.other-commit', { places: other.map(placed), commits: judged }), other)
      : judgement('error', message('binding.differs', { facet: 'commit', places }), found)
  }
  return judgement('pass', message(known ? 'binding.judged-commit' : 'binding.agreed-commit', { places }), found)
}
