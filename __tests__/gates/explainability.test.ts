import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isOf, isPosition, wordsOf } from '../../src/gates/explainability/names.js'
import { checksOf, file, said } from '../support/explained.js'
import { judgeFiles, saidOf } from '../support/judged.js'

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
    [
      '{"accuracy": 0.81, "f1": 0.8, "auc": 0.89, "n": 400}',
      /^evidence error: .* states metrics \(accuracy, f1, auc\)/,
    ],
  ])('%s is never green', async (text, expected) => {
    expect(await said('{required: true}', text)).toMatch(expected)
  })

  test('a feature may be called as a metric is', async () => {
    expect(await said('{required: true}', '{"accuracy": 0.4, "speed": 0.5, "heading": 0.1}')).toMatch(/^evidence pass/)
    expect(await said('{required: true}', '{"feature_importance": {"accuracy": 0.4, "precision": 0.5}}')).toMatch(
      /^evidence pass/,
    )
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
    'V1',
    'attr_2',
    'Unnamed: 0',
  ])('%s is a position', (column) => {
    expect(isPosition(column)).toBe(true)
  })

  test.each(['tenure', 'cat__gender_F', 'age_2', 'f1_score', 'x', 'feature', 'top10', 'tenure & age', ''])(
    '%j is a name',
    (column) => {
      expect(isPosition(column)).toBe(false)
    },
  )

  test.each([
    { feature_importance: { a: 1 }, labels: { x: { gender: 9 } } },
    { feature_importance: { a: 1 }, local_importance: { gender: 9 } },
    { labels: { x: { a: 1 } }, local_importance: { gender: 9 } },
  ])('no explanation of %j hides another', async (content) => {
    expect(await said('{top: 1, forbid: [gender]}', JSON.stringify(content))).toMatch(/^forbid\/gender fail/)
  })

  test('no length of a name hides what stands at its end', async () => {
    const policy = '{top: 1, forbid: [gender]}'
    for (const before of [80, 400]) {
      const column = `${'x_'.repeat(before)}gender`
      expect(await said(policy, file({ [column]: 2, a: 1 }))).toMatch(/^forbid\/gender fail/)
    }
    expect(await said(policy, file({ [`${'x_'.repeat(600)}gender`]: 2, a: 1 }))).toMatch(/^forbid\/gender insufficient/)
  })

  test('a group of values is no count of rows', async () => {
    expect(await said('{forbid: [gender]}', '{"a": 1, "samples": {"gender": 9}}')).toMatch(/^forbid\/gender error/)
  })

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
        'génder',
        'g\u20e3ender_F',
        'ɡender',
        // The second letter is Cyrillic; then capitals of Cyrillic and Greek.
        'gеnder',
        'GЕNDЕR',
        'GΕΝDΕR',
      ],
    ],
    ['пол', true, ['пол', 'пол_м']],
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
