import { describe, expect, test } from '@jest/globals'
import { content, ids, map, plain, positions } from './support.js'

describe('values', () => {
  test.each<[string, ReturnType<typeof plain>]>([
    ['f1 = 0.810\nn = 1_000', map({ f1: '#0.810', n: '#1000' })],
    ['a = [0xFF, 0o17, 0b11, +1, -0.5e-3]', map({ a: ['#255', '#15', '#3', '#+1', '#-0.5e-3'] })],
    ['a = [nan, -inf, +inf]', map({ a: ['nonfinite:nan', 'nonfinite:-inf', 'nonfinite:+inf'] })],
    ['a = 1979-05-27T07:32:00Z\nb = 07:32:00', map({ a: '1979-05-27T07:32:00Z', b: '07:32:00' })],
    ['a = true\nb = """x\ny"""', map({ a: 'boolean:true', b: 'x\ny' })],
    ['eval.f1 = 0.8\n"x.y" = 1', map({ eval: map({ f1: '#0.8' }), 'x.y': '#1' })],
    ['[a.b]\nc = 1\n[a]\nd = 2', map({ a: map({ b: map({ c: '#1' }), d: '#2' }) })],
    [
      '[[p]]\nv = 1\n[[p]]\nv = 2\n[p.q]\nw = {x.y = 3}',
      map({ p: [map({ v: '#1' }), map({ v: '#2', q: map({ w: map({ x: map({ y: '#3' }) }) }) })] }),
    ],
    ['a = 1\r\nb = 2\r\n', map({ a: '#1', b: '#2' })],
    ['__proto__ = 1', new Map([['__proto__', '#1']])],
  ])('%j', async (text, expected) => {
    expect(plain(await content(text, 'm.toml'))).toEqual(expected)
  })

  test('positions', async () => {
    const text = 'a = 1\n[b]\n  "c" = {d = [2]}\n[[e.f]]\ng = "h"'
    expect(positions(await content(text, 'm.toml'))).toEqual([
      '{}@1:1',
      'a=@1:1',
      '1@1:5',
      'b=@2:2',
      '{}@2:2',
      'c=@3:3',
      '{}@3:9',
      'd=@3:10',
      '[]@3:14',
      '2@3:15',
      'e=@4:3',
      '{}@4:3',
      'f=@4:5',
      '[]@4:5',
      '{}@4:5',
      'g=@5:1',
      'h@5:5',
    ])
  })
})

describe('mistakes', () => {
  test.each([
    ['a = ', 'evidence.toml.syntax 1:5'],
    ['a = 1\na = 2', 'evidence.toml.syntax 2:1'],
    ['[a]\nb = 1\n[a.b]\nc = 1', 'evidence.toml.syntax 3:4'],
    ['a = 01', 'evidence.toml.syntax 1:5'],
  ])('%j: %s', async (text, expected) => {
    expect(await ids(text, 'm.toml')).toEqual([expected])
  })

  test.each([
    ['lists', `a = ${'['.repeat(64)}${']'.repeat(64)}`],
    ['dotted keys', `${'a.'.repeat(64)}b = 1`],
    ['headings', `[${'a.'.repeat(64)}b]\nc = 1`],
    ['inline tables', `a = ${'{b = '.repeat(64)}1${'}'.repeat(64)}`],
    ['lists beyond the stack', `a = ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ])('depth is limited in %s', async (_, text) => {
    const [problem] = await ids(text, 'm.toml')
    expect(problem?.split(' ')[0]).toBe('evidence.too-deep')
  })

  test('63 levels below the file are read', async () => {
    expect(await ids(`a = ${'['.repeat(63)}${']'.repeat(63)}`, 'm.toml')).toEqual([])
    expect(await ids(`${'a.'.repeat(63)}b = 1`, 'm.toml')).toEqual([])
  })
})

describe('a carriage return alone', () => {
  test.each([
    ['f1 = 0.9\n# was\rf1 = 0.1\n', '2:6'],
    ['f1 = 0.9\rauc = 0.1\r', '1:9'],
    ['a = 1\r\n\r\r\n', '2:1'],
  ])('%j is refused', async (text, at) => {
    expect(await ids(text, 'm.toml')).toEqual([`evidence.line-ends ${at}`])
  })
})
