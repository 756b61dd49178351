import type { Node } from '../../tree.js'
import { at, isKind, textAt } from '../shape.js'

/** Keys that people save `as_list()` under. */
export const KEYS = ['as_list', 'explanation', 'lime']

/** Whether a file is a list of pairs that nothing but a condition tells from importances of the whole model: it has one. */
export function areConditions(node: Node | undefined): boolean {
  return isPairs(node) && namesIn(node).some(isCondition)
}

/** Whether it is one without any. */
export function arePairs(node: Node | undefined): boolean {
  return isPairs(node) && !areConditions(node)
}

function namesIn(pairs: Node | undefined): string[] {
  return pairs?.kind === 'list' ? pairs.items.flatMap((item) => textAt(item, 0) ?? []) : []
}

/** Whether every item is a text and a weight, and one weight at least is a number. */
export function isPairs(node: Node | undefined): boolean {
  if (node?.kind !== 'list') return false
  const weights = node.items.map((item) => at(item, 1))
  return (
    weights.some((weight) => weight?.kind === 'number') &&
    weights.every((weight) => ['number', 'nonfinite', 'null'].includes(weight?.kind ?? '')) &&
    node.items.every((item) => item.kind === 'list' && item.items.length === 2 && isKind('text', item, 0))
  )
}

/** A name with a comparison on one side of it or on both: `tenure <= 12.00`, `1.00 < tenure <= 5.00`, `gender=F`. */
const CONDITION = /^(?:-?[\d.]+(?:e[-+]?\d+)?\s*<=?\s*)?(.{1,200}?)\s*(?:<=|>=|[<>=])\s*\S.*$/is

/** Whether a name is a condition of LIME. */
export function isCondition(name: string): boolean {
  return CONDITION.test(name)
}

/** The feature that a condition of LIME is about. */
export function featureIn(condition: string): string {
  return CONDITION.exec(condition)?.[1]?.trim() ?? condition
}
