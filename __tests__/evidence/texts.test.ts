import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { texts } from '../../src/evidence/texts.js'
import { repo } from '../support/repo.js'

const folder = repo('src/evidence/readers')
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const source = sources.map((name) => readFileSync(repo('src/evidence/readers', name), 'utf8')).join('\n')
const used = new Set([...source.matchAll(/'(evidence\.[a-z.-]*[a-z])'/g)].map(([, id]) => id ?? ''))
// `evidence.json.expected.*` are put together from the second half.
for (const [, name] of source.matchAll(/#unexpected\((?:[^()]*\? )?'([a-z-]+)'/g))
  used.add(`evidence.json.expected.${name}`)
for (const name of ['escape', 'string-end']) used.add(`evidence.json.expected.${name}`)

const params = (template = '') => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe('texts of the readers', () => {
  test('every id in use has a text, and every text is in use', () => {
    expect(Object.keys(texts.en).sort()).toEqual([...used].sort())
  })

  test('both languages say the same things', () => {
    expect(Object.keys(texts.ko)).toEqual(Object.keys(texts.en))
    for (const [id, template] of Object.entries(texts.en)) {
      expect([id, new Set(params(texts.ko[id]))]).toEqual([id, new Set(params(template))])
    }
  })
})
