import type { Node } from '../tree.js'

/** What recognisers ask of a tree: nothing is read, only looked at. */

/** What stands under a path of keys; a number is a position in a list. */
export function at(node: Node | undefined, ...path: readonly (string | number)[]): Node | undefined {
  return path.reduce<Node | undefined>((found, step) => {
    if (typeof step === 'number') return found?.kind === 'list' ? found.items[step] : undefined
    return found?.kind === 'map' ? found.entries.get(step)?.value : undefined
  }, node)
}

/** Whether a map or list stands there, as the kind says. */
export function isKind(kind: Node['kind'], node: Node | undefined, ...path: readonly (string | number)[]): boolean {
  return at(node, ...path)?.kind === kind
}

/** Whether all keys are there, whatever they hold. */
export function hasKeys(node: Node | undefined, ...keys: readonly string[]): boolean {
  return node?.kind === 'map' && keys.every((key) => node.entries.has(key))
}

/** The text under a path; undefined where there is none. */
export function textAt(node: Node | undefined, ...path: readonly (string | number)[]): string | undefined {
  const found = at(node, ...path)
  return found?.kind === 'text' ? found.text : undefined
}
