import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/app/judge.js'
import { type Random, randomFrom } from '../../src/stats/random.js'
import { english, evidenceFrom, policyFrom } from '../support/evidence.js'

async function checksOf(policy: string, files: { metrics?: unknown; baseline?: unknown; groups?: unknown }) {
  const named = Object.entries(files).map(([kind, content]) => [kind, { [`${kind}.json`]: JSON.stringify(content) }])
  return judge(policyFrom(policy), await evidenceFrom(Object.fromEntries(named))).gates.flatMap(({ checks }) => checks)
}

async function checkOf(...args: Parameters<typeof checksOf>) {
  const [check] = await checksOf(...args)
  if (check === undefined) throw new Error('no check')
  return check
}

describe('a bound at a confidence', () => {
  const bound = (confidence: string) => `performance: {accuracy: {min: 0.85, ${confidence}}}`
  test.each([
    // Rows it takes to show 0.90 to be above 0.85 with 95 %: 148 (Wilson), one-sided.
    [{ accuracy: 0.9, n: 1000 }, 'pass', /Proven at 95 % confidence: between 0\.8832 and 0\.9146/],
    [{ accuracy: 0.9, n: 100 }, 'insufficient', /Not decided at 95 %/],
    [{ accuracy: 0.8, n: 1000 }, 'fail', /Disproved at 95 %/],
    [{ accuracy: 0.84, n: 100 }, 'insufficient', /0\.84; >= 0\.85 is required/],
    [{ accuracy: 0.9, tp: 450, tn: 450, fp: 50, fn: 50 }, 'pass', /Proven/],
    [{ accuracy: 0.9, accuracy_n: 1000 }, 'pass', /Proven/],
    [{ accuracy: 0.9, accuracy_stderr: 0.01 }, 'pass', /Proven/],
    [{ accuracy: 0.9, accuracy_stderr: 0.04 }, 'insufficient', /Not decided/],
    // What does not say on what it rests, or says it wrongly, is never proven.
    [{ accuracy: 0.9 }, 'insufficient', /does not say on how many rows/],
    [{ accuracy: 0.95, n: 7 }, 'insufficient', /7 rows are known, but not what an interval/],
    [{ accuracy: 0.9, n: -1000 }, 'insufficient', /does not say on how many rows/],
    [{ accuracy: 0.9, n: '1000' }, 'insufficient', /does not say on how many rows/],
    [{ accuracy: 0.9, n: 1000.5 }, 'insufficient', /does not say on how many rows/],
    [{ accuracy: 0.9, accuracy_stderr: 0 }, 'insufficient', /does not say on how many rows/],
    // Leaving that out is no way to turn a failure into something undecided.
    [{ accuracy: 0.1 }, 'fail', /0\.1; >= 0\.85 is required .* nothing is known of the value/],
    [{ accuracy: 0.84, n: 7 }, 'fail', /nothing is known/],
  ] as const)('%j: %s', async (metrics, outcome, said) => {
    const check = await checkOf(bound('confidence: 0.95'), { metrics })
    expect([check.outcome, english(check.message)]).toEqual([outcome, expect.stringMatching(said)])
  })

  test('without a confidence the value decides, and what is known of it is shown', async () => {
    const check = await checkOf('performance: {accuracy: {min: 0.85}}', { metrics: { accuracy: 0.86, n: 100 } })
    expect(check).toMatchObject({
      outcome: 'pass',
      uncertainty: { n: 100, interval: { low: '0.7786', high: '0.9148', level: '0.95', method: 'wilson' } },
    })
    expect(await checkOf('performance: {f1: {min: 0.85}}', { metrics: { f1: 0.86 } })).toMatchObject({
      uncertainty: {},
    })
  })

  test.each([
    ['recall', { recall: 0.9, n: 1000 }, undefined],
    ['recall', { recall: 0.9, positives: 100, negatives: 900 }, 'wilson'],
    ['recall', { recall: 0.9, precision: 0.9, 'f1-score': 0.9, support: 100 }, 'wilson'],
    ['precision', { precision: 0.9, support: 100 }, undefined],
    ['precision', { precision: 0.9, tp: 90, fp: 10 }, 'wilson'],
    ['f1', { f1: 0.9, n: 100 }, undefined],
    ['f1', { f1: 0.9, tp: 90, fp: 10, fn: 10 }, 'f1-wilson'],
    ['auc', { auc: 0.8, positives: 50, negatives: 50 }, 'hanley-mcneil'],
    ['rmse', { rmse: 3.1, n: 100 }, undefined],
  ] as const)('%s in %j rests on %s', async (metric, metrics, method) => {
    const check = await checkOf(`performance: {${metric}: {min: 0.5}}`, { metrics })
    expect(check.uncertainty?.interval?.method).toBe(method)
  })
})

