import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { texts } from '../../src/github/texts.js'
import { repo } from '../support/repo.js'

const parameters = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

test('both languages word the same messages with the same parameters', () => {
  expect(Object.keys(texts.ko)).toEqual(Object.keys(texts.en))
  for (const [id, english] of Object.entries(texts.en)) {
    expect({ id, parameters: parameters(texts.ko[id] ?? '') }).toEqual({ id, parameters: parameters(english) })
  }
})

test('every message that is made has a text, and every text is used', () => {
  const made = readdirSync(repo('src/github'))
    .filter((file) => file !== 'texts.ts')
    .flatMap((file) => [...readFileSync(repo('src/github', file), 'utf8').matchAll(/message\(\s*'([^']+)'/g)])
    .map((match) => match[1])
  expect([...new Set(made)].sort()).toEqual(Object.keys(texts.en).sort())
})
