import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Measurement, Measurements } from '../../../src/evidence/measure/contract.js'
import { METRIC_NAMES } from '../../../src/evidence/measure/names.js'
import { intervalOf } from '../../../src/stats/basis.js'
import { repo } from '../../support/repo.js'
import { makeWorkspace } from '../../support/workspace.js'
import { predictionsCsv, rowsOf } from './rows.js'
import { ATTRIBUTES, DIVISIONS, ofCounts, ofPredictions, shownOf } from './support.js'

/** The query of the documentation. */
const SQL = /```sql\n(-- DuckDB\n.*?)```/s.exec(readFileSync(repo('docs/counts.md'), 'utf8'))?.[1] ?? ''

/** What the documentation's query makes of predictions. */
async function counted(predictions: string, sql = SQL): Promise<{ counts: string; histogram: string }> {
  await using folder = await makeWorkspace({ 'predictions.csv': predictions })
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(sql.replaceAll("'outputs/", `'${folder.root}/`))
  connection.closeSync()
  instance.closeSync()
  return { counts: await folder.read('counts.csv'), histogram: await folder.read('histogram.csv') }
}

async function both(predictions: string, sql = SQL): Promise<{ rows: Measurements; counts: Measurements }> {
  const { counts, histogram } = await counted(predictions, sql)
  const found = await ofCounts(counts, histogram, { groups: ATTRIBUTES, metrics: [...METRIC_NAMES] })
  if (Array.isArray(found)) throw new Error(found.join('\n'))
  return { rows: await ofPredictions(predictions), counts: found }
}

/** Metrics of a confusion matrix, whose intervals follow from its counts. */
const EXACT = ['accuracy', 'precision', 'recall', 'f1', 'f1_micro', 'selection_rate'].concat([
  'true_positive_rate',
  'false_positive_rate',
  'true_negative_rate',
  'false_negative_rate',
])
const AVERAGES = ['balanced_accuracy', 'mcc', 'precision_macro', 'recall_macro', 'f1_macro'].concat([
  'precision_weighted',
  'recall_weighted',
  'f1_weighted',
])

function measurementOf(all: Pick<Measurements, 'metric'>, name: string): Measurement {
  const found = all.metric(name)
  if (found.kind !== 'measured') throw new Error(`${name}: ${shownOf(found)}`)
  return found.measurement
}

function ends({ value, basis }: Measurement): number[] {
  const found = basis && intervalOf(value, basis, 0.95)
  return found === undefined ? [] : [found.low, found.high]
}

/** Everything that rows and counts both say of the same rows. */
function expectAlike(rows: Pick<Measurements, 'metric'>, counts: Pick<Measurements, 'metric'>, exactScores: boolean) {
  for (const name of EXACT) {
    const [a, b] = [measurementOf(rows, name), measurementOf(counts, name)]
    expect([name, b.exact, b.n, b.positives, ends(b)]).toEqual([name, a.exact, a.n, a.positives, ends(a)])
  }
  for (const name of AVERAGES) {
    const [a, b] = [measurementOf(rows, name), measurementOf(counts, name)]
    expect(b.value).toBeCloseTo(a.value, 12)
    // Resampled on one side, by the delta method on the other; resampling each group's averages would take long.
    if (a.n < 6_000 && name !== 'mcc') continue
    const [wide, other] = [ends(a), ends(b)].map(([low = 0, high = 0]) => high - low)
    expect((other ?? 0) / (wide ?? 1)).toBeGreaterThan(0.85)
    expect((other ?? 0) / (wide ?? 1)).toBeLessThan(1.15)
  }
  const [a, b] = [measurementOf(rows, 'roc_auc'), measurementOf(counts, 'roc_auc')]
  expect(Math.abs(a.value - b.value)).toBeLessThanOrEqual((b.within ?? 0) + 1e-12)
  expect(b.within === undefined).toBe(exactScores)
  const [low = 0, high = 0] = ends(a)
  const [lower = 0, higher = 0] = ends(b)
  expect(lower).toBeLessThanOrEqual(low + 1e-6)
  expect(higher).toBeGreaterThanOrEqual(high - 1e-6)
  expect(higher - lower).toBeLessThan(high - low + 2 * (b.within ?? 0) + 1e-5)
  expect(shownOf(counts.metric('ece'))).toBeCloseTo(Number(shownOf(rows.metric('ece'))), 12)
  for (const name of ['brier', 'log_loss']) {
    const [one, other] = [measurementOf(rows, name), measurementOf(counts, name)]
    const within = other.within ?? 0
    expect(within > 0).toBe(!exactScores)
    expect(Math.abs(one.value - other.value)).toBeLessThanOrEqual(within + 1e-12)
    ends(one).forEach((end, at) => {
      expect(Math.abs((ends(other)[at] ?? 0) - end)).toBeLessThanOrEqual(2 * within + 1e-10)
    })
  }
  if (!exactScores) return
  expect(shownOf(counts.metric('pr_auc'))).toBeCloseTo(Number(shownOf(rows.metric('pr_auc'))), 12)
  expect(ends(b).map((end) => end.toFixed(10))).toEqual(ends(a).map((end) => end.toFixed(10)))
}

