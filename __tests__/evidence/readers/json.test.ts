import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Node } from '../../../src/evidence/tree.js'
import { worked } from '../../support/worked.js'
import { content, ids, map, plain, positions, problems } from './support.js'

/** What `JSON.parse` gives, in the form of a tree; `-0` and exponents are compared as numbers. */
function asJson(node: Node): unknown {
  switch (node.kind) {
    case 'map': {
      const object: Record<string, unknown> = Object.create(null)
      for (const [key, { value }] of node.entries) object[key] = asJson(value)
      return object
    }
    case 'list':
      return node.items.map(asJson)
    case 'number':
      return JSON.parse(node.text)
    case 'text':
      return node.text
    case 'boolean':
      return node.text === 'true'
    case 'null':
      return null
    case 'nonfinite':
    case 'refused':
      return 'not a number'
  }
}

function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes)
  if (typeof value !== 'object' || value === null) return value
  const object: Record<string, unknown> = Object.create(null)
  for (const key of Object.keys(value)) object[key] = withoutPrototypes((value as Record<string, unknown>)[key])
  return object
}

describe('values', () => {
  test.each<[string, ReturnType<typeof plain>]>([
    ['{"f1": 0.810, "n": 1e3}', map({ f1: '#0.810', n: '#1e3' })],
    ['[0.95, -0, 12345678901234567890]', ['#0.95', '#-0', '#12345678901234567890']],
    ['[NaN, Infinity, -Infinity]', ['nonfinite:NaN', 'nonfinite:Infinity', 'nonfinite:-Infinity']],
    ['[1e400, -1e309, 1e308, 1e-320]', ['nonfinite:1e400', 'nonfinite:-1e309', '#1e308', '#1e-320']],
    [`[${'9'.repeat(401)}]`, [`nonfinite:${'9'.repeat(401)}`]],
    [`[0.${'3'.repeat(350)}]`, [`#0.${'3'.repeat(350)}`]],
    ['[true, false, null, "true"]', ['boolean:true', 'boolean:false', 'null:null', 'true']],
    ['"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00"', '"\\/\b\f\n\r\té😀'],
    ['"\\ud800"', '\ud800'],
    ['{}', map({})],
    ['[[], {}]', [[], map({})]],
    ['{"": 1}', map({ '': '#1' })],
    ['\uFEFF{"a":\r\n1}\r\n', map({ a: '#1' })],
  ])('%s', async (text, expected) => {
    expect(plain(await content(text, 'm.json'))).toEqual(expected)
  })

  test('keys keep the order of the file, also where they look like integers', async () => {
    const node = await content('{"10": 1, "2": 2, "b": 3, "a": 4}', 'm.json')
    expect(node.kind === 'map' && [...node.entries.keys()]).toEqual(['10', '2', 'b', 'a'])
  })

  test('__proto__ and constructor are keys like any other', async () => {
    const node = await content('{"__proto__": {"polluted": 1}, "constructor": 2}', 'm.json')
    expect(node.kind === 'map' && [...node.entries.keys()]).toEqual(['__proto__', 'constructor'])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('whatever JSON.stringify writes is read as the same value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 2, '\t'), async (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(asJson(await content(text, 'm.json'))).toEqual(withoutPrototypes(JSON.parse(text)))
      }),
      { numRuns: 300 },
    )
  })

  test('no text makes the reader throw', async () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '\n',
      ' ',
      'NaN',
      '-',
      '1',
      '.5',
      'e',
      'true',
      "'",
      '\u2028',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        const found = await ids(pieces.join(''), 'm.json')
        expect(found.filter((id) => id.startsWith('evidence.unreadable'))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('positions', () => {
  test.each([
    [
      '{"a": 1,\n  "b": [true,\n\n {"c": "x"}]}',
      ['{}@1:1', 'a=@1:2', '1@1:7', 'b=@2:3', '[]@2:8', 'true@2:9', '{}@4:2', 'c=@4:3', 'x@4:8'],
    ],
    ['{\r\n\t"a":\r\n1}', ['{}@1:1', 'a=@2:2', '1@3:1']],
    ['{\r"a": 1}', ['{}@1:1', 'a=@2:1', '1@2:6']],
    ['\uFEFF\n [1]', ['[]@2:2', '1@2:3']],
  ])('%j', async (text, expected) => {
    expect(positions(await content(text, 'm.json'))).toEqual(expected)
  })
})

describe('mistakes', () => {
  test.each([
    ['{"a": ', 'evidence.json.unexpected 1:7'],
    ['{"a" 1}', 'evidence.json.unexpected 1:6'],
    ['{"a": 1,}', 'evidence.json.unexpected 1:9'],
    ['{"a": 1 "b": 2}', 'evidence.json.unexpected 1:9'],
    ['{a: 1}', 'evidence.json.unexpected 1:2'],
    ['[1, 2', 'evidence.json.unexpected 1:6'],
    ['[1,]', 'evidence.json.unexpected 1:4'],
    ['{"a":\n 01}', 'evidence.json.unexpected 2:3'],
    ['{"a": +1}', 'evidence.json.unexpected 1:7'],
    ['{"a": .5}', 'evidence.json.unexpected 1:7'],
    ['{"a": // why\n1}', 'evidence.json.unexpected 1:7'],
    ['"a\nb"', 'evidence.json.unexpected 1:3'],
    ['"\\x"', 'evidence.json.unexpected 1:2'],
    ['"\\u12"', 'evidence.json.unexpected 1:2'],
    ['"abc', 'evidence.json.unexpected 1:5'],
    ['{"a":1} x', 'evidence.json.trailing 1:9'],
    ['{"a":1}}', 'evidence.json.trailing 1:8'],
    ['{"a":1}\n{"a":2}\n', 'evidence.json.lines 2:1'],
    ["{'a': 1}", 'evidence.json.python 1:2'],
    ['{"a": None}', 'evidence.json.python 1:7'],
    ['{"a": True}', 'evidence.json.python 1:7'],
    ['{"a": nan}', 'evidence.json.python 1:7'],
    ['{"a": np.float64(0.9)}', 'evidence.json.python 1:7'],
  ])('%j: %s', async (text, expected) => {
    expect(await ids(text, 'm.json')).toEqual([expected])
  })

  test('a key that is there twice is named with both lines, and each such key is reported', async () => {
    const found = await problems('{"f1": 0.1,\n "f1": 0.9, "x": {"y": 1,\n\n"y": 2}}', 'm.json')
    expect(found.map(({ message }) => message.params)).toEqual([
      { key: 'f1', first: 1, second: 2 },
      { key: 'y', first: 2, second: 4 },
    ])
    expect(found[0]?.at).toEqual({ path: 'm.json', line: 2, column: 2 })
  })

  test('says what was found, in at most 20 characters', async () => {
    const [found] = await problems(`{"a": ${'x'.repeat(5000)}}`, 'm.json')
    expect(found?.message.params.found).toBe('x'.repeat(20))
    const [end] = await problems('{"a": ', 'm.json')
    expect(end?.message.params.found).toEqual({ id: 'evidence.found.end', params: {} })
  })
})

describe('hostile files', () => {
  const seconds = async (read: () => Promise<unknown>) => {
    const start = worked()
    await read()
    return (worked() - start) / 1000
  }

  test('five megabytes are read quickly', async () => {
    const entries = Array.from({ length: 120_000 }, (_, i) => `"metric_${i}": {"v": 0.${i}5, "s": "a\\nb"}`)
    const text = `{${entries.join(',\n')}}`
    expect(text.length).toBeGreaterThan(5_000_000)
    const read = () => content(text, 'm.json')
    // The best of three: what else the machine does is not the reader's doing.
    const times = [await seconds(read), await seconds(read), await seconds(read)]
    expect(Math.min(...times)).toBeLessThan(1.5)
  })

  test('depth is limited, 64 levels are read', async () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect(await ids(nested(64), 'm.json')).toEqual([])
    expect(await ids(nested(65), 'm.json')).toEqual(['evidence.too-deep 1:65'])
    expect(await ids('{"a":'.repeat(1_000_000), 'm.json')).toEqual(['evidence.too-deep 1:321'])
  })

  test('a key of a megabyte is read, and cut where it is shown', async () => {
    const key = 'k'.repeat(1_000_000)
    expect(plain(await content(`{"${key}": 1}`, 'm.json'))).toEqual(map({ [key]: '#1' }))
    const [twice] = await problems(`{"${key}": 1, "${key}": 2}`, 'm.json')
    expect(String(twice?.message.params.key).length).toBeLessThan(70)
  })

  test('a million tiny values are not', async () => {
    expect(await ids(`[${'0,'.repeat(1_100_000)}0]`, 'm.json')).toEqual(['evidence.too-many 1:2000000'])
  })

  test('thousands of duplicates end in few problems', async () => {
    expect(await ids(`{${'"a":1,'.repeat(5000)}"b":1}`, 'm.json')).toHaveLength(20)
  })
})
