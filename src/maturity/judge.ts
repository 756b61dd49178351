import { compareText } from '../shared/location.js'
import type { Evidence, Fact, Facts } from './facts.js'
import { GRADES, type Grade, type ItemId, type Level, reaches } from './ids.js'
import { ITEMS, type Item, type Part } from './items.js'

/** What a person stands for where the repository shows nothing. */
export interface Attestation {
  readonly item: ItemId
  readonly owner: string
  readonly link: string
  /** As written: `2026-12-31`, its last day. */
  readonly expires: string
  readonly expired: boolean
}

/** An answer, and the lines it rests on. */
export interface Answer {
  readonly id: ItemId
  readonly level: Level
  /** `not-found` is no "no": the evidence may lie elsewhere. */
  readonly status: 'met' | 'partial' | 'attested' | 'not-found'
  /** The strongest of what was found for it; null where nothing was. */
  readonly grade: Grade | null
  /** Parts of the question without evidence. */
  readonly lacks: readonly string[]
  readonly evidence: readonly (Evidence & { readonly grade: Grade })[]
  readonly attestations: readonly Attestation[]
}

/** Most lines that are quoted for one part of an answer. */
const MAX_QUOTED = 2

/** The ten answers, in order. */
export function answersOf(facts: Facts, attestations: readonly Attestation[]): Answer[] {
  return ITEMS.map((item) => answerOf(item, facts, attestations))
}

function answerOf(item: Item, facts: Facts, all: readonly Attestation[]): Answer {
  const parts = item.parts.map((part) => ({ part, found: foundOf(part, facts) }))
  const begun = parts.some(({ part, found }) => part.aside !== true && found.facts.length > 0)
  const lacks = parts.filter(({ found }) => !found.there).map(({ part }) => part.id)
  const attestations = all.filter((one) => one.item === item.id)
  const vouched = attestations.some(({ expired }) => !expired)
  const status = lacks.length === 0 ? 'met' : vouched ? 'attested' : begun ? 'partial' : 'not-found'
  const shown = begun
    ? parts.flatMap(({ part, found }) => found.facts.slice(0, part.aside === true ? 1 : MAX_QUOTED))
    : []
  const main = parts.filter(({ part, found }) => part.aside !== true && found.facts.length > 0)
  const grade = strongest(main.flatMap(({ found }) => found.facts))
  const { id, level } = item
  return { id, level, status, grade, lacks, evidence: distinct(shown.flatMap(quoted)), attestations }
}

/** What of a part is there: the facts that make it, else those that begin it, the strongest first. */
function foundOf({ any, also = [] }: Part, facts: Facts): { there: boolean; facts: Fact[] } {
  const making = any.flatMap(([signal, grade]) => facts.of(signal).filter((fact) => reaches(fact.grade, grade)))
  if (making.length > 0) return { there: true, facts: making.sort(byGrade) }
  return { there: false, facts: facts.of(...any.map(([signal]) => signal), ...also) }
}

function byGrade(a: Fact, b: Fact): number {
  return GRADES.indexOf(b.grade) - GRADES.indexOf(a.grade) || compareText(a.path, b.path) || a.line - b.line
}

function strongest(facts: readonly Fact[]): Grade | null {
  return GRADES.findLast((grade) => facts.some((fact) => fact.grade === grade)) ?? null
}

/** A fact's line, and the line that has it run. */
function quoted({ path, line, text, grade, by }: Fact): Answer['evidence'] {
  return [{ path, line, text, grade }, ...(by === undefined ? [] : [{ ...by, text: by.text.trim(), grade }])]
}

/** Each line once, as the strongest evidence that it is. */
function distinct(lines: Answer['evidence']): Answer['evidence'] {
  const same = (a: Evidence, b: Evidence) => a.path === b.path && a.line === b.line
  return lines.filter((one, index) => {
    const others = lines.filter((other) => same(one, other))
    const best = others.reduce((top, other) => (reaches(top.grade, other.grade) ? top : other))
    return best === one || (best.grade === one.grade && lines.findIndex((other) => same(one, other)) === index)
  })
}

/** A level and the first item that keeps it from being the next one. */
export interface Reached {
  readonly level: Level
  /** Items of the next level that are neither met nor attested. */
  readonly caps: readonly ItemId[]
}

/** Level n is reached where every item of level n and below is met; what is attested counts where it is asked for. */
export function levelOf(answers: readonly Answer[], withAttested: boolean): Reached {
  const open = answers.filter(({ status }) => !(status === 'met' || (withAttested && status === 'attested')))
  const first = Math.min(5, ...open.map(({ level }) => level))
  const caps = open.filter(({ level }) => level === first).map(({ id }) => id)
  return { level: (first - 1) as Level, caps }
}