describe.each([
  ['one score a row', 2, true],
  ['bins of several scores', 7, false],
] as const)('the query for DuckDB: %s', (_, decimals, exactScores) => {
  let found: Awaited<ReturnType<typeof both>>
  beforeAll(async () => {
    found = await both(predictionsCsv(rowsOf(6_000, decimals)))
  })

  test('all rows', () => {
    expect(found.counts.rows).toBe(6_000)
    expectAlike(found.rows, found.counts, exactScores)
  })

  test.each(DIVISIONS.map((it) => it.join(' & ')))('groups by %s', (by) => {
    const attributes = by.split(' & ')
    const [rows = [], counts = []] = [found.rows.groups(attributes), found.counts.groups(attributes)]
    expect(rows.length).toBe(attributes.length === 2 ? 6 : attributes[0] === 'gender' ? 2 : 3)
    expect(counts.map(({ name }) => name).sort()).toEqual(rows.map(({ name }) => name).sort())
    for (const group of rows) {
      const same = counts.find(({ name }) => name === group.name)
      if (same === undefined) throw new Error(group.name)
      expect(same).toMatchObject({ values: group.values, n: group.n, positives: group.positives })
      expectAlike(group, same, exactScores)
    }
  })
})

describe('the query for DuckDB finds', () => {
  test('an attribute that is NULL as a group of its own', async () => {
    const { counts } = await counted(predictionsCsv(rowsOf(50, 2)).replace('F,', ','))
    expect(counts).toContain('unknown')
    expect(await ofCounts(counts, undefined, { groups: ATTRIBUTES })).toHaveProperty('rows', 50)
  })

  test('a prediction that is NULL', async () => {
    const { counts } = await counted(predictionsCsv(rowsOf(50, 2)).replace(/^(\d),\d,/m, '$1,,'))
    const said = await ofCounts(counts, undefined, { groups: ATTRIBUTES })
    expect(String(said)).toContain(
      '`n` of all is 50, but the four counts add up to 49. Is a label or a prediction NULL, or of a third class?',
    )
  })

  test('an attribute that is NULL and was not given a name', async () => {
    const sql = SQL.replaceAll(/COALESCE\(CAST\((\w+) AS VARCHAR\), 'unknown'\)/g, '$1')
    expect(sql).not.toBe(SQL)
    const { counts } = await counted(predictionsCsv(rowsOf(50, 2)).replace('F,', ','), sql)
    const said = await ofCounts(counts, undefined, { groups: ATTRIBUTES })
    expect(String(said)).toMatch(/the slice all stands here twice\. Was an attribute NULL in the data\?/)
  })
})
