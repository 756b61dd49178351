import { describe, expect, test } from '@jest/globals'
import { worked } from '../../support/worked.js'
import { content, ids, map, plain, positions, problems } from './support.js'

describe('values', () => {
  test.each<[string, ReturnType<typeof plain>]>([
    ['f1: 0.810\nn: 1e3', map({ f1: '#0.810', n: '#1e3' })],
    [
      '[010, 0x1F, 0o17, -.5, +1., .inf, -.INF, .nan]',
      ['#010', '#31', '#15', '#-.5', '#+1.', 'nonfinite:.inf', 'nonfinite:-.INF', 'nonfinite:.nan'],
    ],
    ['[1_000, yes, no, 2022-06-01, "0.9", 1e-3]', ['1_000', 'yes', 'no', '2022-06-01', '0.9', '#1e-3']],
    ['[true, False, null, ~]', ['boolean:true', 'boolean:false', 'null:null', 'null:~']],
    ['a:\nb: ""', map({ a: 'null:', b: '' })],
    ['0: x\n1.10: y\ntrue: z\n"0.0": q', map({ '0': 'x', '1.10': 'y', true: 'z', '0.0': 'q' })],
    ['a: !!str 1.10\nb: !!float 3.5', map({ a: '1.10', b: '#3.5' })],
    ['a: 1e400', map({ a: 'nonfinite:1e400' })],
    [`a: 0x${'F'.repeat(500)}`, map({ a: `nonfinite:0x${'F'.repeat(398)}` })],
    ['%YAML 1.1\n---\na: yes\n<<: {b: 1}', map({ a: 'yes', '<<': map({ b: '#1' }) })],
    ['---\na: 1\n...\n', map({ a: '#1' })],
    ['\uFEFFa: 1\r\nb: |\r\n  x\r\n  y\r\n', map({ a: '#1', b: 'x\ny\n' })],
    ['__proto__: 1', new Map([['__proto__', '#1']])],
    ['0.602818', '#0.602818'],
  ])('%j', async (text, expected) => {
    expect(plain(await content(text, 'm.yaml'))).toEqual(expected)
  })

  test('positions', async () => {
    const text = '# c\na: 1\r\nb:\n  - x\n  - {c: "d"}\n'
    expect(positions(await content(text, 'm.yml'))).toEqual([
      '{}@2:1',
      'a=@2:1',
      '1@2:4',
      'b=@3:1',
      '[]@4:3',
      'x@4:5',
      '{}@5:5',
      'c=@5:6',
      'd@5:9',
    ])
  })
})

describe('mistakes', () => {
  test.each([
    ['a: &x 1\nb: *x', 'evidence.yaml.alias 2:4'],
    ['a: 1\nb: {c: 1, c: 2}', 'evidence.duplicate-key 2:11'],
    ['1: a\n"1": b', 'evidence.duplicate-key 2:1'],
    ['a: !secret x', 'evidence.yaml.tag 1:12'],
    ['a: !!binary aGk=', 'evidence.yaml.tag 1:13'],
    ['a: !!python/object:os.system {}', 'evidence.yaml.tag 1:30'],
    ['a: 1\n---\nb: 2', 'evidence.yaml.documents 2:1'],
    ['# nothing', 'evidence.empty -:-'],
    ['a:\n\tb: 1', 'evidence.yaml.tab 2:1'],
    ['a: b: c', 'evidence.yaml.nested 1:4'],
    ['a: 1\n b: 2', 'evidence.yaml.nested 1:4'],
    ['a:1\nb: 2', 'evidence.yaml.no-colon 1:1'],
    ['a: 1\nb\nc: 2', 'evidence.yaml.syntax 2:1'],
    ['a: [1', 'evidence.yaml.syntax 1:6'],
    ['? [a]\n: b', 'evidence.yaml.key 1:3'],
  ])('%j: %s', async (text, expected) => {
    expect(await ids(text, 'm.yaml')).toEqual([expected])
  })

  test('a duplicate names both lines', async () => {
    const [found] = await problems('f1: 1\nauc: 2\nf1: 3\n', 'm.yaml')
    expect(found?.message.params).toEqual({ key: 'f1', first: 1, second: 3 })
  })
})

describe('hostile files', () => {
  test('an alias bomb is refused at its first alias', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}1]`)
    const [first] = await ids(`a0: &a0 [1]\n${lines.join('\n')}`, 'm.yaml')
    expect(first).toBe('evidence.yaml.alias 2:10')
  })

  test.each([
    ['[', 64, '', ']'],
    ['{a: ', 64, '1', '}'],
    ['- ', 64, '1', ''],
  ])('depth is limited: %s', async (open, depth, core, close) => {
    const nested = (levels: number) => `${open.repeat(levels)}${core}${close.repeat(levels)}`
    expect(await ids(nested(depth), 'm.yaml')).toEqual([])
    const [problem, ...others] = await ids(nested(depth + 1), 'm.yaml')
    expect([problem?.split(' ')[0], others]).toEqual(['evidence.too-deep', []])
  })

  test.each(['[', '{a: ', '- ', '? '])('a megabyte of %j ends at once', async (open) => {
    const start = worked()
    const [problem] = await ids(open.repeat(1_000_000 / open.length), 'm.yaml')
    expect(problem?.split(' ')[0]).toBe('evidence.too-deep')
    expect(worked() - start).toBeLessThan(3000)
  })

  test('many keys take no quadratic time', async () => {
    const text = Array.from({ length: 30_000 }, (_, i) => `key${i}: ${i}`).join('\n')
    const start = worked()
    await content(text, 'm.yaml')
    expect(worked() - start).toBeLessThan(10_000)
  })
})

describe('a carriage return alone', () => {
  test.each([
    ['f1: 0.9\n# was\rf1: 0.1\n', '2:6'],
    ['f1: 0.9\rauc: 0.1\r', '1:8'],
    ['a: 1\r\n\r\r\n', '2:1'],
  ])('%j is refused', async (text, at) => {
    expect(await ids(text, 'm.yaml')).toEqual([`evidence.line-ends ${at}`])
  })
})

test.each([
  ['values', `[${'a,'.repeat(1_000_000)}]`],
  ['commas', `[${','.repeat(2_000_000)}]`],
  ['items', '-\n'.repeat(1_000_000)],
])('two megabytes of %s are given up early', async (_, text) => {
  const start = worked()
  expect(await ids(text, 'm.yaml')).toEqual(['evidence.too-many -:-'])
  expect(worked() - start).toBeLessThan(3000)
})
