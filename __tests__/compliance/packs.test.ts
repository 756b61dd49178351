import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { controlIdsOf, PACK_IDS } from '../../src/compliance/ids.generated.js'
import { loadPacks, packIds } from '../../src/compliance/load.js'
import { selects } from '../../src/compliance/select.js'
import { FIELD_IDS } from '../../src/gates/documentation/fields.js'
import { fieldsOf } from '../../src/gates/documentation/profiles.js'
import { parseDay } from '../../src/shared/time.js'
import { repo, root } from '../support/repo.js'

const packs = await loadPacks(packIds())
const expected: Record<string, string[]> = JSON.parse(readFileSync(repo('__tests__/compliance/expected.json'), 'utf8'))
const controlsOf = (id: string) => packs.find((pack) => pack.id === id)?.controls ?? []

describe('what a framework lists is in its pack, in its order', () => {
  test.each([
    ['eu-ai-act', /^Annex IV /, 23],
    ['nist-ai-rmf', /^/, 72],
    ['iso-42001', /^A\./, 38],
    ['kr-ai-basic-act', /^/, 21],
  ])('%s, %s', (id, part, count) => {
    const ids = controlsOf(id)
      .map((control) => control.id)
      .filter((one) => part.test(one))
    expect(ids).toHaveLength(count)
    expect([...ids].sort()).toEqual([...(expected[id] ?? [])].sort())
  })

  test.each(['GOVERN 19', 'MAP 18', 'MEASURE 22', 'MANAGE 13'])('the function %s', (said) => {
    const [name, count] = said.split(' ')
    expect(controlsOf('nist-ai-rmf').filter(({ id }) => id.startsWith(`${name} `))).toHaveLength(Number(count))
  })

  test.each(
    '9(1) 9(2) 9(5) 9(6) 9(8) 9(9) 10(2)(a) 10(2)(f) 10(3) 10(4) 11(1) 12(1) 12(2) 13(2) 13(3)(b)(ii) 13(3)(b)(v) 13(3)(f) 14(4)(e) 15(1) 15(3) 15(4) 15(5) 17(1)(a) 17(1)(d) 17(1)(m) 18(1) 19(1) 26(1) 26(2) 26(4) 26(5) 26(6) 26(11) 43(4) 47 49 50(1) 50(2) 50(3) 50(4) 53(1)(a) 53(1)(d) 72 73 86'.split(
      ' ',
    ),
  )('Article %s', (article) => {
    expect(controlIdsOf('eu-ai-act')).toContain(`Article ${article}`)
  })

  // Where the notes that the lists were taken from are at hand.
  const [list, notes] = ['nist_ai_rmf_1_0.json', 'governance.md'].map((name) => repo('../shared/reference', name))
  if (list !== undefined && notes !== undefined && existsSync(list) && existsSync(notes)) {
    const text = readFileSync(notes, 'utf8')
    const found = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, id = '']) => id))].sort()

    test('the lists that were written down are those of the notes', () => {
      expect(Object.keys(JSON.parse(readFileSync(list, 'utf8')).subcategories)).toEqual(expected['nist-ai-rmf'])
      const annex = found(/^\| IV\.([^ |]+) \|/gm).map((item) => `Annex IV ${item}`)
      expect(annex).toEqual([...(expected['eu-ai-act'] ?? [])].sort())
      expect(found(/\b(A\.\d+(?:\.\d+)+)/g)).toEqual([...(expected['iso-42001'] ?? [])].sort())
    })

    test('every Korean article that they cite is there, whole or in its parts', () => {
      const [, section = ''] = text.replaceAll('제40·43조', '제40조, 법 제43조').split('## 1.4 Korea')
      const [table = ''] = section.split('시행령 별표 1')
      const cited = [...table.matchAll(/(?:법|시행령) 제\d+조(?:제\d+항)?(?:제\d+호)?/g)].map(([article]) => article)
      expect(new Set(cited).size).toBeGreaterThan(15)
      const known = controlIdsOf('kr-ai-basic-act')
      expect(cited.filter((article) => !known.some((id) => id === article || id.startsWith(`${article}제`)))).toEqual(
        [],
      )
    })
  }
})

