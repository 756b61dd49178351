import type { ModelCard, Section } from '../../evidence/card/card.js'
import type { Item } from '../../evidence/evidence.js'
import { compareText } from '../../shared/location.js'
import type { Names } from './fields.js'
import { textFor } from './filling.js'
import { forms, normalise } from './labels.js'

/** A card's sections by every form of their labels. */
export interface Index {
  readonly path: string
  readonly sections: ReadonlyMap<string, readonly Section[]>
  /** The labels as written, each once, in the order of the file. */
  readonly labels: readonly string[]
}

/** A section of one of the cards. */
export interface Place {
  readonly path: string
  readonly section: Section
}

/** Most labels among which the nearest are looked for. */
const MAX_LABELS = 1000
/** Most sections of one card that are looked into for one field. */
const MAX_PLACES = 50
/** Likeness from which on a label is worth naming; two unrelated words share a pair of letters now and then. */
const ALIKE = 0.5

export function indexCard({ file, content }: Item<ModelCard>): Index {
  const sections = new Map<string, Section[]>()
  const labels = new Set<string>()
  for (const section of content.sections) {
    labels.add(section.label)
    for (const form of forms(section.label)) {
      const known = sections.get(form)
      if (known === undefined) sections.set(form, [section])
      else known.push(section)
    }
  }
  return { path: file.path, sections, labels: [...labels] }
}

/**
 * The sections of a card that bear one of the names, in the order of the file. A wider name counts only where there is
 * no better one: what stands under "Evaluation" cannot stand in for an empty "Results" in it.
 */
export function matching({ path, sections }: Index, wanted: Names): Place[] {
  for (const { names, number } of wanted.tiers) {
    const found = new Set([...names].flatMap((name) => sections.get(name) ?? []))
    const counted = [...found].filter((section) => !number || hasNumber(textFor(section, wanted)))
    if (counted.length > 0) {
      counted.sort(
        (a, b) =>
          (a.at.line ?? 0) - (b.at.line ?? 0) ||
          (a.at.column ?? 0) - (b.at.column ?? 0) ||
          compareText(a.label, b.label),
      )
      return counted.slice(0, MAX_PLACES).map((section) => ({ path, section }))
    }
  }
  return []
}

/** A number of its own, not the digit of a name such as F1. */
function hasNumber(text: string): boolean {
  return /(?<![\p{L}\p{N}_.-])[-+]?\d+(?:[.,]\d+)?\s?%?(?![\p{L}\p{N}_])/u.test(text)
}

/** Up to three labels that resemble one of the names, the most alike first. */
export function nearestLabels(indexes: readonly Index[], { tiers }: Names): string[] {
  const names = [...(tiers[0]?.names ?? [])].map(pairs)
  const labels = [...new Set(indexes.flatMap((index) => index.labels))].slice(0, MAX_LABELS)
  return labels
    .map((label, order) => {
      const own = pairs(normalise(label))
      return { label, order, alike: Math.max(0, ...names.map((name) => likeness(own, name))) }
    })
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || a.order - b.order)
    .slice(0, 3)
    .map(({ label }) => label)
}

/** The pairs of neighbouring letters of a label. */
function pairs(label: string): ReadonlySet<string> {
  const letters = [...label.slice(0, 60)]
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))
}

/** Dice's coefficient: twice the share of common pairs, from 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size)
}
