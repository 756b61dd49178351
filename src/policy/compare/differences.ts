import type { Term } from '../../gates/terms.js'
import type { Change } from '../../shared/change.js'
import { opposite } from '../../shared/change.js'
import { compareText, type Location } from '../../shared/location.js'
import { addedDirection, directionOf } from './direction.js'

/** Where a pointer below the compared part stands in the head's policy. */
export type Locate = (pointer: string) => Location

/** A row for each demand that differs, in order of what it is about; the order in which demands are given is none. */
export function differences(base: readonly Term[], head: readonly Term[], locate: Locate, gate?: string): Change[] {
  const before = new Map(base.map((term) => [term.key, term]))
  const after = new Map(head.map((term) => [term.key, term]))
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort(compareText)
  return keys.flatMap((key) =>
    rowOf(before.get(key), after.get(key), locate).map((row) => ({ ...row, name: nameOf(key, gate) })),
  )
}

/**
 * A demand's name by the keys of the policy, as in the ids of checks: `performance/f1`, `fairness/accuracy/gender/gap`,
 * `enforcement/performance`. The keys of a gate's demands are lists as JSON.
 */
export function nameOf(key: string, gate?: string): string {
  return gate === undefined ? key : [gate, ...segmentsIn(key)].join('/')
}

function segmentsIn(key: string): string[] {
  const parts = listIn(key)
  return parts
    .flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : [part]))
    .map(String)
    .filter((part) => part !== '')
}

function listIn(key: string): readonly unknown[] {
  if (!key.startsWith('[')) return [key]
  try {
    return [JSON.parse(key)].flat()
  } catch {
    // A name that begins with a bracket.
    return [key]
  }
}

function rowOf(base: Term | undefined, head: Term | undefined, locate: Locate): Change[] {
  if (head === undefined) {
    if (base === undefined) return []
    const direction = opposite(addedDirection(base.value))
    return [{ what: base.what, base: base.value.shown, direction, at: locate(parentOf(base.pointer)) }]
  }
  const at = locate(head.pointer)
  if (base === undefined) {
    return [{ what: head.what, head: head.value.shown, direction: addedDirection(head.value), at }]
  }
  const direction = directionOf(base.value, head.value)
  if (direction === undefined) return []
  // Two demands may read alike and still be written differently; then the writing is shown.
  const alike = base.value.shown === head.value.shown
  const shown = alike ? (['written', 'written'] as const) : (['shown', 'shown'] as const)
  const values = { base: base.value[shown[0]], head: head.value[shown[1]] }
  return [
    {
      what: head.what,
      ...values,
      direction,
      at,
      ...(alike && sameBounds(base.value, head.value) && { alike: true as const }),
    },
  ]
}

/** What held something that is gone: an item of a list has no place of its own, as another one may stand there now. */
function parentOf(pointer: string): string {
  return /^(.*?)\/[0-9]+(?:\/|$)/.exec(pointer)?.[1] ?? pointer
}

function sameBounds(base: Term['value'], head: Term['value']): boolean {
  return base.kind === 'bounds' && head.kind === 'bounds' && base.unit === head.unit
}
