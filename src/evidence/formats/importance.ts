import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { look } from '../alike.js'
import type { Place } from '../place.js'
import type { At, MapNode, Node } from '../tree.js'
import { mapOf, moved, textNode } from './build.js'
import { missing, shownIn } from './once.js'

/** The importance of one feature as a file states it; one without a name is a mistake that must not pass. */
export interface Stated {
  readonly name: string | undefined
  readonly value: Node
}

/** Where the importances of a file are looked for: `title` of its format, `key` they should stand under. */
export interface Source {
  readonly title: string
  readonly key: string
  readonly path: string
  readonly at: At
}

/** What an item states: its feature's name, and its value or that it has none. */
export function statedBy(item: Place, name: Place | undefined, value: Place | undefined): Stated {
  return { name: nameIn(name), value: value === undefined ? missing(item) : moved(value) }
}

/** Contributions to the prediction of one row, as the names that an explanation has for them. */
export function ofOneRow(weights: Node, method: string, at: At): [string, Node][] {
  return [
    ['local_importance', weights],
    ['samples', { kind: 'number', at, text: '1' }],
    ['method', textNode(method, at)],
  ]
}

/**
 * Importances by feature. None at all, one without the name of its feature, and two of features whose names look the
 * same are problems: else a feature could hide behind another one.
 */
export function importances(stated: readonly Stated[], { title, key, path, at }: Source): Result<MapNode> {
  if (stated.length === 0) return failed(problem('evidence.tool.nothing', { title, at: key }, { path }))
  const seen = new Map<string, Node>()
  const entries: [string, Node][] = []
  for (const { name, value } of stated) {
    const plain = look(name ?? '')
    if (name === undefined || plain === '') {
      return failed(problem('evidence.importance.nameless', { title }, { path, ...value.at }))
    }
    const first = seen.get(plain)
    if (first !== undefined) {
      const places = [first, value].map(shownIn(path))
      return failed(problem('evidence.importance.twice', { feature: name, places }, { path, ...value.at }))
    }
    seen.set(plain, value)
    entries.push([name, value])
  }
  return ok(mapOf(at, entries))
}

function nameIn(place: Place | undefined): string | undefined {
  const node = place?.node
  return node?.kind === 'text' || node?.kind === 'number' || node?.kind === 'boolean' ? node.text : undefined
}
