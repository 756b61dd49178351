import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { judge } from '../../src/app/judge.js'
import { selfTest } from '../../src/app/self-test/self-test.js'
import type { Evidence } from '../../src/evidence/evidence.js'
import { readContent } from '../../src/evidence/formats/choose.js'
import { isOf, isPosition, wordsOf } from '../../src/gates/explainability/names.js'
import { parsePolicy } from '../../src/policy/parse.js'
import { english, evidenceFrom, policyFrom } from '../support/evidence.js'
import { judgeFiles, NOW, saidOf } from '../support/judged.js'
import { open } from '../support/outcomes.js'
import { repo } from '../support/repo.js'

type Importances = Readonly<Record<string, number>>

function file(importances: Importances, more: object = {}): string {
  return JSON.stringify({ feature_importance: importances, ...more })
}

interface Files {
  readonly now?: Readonly<Record<string, string>> | string
  readonly before?: Readonly<Record<string, string>> | string
}

async function checksOf(options: string, { now, before }: Files) {
  const named = (text: Files['now'], name: string) => (typeof text === 'string' ? { [name]: text } : text)
  const [current, former] = [named(now, 'shap.json'), named(before, 'former.json')]
  const evidence = await evidenceFrom({
    ...(current && { explanations: current }),
    ...(former && { 'baseline-explanations': former }),
  })
  return judge(policyFrom(`explainability: ${options}`), evidence).gates.flatMap(({ checks }) => checks)
}

/** The checks besides the one of the evidence itself, as `id outcome: what is said`. */
async function said(options: string, now: Files['now'], before?: Files['before']): Promise<string> {
  const checks = await checksOf(options, { ...(now !== undefined && { now }), ...(before !== undefined && { before }) })
  return checks
    .filter(({ id }) => options.includes('required') || id !== 'explainability/evidence')
    .map(({ id, outcome, message }) => `${id.replace('explainability/', '')} ${outcome}: ${english(message)}`)
    .join('\n')
}

/** The evidence of a file or folder of the tools' fixtures. */
async function ofFixture(path: string): Promise<Evidence> {
  const read = await readContent(open(repo('__tests__/fixtures'), path), { path, role: 'explanations' })
  if (!read.ok) throw new Error(path)
  const { format, content } = read.value
  const item = { file: { kind: 'explanations', path, format, bytes: 1, sha256: '' }, content }
  const none = await evidenceFrom({})
  return { ...none, explanations: { declared: true, items: [item], absent: [], unreadable: [] } }
}

async function linesOf(options: string, path: string): Promise<string[]> {
  const model = judge(policyFrom(`explainability: ${options}`), await ofFixture(path))
  return model.gates.flatMap(({ checks }) =>
    checks.map(({ id, outcome, message }) => `${id.replace('explainability/', '')} ${outcome}: ${english(message)}`),
  )
}

