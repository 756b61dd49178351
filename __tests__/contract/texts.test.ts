import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { textsOf as textsAtStart } from '../../src/app/wording.js'
import { texts as catalogTexts } from '../../src/catalog/texts.js'
import { texts as configTexts } from '../../src/model-config/texts.js'
import { placeholders } from '../../src/report/wording.js'
import type { Texts } from '../../src/shared/message.js'
import { repo } from '../support/repo.js'

/** Those of rooms that only some commands load stand beside the others. */
const textsOf: Readonly<Record<string, Texts>> = { ...textsAtStart, catalog: catalogTexts, config: configTexts }
const rooms = [...new Set(Object.values(textsOf))]
const ids = rooms.flatMap(({ en }) => Object.keys(en()))

test('no message id is worded twice', () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

test('every message is found by the first part of its id', () => {
  expect(ids.filter((id) => !Object.hasOwn(textsOf[id.split('.')[0] ?? '']?.en() ?? {}, id))).toEqual([])
})

describe.each(Object.entries(textsOf))('%s', (_room, texts) => {
  const [en, ko] = [texts.en(), texts.ko()]

  test('says the same in both languages: ids and parameters', () => {
    expect(Object.keys(ko).sort()).toEqual(Object.keys(en).sort())
    for (const [id, template] of Object.entries(en)) {
      expect({ id, params: placeholders(ko[id] ?? '') }).toEqual({ id, params: placeholders(template) })
    }
  })

  test('Korean is Korean', () => {
    // A title may be a bare parameter or a technical name; a sentence may not be left in English.
    const english = Object.entries(ko).filter(
      ([, text]) => /[a-z]{3,} [a-z]{2,} [a-z]{2,}/.test(text) && !/[가-힣]/.test(text),
    )
    expect(english).toEqual([])
  })

  test('Korean reads as a person writes it: no particle stands for two, as in 은(는)', () => {
    expect(Object.entries(ko).filter(([, text]) => /\((?:은|는|이|가|을|를|과|와|으)\)/.test(text))).toEqual([])
  })
})

test('every message that the code names has a text', () => {
  const named = new RegExp(`'((?:${Object.keys(textsOf).join('|')})\\.[a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)'`, 'g')
  const sources = readdirSync(repo('src'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  const unknown = sources.flatMap((path) => {
    const text = readFileSync(join(repo('src'), path), 'utf8')
    // Counted messages have one text for one and one for several.
    return [...text.matchAll(named)]
      .map(([, id = '']) => id)
      .filter((id) => !ids.includes(id) && !ids.includes(`${id}.one`))
  })
  expect(unknown.filter((id) => !/\.(?:js|ts|json|md|csv|ya?ml|sarif|xml)$/.test(id))).toEqual([])
})

test('every text is used somewhere in the code', () => {
  const sources = readdirSync(repo('src'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  const code = sources.map((path) => readFileSync(join(repo('src'), path), 'utf8')).join('\n')
  // A key of the texts themselves has its colon right behind it.
  const literals = new Set([...code.matchAll(/'([a-z]+\.[a-z0-9_.-]+)'(?!:)/g)].map(([, id = '']) => id))
  const patterns = [...code.matchAll(/`([a-z]+\.[^`\s]*\$\{[^`]*)`/g)].map(
    ([, template = '']) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[a-z0-9_-]+')}$`),
  )
  const unused = ids.filter((id) => {
    const base = id.replace(/\.(?:one|many)$/, '')
    return !literals.has(id) && !literals.has(base) && !patterns.some((pattern) => pattern.test(id))
  })
  expect(unused).toEqual([])
})
