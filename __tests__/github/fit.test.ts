import { describe, expect, test } from '@jest/globals'
import { fitBytes, fitTitle, wire } from '../../src/github/fit.js'

describe('cutting text', () => {
  test('text that fits stays as it is', () => {
    expect(fitBytes('한국어', 9)).toBe('한국어')
  })

  test.each([...Array(12).keys()].map((extra) => 20 + extra))('%d bytes are kept to between code points', (max) => {
    const cut = fitBytes('모델 카드 𝄞𝄞𝄞 model card 한국어', max)
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(max)
    expect(cut.endsWith('…')).toBe(true)
    expect(cut).not.toContain('\ufffd')
  })

  test('a title keeps to 255 characters and stays well-formed', () => {
    const cut = fitTitle('𝄞'.repeat(200))
    expect(cut.length).toBeLessThanOrEqual(255)
    expect(Buffer.from(cut).toString()).toBe(cut)
    expect(fitTitle('short')).toBe('short')
  })
})

describe('an annotation', () => {
  const base = { level: 'failure', title: 'f1', message: 'too low' } as const

  test('takes the form the API asks for', () => {
    expect(wire({ ...base, at: { path: 'outputs/metrics.json', line: 2, column: 9 } })).toEqual({
      path: 'outputs/metrics.json',
      start_line: 2,
      end_line: 2,
      start_column: 9,
      end_column: 9,
      annotation_level: 'failure',
      title: 'f1',
      message: 'too low',
    })
  })

  test.each([
    ['./a/b.json', 'a/b.json'],
    ['/a//b.json', 'a/b.json'],
    ['a\\b.json', 'a/b.json'],
  ])('the path %s becomes %s', (path, expected) => {
    expect(wire({ ...base, at: { path } })?.path).toBe(expected)
  })

  test.each(['', '.', '/', '../a.json', 'a/../../b', 'a\nb'])('the path %j has no place in the repository', (path) => {
    expect(wire({ ...base, at: { path } })).toBeUndefined()
  })

  test.each([undefined, 0, -1, 1.5, Number.NaN])('without a usable line (%p) it stands on the first', (line) => {
    const at = line === undefined ? { path: 'a' } : { path: 'a', line, column: 4 }
    expect(wire({ ...base, at })).toMatchObject({ start_line: 1, end_line: 1 })
    expect(wire({ ...base, at })).not.toHaveProperty('start_column')
  })

  test.each([0, -3])('the column %d is left out', (column) => {
    const sent = wire({ ...base, at: { path: 'a', line: 3, column } })
    expect(sent).not.toHaveProperty('start_column')
    expect(sent).not.toHaveProperty('end_column')
  })

  test('its texts are cut to the limits; a blank message is replaced by the title', () => {
    const sent = wire({ level: 'notice', at: { path: 'a' }, title: 't'.repeat(300), message: '가'.repeat(40_000) })
    expect(sent?.title).toHaveLength(255)
    expect(Buffer.byteLength(sent?.message ?? '')).toBeLessThanOrEqual(64 * 1024)
    expect(wire({ level: 'notice', at: { path: 'a' }, title: 'only this', message: ' ' })?.message).toBe('only this')
    expect(wire({ level: 'notice', at: { path: 'a' }, title: '', message: '' })).toBeUndefined()
  })
})
