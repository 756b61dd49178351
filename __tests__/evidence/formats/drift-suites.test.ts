import { describe, expect, test } from '@jest/globals'
import { readContent } from '../../../src/evidence/formats/choose.js'
import type { Role } from '../../../src/evidence/kinds.js'
import { lookUpMetric } from '../../../src/evidence/select.js'
import { english } from '../../support/evidence.js'
import { opened } from '../../support/opened.js'

/** Which columns drifted, where a file says so in more than one way, or does not say it. */
async function ask(file: unknown, selector: string, role: Role = 'metrics', path = 'x.json'): Promise<string> {
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  const read = await readContent(opened(text), { path, role })
  if (!read.ok) return `refused: ${read.problems.map(({ message }) => english(message)).join('; ')}`
  const found = lookUpMetric([{ path, content: read.value.content }], selector)
  if (found.kind !== 'found') return found.kind
  if (found.value.kind === 'refused') return `refused: ${english(found.value.why)}`
  return 'text' in found.value ? found.value.text || found.value.kind : '…'
}

describe('Evidently', () => {
  const old = (...metrics: object[]) => ({ metrics: metrics.map((result) => ({ metric: 'M', result })) })
  const column = (stattest_name: string, drift_score: number, drift_detected: boolean) => ({
    column_name: 'tenure',
    stattest_name,
    drift_score,
    drift_detected,
  })
  const drift = (method: string, value: number, threshold: number | null = 0.05, name = 'age') => ({
    metric_name: 'ValueDrift(column=age)',
    config: { column: name, method, threshold },
    value,
  })
  const count = (drifted: number, share: number) => ({
    metric_name: `DriftedColumnsCount(columns=${drifted})`,
    value: { count: drifted, share },
  })

  test('a column measured in two ways drifted where one of them says so', async () => {
    const file = old(column('PSI', 0.01, false), column('K-S p_value', 0.001, true))
    expect(await ask(file, 'drifted', 'drift')).toBe('1')
    expect(await ask(file, 'count', 'drift')).toBe('1')
    expect(await ask(file, 'share', 'drift')).toBe('1')
    expect(await ask(file, 'features/tenure/psi/drifted', 'drift')).toBe('false')
    expect(await ask(file, 'features/tenure/ks_p_value/drifted', 'drift')).toBe('true')
    const again = old(column('PSI', 0.01, false), column('PSI', 0.01, false))
    expect(await ask(again, 'features/tenure/psi', 'drift')).toBe('0.01')
    const differ = { metrics: [drift('psi', 0.01), drift('psi', 0.9)], tests: [] }
    expect(await ask(differ, 'drifted', 'drift')).toBe('1')
    expect(await ask(differ, 'count', 'drift')).toBe('1')
  })

  test('the same in a test suite', async () => {
    const test = (stattest: string, detected: boolean) => ({
      name: 'Drift per Column',
      status: 'SUCCESS',
      parameters: { column_name: 'tenure', stattest, score: 0.2, threshold: 0.1, detected },
    })
    const file = {
      tests: [test('PSI', false), test('K-S p_value', true)],
      summary: { all_passed: true, by_status: {} },
    }
    expect(await ask(file, 'drifted', 'drift')).toBe('1')
    expect(await ask(file, 'count', 'drift')).toBe('1')
  })

  test('a name of a column may hold commas, where the file has no configuration', async () => {
    const drift = (column: string, value: number) => ({
      metric_id: `ValueDrift(column=${column},method=psi,threshold=0.1)`,
      value,
    })
    const file = { metrics: [drift('income, net', 1.2), drift('a,b=1', 0.4), drift('age', 0.01)], tests: [] }
    expect(await ask(file, 'features/income, net/psi', 'drift')).toBe('1.2')
    expect(await ask(file, 'features/income, net/drifted', 'drift')).toBe('true')
    expect(await ask(file, 'features/income/psi', 'drift')).toBe('absent')
    expect(await ask(file, 'features/a,b=1/psi', 'drift')).toBe('0.4')
    expect(await ask(file, 'features/age/psi', 'drift')).toBe('0.01')
    const bare = { metrics: [{ metric_id: 'ValueDrift(column=income, net)', value: 1.2 }], tests: [] }
    expect(await ask(bare, 'features/income, net/value', 'drift')).toBe('1.2')
  })

  test('a value that several metrics have, and have alike, is one value', async () => {
    const current = (missing: number) => ({ current: { number_of_rows: 800, number_of_missing_values: missing } })
    expect(await ask(old(current(6), current(6)), 'number_of_missing_values')).toBe('6')
    expect(await ask(old(current(6), current(7)), 'number_of_missing_values')).toBe('absent')
    const column = (column_name: string) => ({ column_name, current: { number_of_missing_values: 6 } })
    expect(await ask(old(column('age'), column('age'), current(6)), 'number_of_rows')).toBe('800')
    expect(await ask(old(column('age'), column('age'), current(6)), 'number_of_missing_values')).toBe('absent')
    const mean = (name: string) => ({ metric_name: `MeanValue(column=${name})`, value: 5 })
    expect(await ask({ metrics: [mean('a'), mean('b')], tests: [] }, 'mean_value')).toBe('absent')
    const rows = (value: number) => ({ metric_name: 'RowCount()', value })
    expect(await ask({ metrics: [rows(800), rows(800)], tests: [] }, 'row_count')).toBe('800')
    expect(await ask({ metrics: [rows(800), rows(801)], tests: [] }, 'row_count')).toBe('absent')
    const test = (value: number) => ({ name: 'Accuracy Score', status: 'SUCCESS', parameters: { value } })
    const suite = (...tests: object[]) => ({ tests, summary: { all_passed: true, by_status: {} } })
    expect(await ask(suite(test(0.9), test(0.9)), 'Accuracy Score')).toBe('0.9')
    expect(await ask(suite(test(0.9), test(0.8)), 'Accuracy Score')).toBe('absent')
    const of = (name: string) => ({ ...test(0.9), description: `The value of ${name} is 0.9.` })
    expect(await ask(suite(of('age'), of('tenure')), 'Accuracy Score')).toBe('absent')
  })

  test('what `save()` writes is not read, and names what is', async () => {
    const saved = {
      id: '01a213ed',
      name: null,
      timestamp: '2026-11-25T18:18:00.289161',
      metadata: { metric_presets: ['DataDriftPreset'] },
      tags: [],
      suite: {
        metrics: [{ type: 'evidently:metric:DatasetDriftMetric', drift_share: 0.5 }],
        metric_results: [{ type: 'evidently:metric_result:DatasetDriftMetricResults', dataset_drift: false }],
      },
    }
    for (const text of [JSON.stringify(saved), JSON.stringify(saved, null, 2)]) {
      expect(await ask(text, 'share', 'drift')).toMatch(/^refused: .*Evidently.*`save\(\)`.*`save_json\(\)`/)
      expect(await ask(text, 'share', 'metrics')).toMatch(/`save_json\(\)`/)
    }
  })

  test('what two metrics of the data set say differently is none', async () => {
    const dataset = (number_of_columns: number, number_of_drifted_columns: number, dataset_drift: boolean) => ({
      drift_share: 0.5,
      number_of_columns,
      number_of_drifted_columns,
      share_of_drifted_columns: number_of_drifted_columns / number_of_columns,
      dataset_drift,
    })
    for (const file of [
      old(dataset(8, 2, false), dataset(4, 4, true)),
      old(dataset(4, 4, true), dataset(8, 2, false)),
    ]) {
      for (const name of ['share', 'count', 'drifted', 'dataset_drift'])
        expect(await ask(file, name, 'drift')).toMatch(/several of it, which differ/)
    }
    // Two limits for the same columns.
    const limits = old(dataset(8, 2, false), dataset(8, 2, true))
    expect(await ask(limits, 'dataset_drift', 'drift')).toMatch(/several of it, which differ \(false, true\)/)
    expect(await ask(limits, 'count', 'drift')).toBe('8')
    expect(await ask(old(dataset(8, 2, false), dataset(8, 2, false)), 'dataset_drift', 'drift')).toBe('false')
    // Beside a limit of one's own the table of a preset still judges by Evidently's.
    const { drift_share: _, ...table } = dataset(8, 2, false)
    expect(await ask(old(dataset(8, 2, true), table), 'dataset_drift', 'drift')).toBe('true')
    expect(await ask(old(table, dataset(8, 2, true)), 'dataset_drift', 'drift')).toBe('true')
    expect(await ask(old(table), 'dataset_drift', 'drift')).toBe('false')
  })

  test('shares that differ are none', async () => {
    const dataset = (share: number) => ({
      number_of_columns: 2,
      number_of_drifted_columns: share * 2,
      share_of_drifted_columns: share,
      drift_share: 0.5,
    })
    expect(await ask(old(dataset(0), dataset(1)), 'share', 'drift')).toMatch(/several of it, which differ \(0, 1\)/)
    expect(await ask(old(dataset(0.5), dataset(0.5)), 'share', 'drift')).toBe('0.5')
    const file = { metrics: [count(0, 0), count(3, 0.75)], tests: [] }
    expect(await ask(file, 'share', 'drift')).toMatch(/several of it, which differ \(0, 0\.75\)/)
    expect(await ask(file, 'drifted', 'drift')).toMatch(/several of it, which differ \(0, 3\)/)
  })

  test.each<[string, number, string]>([
    ['K-S p_value', 0.01, 'true'],
    ['K-S p_value', 0.05, 'true'],
    ['chi-square p_value', 0.5, 'false'],
    ['anderson', 0.01, 'true'],
    ['Anderson-Darling', 0.8, 'false'],
    ["Fisher's Exact test", 0.01, 'true'],
    ['Cramer-von Mises', 0.01, 'true'],
    ['Epps-Singleton', 0.01, 'true'],
    ['Total-Variation-Distance', 0.01, 'true'],
    ['Mann-Whitney U-rank test', 0.01, 'true'],
    ['Energy-distance', 0.8, 'true'],
    ['Wasserstein distance (normed)', 0.05, 'true'],
    ['PSI', 0.01, 'false'],
    ['kl_div', 0.8, 'true'],
    ["custom function 'f'", 0.01, 'absent'],
    ['Percentile text content drift', 0.9, 'absent'],
  ])('%s of %d against 0.05 is drift: %s', async (method, value, expected) => {
    const file = { metrics: [drift(method, value)], tests: [] }
    expect(await ask(file, 'features/age/drifted', 'drift')).toBe(expected)
  })

  test('a column that says nothing leaves no share of the others', async () => {
    const file = { metrics: [drift('psi', 0.01), drift('custom', 0.9, 0.05, 'income')], tests: [] }
    expect(await ask(file, 'share', 'drift')).toBe('absent')
    expect(await ask(file, 'features/age/drifted', 'drift')).toBe('false')
  })
})

