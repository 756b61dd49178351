import { pointerTo } from '../../shared/location.js'
import { type At, MAX_DEPTH, type Node } from '../tree.js'
import type { ModelCard, Section } from './card.js'
import { isListing, type Saying, sayingOf } from './naming.js'

/** Most keys of a card that become sections; real cards stay below a thousand. */
const MAX_SECTIONS = 50_000

/**
 * Metadata of the Hugging Face Hub that describes other things in keys of their own: a `dataset` below `model-index`
 * is what a result was measured on, not what the model was trained on. Such a key is one section, its inside none.
 */
const CLOSED = new Set(['model-index', 'model_index', 'widget', 'co2_eq_emissions'])

/** Of these a key without a single value is none: scripts write names of data sets and measures before anything is measured. */
const RESULTS = new Set(['model-index', 'model_index'])

interface Draft {
  readonly label: string
  readonly at: At
  readonly pointer: string
  /** Whether it holds values and no keys: whoever asks for a name has it. */
  readonly isPlain: boolean
  /** The first of its leaves, and the one after the last. */
  readonly from: number
  to: number
}

interface Leaf {
  readonly text: string
  readonly saying: Saying
}

/** What the keys above a node say of it. */
interface Above {
  readonly pointer: string
  readonly depth: number
  /** Whether it stands in a closed key. */
  readonly inside: boolean
  /** The nearest key. */
  readonly key: string
  /** Whether it stands in a list of features or the like, whose names are content. */
  readonly listed: boolean
}

/**
 * A YAML or JSON card, whatever its vocabulary: every key at any depth is a section and all leaves below it are its
 * text. Keys are not content; a null, `false`, an empty text, a number that is none and a bare zero are not either.
 */
export function treeCard(root: Node): ModelCard {
  // The leaves below a key stand next to each other in document order, so that each text is a slice of one string.
  const leaves: Leaf[] = []
  const drafts: Draft[] = []
  const visit = (node: Node, above: Above): void => {
    const { pointer, inside, listed } = above
    const depth = above.depth + 1
    if (above.depth > MAX_DEPTH) return
    if (node.kind === 'list') {
      for (const [index, item] of node.items.entries())
        visit(item, { ...above, pointer: pointerTo(pointer, index), depth })
    } else if (node.kind === 'map') {
      for (const [label, { keyAt, value }] of node.entries) {
        const below = pointerTo(pointer, label)
        const from = leaves.length
        const draft: Draft = { label, at: keyAt, pointer: below, isPlain: isPlain(value), from, to: from }
        const isSection = !inside && !(RESULTS.has(label) && !hasResult(value))
        if (isSection && drafts.length < MAX_SECTIONS) drafts.push(draft)
        const isClosed = inside || CLOSED.has(label)
        const isListed = listed || isListing(label)
        if (!isZero(value)) visit(value, { pointer: below, depth, inside: isClosed, key: label, listed: isListed })
        draft.to = leaves.length
      }
    } else {
      const text = contentOf(node)
      if (text !== '') leaves.push({ text, saying: listed ? 'content' : sayingOf(above.key, node) })
    }
  }
  visit(root, { pointer: '', depth: 0, inside: false, key: '', listed: false })
  return { data: root, sections: sectionsOf(drafts, leaves) }
}

function sectionsOf(drafts: readonly Draft[], leaves: readonly Leaf[]): Section[] {
  const textOf = joined(leaves, () => true)
  const withoutKinds = joined(leaves, ({ saying }) => saying !== 'kind')
  const withoutNames = joined(leaves, ({ saying }) => saying === 'content')
  return drafts.map((draft): Section => {
    const { label, at, pointer, isPlain } = draft
    const section = { label, at, pointer, text: textOf(draft) }
    const bare = { withoutKinds: withoutKinds(draft), withoutNames: withoutNames(draft) }
    return isPlain || bare.withoutNames.length === section.text.length ? section : { ...section, bare }
  })
}

/** The texts of some of the leaves, by those that a section has. */
function joined(leaves: readonly Leaf[], has: (leaf: Leaf) => boolean): (draft: Draft) => string {
  const kept: string[] = []
  const starts = [0]
  let length = 0
  for (const leaf of leaves) {
    if (has(leaf)) {
      kept.push(leaf.text, '\n')
      length += leaf.text.length + 1
    }
    starts.push(length)
  }
  const all = kept.join('')
  return ({ from, to }) => all.slice(starts[from], starts[to]).trim()
}

/** Whether some `value` below has a digit that is no zero. */
function hasResult(node: Node, measured = false, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false
  if (node.kind === 'list') return node.items.some((item) => hasResult(item, measured, depth + 1))
  if (node.kind === 'map')
    return [...node.entries].some(([key, { value }]) => hasResult(value, measured || key === 'value', depth + 1))
  return measured && /[1-9]/.test(contentOf(node))
}

function contentOf(node: Exclude<Node, { kind: 'map' | 'list' }>): string {
  if (node.kind === 'null' || node.kind === 'nonfinite' || node.kind === 'refused') return ''
  return node.kind === 'boolean' && node.text === 'false' ? '' : node.text
}

/** A key whose own value is zero, or a list of zeros, says no more than an empty one. */
function isZero(node: Node, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false
  if (node.kind === 'list') return node.items.every((item) => isZero(item, depth + 1) || isNothing(item))
  return node.kind === 'number' && /^[-+]?[0.]*(?:[eE].*)?$/.test(node.text)
}

function isPlain(node: Node): boolean {
  return node.kind === 'list' ? node.items.every((item) => 'text' in item) : node.kind !== 'map'
}

function isNothing(node: Node): boolean {
  return node.kind !== 'map' && node.kind !== 'list' && contentOf(node).trim() === ''
}