describe('that a model is explained', () => {
  test('the top features are named with their shares, and what the file says of its model', async () => {
    expect(await said('{required: true, top: 2}', file({ a: -3, b: 1, c: 0 }, { model: 'churn-7' }))).toBe(
      'evidence pass: shap.json has absolute importances of 3 features. The top, with their shares of the sum: a 0.75, b 0.25. It says to be of the model churn-7.',
    )
    expect(await said('{required: true, top: 2}', file({ a: 3, b: 1 }))).toMatch(/does not say of which model/)
  })

  test.each([
    [
      undefined,
      /^evidence missing: No explanations file is named\. Name one under `evidence: explanations` in the policy\.$/,
    ],
    ['{}', /^evidence error: There are no importances/],
    [file({}), /^evidence error: /],
    [file({ a: 0, b: 0 }), /^evidence error: Every importance is zero/],
    ['{"feature_importance": {"a": NaN, "b": 1}}', /^evidence error: a is NaN/],
    ['{"feature_importance": {"a": Infinity, "b": 1}}', /^evidence error: a is Infinity/],
    ['{"feature_importance": {"a": null, "b": 1}}', /^evidence error: a is null/],
    ['{"a": "0.4", "b": 1}', /^evidence error: a is the text "0.4"/],
    ['{"shap": {"a": 1}}', /^evidence error: shap is no importance/],
    ['{', /^evidence error: The evidence could not be read/],
  ])('%s is never green', async (text, expected) => {
    expect(await said('{required: true}', text)).toMatch(expected)
  })

  test('every other demand takes what is wrong with the evidence', async () => {
    const options = '{forbid: [x], max-share: 0.5, min-samples: 5, min-fidelity: 0.5, min-overlap: 0.5}'
    const outcomes = async (now: string | undefined) =>
      (await checksOf(options, now === undefined ? {} : { now })).map(({ outcome }) => outcome)
    expect(new Set(await outcomes(undefined))).toEqual(new Set(['missing']))
    expect(new Set(await outcomes('{"a": NaN}'))).toEqual(new Set(['error']))
  })

  test('fewer features than the top: said', async () => {
    expect(await said('{required: true}', file({ a: 3, b: 1 }))).toMatch(/These 2 are fewer than 10/)
  })

  test('of which model: as bound by the policy', async () => {
    const policy = `evidence: {metrics: m.json, explanations: s.json, bind: {model: run_id}}
performance: {f1: {min: 0.5}}
explainability: {required: true}`
    const files = (run: string) => ({
      'm.json': '{"f1": 0.9, "run_id": "r1"}',
      's.json': file({ a: 1 }, { run_id: run }),
    })
    expect((await judgeFiles(policy, files('r1'))).verdict).toBe('pass')
    const other = await judgeFiles(policy, files('r2'))
    expect(other.verdict).toBe('error')
    expect(saidOf(other, 'evidence').join()).toMatch(/r1.*r2/)
  })
})

