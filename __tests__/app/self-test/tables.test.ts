import { describe, expect, test } from '@jest/globals'
import { exitCodeOf } from '../../../src/app/self-test/command.js'
import { selfTest } from '../../../src/app/self-test/self-test.js'
import type { Policy } from '../../../src/policy/policy.js'
import { english, policyFrom } from '../../support/evidence.js'

const NOW = Date.UTC(2026, 0, 1)
const tried = (text: string) => selfTest(policyFrom(text), NOW)
const lines = async (text: string) => {
  const { checks, notTested } = await tried(text)
  return [
    ...checks.map(({ id, change, outcome, verdict }) => `${id}: ${english(change)} ${outcome} ${verdict}`),
    ...notTested.map(({ id, why }) => `${id}: ${english(why)}`),
  ]
}
const predictions = (more: string) => `evidence: {predictions: {path: p.parquet, label: y, prediction: p${more}}}\n`

describe('predictions', () => {
  test('one row more is wrong than the bound allows, on either side of the scale', async () => {
    // 120 of 400 wrong is an accuracy of 0.7, and 4 of 0.99.
    const policy = `${predictions('')}performance: {accuracy: {min: 0.7, max: 0.99}, mse2: {max: 3}}`
    expect(await lines(policy)).toEqual([
      'performance/accuracy: 121 of 400 rows wrong fail fail',
      'performance/accuracy: 3 of 400 rows wrong fail fail',
      'performance/mse2: 3.01 for <= 3 fail fail',
    ])
  })

  test('groups move apart, by attribute and by intersection', async () => {
    // Of 100 positive rows in a group, 10 missed are a gap of 0.1 in recall.
    const policy = `${predictions(', groups: [sex, age]')}fairness:
  - {metric: recall, by: sex, gap: {max: 0.1}, ratio: {min: 0.8}, groups: [F, M]}
  - {metric: selection_rate, by: [sex, age], gap: {below: 0.2}}
enforcement: {fairness: warn}
`
    const { checks, notTested } = await tried(policy)
    expect(notTested).toEqual([])
    expect(checks.map(({ id, outcome, verdict }) => [id, outcome, verdict])).toEqual([
      ['fairness/recall/sex/gap', 'fail', 'warn'],
      ['fairness/recall/sex/ratio', 'fail', 'warn'],
      ['fairness/selection_rate/sex+age/gap', 'fail', 'warn'],
    ])
    expect(checks.map(({ change }) => english(change))).toContainEqual(
      expect.stringMatching(/^\d+ of 400 rows wrong, what was added all in sex=F$/),
    )
  })

  test("a drop is tried with the baseline's table at rest, with a file, and with a confidence", async () => {
    expect(
      await lines(`${predictions(', baseline: b.csv')}performance: {f1: {max-drop: 0.01}, auc: {min: 0}}`),
    ).toEqual([
      'performance/f1/max-drop: 5 of 400 rows wrong, 0 for the baseline fail fail',
      'performance/auc: no possible value of auc violates >= 0: this check can never fail',
    ])
    const asFile = `${predictions('').replace('evidence: {', 'evidence: {baseline: b.json, ')}performance: {f1: {min: 0.7, max-drop: 5%}}`
    // The file says 0.85, of which 95 % are 0.8075.
    expect(await lines(asFile)).toEqual([
      expect.stringMatching(/^performance\/f1: \d+ of 400 rows wrong fail fail$/),
      expect.stringMatching(/^performance\/f1\/max-drop: 7[78] of 400 rows wrong fail fail$/),
    ])
    const sure = `${predictions(', baseline: b.csv, score: s')}performance: {accuracy: {max-drop: 0.02, confidence: 0.95}, log_loss: {max: 0.2}}`
    expect(await lines(sure)).toEqual([
      expect.stringMatching(/^performance\/accuracy\/max-drop: \d+ of 400 rows wrong, 0 for the baseline fail fail$/),
      expect.stringMatching(/^performance\/log_loss: \d+ of 400 rows wrong fail fail$/),
    ])
  })

  test('errors of numbers grow', async () => {
    const policy = `${predictions(', groups: [region]')}performance: {rmse: {max: 30}, r2: {min: 0.9}}
fairness: {metric: mae, by: region, gap: {max: 5}, ratio: {min: 0.8}}`
    expect(await lines(policy)).toEqual([
      'fairness/mae/region/gap: errors of 5.1 (400 rows), besides one of 1 on every tenth row, what was added all in region=A fail fail',
      'fairness/mae/region/ratio: errors of 0.026 (400 rows), besides one of 1 on every tenth row, what was added all in region=A fail fail',
      'performance/r2: errors of 19 (400 rows) fail fail',
      'performance/rmse: errors of 31 (400 rows) fail fail',
    ])
  })

  test('rows that must be there are there, a positive class and identifiers too', async () => {
    const named = predictions(', positive: "yes", id: k, groups: [sex], score: s')
    const rule = 'fairness: {metric: true_positive_rate, by: sex, gap: {max: 0.1}, min-n: 300, confidence: 0.95}'
    const { checks, notTested } = await tried(`${named}performance: {f1: {min: 0.8, confidence: 0.99}}\n${rule}`)
    expect(notTested).toEqual([])
    expect(checks.map(({ blocks, outcome }) => [blocks, outcome])).toEqual(checks.map(() => [true, 'fail']))
    expect(checks).toHaveLength(2)
  })

  test('what no table of this size decides is named, and how many were tried', async () => {
    const policy = `${predictions('')}performance: {r2: {max: 1}}`
    expect(await lines(policy)).toEqual([
      expect.stringMatching(/^performance\/r2: of \d+ sets of tables none was found/),
    ])
    expect(exitCodeOf(await tried(policy), true)).toBe(1)
  })

  test('groups that would need too many rows are named', async () => {
    const rule = 'fairness: {metric: recall, by: sex, gap: {max: 0.1}, min-n: 1000000}'
    expect(await lines(`${predictions(', groups: [sex]')}${rule}`)).toEqual([
      'fairness/recall/sex/gap: its groups would need more than 40000 rows, which are not made up',
    ])
  })

  test('what stands in files beside a table is tried in files, and a card quotes what no row gives', async () => {
    const policy = `${predictions('')}performance: {accuracy: {min: 0.7}, latency: {max: 3, max-rise: 10%}}
documentation: {require: [limitations], measured: true}
fairness: {metric: toxicity, by: region, gap: {max: 0.2}}`
    const { checks, notTested } = await tried(policy)
    expect(notTested).toEqual([])
    expect(checks.map(({ id, blocks }) => [id.replace(/measured\/.*/, 'measured'), blocks])).toEqual([
      ['documentation/limitations', true],
      ['documentation/measured', true],
      ['fairness/toxicity/region/gap', true],
      ['performance/accuracy', true],
      ['performance/latency', true],
      ['performance/latency/max-rise', true],
    ])
  })

  test('the age of a table', async () => {
    const policy = `${predictions('').replace('evidence: {', 'evidence: {max-age: 2d, ')}performance: {accuracy: {min: 0.7}}`
    expect((await lines(policy))[0]).toBe(
      'evidence/age/predictions: files of predictions that are just older than 2d error error',
    )
  })

  test('a gate that lets every table pass is found out', async () => {
    const policy = policyFrom(`${predictions('')}performance: {accuracy: {min: 0.7}}`)
    const lax: Policy = {
      ...policy,
      gates: policy.gates.map((demanded) => ({
        ...demanded,
        gate: {
          ...demanded.gate,
          evaluate: (demand, evidence) =>
            demanded.gate.evaluate(demand, evidence).map((check) => ({ ...check, outcome: 'pass' })),
        },
      })),
    }
    const result = await selfTest(lax, NOW)
    expect(result.checks).toEqual([])
    expect(exitCodeOf(result, false)).toBe(1)
  })
})