describe('NannyML', () => {
  test('a column measured in several ways counts once, and drifted where one of them says so', async () => {
    const heads = [
      'chunk,chunk,a,a,a,a,b,b',
      'chunk,chunk,ks,ks,js,js,ks,ks',
      'key,period,value,alert,value,alert,value,alert',
    ]
    const text = (row: string) => [...heads, row, ''].join('\n')
    const drifted = text('x,analysis,0.9,True,0.1,False,0.1,False')
    expect(await ask(drifted, 'count', 'drift', 'x.csv')).toBe('2')
    expect(await ask(drifted, 'share', 'drift', 'x.csv')).toBe('0.5')
    // Where one method does not say, another that says yes is enough, and one that says no is not.
    expect(await ask(text('x,analysis,0.9,True,0.1,,0.1,False'), 'share', 'drift', 'x.csv')).toBe('0.5')
    expect(await ask(text('x,analysis,0.9,False,0.1,,0.1,False'), 'share', 'drift', 'x.csv')).toBe('absent')
  })

  const heads = ['chunk,chunk,f1,f1', 'key,period,value,alert']
  const csv = (rows: readonly string[], selector: string) =>
    ask([...heads, ...rows, ''].join('\n'), selector, 'metrics', 'x.csv')

  test('the reference period is never the newest', async () => {
    const rows = ['a,reference,0.9,False', 'b,analysis,0.5,True', 'c,analysis,0.7,False', 'd,reference,0.95,False']
    expect(await csv(rows, 'f1')).toBe('0.7')
    expect(await csv(rows, 'f1_alert')).toBe('false')
    expect(await csv(rows, 'chunks_alerted')).toBe('1')
    expect(await csv(rows, 'chunks_analysed')).toBe('2')
    expect(await csv(['a,reference,0.9,False'], 'f1')).toMatch(/chunks of the reference period only/)
  })
})

