import { describe, expect, test } from '@jest/globals'
import { ask } from '../../support/ask.js'

const REFUSED = /^refused: numbers of the file cannot all be true/

describe('promptfoo', () => {
  const results = (successes: number, failures: number, verdicts?: readonly boolean[], errors = 0) => ({
    evalId: 'e',
    results: {
      stats: { successes, failures, errors },
      prompts: [],
      ...(verdicts !== undefined && { results: verdicts.map((success) => ({ success })) }),
    },
  })

  test.each<[string, object, string]>([
    ['a negative count of failures', results(100, -50), '100 + -50 + 0'],
    ['a negative count that leaves no test', results(50, -50), '50 + -50 + 0'],
    ['a negative count of errors', results(100, 0, undefined, -1), '100 + 0 + -1'],
    ['more tests than are listed', results(100, 0, [true, true, false]), '100 + 0 + 0; results: 2 / 3'],
    ['tests where none is listed', results(100, 0, []), '100 + 0 + 0; results: 0 / 0'],
    ['more that passed than the list says', results(3, 0, [true, true, false]), '3 + 0 + 0; results: 2 / 3'],
  ])('%s', async (_, file, detail) => {
    const found = await ask(file, 'pass_rate')
    expect(found).toMatch(REFUSED)
    expect(found).toContain(`(${detail})`)
    for (const name of ['successes', 'failures', 'errors', 'tests']) expect(await ask(file, name)).toMatch(REFUSED)
  })

  test('counts that are those of the list', async () => {
    expect(await ask(results(2, 2, [true, false, true, false]), 'pass_rate')).toBe('0.5')
    expect(await ask(results(1, 1), 'pass_rate')).toBe('0.5')
  })

  test('of a prompt', async () => {
    const rows = [true, false, true, true].map((success, index) => ({ success, promptIdx: index % 2 }))
    const prompt = (testPassCount: number) => ({ metrics: { testPassCount, testFailCount: 0, testErrorCount: 0 } })
    const stats = { successes: 3, failures: 1, errors: 0 }
    const file = (results: object[]) => ({ evalId: 'e', results: { stats, prompts: [prompt(2), prompt(2)], results } })
    expect(await ask(file(rows), 'prompts/0/pass_rate')).toBe('1')
    expect(await ask(file(rows), 'prompts/1/pass_rate')).toContain('(2 + 0 + 0; results: 1 / 2)')
    expect(await ask(file(rows), 'pass_rate')).toBe('0.75')
    const unsaid = rows.map(({ success }) => ({ success }))
    expect(await ask(file(unsaid), 'prompts/1/pass_rate')).toBe('1')
  })

  test('a prompt with a negative count has no mean', async () => {
    const metrics = { score: 100, testPassCount: 100, testFailCount: -50, testErrorCount: 0 }
    const { evalId, results: whole } = results(1, 0)
    const file = { evalId, results: { ...whole, prompts: [{ metrics }] } }
    expect(await ask(file, 'prompts/0/pass_rate')).toMatch(REFUSED)
    expect(await ask(file, 'prompts/0/score_mean')).toBe('absent')
  })
})

describe('deepeval', () => {
  const run = (testPassed: number, testFailed: number, verdicts: readonly boolean[], fails: number) => ({
    testCases: verdicts.map((success) => ({ success })),
    metricsScores: [{ metric: 'Faithfulness', scores: [0.9, 0.5], passes: 2, fails, errors: 0 }],
    testPassed,
    testFailed,
  })

  test.each<[string, object, string]>([
    ['no failed case beside a failed metric', run(3, 0, [], 1), 'testPassed=3, testFailed=0; Faithfulness: fails=1'],
    ['fewer failed cases than are listed', run(3, 0, [true, false, false], 0), 'testFailed=0; testCases: 1 / 3'],
    ['more cases than are listed', run(100, 1, [true, false], 1), 'testPassed=100, testFailed=1; testCases: 1 / 2'],
    ['a negative count', run(100, -50, [true], 0), 'testPassed=100, testFailed=-50'],
  ])('%s', async (_, file, detail) => {
    const found = await ask(file, 'pass_rate')
    expect(found).toMatch(REFUSED)
    expect(found).toContain(detail)
  })

  test('counts that fit', async () => {
    expect(await ask(run(1, 1, [true, false], 1), 'pass_rate')).toBe('0.5')
  })
})