describe('forbidden features', () => {
  test('a column of it among the top is named, with its rank', async () => {
    const text = await said('{top: 2, forbid: [gender]}', file({ tenure: 5, cat__gender_F: 3, gender_M: 1, age: 0.5 }))
    expect(text).toMatch(
      /^forbid\/gender fail: gender is among the top 2 of 4 features in shap\.json: cat__gender_F \(#2\)\./,
    )
  })

  test('below the top it passes, and that it is there is said', async () => {
    const text = await said('{top: 1, forbid: [gender]}', file({ tenure: 5, gender_F: 3, gender_M: 1 }))
    expect(text).toMatch(/^forbid\/gender pass: .*gender_F \(#2\), gender_M \(#3\)/)
    expect(await said('{forbid: [gender]}', file({ tenure: 5 }))).toMatch(
      /^forbid\/gender pass: .*none of its 1 features/,
    )
  })

  test('all that are as important as the last of the top count', async () => {
    for (const names of [
      ['a', 'b', 'gender', 'z'],
      ['gender', 'a', 'b', 'z'],
      ['z', 'b', 'a', 'gender'],
    ]) {
      const tied = Object.fromEntries(names.map((name) => [name, 1]))
      expect(await said('{top: 1, forbid: [gender]}', file(tied))).toMatch(/^forbid\/gender fail: .*gender \(#1\)/)
    }
    expect(await said('{top: 2, forbid: [gender]}', file({ a: 3, b: 2, gender: -2, c: 1 }))).toMatch(
      /^forbid\/gender fail/,
    )
    const close = '{"feature_importance": {"a": 3, "b": 2.00000000000000000000001, "gender": 2}}'
    expect(await said('{top: 2, forbid: [gender]}', close)).toMatch(/^forbid\/gender pass/)
  })

  test('it fails exactly where less than k features are more important, whatever the ties and the order', async () => {
    const column = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gender_F', 'isGender')
    const importances = fc.dictionary(column, fc.integer({ min: -4, max: 4 }), { minKeys: 1 })
    await fc.assert(
      fc.asyncProperty(importances, fc.integer({ min: 1, max: 8 }), async (columns, top) => {
        fc.pre(Object.values(columns).some((value) => value !== 0))
        const sizes = Object.entries(columns).map(([name, value]) => ({ name, size: Math.abs(value) }))
        const isAmong = sizes.some(
          ({ name, size }) => /gender/i.test(name) && size > 0 && sizes.filter((it) => it.size > size).length < top,
        )
        const text = await said(`{top: ${top}, forbid: [gender]}`, file(columns))
        expect(text.split(':')[0]).toBe(`forbid/gender ${isAmong ? 'fail' : 'pass'}`)
      }),
      { numRuns: 300 },
    )
  })

  test('negative importances count by their size; zero contributes nothing', async () => {
    expect(await said('{top: 1, forbid: [gender]}', file({ a: 1, gender: -2 }))).toMatch(/^forbid\/gender fail/)
    expect(await said('{top: 5, forbid: [gender]}', file({ a: 1, gender: 0 }))).toMatch(/^forbid\/gender pass/)
  })

  test('a column without a name cannot show it, and one by its position can', async () => {
    expect(await said('{forbid: [gender]}', file({ feature_0: 1, feature_1: 2 }))).toMatch(
      /^forbid\/gender insufficient: .*feature_1 is a position/,
    )
    expect(await said('{top: 1, forbid: [feature_1]}', file({ feature_0: 1, feature_1: 2 }))).toMatch(
      /^forbid\/feature_1 fail/,
    )
    expect(await said('{top: 1, forbid: [feature_1]}', file({ feature_0: 3, feature_1: 2, feature_10: 9 }))).toMatch(
      /^forbid\/feature_1 pass/,
    )
  })

  test.each([
    '0',
    'feature_3',
    'Column_7',
    'f12',
    'x0_F',
    'cat__x0_F',
    'pca0',
    'pca__pca0',
    'feature_0000 & feature_0001',
  ])('%s is a position', (column) => {
    expect(isPosition(column)).toBe(true)
  })

  test.each(['tenure', 'cat__gender_F', 'age_2', 'f1_score', 'x', 'feature', 'top10', 'tenure & age', ''])(
    '%j is a name',
    (column) => {
      expect(isPosition(column)).toBe(false)
    },
  )

  test('a declared proxy, and for what it stands', async () => {
    const options = '{top: 1, proxies: {zip_code: race}}'
    expect(await said(options, file({ ZipCode_94110: 3, a: 1 }))).toMatch(
      /^proxies\/zip_code fail: zip_code \(declared to stand for race\) is among the top 1 .*ZipCode_94110/,
    )
    expect(await said(options, file({ a: 3, zip: 1 }))).toMatch(/^proxies\/zip_code pass/)
  })

  test('a column that is not meant can be excepted, by its whole name alone', async () => {
    const columns = file({ age_of_account: 3, customer_age: 1 })
    expect(await said('{top: 1, forbid: [age], allow: [age_of_account]}', columns)).toMatch(
      /^forbid\/age pass: .*customer_age \(#2\)/,
    )
    expect(await said('{top: 1, forbid: [age], allow: [age_of]}', columns)).toMatch(/^forbid\/age fail/)
  })

  test.each([
    [
      'gender',
      true,
      ['gender', 'Gender', 'GENDER', 'gender_F', 'gender=F', 'cat__gender_F', 'genderF', 'isGender', 'gender.F'],
    ],
    [
      'gender',
      true,
      [
        'gender[T.F]',
        'gender & tenure',
        'pipeline__cat__gender',
        'gender1',
        'ｇｅｎｄｅｒ',
        'gen\u200bder',
        ' gender ',
      ],
    ],
    ['gender', false, ['transgender', 'engender', 'gen', 'tenure', '']],
    ['zip_code', true, ['zipcode', 'ZIP code', 'zip-code_94110', 'zipCode', 'home zip code']],
    ['zip_code', false, ['zip', 'code', 'code_zip']],
    ['age', false, ['usage', 'page_views', 'ages']],
    ['성별', true, ['성별', '성별_남', 'cat__성별=여']],
  ])('%s is met (%s) by %j', (feature, expected, columns) => {
    for (const column of columns) expect([column, isOf(wordsOf(column), wordsOf(feature))]).toEqual([column, expected])
  })
})

describe('one feature', () => {
  test('may have its share of the sum of absolute importances, and no more', async () => {
    expect(await said('{max-share: 0.5}', file({ a: -5, b: 3, c: 2 }))).toMatch(
      /^max-share pass: a has the largest share .*0\.5/,
    )
    expect(await said('{max-share: 0.5}', file({ a: -5.001, b: 3, c: 2 }))).toMatch(
      /^max-share fail: a alone has 0\.50/,
    )
    expect(await said('{max-share: 0.3}', file({ a: 1, b: 1, c: 1 }))).toMatch(/^max-share fail: a alone has 0\.3333/)
  })
})

describe('against the baseline', () => {
  const before = file({ a: 4, b: 3, c: 2, d: 1 })

  test('the overlap of the top is |A ∩ B| ÷ k', async () => {
    const now = file({ a: 4, c: 3, d: 2, b: 1 })
    expect(await said('{top: 2, min-overlap: 0.5}', now, before)).toMatch(
      /^min-overlap pass: 1 of 2 of the top 2 are those of former\.json: 0\.5, .*New: c\. Gone: b\./,
    )
    expect(await said('{top: 2, min-overlap: 0.6}', now, before)).toMatch(/^min-overlap fail: .*>= 0\.6 is required/)
    expect(await said('{top: 3, min-overlap: 1}', file({ b: 9, c: 5, a: 3 }), before)).toMatch(
      /^min-overlap pass: The top 3/,
    )
  })

  test('ties enlarge the top, and more of them than in the baseline count against it', async () => {
    expect(await said('{top: 2, min-overlap: 0.6}', file({ a: 1, b: 1, c: 1, d: 1 }), before)).toMatch(
      /^min-overlap fail: 2 of 4 .*0\.5/,
    )
  })

  test('features that look alike are the same, and those that do not are not', async () => {
    expect(await said('{top: 2, min-overlap: 1}', file({ 'a\u200b': 4, 'b ': 3 }), before)).toMatch(/^min-overlap pass/)
    expect(await said('{top: 2, min-overlap: 0.1}', file({ x: 4, y: 3 }), before)).toMatch(/^min-overlap fail: 0 of 2/)
  })

  test('the rank correlation, by either formula', async () => {
    const now = file({ a: 4, b: 3, c: 1, d: 2 })
    expect(await said('{min-rank-correlation: 0.8}', now, before)).toMatch(
      /^min-rank-correlation pass: .*\(spearman\) of 0\.8,/,
    )
    expect(await said('{min-rank-correlation: 0.8, correlation: kendall}', now, before)).toMatch(
      /^min-rank-correlation fail: .*\(kendall\) of 0\.6667; >= 0\.8/,
    )
    expect(await said('{min-rank-correlation: 1}', before, file({ a: 40, b: 30, c: 20, d: 10 }))).toMatch(/pass/)
  })

  test('what only one of them has counts as zero in the other: renaming gains nothing', async () => {
    const renamed = file({ a: 1, b2: 4, c2: 3, d2: 2 })
    expect(await said('{min-rank-correlation: 0.5}', renamed, before)).toMatch(
      /^min-rank-correlation fail: The 7 features .*has 6 of them\./,
    )
  })

  test('where one side ranks nothing there is no correlation', async () => {
    expect(await said('{min-rank-correlation: 0.5}', file({ a: 1, b: 1, c: 1, d: 1 }), before)).toMatch(/insufficient/)
  })

  test('a baseline that is not there, or is the same file, is never green', async () => {
    const options = '{min-overlap: 0.5, min-rank-correlation: 0.5}'
    expect(await said(options, before)).toMatch(
      /^min-overlap missing: There is nothing to compare with\. No baseline-explanations file .*\nmin-rank-correlation missing/,
    )
    expect(await said(options, before, '{"a": NaN}')).toMatch(/^min-overlap error.*\nmin-rank-correlation error/)
    expect(await said(options, { 'x.json': before }, { 'x.json': before })).toMatch(/^min-overlap error: .*same file/)
    expect(await said(options, before, { 'x.json': before, 'y.json': before })).toMatch(
      /^min-overlap error: .*x\.json, y\.json/,
    )
  })
})

describe('what the explanation rests on', () => {
  test('enough rows, where the file counts them', async () => {
    expect(await said('{min-samples: 100}', file({ a: 1 }, { samples: 100 }))).toMatch(/^min-samples pass/)
    expect(await said('{min-samples: 100}', file({ a: 1 }, { samples: 99 }))).toMatch(
      /^min-samples insufficient: .*99 rows/,
    )
    expect(await said('{min-samples: 100}', file({ a: 1 }))).toMatch(/^min-samples insufficient: .*does not say/)
    expect(await said('{min-samples: 100}', file({ a: 1 }, { samples: '500' }))).toMatch(/^min-samples error/)
  })

  test('the fit of a local explanation', async () => {
    const lime = (score: number) =>
      JSON.stringify({
        as_list: [
          ['a <= 1', 0.5],
          ['b > 2', -0.1],
        ],
        score,
      })
    expect(await said('{min-fidelity: 0.6}', lime(0.6))).toMatch(/^min-fidelity pass: .*R² 0\.6/)
    expect(await said('{min-fidelity: 0.6}', lime(0.59))).toMatch(/^min-fidelity fail/)
    expect(await said('{min-fidelity: 0.6}', lime(-2))).toMatch(/^min-fidelity fail/)
    expect(await said('{min-fidelity: 0.6}', lime(61))).toMatch(/^min-fidelity error: An R² of 61/)
    expect(await said('{min-fidelity: 0.6}', '[["a <= 1", 0.5]]')).toMatch(/^min-fidelity missing: .*Save the `score`/)
    expect(await said('{min-fidelity: 0.6}', file({ a: 1, b: 2 }, { score: 0.9 }))).toMatch(/^min-fidelity missing/)
  })

  test('of the whole model and of single rows together each limit looks at what it is about', async () => {
    const files = {
      'lime.json': JSON.stringify({
        as_list: [
          ['a <= 1', 9],
          ['gender=F', 0.1],
        ],
        score: 0.7,
      }),
      'shap.json': file({ a: 1, b: 1, c: 1 }, { samples: 500 }),
    }
    const options = '{top: 2, max-share: 0.5, min-samples: 100, min-fidelity: 0.6, min-overlap: 1, forbid: [gender]}'
    const text = await said(options, files, file({ a: 1, b: 1, c: 1 }))
    expect(text.split('\n').map((line) => line.split(':')[0])).toEqual([
      'forbid/gender fail',
      'max-share pass',
      'min-fidelity pass',
      'min-overlap pass',
      'min-samples pass',
    ])
    expect(text).toMatch(/^forbid\/gender fail: .*lime\.json: gender/)
    const broken = { ...files, 'x.json': '{"a": NaN}' }
    expect(await said('{max-share: 0.5, min-fidelity: 0.6}', broken)).toMatch(/^max-share error.*\nmin-fidelity error/)
  })

  test("LIME's conditions are of their features, several of one summed up", async () => {
    const rows = [
      ['0.00 < gender_F <= 1.00', 0.3],
      ['age <= 20', 0.2],
      ['20 < age <= 30', -0.2],
      ['x > 1', 0.35],
    ]
    expect(await said('{required: true, top: 1}', JSON.stringify(rows))).toMatch(
      /explains one row, by absolute weights of 3 features.* age 0\.381\d?\./,
    )
    expect(await said('{top: 3, forbid: [gender]}', JSON.stringify(rows))).toMatch(
      /^forbid\/gender fail: .*gender_F \(#3\)/,
    )
  })
})

test('what a plain file says beside its importances is none of them, unless it is a number', async () => {
  const text = '{"model": "churn-7", "version": "1.2", "samples": 50, "tenure": 3, "age": 1}'
  expect(await said('{required: true, min-samples: 50}', text)).toMatch(
    /of 2 features.*churn-7\.[\s\S]*min-samples pass/,
  )
  const cars = '{"model": 5, "price": 1}'
  expect(await said('{top: 1, forbid: [model]}', cars)).toMatch(/^forbid\/model fail/)
})

test('a file of very many features or classes takes no time', async () => {
  const many = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`some_Feature_${i}`, i + 1]))
  const names = Array.from({ length: 50 }, (_, i) => `protected${String.fromCharCode(97 + (i % 26))}${i}`)
  const classes = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, { global_shap_values: { a: 1, b: 2 } }]))
  const clarify = JSON.stringify({ explanations: { kernel_shap: classes(5_000) } })
  const start = performance.now()
  const options = `{forbid: [${names.join(', ')}], max-share: 0.5, min-overlap: 0.5, min-rank-correlation: 0.5}`
  expect(await said(options, file(many), file(many))).toMatch(/min-overlap pass/)
  expect(await said('{min-overlap: 0.5, max-share: 0.9}', clarify, clarify)).toMatch(/min-overlap pass: .*of 5000/)
  expect(performance.now() - start).toBeLessThan(15_000)
}, 30_000)

describe('what tools write', () => {
  const OPTIONS = '{top: 1, forbid: [monthly_charge], proxies: {tenure: age}, max-share: 0.99, min-samples: 2}'

  test.each([
    ['numpy/named.npz', 'pass'],
    ['numpy/compressed.npz', 'pass'],
    ['feature-importance/map.json', 'insufficient'],
    ['feature-importance/records.json', 'insufficient'],
    ['feature-importance/columns.json', 'insufficient'],
    ['feature-importance/importance.csv', 'insufficient'],
    ['feature-importance/series.csv', 'insufficient'],
    ['interpretml/global.json', 'insufficient'],
    ['interpretml/terms.json', 'insufficient'],
    ['permutation-importance/columns.json', 'insufficient'],
    ['permutation-importance/importance.csv', 'insufficient'],
    ['clarify/analysis.json', 'insufficient'],
    ['lime/as_list.json', 'insufficient'],
    ['lime/explanation.json', 'insufficient'],
  ])('%s', async (path, samples) => {
    const lines = await linesOf(OPTIONS, path)
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'evidence pass',
      'forbid/monthly_charge fail',
      'max-share pass',
      `min-samples ${samples}`,
      'proxies/tenure pass',
    ])
  })

  test.each(['numpy/shap_values.npy', 'numpy/classes.npy', 'mlflow-explainer/model_explanations_shap'])(
    '%s has no names: rows are counted, and what is forbidden is undecided',
    async (path) => {
      const lines = await linesOf('{forbid: [monthly_charge], min-samples: 2}', path)
      expect(lines.map((line) => line.split(':')[0])).toEqual([
        'evidence pass',
        'forbid/monthly_charge insufficient',
        'min-samples pass',
      ])
    },
  )

  test('of several classes the worst decides, and is named', async () => {
    const lines = await linesOf('{top: 1, max-share: 0.73}', 'clarify/two-labels.json')
    expect(lines[1]).toMatch(/^max-share fail: .*two-labels\.json \(label1\).*worst of 2 explanations/)
  })

  test('classes are compared each with its own', async () => {
    const text = readFileSync(repo('__tests__/fixtures/clarify/two-labels.json'), 'utf8')
    expect(await said('{top: 1, min-overlap: 1}', text, text)).toMatch(/^min-overlap pass: .*worst of 2/)
    expect(await said('{top: 1, min-overlap: 1}', text, file({ tenure: 1 }))).toMatch(/^min-overlap error: .*run/)
  })
})

