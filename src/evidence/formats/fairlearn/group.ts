import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import type { Place } from '../../place.js'
import type { At, MapNode, Node } from '../../tree.js'
import { mapOf } from '../build.js'
import { shownIn } from '../once.js'

export const TITLE = 'Fairlearn MetricFrame'

/** A group by name, and what stands for it. */
export interface Named {
  readonly name: string
  readonly node: Node
}

/** Groups by name; two of one name are a problem that names both places. */
export function uniqueGroups(groups: readonly Named[], at: At, path: string): Result<MapNode> {
  const seen = new Map<string, Node>()
  for (const { name, node } of groups) {
    const first = seen.get(name)
    if (first !== undefined) {
      const places = [first, node].map(shownIn(path))
      return failed(problem('evidence.groups.twice', { group: name, places }, { path, ...node.at }))
    }
    seen.set(name, node)
  }
  return ok(mapOf(at, seen))
}

/** A label as text; empty where it is none. */
export function shown(place: Place | undefined): string {
  return place !== undefined && 'text' in place.node ? place.node.text : ''
}
