import { describe, expect, test } from '@jest/globals'
import { readContent } from '../../../src/evidence/formats/choose.js'
import type { Role } from '../../../src/evidence/kinds.js'
import { lookUpMetric } from '../../../src/evidence/select.js'
import { english } from '../../support/evidence.js'
import { opened } from '../../support/opened.js'

/** Suites whose files say less, or something else, than a glance at them shows. */
async function ask(file: unknown, selector: string, role: Role = 'metrics', path = 'x.json'): Promise<string> {
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  const read = await readContent(opened(text), { path, role })
  if (!read.ok) return `refused: ${read.problems.map(({ message }) => english(message)).join('; ')}`
  const found = lookUpMetric([{ path, content: read.value.content }], selector)
  if (found.kind !== 'found') return found.kind
  if (found.value.kind === 'refused') return `refused: ${english(found.value.why)}`
  return 'text' in found.value ? found.value.text || found.value.kind : '…'
}

async function formatOf(file: unknown): Promise<string> {
  const read = await readContent(opened(JSON.stringify(file)), { path: 'x.json', role: 'metrics' })
  return read.ok ? read.value.format : `refused: ${read.problems[0]?.message.id}`
}

describe('promptfoo', () => {
  const prompt = (passed: number, failed: number) => ({
    label: 'p',
    provider: 'echo',
    metrics: { testPassCount: passed, testFailCount: failed, testErrorCount: 0, score: passed, namedScores: {} },
  })

  test('of two prompts with one label neither goes by it', async () => {
    const stats = { successes: 4, failures: 4, errors: 0 }
    const file = { evalId: 'e', results: { stats, prompts: [prompt(4, 0), prompt(0, 4)] } }
    expect(await ask(file, 'prompts/echo p/pass_rate')).toBe('absent')
    expect(await ask(file, 'prompts/0/pass_rate')).toBe('1')
    expect(await ask(file, 'prompts/1/pass_rate')).toBe('0')
  })

  test('older versions have no number of errors; one that is none is no zero', async () => {
    const file = (stats: object) => ({ evalId: 'e', results: { version: 2, stats } })
    expect(await ask(file({ successes: 3, failures: 1 }), 'pass_rate')).toBe('0.75')
    expect(await ask(file({ successes: 3, failures: 0, errors: '9' }), 'pass_rate')).toMatch(/nothing was measured/)
    expect(await ask(file({ successes: 0, failures: 0, errors: 0 }), 'pass_rate')).toMatch(/nothing was measured/)
  })
})

describe('deepeval', () => {
  const run = (file: object) => ({ testCases: [{}, {}, {}], metricsScores: [], testPassed: 2, testFailed: 0, ...file })
  const metric = { metric: 'Bias', scores: [0.25, 0.75], passes: 2, fails: 0, errors: 0 }

  test('test cases that were not judged make the pass rate one of a part', async () => {
    expect(await ask(run({ metricsScores: [metric] }), 'pass_rate')).toMatch(/part of the data only \(2 \/ 3\)/)
    expect(await ask(run({ metricsScores: [metric], testCases: [{}, {}] }), 'pass_rate')).toBe('1')
  })

  test('the file that deepeval keeps of the latest run wraps it', async () => {
    const latest = { testRunData: run({ metricsScores: [metric], testCases: [{}, {}] }) }
    expect(await ask(latest, 'pass_rate')).toBe('1')
    expect(await ask(latest, 'Bias/mean')).toBe('0.5')
    expect(await ask(latest, 'testRunData/testPassed')).toBe('2')
    expect(await ask({ testRunData: run({ metricsScores: [metric] }) }, 'pass_rate')).toMatch(/\(2 \/ 3\)/)
  })

  test('a number of errors that is none, and two entries of one metric', async () => {
    const odd = run({ metricsScores: [{ ...metric, errors: 'many' }] })
    expect(await ask(odd, 'Bias/mean')).toMatch(/part of the data only \(errors: many\)/)
    expect(await ask(odd, 'Bias/pass_rate')).toBe('absent')
    const twice = run({ metricsScores: [metric, { ...metric, scores: [1, 1] }] })
    expect(await ask(twice, 'Bias/mean')).toBe('absent')
    expect(await ask(run({ metricsScores: [metric] }), 'Bias/mean')).toBe('0.5')
  })
})

describe('ragas', () => {
  const csv = (text: string, selector: string) => ask(text, selector, 'metrics', 'results.csv')

  test('with the index that pandas writes in front', async () => {
    const table = ',user_input,response,faithfulness\n0,a,b,0.5\n1,c,d,1.0\n'
    expect(await csv(table, 'faithfulness')).toBe('0.75')
    expect(await csv(table, 'samples')).toBe('2')
    const single = ',user_input,response,faithfulness\n0,a,b,0.5\n'
    expect(await csv(single, 'faithfulness')).toBe('0.5')
    expect(await csv(single, '')).toBe('absent')
  })

  test('a metric that no sample has is not there as a number, an empty part of the samples not at all', async () => {
    const table = 'user_input,response,reference,faithfulness,relevancy\na,b,,,1\nc,d,,,\n'
    expect(await csv(table, 'faithfulness')).toMatch(/part of the data only \(0 \/ 2\)/)
    expect(await csv(table, 'faithfulness_scored_mean')).toBe('null')
    expect(await csv(table, 'relevancy')).toMatch(/part of the data only \(1 \/ 2\)/)
    expect(await csv(table, 'relevancy_scored_mean')).toBe('1')
    expect(await csv(table, 'reference')).toBe('absent')
  })
})

