import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { aucOf, pairedAuc, pairedAucInterval } from '../../src/stats/auc.js'

const rows = fc
  .array(fc.record({ label: fc.nat(1), a: fc.integer({ min: -5, max: 5 }), b: fc.double({ noNaN: true }) }), {
    minLength: 4,
    maxLength: 60,
  })
  .filter((drawn) => drawn.filter(({ label }) => label === 1).length > 1 && drawn.some(({ label }) => label === 0))

type Row = { label: number; a: number; b: number }
const labelsOf = (drawn: readonly Row[]) => Uint8Array.from(drawn, ({ label }) => label)
const scoresOf = (drawn: readonly Row[], key: 'a' | 'b') => Float64Array.from(drawn, (row) => row[key])

test('is the share of pairs in the right order, ties counting half', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('a' as const, 'b' as const), (drawn, key) => {
      let right = 0
      let pairs = 0
      for (const x of drawn.filter(({ label }) => label === 1))
        for (const y of drawn.filter(({ label }) => label === 0)) {
          pairs += 1
          right += x[key] > y[key] ? 1 : x[key] === y[key] ? 0.5 : 0
        }
      expect(aucOf(labelsOf(drawn), scoresOf(drawn, key))?.auc).toBeCloseTo(right / pairs, 14)
    }),
  )
})

test('does not change with the order of rows, and is mirrored by exchanged classes', () => {
  fc.assert(
    fc.property(rows, (drawn) => {
      const there = aucOf(labelsOf(drawn), scoresOf(drawn, 'a'))
      const reversed = drawn.toReversed()
      const back = aucOf(labelsOf(reversed), scoresOf(reversed, 'a'))
      expect(back?.auc).toBe(there?.auc)
      expect(back?.variance ?? -1).toBeCloseTo(there?.variance ?? -1, 14)
      const exchanged = aucOf(
        labelsOf(drawn).map((label) => 1 - label),
        scoresOf(drawn, 'a'),
      )
      expect(exchanged?.auc).toBeCloseTo(1 - (there?.auc ?? 0), 14)
      expect(exchanged?.variance ?? -1).toBeCloseTo(there?.variance ?? -1, 14)
    }),
  )
})

test('never is not a number', () => {
  fc.assert(
    fc.property(rows, (drawn) => {
      const paired = pairedAuc(labelsOf(drawn), scoresOf(drawn, 'a'), scoresOf(drawn, 'b'))
      expect(paired).toBeDefined()
      for (const value of Object.values(paired ?? {})) expect(value).not.toBeNaN()
    }),
  )
})

test('of one class, or of a score that is not a number, is undefined', () => {
  expect(aucOf(Uint8Array.of(1, 1), Float64Array.of(0, 1))).toBeUndefined()
  expect(aucOf(Uint8Array.of(), Float64Array.of())).toBeUndefined()
  expect(aucOf(Uint8Array.of(1, 0), Float64Array.of(0, Number.NaN))).toBeUndefined()
  expect(aucOf(Uint8Array.of(1, 0), Float64Array.of(0))).toBeUndefined()
  expect(aucOf(Uint8Array.of(1, 0, 2), Float64Array.of(0, 1, 2))).toBeUndefined()
})

test('with a single row of a class has no variance', () => {
  const found = aucOf(Uint8Array.of(1, 0, 0), Float64Array.of(2, 1, 3))
  expect(found).toEqual({ auc: 0.5, positives: 1, negatives: 2 })
})

test('models that rank alike do not differ: z is 0 and p is 1', () => {
  const labels = Uint8Array.of(0, 1, 0, 1, 1)
  const first = Float64Array.of(1, 2, 3, 4, 5)
  const paired = pairedAuc(
    labels,
    first,
    first.map((score) => 10 * score),
  )
  expect(paired).toMatchObject({ difference: 0, variance: 0, z: 0, p: 1 })
  expect(paired && pairedAucInterval(paired, 0.95)).toBeUndefined()
})

test('a perfect model against one that says nothing has no p-value', () => {
  const labels = Uint8Array.of(0, 0, 1, 1)
  const paired = pairedAuc(labels, Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 1, 1, 1))
  expect(paired).toMatchObject({ difference: 0.5, variance: 0 })
  expect(paired?.p).toBeUndefined()
})
