import { describe, expect, test } from '@jest/globals'
import { file, said } from '../support/explained.js'
import { worked } from '../support/worked.js'

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

  test.each([
    ['zero in both', 0, true],
    ['zero, and new', 0, false],
    ['next to nothing, and new', 1e-9, false],
  ])('features that are %s make two rankings no more alike', async (_name, value, isInBoth) => {
    const more = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`pad${i}`, value]))
    const turned = file({ a: 10, b: 20, c: 30, d: 40, ...more })
    const earlier = isInBoth ? file({ a: 40, b: 30, c: 20, d: 10, ...more }) : before
    expect(await said('{min-rank-correlation: 0.5}', turned, earlier)).toMatch(/fail: The 4 features .* of -1;/)
  })

  test('a class that is no longer explained is missing', async () => {
    const classes = (...names: string[]) =>
      JSON.stringify({ labels: Object.fromEntries(names.map((name) => [name, { a: 1, b: 2 }])) })
    for (const option of ['min-overlap', 'min-rank-correlation']) {
      const policy = `{${option}: 0.5}`
      expect(await said(policy, classes('x', 'y'), classes('x', 'y'))).toMatch(/pass/)
      expect(await said(policy, classes('x'), classes('x', 'y'))).toMatch(/missing: The baseline explains .*\(y\)/)
      expect(await said(policy, classes('x', 'z'), classes('x', 'y'))).not.toMatch(/pass/)
    }
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
  const start = worked()
  const options = `{forbid: [${names.join(', ')}], max-share: 0.5, min-overlap: 0.5, min-rank-correlation: 0.5}`
  expect(await said(options, file(many), file(many))).toMatch(/min-overlap pass/)
  expect(await said('{min-overlap: 0.5, max-share: 0.9}', clarify, clarify)).toMatch(/min-overlap pass: .*of 5000/)
  expect(worked() - start).toBeLessThan(15_000)
}, 30_000)