test('the ids that a policy may name are those of the packs', async () => {
  expect(PACK_IDS).toEqual(packs.map(({ id }) => id))
  const build = `${root}/${process.env.BUILD_DIR ?? 'build'}`
  const generator = await import(pathToFileURL(repo('.github/scripts/generate.mjs')).href)
  expect(readFileSync(repo('src/compliance/ids.generated.ts'), 'utf8')).toBe(await generator.controlIds(build))
  expect(readFileSync(repo('docs/compliance.md'), 'utf8')).toBe(await generator.docsWithPacks(build))
})

/** Gates and blocks whose checks speak for a control. */
const GATES = ['performance', 'fairness', 'documentation', 'explainability', 'drift', 'serving', 'approval', 'audit']

describe.each(packs.map((pack) => [pack.id, pack] as const))('the pack %s', (_id, pack) => {
  test('says which text it is, since when it applies and when it was verified', () => {
    expect([pack.title.en, pack.version].every((text) => /\S/.test(text))).toBe(true)
    expect(pack.title.ko).toMatch(/[가-힣]/)
    expect(pack.source).toMatch(/^https:\/\//)
    const days = [pack.verified, pack.from, ...pack.controls.flatMap(({ from }) => from ?? [])]
    expect(days.filter((day) => parseDay(day) === undefined)).toEqual([])
    expect(pack.supersededBy === undefined || packIds().includes(pack.supersededBy)).toBe(true)
  })

  test('has controls with a title each, every id once', () => {
    const ids = pack.controls.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index || /[;|]/.test(id))).toEqual([])
    const titles = pack.controls.flatMap(({ title }) => (typeof title === 'string' ? [title] : [title.en, title.ko]))
    expect(titles.filter((title) => !/\S/.test(title))).toEqual([])
  })

  test('names checks that there can be', () => {
    const selectors = pack.controls.flatMap(({ direct = [], supporting = [] }) => [...direct, ...supporting])
    for (const one of selectors.flatMap((selector) => selector.split('|'))) {
      const [gate = '', field = ''] = one.replace('@confidence', '').split('/')
      expect({ one, known: ['policy', 'maturity', ...GATES].includes(gate) }).toEqual({ one, known: true })
      if (gate === 'documentation' && field !== '*' && field !== 'measured')
        expect({ one, known: FIELD_IDS.includes(field) }).toEqual({ one, known: true })
      expect({ one, stars: one.split('*').length <= 2 }).toEqual({ one, stars: true })
    }
  })

  test('has nothing outside that a check could show', () => {
    expect(pack.controls.filter(({ outside, direct, supporting }) => outside && (direct ?? supporting))).toEqual([])
  })
})

test('the profile of Annex IV asks for every field that one of its items needs, and for no other but fairness', () => {
  const items = controlsOf('eu-ai-act').filter(({ id }) => id.startsWith('Annex IV '))
  const needed = items.flatMap(({ direct = [] }) => direct.filter((selector) => selector.startsWith('documentation/')))
  const fields = new Set(needed.map((selector) => selector.replace('documentation/', '')))
  expect([...fields, 'fairness'].sort()).toEqual([...fieldsOf('eu-annex-iv')].sort())
})

test.each([
  ['fairness/selection_rate/sex/ratio', ['5-301 sex']],
  ['fairness/demographic_parity/gender/gap', ['5-301 sex']],
  ['fairness/selection_rate/race/ratio', ['5-301 race/ethnicity']],
  ['fairness/selection_rate/race+gender/ratio', ['5-301 intersectional']],
  ['fairness/selection_rate/age_band/ratio', []],
  ['fairness/selection_rate/sex+age_band/ratio', []],
  ['fairness/accuracy/sex/gap', []],
])('LL144: %s speaks for %j', (id, expected) => {
  const said = { id: 'app.gate', params: {} }
  const check = { id, outcome: 'pass', title: said, message: said, policy: { path: 'p' } } as const
  const speaks = controlsOf('nyc-ll144').filter(({ supporting = [] }) => supporting.some((one) => selects(one, check)))
  expect(speaks.map((control) => control.id)).toEqual(expected)
})
