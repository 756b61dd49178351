import { describe, expect, test } from '@jest/globals'
import { canonical } from '../../src/gates/terms.js'
import { comparePolicies } from '../../src/policy/compare/compare.js'
import { policySchema } from '../../src/policy/schema.js'
import { allGates } from '../support/evidence.js'

type Schema = Readonly<Record<string, unknown>>

const { $defs } = policySchema(allGates) as { $defs: Record<string, Schema> }

function schemaOf(value: unknown): Schema {
  const schema = (typeof value === 'object' && value !== null ? value : {}) as Schema
  const name = typeof schema.$ref === 'string' ? schema.$ref.replace('#/$defs/', '') : undefined
  return name === undefined ? schema : ($defs[name] ?? {})
}

/** Data with every option that a schema allows; `other` gives other values in the same places. */
function sample(value: unknown, other: boolean): unknown {
  const schema = schemaOf(value)
  const types = [schema.type].flat()
  if (Array.isArray(schema.enum)) return schema.enum.at(other ? -1 : 0)
  if (types.includes('object')) {
    const members = Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, sample(inner, other)])
    const { additionalProperties } = schema
    const free = typeof additionalProperties === 'object' ? [['m', sample(additionalProperties, other)]] : []
    return Object.fromEntries([...members, ...free])
  }
  if (types.includes('array')) return [sample(schema.items, other)]
  if (types.includes('number') || types.includes('integer')) return other ? 0.25 : 0.5
  if (types.includes('boolean')) return other
  return other ? 'b' : 'a'
}

type Path = readonly string[]

function leavesOf(data: unknown, at: Path = []): Path[] {
  if (typeof data !== 'object' || data === null) return [at]
  return Object.entries(data).flatMap(([key, value]) => leavesOf(value, [...at, key]))
}

function read(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    data,
  )
}

/** The data with another value in one place, or without what stands there. */
function changed(data: unknown, path: Path, value: unknown): unknown {
  const copy: unknown = structuredClone(data)
  const parent = read(copy, path.slice(0, -1)) as Record<string, unknown>
  const key = path.at(-1) ?? ''
  if (value === undefined) delete parent[key]
  else parent[key] = value
  return copy
}

describe.each(allGates.map((gate) => [gate.id, gate] as const))('the gate %s', (id, gate) => {
  const whole = sample(gate.schema, false)
  const others = sample(gate.schema, true)
  const compared = (options: unknown) => ({
    gates: [{ id, gate, options: options as never, enforcement: 'block' as const, locate: () => ({ path: 'p' }) }],
    resolved: { [id]: options },
    locate: () => ({ path: 'p' }),
  })
  const leaves = leavesOf(whole)

  test('has options to compare', () => {
    expect(leaves.length).toBeGreaterThan(1)
    expect(comparePolicies(compared(whole), compared(whole))).toEqual([])
  })

  test.each(leaves.map((path) => [path.join('/'), path] as const))('tells of another %s', (_name, path) => {
    const other = changed(whole, path, read(others, path))
    expect(comparePolicies(compared(whole), compared(other))).not.toEqual([])
  })

  test('tells of each option left out, and of it added', () => {
    // What identifies a demand, or must be there, cannot be left out.
    const optional = leaves.filter((path) => !/^(?:metric|by|field|\d+)$/.test(path.at(-1) ?? ''))
    for (const path of optional) {
      const less = changed(whole, path, undefined)
      expect([path, comparePolicies(compared(whole), compared(less))]).not.toEqual([path, []])
      expect([path, comparePolicies(compared(less), compared(whole))]).not.toEqual([path, []])
    }
  })

  test('tells of each beside another difference, too: none hides behind the other', () => {
    for (const first of leaves) {
      const marked = changed(whole, first, read(others, first))
      const alone = canonical(comparePolicies(compared(whole), compared(marked)))
      for (const path of leaves.filter((other) => other !== first)) {
        const both = changed(marked, path, read(others, path))
        expect([first, path, canonical(comparePolicies(compared(whole), compared(both)))]).not.toEqual([
          first,
          path,
          alone,
        ])
      }
    }
  })
})
