import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  ENFORCEMENTS,
  type Enforcement,
  ON_INSUFFICIENT,
  type OnInsufficient,
  OUTCOMES,
  type Outcome,
  VERDICTS,
} from '../../src/verdict/outcome.js'
import { decide, gravest, type JudgedGate, worstOutcome } from '../../src/verdict/verdict.js'

const one = (outcome: Outcome, enforcement: Enforcement = 'block', onInsufficient: OnInsufficient = 'warn') =>
  decide([{ enforcement, checks: [{ outcome }] }], onInsufficient)

describe('the verdict of one check', () => {
  test.each([
    ['pass', 'pass', 'pass', 'pass'],
    ['fail', 'fail', 'warn', 'pass'],
    ['missing', 'fail', 'warn', 'pass'],
    ['insufficient', 'warn', 'warn', 'pass'],
    ['error', 'error', 'error', 'error'],
    ['waived', 'pass', 'pass', 'pass'],
    ['not-applicable', 'error', 'error', 'error'],
  ] as const)('%s: block %s, warn %s, observe %s', (outcome, block, warn, observe) => {
    expect([one(outcome, 'block'), one(outcome, 'warn'), one(outcome, 'observe')]).toEqual([block, warn, observe])
  })

  test.each([
    ['fail', 'fail', 'warn', 'pass'],
    ['warn', 'warn', 'warn', 'pass'],
    ['pass', 'pass', 'pass', 'pass'],
  ] as const)('undecided with on-insufficient %s: block %s, warn %s, observe %s', (on, block, warn, observe) => {
    expect(ENFORCEMENTS.map((enforcement) => one('insufficient', enforcement, on))).toEqual([block, warn, observe])
  })
})

test('nothing checked is an error', () => {
  expect(decide([], 'pass')).toBe('error')
  expect(decide([{ enforcement: 'observe', checks: [] }], 'pass')).toBe('error')
  expect(gravest([])).toBe('error')
  expect(worstOutcome([])).toBe('error')
})

const check = fc.record({ outcome: fc.constantFrom(...OUTCOMES) })
const gate: fc.Arbitrary<JudgedGate> = fc.record({
  enforcement: fc.constantFrom(...ENFORCEMENTS),
  checks: fc.array(check, { minLength: 1, maxLength: 6 }),
})
const on = fc.constantFrom(...ON_INSUFFICIENT)
const rank = (verdict: (typeof VERDICTS)[number]) => VERDICTS.indexOf(verdict)
const judged = (gates: readonly JudgedGate[]) =>
  gates.some(({ checks }) => checks.some(({ outcome }) => outcome !== 'not-applicable'))

test('one more failing check never improves the verdict', () => {
  fc.assert(
    fc.property(
      fc.array(gate, { minLength: 1, maxLength: 5 }).filter(judged),
      gate,
      on,
      (gates, extra, onInsufficient) => {
        const failing = { ...extra, checks: [{ outcome: 'fail' as const }] }
        expect(rank(decide([...gates, failing], onInsufficient))).toBeGreaterThanOrEqual(
          rank(decide(gates, onInsufficient)),
        )
      },
    ),
  )
})

test('neither the order of gates and checks nor their grouping matters', () => {
  fc.assert(
    fc.property(fc.array(gate, { maxLength: 5 }), on, fc.infiniteStream(fc.nat()), (gates, onInsufficient, keys) => {
      const shuffled = gates
        .flatMap(({ enforcement, checks }) => checks.map((it) => ({ enforcement, checks: [it] })))
        .map((it) => ({ it, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ it }) => it)
      expect(decide(shuffled, onInsufficient)).toBe(decide(gates, onInsufficient))
    }),
  )
})
