import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { canonical } from '../../../src/gates/terms.js'
import { comparePolicies } from '../../../src/policy/compare/compare.js'
import type { Policy } from '../../../src/policy/policy.js'
import { type Change, opposite } from '../../../src/shared/change.js'
import { parsed } from '../../support/evidence.js'

/** A policy from data, where the data is one. */
function policyOf(data: unknown): Policy | undefined {
  const policy = parsed(JSON.stringify(data), 'p.yaml')
  return policy.ok ? policy.value : undefined
}

const hundredths = fc.integer({ min: 1, max: 99 }).map((n) => n / 100)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

const metric = fc.oneof(
  fc.record({
    min: optional(hundredths),
    above: optional(hundredths),
    max: optional(hundredths.map((n) => n + 1)),
    below: optional(hundredths.map((n) => n + 1)),
    'max-drop': optional(
      fc.oneof(
        hundredths,
        hundredths.map((n) => `${n}%`),
      ),
    ),
    'max-rise': optional(hundredths),
    unit: optional(fc.constantFrom('fraction', 'percent')),
  }),
  fc.tuple(fc.constantFrom('>=', '>'), hundredths).map(([sign, n]) => `${sign} ${n}`),
)
const rule = fc.record({
  metric: fc.constantFrom('m', 'n'),
  by: fc.constantFrom('g', 'h'),
  gap: optional(fc.record({ below: hundredths })),
  ratio: optional(fc.record({ min: hundredths })),
  worst: optional(fc.record({ min: hundredths })),
  unit: optional(fc.constantFrom('fraction', 'percent')),
})
const field = fc.oneof(
  fc.constantFrom('owner', 'limitations', 'license'),
  fc.record({
    field: fc.constantFrom('retraining', 'owner'),
    names: fc.subarray(['Squad', 'Team', 'Plan'], { minLength: 1 }),
  }),
)
const policyData = fc.record({
  model: optional(fc.constantFrom('a', 'b')),
  risk: optional(fc.constantFrom('minimal', 'limited', 'high')),
  evidence: optional(
    fc.record({
      metrics: fc.constantFrom('a.json', ['a.json', 'b.json'], { path: 'a.json', format: 'json' }),
      baseline: fc.constantFrom('b.json', { path: 'a.json', from: 'base' }),
    }),
  ),
  performance: optional(fc.dictionary(fc.constantFrom('r', 's', 't/u'), metric, { minKeys: 1 })),
  fairness: optional(fc.oneof(rule, fc.array(rule, { minLength: 1, maxLength: 3 }))),
  documentation: optional(fc.record({ require: fc.array(field, { minLength: 1, maxLength: 3 }) })),
  'on-insufficient': optional(fc.constantFrom('fail', 'warn', 'pass')),
})
/** Valid policies only. */
const policies = policyData.map(policyOf).filter((policy) => policy !== undefined)

const sides = (changes: readonly Change[]) =>
  changes.map(({ what, direction, base, head }) => canonical([what, direction, base, head])).sort()

describe('for all policies', () => {
  test('a policy differs from itself in nothing', () => {
    fc.assert(fc.property(policies, (policy) => expect(comparePolicies(policy, policy)).toEqual([])))
  })

  test('two that differ give a row at least, and the same rows with opposite directions the other way round', () => {
    fc.assert(
      fc.property(policies, policies, (base, head) => {
        const there = comparePolicies(base, head)
        expect(there.length > 0).toBe(canonical(base.resolved) !== canonical(head.resolved))
        const back = comparePolicies(head, base).map((change) => ({
          ...change,
          direction: opposite(change.direction),
          base: change.head,
          head: change.base,
        }))
        expect(sides(back as Change[])).toEqual(sides(there))
      }),
      { numRuns: 500 },
    )
  })

  test('every part of a policy counts: with one of its members left out there is a row', () => {
    fc.assert(
      fc.property(policyData, fc.nat(), (data, pick) => {
        const policy = policyOf(data)
        const paths = membersOf(JSON.parse(JSON.stringify(data)))
        const path = paths[pick % Math.max(1, paths.length)]
        const less = path === undefined ? undefined : policyOf(without(JSON.parse(JSON.stringify(data)), path))
        fc.pre(policy !== undefined && less !== undefined)
        if (canonical(policy?.resolved) === canonical(less?.resolved)) return
        if (policy !== undefined && less !== undefined) expect(comparePolicies(policy, less)).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

test('loosening any single bound is weaker, and nothing else changes', () => {
  const looser = fc.record({
    by: fc.integer({ min: 1, max: 50 }),
    option: fc.constantFrom('min', 'above', 'max', 'below', 'max-drop'),
  })
  fc.assert(
    fc.property(hundredths, hundredths, looser, (low, extra, { by, option }) => {
      const own = { min: low, below: low + extra, 'max-drop': extra }
      const before: Record<string, number> = {
        ...own,
        [option]: option === 'min' || option === 'above' ? low : low + extra,
      }
      const lower = option === 'min' || option === 'above'
      const after = { ...before, [option]: (before[option] ?? 0) + (lower ? -1 : 1) * (by / 100) }
      // Beside a tighter bound on the same side a looser one changes nothing that is demanded.
      const alone = ({ min, above, max, below, ...rest }: Record<string, number>) =>
        option === 'above'
          ? { above, below, ...rest }
          : option === 'max'
            ? { min, max, ...rest }
            : { min, below, ...rest }
      const [base, head] = [
        policyOf({ performance: { r: alone(before) } }),
        policyOf({ performance: { r: alone(after) } }),
      ]
      fc.pre(base !== undefined && head !== undefined)
      if (base === undefined || head === undefined) return
      expect(comparePolicies(base, head).map(({ direction }) => direction)).toEqual(['weaker'])
    }),
  )
})

type Path = readonly (string | number)[]

/** The path of every member of every mapping and list. */
function membersOf(data: unknown, at: Path = []): Path[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) => {
    const path = [...at, Array.isArray(data) ? Number(key) : key]
    return [path, ...membersOf(value, path)]
  })
}

function without(data: unknown, [key, ...rest]: Path): unknown {
  if (typeof data !== 'object' || data === null || key === undefined) return data
  if (Array.isArray(data)) {
    return rest.length === 0
      ? data.filter((_, index) => index !== key)
      : data.map((item: unknown, index) => (index === key ? without(item, rest) : item))
  }
  const entries = Object.entries(data).flatMap(([name, value]) =>
    name !== key ? [[name, value]] : rest.length === 0 ? [] : [[name, without(value, rest)]],
  )
  return Object.fromEntries(entries)
}
