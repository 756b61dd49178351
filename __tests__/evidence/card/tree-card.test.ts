import { describe, expect, test } from '@jest/globals'
import { readCard } from '../../../src/evidence/card/parse.js'
import { treeCard } from '../../../src/evidence/card/tree-card.js'
import type { Node } from '../../../src/evidence/tree.js'
import { opened } from '../../support/opened.js'

async function outline(text: string, path: string, format?: string): Promise<string[]> {
  const card = await readCard(opened(text), { path, role: 'model-card' }, format)
  if (!card.ok) throw new Error(JSON.stringify(card.problems))
  return card.value.content.sections.map(
    ({ pointer, at, text }) => `${pointer}@${at.line} = ${text.replaceAll('\n', '|')}`,
  )
}

describe('a card of data', () => {
  test.each<[string, string, string, string[]]>([
    [
      'YAML',
      'card.yaml',
      'intended_use: To rank\nmetrics:\n  f1: 0.9\n',
      ['/intended_use@1 = To rank', '/metrics@2 = 0.9', '/metrics/f1@3 = 0.9'],
    ],
    ['JSON', 'card.json', '{\n "limitations": ["a", "b"]\n}', ['/limitations@2 = a|b']],
    [
      'nested lists of maps',
      'card.json',
      '{"owners": [{"name": "Kim"}, {"name": "Lee"}]}',
      ['/owners@1 = Kim|Lee', '/owners/0/name@1 = Kim', '/owners/1/name@1 = Lee'],
    ],
    ['a key that needs escaping', 'card.json', '{"a/b": "x"}', ['/a~1b@1 = x']],
    ['a name of the language', 'card.json', '{"__proto__": "x"}', ['/__proto__@1 = x']],
    ['true says something', 'card.yaml', 'a: true', ['/a@1 = true']],
    ['a list with a zero is a list', 'card.yaml', 'a: [0, 0.9]', ['/a@1 = 0|0.9']],
    ['a measured zero is a value', 'card.yaml', 'results: {errors: 0}', ['/results@1 = ', '/results/errors@1 = ']],
  ])('%s', async (_name, path, text, expected) => {
    expect(await outline(text, path)).toEqual(expected)
  })

  test.each(['null', 'false', '""', '[]', '{}', '0', '[0, 0.0]', '[[0], [0, null]]', '[null, ""]', '{"key": null}'])(
    '%s is no content',
    async (value) => {
      expect((await outline(`{"limitations": ${value}}`, 'card.json'))[0]).toBe('/limitations@1 = ')
    },
  )

  test('a root that is no mapping has no sections', async () => {
    expect(await outline('"words"', 'card.json')).toEqual([])
  })

  test('nesting without end is cut off', () => {
    const at = { line: 1, column: 1 }
    let node: Node = { kind: 'text', at, text: 'deep' }
    for (let depth = 0; depth < 10_000; depth += 1)
      node = { kind: 'map', at, entries: new Map([['a', { keyAt: at, value: node }]]) }
    expect(treeCard(node).sections.length).toBeLessThan(100)
  })
})

describe('the format', () => {
  test('is what the policy says', async () => {
    expect(await outline('{"a": "x"}', 'CARD.md', 'json')).toEqual(['/a@1 = x'])
    expect(await outline('# A\nx', 'card.json', 'markdown')).toEqual(['undefined@1 = x'])
  })

  test.each(['MODEL_CARD.md', 'README', 'card.txt', 'card.markdown'])('is Markdown for %s', async (path) => {
    const card = await readCard(opened('# A\nx'), { path, role: 'model-card' })
    expect(card.ok && card.value.format).toBe('markdown')
  })

  test('that the file does not keep to is a problem of the file', async () => {
    const card = await readCard(opened('{"a": '), { path: 'card.json', role: 'model-card' })
    expect(card.ok ? [] : card.problems.map(({ at }) => at?.path)).toContain('card.json')
  })
})