describe('k6', () => {
  const summary = (values: object) => ({
    metrics: {
      http_req_failed: values,
      http_reqs: { count: 1000, rate: 1 },
      http_req_duration: { avg: 1 },
      iteration_duration: {},
    },
    root_group: {},
  })

  test.each<[string, object]>([
    ['a rate above its counts', { passes: 4, fails: 36, value: 1 }],
    ['a rate below its counts', { passes: 36, fails: 4, value: 0.1 }],
    ['a rate of zero beside failures', { passes: 1, fails: 9999, value: 0 }],
    ['a negative count', { passes: 0, fails: -40, value: 0 }],
    ['more failures than requests', { matches: 5, total: 4, value: 1 }],
  ])('%s', async (_, values) => {
    expect(await ask(summary(values), 'http_req_failed/value')).toMatch(REFUSED)
    expect(await ask(summary(values), 'error_rate')).toMatch(REFUSED)
  })

  test('of any rate', async () => {
    const file = { ...summary({}), metrics: { ...summary({}).metrics, checks: { passes: 1, fails: 9, rate: 0.9 } } }
    expect(await ask(file, 'checks/rate')).toMatch(/checks: passes=1, fails=9, rate=0\.9/)
  })

  test('rates that fit, also rounded ones', async () => {
    expect(await ask(summary({ passes: 4, fails: 36, value: 0.1 }), 'http_req_failed/value')).toBe('0.1')
    expect(await ask(summary({ passes: 349, fails: 529, value: 0.397 }), 'http_req_failed/value')).toBe('0.397')
    expect(await ask(summary({ passes: 4, fails: 36 }), 'error_rate')).toBe('0.1')
    expect(await ask(summary({ passes: 0, fails: 40, value: 0 }), 'error_rate')).toBe('0')
  })
})

describe('Evidently', () => {
  const drift = (column: string, value: number) => ({
    metric_name: `ValueDrift(column=${column},method=K-S p_value,threshold=0.05)`,
    value,
  })
  const report = (count: number, ...drifts: object[]) => ({
    metrics: [{ metric_name: 'DriftedColumnsCount(drift_share=0.5)', value: { count, share: count / 10 } }, ...drifts],
    tests: [],
  })

  test.each(['drifted', 'share', 'DriftedColumnsCount/count', 'drifted_columns_count/share'])(
    'fewer drifted columns than drifted by their own thresholds: %s',
    async (name) => {
      const found = await ask(report(0, drift('age', 0), drift('income', 0.5)), name)
      expect(found).toMatch(REFUSED)
      expect(found).toContain('(DriftedColumnsCount: 0; age)')
      expect(await ask(report(1, drift('age', 0), drift('income', 0)), name)).toMatch(REFUSED)
    },
  )

  test('counts that fit', async () => {
    expect(await ask(report(0, drift('age', 0.5)), 'drifted')).toBe('0')
    expect(await ask(report(3, drift('age', 0)), 'drifted')).toBe('3')
    expect(await ask(report(1, drift('age', 0), drift('age', 0.01)), 'drifted')).toBe('1')
    expect(await ask(report(0, drift('age', 0)), 'features/age/drifted')).toBe('true')
  })

  const table = (drifted: number, flags: Readonly<Record<string, boolean>>) => ({
    metrics: [
      {
        metric: 'DataDriftTable',
        result: {
          number_of_columns: 2,
          number_of_drifted_columns: drifted,
          share_of_drifted_columns: drifted / 2,
          dataset_drift: false,
          drift_by_columns: Object.fromEntries(
            Object.entries(flags).map(([name, drift_detected]) => [name, { column_name: name, drift_detected }]),
          ),
        },
      },
    ],
  })

  test.each(['drifted', 'share', 'dataset_drift'])('the same in a report of the older versions: %s', async (name) => {
    const found = await ask(table(0, { age: true, income: false }), name)
    expect(found).toMatch(REFUSED)
    expect(found).toContain('(number_of_drifted_columns: 0; age)')
    expect(await ask(table(1, { age: true, income: false }), name)).not.toMatch(REFUSED)
  })
})