describe('counts', () => {
  test('of all rows and of groups, written out as slices', async () => {
    const policy = `evidence: {counts: {path: c.csv}}
performance: {accuracy: {min: 0.7}, rmse: {max: 3}}
fairness: {metric: accuracy, by: sex, worst: {min: 0.6}}`
    expect(await lines(policy)).toEqual([
      expect.stringMatching(/^fairness\/accuracy\/sex\/worst: \d+ of 400 rows wrong.* fail fail$/),
      'performance/accuracy: 121 of 400 rows wrong fail fail',
      'performance/rmse: 3.01 for <= 3 fail fail',
    ])
  })

  test('with a histogram, in columns of attributes', async () => {
    const policy = `evidence: {max-age: 1d, counts: {path: c.csv, histogram: h.csv, groups: [sex, age]}}
performance: {auc: {min: 0.9}}
fairness: {metric: recall, by: [sex, age], gap: {max: 0.1}}
enforcement: {performance: warn}`
    // With two scores the area is the mean of the two rates: 40 of 400 wrong are 0.9.
    expect(await lines(policy)).toEqual([
      'evidence/age/counts: files of counts that are just older than 1d error error',
      expect.stringMatching(/^fairness\/recall\/sex\+age\/gap: \d+ of 400 rows wrong.* fail fail$/),
      'performance/auc: 41 of 400 rows wrong fail warn',
    ])
  })
})

describe('drift between two tables', () => {
  const tables = 'reference: a.parquet, current: b.csv'

  test('of columns that are named, by each method', async () => {
    const policy = `evidence: {max-age: 3d}
drift: {${tables}, features: {age: {ks: {max: 0.2}, wasserstein: {max: 2.5}, missing_rise: {max: 0.05}}, city: {chi2_p: {min: 0.01}}}}`
    expect(await lines(policy)).toEqual([
      'drift/age/ks: 80 of 400 values of age replaced by the last one fail fail',
      'drift/age/missing_rise: 21 of 400 values of age missing fail fail',
      expect.stringMatching(
        /^drift\/age\/wasserstein: every value of age larger by 290, of 400 values from 0 on fail fail$/,
      ),
      expect.stringMatching(/^drift\/city\/chi2_p: \d+ of 400 values of city replaced by the last one fail fail$/),
      'evidence/age/drift-current: files of drift-current that are just older than 3d error error',
    ])
  })

  test('of every other column, and of a share of them', async () => {
    expect(
      await lines(`drift: {${tables}, min-rows: 300, features: {"*": {psi: {max: 0.1}}}}\nenforcement: {drift: warn}`),
    ).toEqual([expect.stringMatching(/^drift\/another_column\/psi: \d+ of 600 values of another_column .* fail warn$/)])
    expect(await lines(`drift: {${tables}, max-share: 0.3, min-features: 30}`)).toEqual([
      'drift/max-share: 10 of 30 columns drifted fail fail',
    ])
  })
})
