import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { clip, clipBytes } from '../../src/shared/clip.js'

const text = fc.string({ unit: 'binary', maxLength: 60 })

describe('clipBytes', () => {
  test('never exceeds the limit nor splits a character', () => {
    fc.assert(
      fc.property(text, fc.nat(80), (value, max) => {
        const cut = clipBytes(value, max)
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(max)
        expect(cut).not.toContain('\ufffd')
        if (cut !== value) expect(value.startsWith(cut.slice(0, -1))).toBe(true)
      }),
    )
  })

  test('counts bytes, not characters', () => {
    expect(clipBytes('통과통과', 12)).toBe('통과통과')
    expect(clipBytes('통과통과', 11)).toBe('통과…')
    expect(clipBytes('abcdef', 5, '..')).toBe('abc..')
    expect(clipBytes('abcdef', 1, '..')).toBe('')
  })
})

test('clip keeps whole characters', () => {
  expect(clip('abcd', 4)).toBe('abcd')
  expect(clip('abcde', 4)).toBe('abc…')
  expect(clip('ab👍cd', 4)).toBe('ab…')
})