describe('no worse than the baseline, at a confidence', () => {
  const policy = 'performance: {accuracy: {max-drop: 0.05, confidence: 0.95}}'
  test.each([
    [0.9, 2000, 'pass'],
    [0.87, 500, 'insufficient'],
    [0.7, 500, 'fail'],
  ] as const)('%d of %d rows: %s', async (accuracy, n, outcome) => {
    const check = await checkOf(policy, { metrics: { accuracy, n }, baseline: { accuracy: 0.9, n } })
    expect([check.outcome, check.uncertainty?.interval?.method]).toEqual([outcome, 'newcombe'])
  })

  test('a drop beyond what is tolerated fails where nothing says on how many rows it was measured', async () => {
    const check = await checkOf(policy, { metrics: { accuracy: 0.7 }, baseline: { accuracy: 0.9 } })
    expect([check.outcome, english(check.message)]).toEqual(['fail', expect.stringMatching(/nothing is known/)])
  })

  test('a model that truly lost the margin passes in fewer than 5 of 100 runs', async () => {
    const random = randomFrom('baseline')
    let passed = 0
    const runs = 400
    for (let run = 0; run < runs; run += 1) {
      const [now, before] = [draw(random, 1000, 0.85), draw(random, 1000, 0.9)]
      const check = await checkOf(policy, {
        metrics: { accuracy: now / 1000, n: 1000 },
        baseline: { accuracy: before / 1000, n: 1000 },
      })
      passed += check.outcome === 'pass' ? 1 : 0
    }
    expect(passed / runs).toBeLessThan(0.075)
    expect(passed).toBeGreaterThan(0)
  })
})

