import type { DemandedGate, Policy } from '../../policy/policy.js'
import type { Location } from '../../shared/location.js'

/**
 * The base's policy with its places in the base's commit, each with the line where the same demand, or what would hold
 * it, stands in the judged commit: that is where a reviewer can see it.
 */
export function relocated(base: Policy, head: Policy): Policy {
  return { ...base, gates: base.gates.map((gate) => relocatedGate(gate, head)) }
}

function relocatedGate(gate: DemandedGate, head: Policy): DemandedGate {
  const same = head.gates.find(({ id }) => id === gate.id)
  if (same === undefined) return gate
  const keys = keysByPointer(gate)
  const pointers = new Map(same.gate.terms?.(same.options).map(({ key, pointer }) => [key, pointer]))
  const judged = (pointer: string): Location => {
    const key = lookUp(keys, pointer)
    const at = same.locate((key === undefined ? undefined : pointers.get(key)) ?? '')
    return at.judged ?? at
  }
  return { ...gate, locate: (pointer) => ({ ...gate.locate(pointer), judged: judged(pointer) }) }
}

/** Which demand stands at a pointer; above a demand the first one there. */
function keysByPointer({ gate, options }: DemandedGate): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  for (const { key, pointer } of gate.terms?.(options) ?? []) {
    for (let at = pointer; at !== ''; at = above(at)) if (!keys.has(at)) keys.set(at, key)
  }
  return keys
}

function lookUp(keys: ReadonlyMap<string, string>, pointer: string): string | undefined {
  for (let at = pointer; at !== ''; at = above(at)) {
    const key = keys.get(at)
    if (key !== undefined) return key
  }
  return undefined
}

function above(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'))
}
