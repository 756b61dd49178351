/** A place that one person has to fill. */
export interface Place {
  readonly group: number
}

/**
 * As many places filled as possible, each by a person of its own (augmenting paths, as Kuhn's algorithm has it: whoever
 * fills a place may have to move to another, so that no choice made early keeps a place empty that could be filled).
 * Gives the person at each place; earlier places are filled first, and by earlier people. The result is the same for
 * the same order of both.
 */
export function fill(
  places: readonly Place[],
  people: readonly string[],
  mayFill: (group: number, person: string) => boolean,
): (string | undefined)[] {
  const at = new Map<string, number>()
  for (const place of places.keys()) augment(place, new Set())

  function augment(place: number, seen: Set<string>): boolean {
    const group = places[place]?.group ?? -1
    for (const person of people) {
      if (seen.has(person) || !mayFill(group, person)) continue
      seen.add(person)
      const held = at.get(person)
      if (held === undefined || augment(held, seen)) {
        at.set(person, place)
        return true
      }
    }
    return false
  }

  const filled = new Map([...at].map(([person, place]) => [place, person]))
  return places.map((_, place) => filled.get(place))
}