describe('fairness at a confidence', () => {
  const rule = (more: string) => `fairness: {metric: accuracy, by: g, gap: {below: 0.05}${more}}`
  const groupsOf = (hits: readonly number[], n: number) =>
    Object.fromEntries(hits.map((hit, index) => [`g${index}`, { accuracy: hit / n, n }]))

  test('of five equally good groups of 200 the value blocks about half the runs, the confidence under 5 of 100', async () => {
    const random = randomFrom('fair')
    const runs = 300
    const failed = { point: 0, confidence: 0 }
    for (let run = 0; run < runs; run += 1) {
      const groups = {
        g: groupsOf(
          Array.from({ length: 5 }, () => draw(random, 200, 0.9)),
          200,
        ),
      }
      failed.point += (await checkOf(rule(''), { groups })).outcome === 'fail' ? 1 : 0
      failed.confidence += (await checkOf(rule(', confidence: 0.95'), { groups })).outcome === 'fail' ? 1 : 0
    }
    expect(failed.point / runs).toBeGreaterThan(0.4)
    expect(failed.point / runs).toBeLessThan(0.6)
    expect(failed.confidence / runs).toBeLessThan(0.05)
  })

  test.each([
    ['gap: {below: 0.05}', [9000, 8900], 10_000, 'pass'],
    ['gap: {below: 0.05}', [9000, 7000], 10_000, 'fail'],
    ['gap: {below: 0.05}', [90, 87], 100, 'insufficient'],
    ['ratio: {min: 0.8}', [900, 850], 1000, 'pass'],
    ['ratio: {min: 0.8}', [900, 500], 1000, 'fail'],
    ['ratio: {min: 0.8}', [9, 8], 10, 'insufficient'],
    ['worst: {min: 0.8}', [900, 850], 1000, 'pass'],
    ['worst: {min: 0.8}', [900, 700], 1000, 'fail'],
    ['worst: {min: 0.8}', [90, 81], 100, 'insufficient'],
    ['worst: {max: 0.2}', [150, 100], 1000, 'pass'],
    ['worst: {max: 0.2}', [300, 100], 1000, 'fail'],
  ] as const)('%s of %j in %d: %s', async (bound, hits, n, outcome) => {
    const policy = `fairness: {metric: accuracy, by: g, ${bound}, confidence: 0.95}`
    expect((await checkOf(policy, { groups: { g: groupsOf(hits, n) } })).outcome).toBe(outcome)
  })

  test.each(['gap: {below: 0.05}', 'ratio: {min: 0.8}', 'worst: {min: 0.8}'])(
    '%s broken without sizes fails',
    async (bound) => {
      const policy = `fairness: {metric: accuracy, by: g, ${bound}, confidence: 0.95}`
      const check = await checkOf(policy, { groups: { g: { a: { accuracy: 0.9 }, b: { accuracy: 0.3 } } } })
      expect([check.outcome, english(check.message)]).toEqual(['fail', expect.stringMatching(/nothing is known/)])
    },
  )

  test('one group without a size leaves everything undecided', async () => {
    const groups = { g: { ...groupsOf([900, 900], 1000), small: { accuracy: 0.9 } } }
    const check = await checkOf(rule(', confidence: 0.95'), { groups })
    expect(check.outcome).toBe('insufficient')
    expect(check.groups?.map(({ name, n }) => [name, n])).toEqual([
      ['g0', 1000],
      ['g1', 1000],
      ['small', undefined],
    ])
  })

  test('a group that is too small decides nothing and is listed', async () => {
    const groups = { g: { a: { accuracy: 0.9, n: 500 }, b: { accuracy: 0.89, n: 500 }, c: { accuracy: 0.9, n: 10 } } }
    const check = await checkOf(rule(', min-n: 30'), { groups })
    expect([check.outcome, english(check.message)]).toEqual([
      'insufficient',
      expect.stringMatching(/c \(10\) rest on fewer/),
    ])
    expect(check.groups?.find(({ name }) => name === 'c')).toMatchObject({ small: true, n: 10 })
    const unfair = { g: { ...groups.g, b: { accuracy: 0.7, n: 500 } } }
    expect((await checkOf(rule(', min-n: 30'), { groups: unfair })).outcome).toBe('fail')
  })

  test('a group that the rule names has to be there', async () => {
    const groups = { g: groupsOf([90, 90], 100) }
    const check = await checkOf(rule(', groups: [g0, g1, g2]'), { groups })
    expect([check.outcome, english(check.message)]).toEqual(['missing', expect.stringMatching(/needs accuracy of g2/)])
  })
})

describe('fairness by name', () => {
  const groups = {
    sex: {
      F: { selection_rate: 0.4, tpr: 0.8, fpr: 0.1, precision: 0.7 },
      M: { selection_rate: 0.5, tpr: 0.9, fpr: 0.3, precision: 0.75 },
    },
  }
  test.each([
    ['demographic_parity', '0.1', '0.8'],
    ['equal_opportunity', '0.1', '0.8889'],
    ['predictive_parity', '0.05', '0.9333'],
    // The wider of the two gaps, the smaller of the two ratios.
    ['equalized_odds', '0.2', '0.3333'],
  ] as const)('%s', async (metric, gap, ratio) => {
    const policy = `fairness: {metric: ${metric}, by: sex, gap: {max: 0.5}, ratio: {min: 0.1}}`
    const checks = await checksOf(policy, { groups })
    expect(checks.map(({ id, actual }) => [id, actual])).toEqual([
      [`fairness/${metric}/sex/gap`, gap],
      [`fairness/${metric}/sex/ratio`, ratio],
    ])
  })

  test('four fifths are four fifths', async () => {
    const policy = 'fairness: {metric: demographic_parity, by: sex, ratio: {min: 0.8}}'
    expect((await checkOf(policy, { groups })).outcome).toBe('pass')
  })

  test('a rate that is not there is missing, whatever the other one is', async () => {
    const policy = 'fairness: {metric: equalized_odds, by: sex, gap: {max: 0.5}}'
    const lacking = { sex: { F: { tpr: 0.8 }, M: { tpr: 0.8 } } }
    const check = await checkOf(policy, { groups: lacking })
    expect([check.outcome, english(check.message)]).toEqual(['missing', expect.stringMatching(/false_positive_rate/)])
  })
})

/** How many of n hit, each with the chance p. */
function draw(random: Random, n: number, p: number): number {
  let hits = 0
  for (let trial = 0; trial < n; trial += 1) if (random.next() < p * 2 ** 32) hits += 1
  return hits
}
