import { type Location, shown } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import type { Place } from '../place.js'
import type { At, MapNode, Node, ScalarNode } from '../tree.js'
import { atOf, mapOf, refused } from './build.js'

/** What a file states twice or not at all: it stays under its name as a value that is none, with the reason. */

/**
 * A map in which a name that several entries have holds a refused value that names the first two places: which of them
 * is meant cannot be known. `path` is the file's.
 */
export function mapOnce(at: At, path: string, entries: Iterable<readonly [string, Node]>): MapNode {
  const stated = new Map<string, Node>()
  const again = new Map<string, Node>()
  for (const [name, value] of entries) {
    if (!stated.has(name)) stated.set(name, value)
    else if (!again.has(name)) again.set(name, value)
  }
  const once = [...stated].map(([name, first]): [string, Node] => {
    const second = again.get(name)
    if (second === undefined) return [name, first]
    return [name, refused(first, message('evidence.value.twice', { places: [first, second].map(shownIn(path)) }))]
  })
  return mapOf(at, once)
}

/** Stands for a value that an item should have and has not. */
export function missing(item: Place): ScalarNode {
  return { kind: 'refused', at: atOf(item), text: '', why: message('evidence.value.missing') }
}

/** Where a value of this file stands, in words: with its pointer where the file has no lines. */
export function shownIn(path: string): (node: Node) => string {
  return ({ at }) => {
    const place: Location = { path, ...at }
    return place.line === undefined ? `${place.path}${place.pointer ?? ''}` : shown(place)
  }
}
