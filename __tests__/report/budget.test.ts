import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bytes, fitSections, listWithin } from '../../src/report/budget.js'

const text = fc.string({ unit: 'binary', maxLength: 60 })

describe('listWithin', () => {
  const list = (rows: readonly string[]) => ({
    head: 'head\n',
    rows,
    count: rows.length,
    more: (left: number) => `and ${left} more\n`,
    tail: 'tail',
  })

  test('holds every row where there is room to the byte', () => {
    expect(listWithin(list(['one\n', 'two\n']), 17)).toBe('head\none\ntwo\ntail')
    expect(listWithin(list(['one\n', 'two\n']), 16)).toBeUndefined()
  })

  test('says how many are left out, within the budget', () => {
    fc.assert(
      fc.property(fc.array(text), fc.nat(400), (rows, max) => {
        const listed = listWithin(list(rows), max)
        if (listed === undefined) return
        expect(bytes(listed)).toBeLessThanOrEqual(max)
        const kept = rows.findIndex((_, index) => listed.endsWith(`and ${rows.length - index} more\ntail`))
        expect(listed.startsWith(`head\n${rows.slice(0, kept < 0 ? rows.length : kept).join('')}`)).toBe(true)
      }),
    )
  })

  test('does not read rows that have no room', () => {
    let read = 0
    const endless = function* () {
      for (;;) {
        read += 1
        yield 'row\n'
      }
    }
    const listed = listWithin({ ...list([]), rows: endless(), count: 5_000 }, 60)
    expect(listed).toContain('more')
    expect(read).toBeLessThan(20)
  })
})

describe('fitSections', () => {
  const section = (short: string, long: string, priority: number) => ({
    short,
    priority,
    full: (max: number) => (bytes(long) <= max ? long : undefined),
  })

  test('gives room by priority and keeps the order', () => {
    const sections = [section('a', 'AAAAAA', 2), section('b', 'BBBBBB', 1)]
    expect(fitSections(sections, 14, '\n')).toBe('AAAAAA\nBBBBBB')
    expect(fitSections(sections, 10, '\n')).toBe('a\nBBBBBB')
    expect(fitSections(sections, 4, '\n')).toBe('a\nb')
    expect(fitSections(sections, 3, '\n')).toBeUndefined()
  })

  test('is never over the budget', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, fc.nat(3))), fc.nat(500), (parts, max) => {
        const sections = parts.map(([short, long, priority]) => section(short, long, priority))
        const joined = fitSections(sections, max, '\n\n')
        if (joined !== undefined) expect(bytes(joined)).toBeLessThanOrEqual(max)
      }),
    )
  })
})