describe('what a file leaves out', () => {
  const suite = (...tests: object[]) => ({ tests, summary: { all_passed: false, by_status: {} } })
  const column = { stattest: 'PSI', score: 0.01, threshold: 0.1, detected: false, column_name: 'tenure' }
  const held = { name: 'Drift per Column', status: 'SUCCESS', parameters: column }

  test.each([
    ['a test that did not run', { name: 'Drift per Column', status: 'ERROR', parameters: {} }],
    ['a share that failed', { name: 'Share of Drifted Columns', status: 'FAIL', parameters: { value: 0.9 } }],
  ])('%s leaves it open how many columns drifted', async (_name, silent) => {
    expect(await ask(suite(held), 'share', 'drift')).toBe('0')
    for (const tests of [
      [held, silent],
      [silent, held],
    ])
      expect(await ask(suite(...tests), 'share', 'drift')).toMatch(/^refused: a test of drift did not pass/)
    expect(await ask(suite(held, silent), 'features/tenure/psi', 'drift')).toBe('0.01')
  })

  test('of NannyML’s chunks the one of the highest number is the newest, whatever the order', async () => {
    const heads = [
      'chunk,chunk,chunk,a,a',
      'chunk,chunk,chunk,wasserstein,wasserstein',
      'key,chunk_index,period,value,alert',
    ]
    const rows = ['x,0,reference,0.1,False', 'y,9,analysis,0.2,False', 'z,10,analysis,5,True']
    for (const lines of [rows, [...rows].reverse()]) {
      const text = [...heads, ...lines].join('\n')
      expect(await ask(text, 'share', 'drift', 'x.csv')).toBe('1')
    }
  })
})
