import { pointerTo } from '../../shared/location.js'
import { type At, MAX_DEPTH, type Node } from '../tree.js'
import type { ModelCard, Section } from './card.js'

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
  readonly from: number
  to: number
}

/**
 * A YAML or JSON card, whatever its vocabulary: every key at any depth is a section and all leaves below it are its
 * text. Keys are not content; a null, `false`, an empty text, a number that is none and a bare zero are not either.
 */
export function treeCard(root: Node): ModelCard {
  // The leaves below a key stand next to each other in document order, so that each text is a slice of one string.
  const leaves: string[] = []
  const drafts: Draft[] = []
  let length = 0
  const visit = (node: Node, pointer: string, depth: number, inside: boolean): void => {
    if (depth > MAX_DEPTH) return
    if (node.kind === 'list') {
      for (const [index, item] of node.items.entries()) visit(item, pointerTo(pointer, index), depth + 1, inside)
    } else if (node.kind === 'map') {
      for (const [label, { keyAt, value }] of node.entries) {
        const below = pointerTo(pointer, label)
        const draft: Draft = { label, at: keyAt, pointer: below, from: length, to: length }
        const isSection = !inside && !(RESULTS.has(label) && !hasResult(value))
        if (isSection && drafts.length < MAX_SECTIONS) drafts.push(draft)
        if (!isZero(value)) visit(value, below, depth + 1, inside || CLOSED.has(label))
        draft.to = length
      }
    } else {
      const text = contentOf(node)
      if (text === '') return
      leaves.push(text, '\n')
      length += text.length + 1
    }
  }
  visit(root, '', 0, false)
  const all = leaves.join('')
  return {
    data: root,
    sections: drafts.map(({ from, to, ...section }): Section => ({ ...section, text: all.slice(from, to).trim() })),
  }
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

function isNothing(node: Node): boolean {
  return node.kind !== 'map' && node.kind !== 'list' && contentOf(node).trim() === ''
}
