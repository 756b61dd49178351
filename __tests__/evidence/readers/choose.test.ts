import { readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { chooseReader, readers, readTree } from '../../../src/evidence/readers/choose.js'
import { repo } from '../../support/repo.js'
import { ids } from './support.js'

test('every folder of readers is in use, under its own name', () => {
  const folders = readdirSync(repo('src/evidence/readers'), { withFileTypes: true })
  const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  expect(readers.map(({ id }) => id).sort()).toEqual(names.sort())
})

test('no file name ending belongs to two readers', () => {
  const extensions = readers.flatMap((reader) => reader.extensions)
  expect(new Set(extensions).size).toBe(extensions.length)
})

describe('the format', () => {
  test.each([
    ['out/m.json', '{}', 'json'],
    ['M.JSON', '{}', 'json'],
    ['m.yml', '{}', 'yaml'],
    ['m.toml', 'a = 1', 'toml'],
    ['m.tsv', 'a\tb\n1\t2', 'csv'],
    ['a.b/MLmodel', 'artifact_path: model\nflavors: {}', 'yaml'],
    ['auc.metric', '0.602818\n', 'json'],
    ['m.txt', "{'a': 1}", 'json'],
    ['m.txt', '[1, 2]', 'json'],
    ['m.txt', '[\n{"a": 1}]', 'json'],
    ['m.txt', '[scores]\nf1 = 1', 'toml'],
    ['m.txt', 'a = [1, 2]\nb = [3, 4]', 'toml'],
    ['m.txt', '# scores\nf1: 1', 'yaml'],
    ['m.txt', '---\n- 1', 'yaml'],
    ['m.txt', 'a,b\n1,2', 'csv'],
  ])('%s with %j is %s', (path, text, expected) => {
    const chosen = chooseReader(text, path)
    expect(chosen.ok && chosen.value.id).toBe(expected)
  })

  test('a named format wins over the file name', async () => {
    const read = await readTree('f1: 1', 'metrics.json', 'yaml')
    expect(read.ok && read.value.format).toBe('yaml')
  })
})

test.each([
  ['m.json', '', undefined, 'evidence.empty'],
  ['m.txt', ' \r\n\t', undefined, 'evidence.empty'],
  ['m.yaml', '\uFEFF', undefined, 'evidence.empty'],
  ['m.txt', 'just some words', undefined, 'evidence.unknown'],
  ['m.json', '{}', 'xml', 'evidence.format'],
  ['m.csv', 'a\0,\0b\0', undefined, 'evidence.binary'],
  ['m.toml', `# ${'x'.repeat(1024 * 1024)}\na = 1`, undefined, 'evidence.too-large'],
  ['m.toml', `# ${'é'.repeat(600 * 1024)}\na = 1`, undefined, 'evidence.too-large'],
])('%s: %#', async (path, text, format, expected) => {
  expect(await ids(text, path, format)).toEqual([`${expected} -:-`])
})