describe('mistakes in a policy', () => {
  test.each([
    ['{}', /explainability/],
    ['{required: false}', /demands nothing/],
    ['{max-share: 50}', /per cent.*Write 0\.5/],
    ['{max-share: "50%"}', /50%/],
    ['{max-share: 1}', /could never fail/],
    ['{max-share: -0.1}', /between 0 and 1/],
    ['{min-overlap: 60}', /Write 0\.6/],
    ['{min-overlap: 0}', /could never fail/],
    ['{min-rank-correlation: -1}', /could never fail/],
    ['{min-rank-correlation: -2}', /between -1 and 1/],
    ['{top: 0}', /top/],
    ['{top: 2.5}', /whole number/],
    ['{min-samples: 10.5}', /whole number/],
    ['{forbid: gender}', /list/],
    ['{forbid: []}', /forbid/],
    ['{forbid: ["--"]}', /no letter or digit/],
    ['{forbid: [zip_code, ZipCode]}', /named twice under forbid/],
    ['{proxies: [zip_code]}', /proxies/],
    ['{correlation: kendall}', /min-rank-correlation/],
    ['{min-rank-correlation: 0.5, correlation: pearson}', /spearman, kendall/],
    ['{allow: [x]}', /excepts/],
    ['{forbidden: [x]}', /Did you mean forbid/],
  ])('%s', (options, expected) => {
    const parsed = parsePolicy({
      text: `explainability: ${options}`,
      place: (position) => ({ path: 'p.yaml', ...position }),
    })
    const found = parsed.ok ? [] : parsed.problems.map(({ message }) => english(message))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(expected)
  })
})