describe('Great Expectations', () => {
  const validation = (evaluated: number, lost: number, results: unknown[]) => ({
    success: lost === 0,
    statistics: {
      evaluated_expectations: evaluated,
      successful_expectations: evaluated - lost,
      unsuccessful_expectations: lost,
    },
    results,
  })
  const failure = { success: false, expectation_config: { type: 'expect_x', kwargs: {} }, result: {} }

  test('a validation that evaluated nothing is not made good by another one', async () => {
    const one = { validation_result: validation(1, 0, [{ ...failure, success: true }]) }
    const none = { validation_result: validation(0, 0, []) }
    expect(await ask({ success: true, run_results: { a: one } }, 'tests/passed', 'drift')).toBe('1')
    expect(await ask({ success: true, run_results: { a: one, b: none } }, 'tests/passed', 'drift')).toMatch(
      /nothing was measured/,
    )
  })

  test('results that list the failures alone are counted by the statistics', async () => {
    const file = validation(10, 1, [failure])
    expect(await ask(file, 'tests/passed')).toBe('9')
    expect(await ask(file, 'tests/failed')).toBe('1')
    expect(await ask(file, 'tests/total')).toBe('10')
    expect(await ask(validation(10, 3, []), 'tests/failed')).toBe('3')
    expect(await ask(validation(10, 3, []), 'tests/errors')).toMatch(/the file states no value/)
    expect(await ask(validation(10, 0, []), 'tests/errors')).toBe('0')
  })

  test('an exception is an error, however deep it is told', async () => {
    const raised = { raised_exception: true, exception_message: 'no such column', exception_traceback: null }
    const ended = (exception_info: object) => ({ ...failure, exception_info })
    // Of 0.18, by metric, domain and value; and of 1.x, where one expectation may need several.
    const old = ended({ "('column.min', 'dc29', 'parse_strings_as_datetimes=False')": raised })
    const id = (name: string) => `MetricConfigurationID(metric_name='${name}', metric_domain_kwargs_id='c9ce')`
    const recent = ended({ [id('table.row_count')]: raised, [id('column_values.between.condition')]: raised })
    const none = ended({ raised_exception: false, exception_message: null, exception_traceback: null })
    for (const error of [ended(raised), old, recent]) {
      const file = validation(2, 2, [error, none])
      expect(await ask(file, 'tests/errors')).toBe('1')
      expect(await ask(file, 'tests/failed')).toBe('1')
    }
    const failuresOnly = validation(10, 2, [old, none])
    expect(await ask(failuresOnly, 'tests/errors')).toBe('1')
    expect(await ask(failuresOnly, 'tests/failed')).toBe('1')
  })
})

describe('TensorFlow Model Analysis', () => {
  test('plain metrics with a verdict of their own are plain', async () => {
    expect(await formatOf({ validation_ok: true, accuracy: 0.9 })).toBe('json')
    expect(await formatOf({ validationOk: true })).toBe('tfma-validation')
    expect(await formatOf({})).toBe('json')
  })

  test('missing thresholds are a flag, and slices may cross', async () => {
    const file = { missingThresholds: true, missingCrossSlices: [{}], missingSlices: [{}] }
    expect(await ask(file, 'missing')).toBe('3')
    expect(await ask(file, 'validation_ok')).toBe('false')
    expect(await ask({ validationOk: true }, 'missing')).toBe('0')
  })
})

describe('SageMaker', () => {
  test('a metric of training does not stand for the one of the test', async () => {
    const file = { train_metrics: { accuracy: { value: 0.99 } }, test_metrics: { accuracy: { value: 0.5 } } }
    expect(await ask(file, 'accuracy')).toBe('absent')
    expect(await ask(file, 'test_metrics/accuracy/value')).toBe('0.5')
  })

  test('violations are counted, none too; constraints are limits', async () => {
    const one = { feature_name: 'age', constraint_check_type: 'data_type_check', description: '' }
    expect(await ask({ violations: [one] }, 'violation_count')).toBe('1')
    expect(await ask({ violations: [] }, 'violation_count')).toBe('0')
    expect(await formatOf({ violations: [{ rule: 'x' }] })).toBe('json')
    const limits = { mae: { threshold: 0.5, comparison_operator: 'GreaterThanThreshold' } }
    expect(await formatOf({ version: 0, regression_constraints: limits })).toBe('refused: evidence.suites.constraints')
    expect(await formatOf({ features: [], monitoring_config: {} })).toBe('refused: evidence.suites.constraints')
  })
})

describe('deepchecks', () => {
  test('of two checks with one name neither goes by it', async () => {
    const check = (value: number) => ({
      type: 'CheckResult',
      header: 'Score',
      value,
      conditions_results: [{ Status: 'PASS' }],
    })
    const file = (...values: number[]) => ({ type: 'SuiteResult', results: values.map(check) })
    expect(await ask(file(0.9, 0.1), 'checks/Score')).toBe('absent')
    expect(await ask(file(0.9), 'checks/Score')).toBe('0.9')
  })

  test('a column that two checks compared has the values of both', async () => {
    const check = (column: object) => ({
      type: 'CheckResult',
      header: 'Drift',
      value: { tenure: column },
      conditions_results: [{ Status: 'PASS' }],
    })
    const file = (...columns: object[]) => ({ type: 'SuiteResult', results: columns.map(check) })
    const [ks, psi] = [
      { 'Drift score': 0.1, Method: 'Kolmogorov-Smirnov' },
      { 'Drift score': 0.7, Method: 'PSI' },
    ]
    expect(await ask(file(ks, psi), 'features/tenure/psi/value')).toBe('0.7')
    expect(await ask(file(ks, psi), 'features/tenure/ks/value')).toBe('0.1')
    expect(await ask(file(ks, ks), 'features/tenure/value')).toBe('0.1')
  })
})
