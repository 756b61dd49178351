import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { closest } from '../../src/shared/nearest.js'

/** The textbook table, whole. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j))
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.NaN
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : 99
      table[i]?.splice(j, 1, Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swap))
    }
  }
  return at(a.length, b.length)
}

describe('closest', () => {
  test('offers a name exactly where the full table says it is near enough', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(word, word, (wanted, name) => {
        fc.pre(!wanted.startsWith(name) && !name.startsWith(wanted))
        const limit = Math.min(4, Math.max(1, Math.floor(wanted.length / 3)))
        expect(closest([name], wanted)).toEqual(distance(wanted, name) <= limit ? [name] : [])
      }),
      { numRuns: 3000 },
    )
  })

  test('orders by distance, then by name, and offers three at most', () => {
    expect(closest(['recoll', 'racoll', 'recall_', 'recall', 'rxxx'], 'recall')).toEqual([
      'recall',
      'recall_',
      'recoll',
    ])
    expect(closest(['b1', 'a1', 'd1', 'c1', 'b1'], 'x1')).toEqual(['a1', 'b1', 'c1'])
  })

  test.each([
    ['f1', 'f1_score'],
    ['f1_score', 'f1'],
    ['auc', 'test/roc_auc'],
    ['minimum', 'min'],
  ])('offers for %s the name %s that shares a word with it or begins alike', (wanted, name) => {
    expect(closest([name, 'unrelated'], wanted)).toEqual([name])
  })

  test('does not offer what only happens to hold the letters', () => {
    expect(closest(['staff1', 'x', ''], 'f1')).toEqual([])
  })
})