describe('self-test', () => {
  test('every demand blocks, by the smallest step', async () => {
    const policy = `explainability:
  top: 10
  forbid: [gender, sample]
  proxies: {zip_code: race}
  max-share: 0.5
  min-overlap: 0.6
  min-rank-correlation: 0.7
  min-fidelity: 0.6`
    const { checks, notTested } = await selfTest(policyFrom(policy), NOW)
    expect(notTested.map(({ id }) => id)).toEqual(['explainability/evidence'])
    expect(checks.map(({ id, outcome, blocks }) => [id.replace('explainability/', ''), outcome, blocks])).toEqual([
      ['forbid/gender', 'fail', true],
      ['forbid/sample', 'fail', true],
      ['max-share', 'fail', true],
      ['min-fidelity', 'fail', true],
      ['min-overlap', 'fail', true],
      ['min-rank-correlation', 'fail', true],
      ['proxies/zip_code', 'fail', true],
    ])
  })
})

test('a policy and files as they are used', async () => {
  const policy = `evidence: {explanations: out/shap.json, baseline-explanations: base/shap.json}
explainability: {top: 2, forbid: [gender], max-share: 0.5, min-overlap: 0.6}
`
  const report = await judgeFiles(policy, {
    'out/shap.json': '{"tenure": 0.41, "monthly_charge": 0.3, "gender": 0.1, "age": 0.2}',
    'base/shap.json': '[{"feature": "tenure", "importance": 0.5}, {"feature": "monthly_charge", "importance": 0.4}]',
  })
  expect(saidOf(report, 'explainability').map((line) => line.split(':')[0])).toEqual([
    'explainability/evidence pass',
    'explainability/forbid/gender pass',
    'explainability/max-share pass',
    'explainability/min-overlap pass',
  ])
  expect(report.verdict).toBe('pass')
})
