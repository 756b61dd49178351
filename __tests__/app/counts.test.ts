import { expect, test } from '@jest/globals'
import { predictionsCsv, rowsOf } from '../evidence/counts/rows.js'
import { english } from '../support/evidence.js'
import { judgeFiles, saidOf } from '../support/judged.js'

const ROWS = rowsOf(400, 1)
const PREDICTIONS =
  'evidence:\n  predictions: {path: p.csv, label: y_true, prediction: y_pred, score: y_score, positive: 1, groups: [gender, age_band]}\n'
const COUNTS = 'evidence:\n  counts: {path: c.csv, histogram: h.csv, groups: [gender, age_band]}\n'
const GATES = `performance:
  accuracy: {min: 0.5, confidence: 0.95}
  f1: {min: 0.4}
  auc: {min: 0.5, confidence: 0.9}
  brier: {max: 0.5}
fairness:
  - {metric: accuracy, by: gender, gap: {max: 0.9}, worst: {min: 0.1}}
  - {metric: equalized_odds, by: [gender, age_band], gap: {max: 0.9}}
  - {metric: auc, by: age_band, gap: {max: 0.9}}
`

/** Counts and histogram of the rows by these attributes, as a query groups them. */
function counted(rows: typeof ROWS): { counts: string; histogram: string } {
  const tally = new Map<string, number[]>()
  const bins = new Map<string, number[]>()
  const add = (map: Map<string, number[]>, key: string, at: number) => {
    const cells = map.get(key) ?? [0, 0, 0, 0]
    cells[at] = (cells[at] ?? 0) + 1
    map.set(key, cells)
  }
  for (const { label, prediction, score, gender, age_band } of rows) {
    for (const slice of [',', `${gender},`, `,${age_band}`, `${gender},${age_band}`]) {
      add(tally, slice, label === 1 ? (prediction === 1 ? 0 : 3) : prediction === 1 ? 1 : 2)
      add(bins, `${slice},${score}`, label === 1 ? 0 : 1)
    }
  }
  const lines = (map: Map<string, number[]>, width: number) =>
    [...map].map(([key, cells]) => [key, ...cells.slice(0, width)].join(',')).join('\n')
  return {
    counts: `gender,age_band,tp,fp,tn,fn\n${lines(tally, 4)}\n`,
    histogram: `gender,age_band,score,positives,negatives\n${lines(bins, 2)}\n`,
  }
}

const { counts, histogram } = counted(ROWS)
const FILES = { 'c.csv': counts, 'h.csv': histogram }

test('counts give the report that predictions give, checks, intervals and groups', async () => {
  const checksOf = ({ models }: Awaited<ReturnType<typeof judgeFiles>>) =>
    models.flatMap(({ gates }) => gates).flatMap(({ checks }) => checks)
  const places = JSON.stringify
  const [rows, of] = [
    await judgeFiles(PREDICTIONS + GATES, { 'p.csv': predictionsCsv(ROWS) }),
    await judgeFiles(COUNTS + GATES, FILES),
  ].map((report) => checksOf(report).map((check) => places(check).replaceAll('p.csv', 'c.csv'))) as [string[], string[]]
  expect(of.length).toBe(8)
  // The last digits of an area's standard error depend on the order of its sum.
  const rounded = (text: string) => text.replaceAll(/(\d\.\d{10})\d+/g, '$1')
  expect(of.map(rounded)).toEqual(rows.map(rounded))
})

test('both files are in the report, with what was read of them', async () => {
  const { models, verdict } = await judgeFiles(COUNTS + GATES, FILES)
  expect(verdict).toBe('pass')
  expect(models[0]?.evidence.map(({ kind, path, format, bytes }) => [kind, path, format, bytes])).toEqual([
    ['counts', 'c.csv', 'csv', counts.length],
    ['counts', 'h.csv', 'csv', histogram.length],
  ])
})

test('a metrics or groups file that says something else is an error, as with predictions', async () => {
  const policy = COUNTS.replace('evidence:\n', 'evidence:\n  metrics: m.json\n  groups: g.json\n')
  const report = await judgeFiles(`${policy}${GATES}`, {
    ...FILES,
    'm.json': '{"f1": 0.123}',
    'g.json': '{"accuracy": {"gender": {"F": 0.123, "M": 0.1}}}',
  })
  expect(saidOf(report, 'performance')).toContainEqual(
    expect.stringMatching(
      /^performance\/f1 error: f1: the file says 0\.123 \(m\.json:1\), the rows give 0\.\d+ \(c\.csv\)\./,
    ),
  )
  expect(saidOf(report, 'fairness')).toContainEqual(
    expect.stringMatching(
      /^fairness\/accuracy\/gender\/gap error: accuracy \(F\): the file says 0\.123 \(g\.json:1\), the rows/,
    ),
  )
})

test('a bound within the reach of tied bins is not decided; one beyond it is, and says how far the value may be off', async () => {
  const files = {
    'c.csv': 'tp,fp,tn,fn\n990,900,100,10\n',
    'h.csv': 'low,high,positives,negatives\n0,0.1,10,10\n0.2,0.2,100,100\n0.3,0.3,0,890\n0.4,0.4,890,0\n',
    'm.json': '{"auc": 0.8960}',
  }
  const evidence = 'evidence: {metrics: m.json, counts: {path: c.csv, histogram: h.csv}}\n'
  const said = async (auc: string) =>
    saidOf(await judgeFiles(`${evidence}performance: {auc: ${auc}}`, files), 'performance')
  expect(await said('{min: 0.8960}')).toEqual([
    expect.stringMatching(/^performance\/auc pass: auc is 0\.8961, .* Known to ± 0\.00005: the histogram does not/),
  ])
  expect(await said('{min: 0.89603}')).toEqual([
    expect.stringMatching(
      /^performance\/auc insufficient: auc is 0\.8961, .* not decided: .* ± 0\.00005 only\. Write more bins\./,
    ),
  ])
  expect(await said('{min: 0.89608}')).toEqual([expect.stringMatching(/^performance\/auc insufficient: /)])
  expect(await said('{min: 0.8962}')).toEqual([expect.stringMatching(/^performance\/auc fail: /)])
})

test('groups that no slice divides the rows into are not there, and the message says which are', async () => {
  const policy = 'evidence: {counts: c.csv}\nfairness: {metric: accuracy, by: region, gap: {max: 0.1}}'
  const said = async (file: string) => saidOf(await judgeFiles(policy, { 'c.csv': file }), 'fairness')
  expect(await said('slice,tp,fp,tn,fn\nall,1,1,1,1\n')).toEqual([
    'fairness/accuracy/region/gap missing: The evidence is not there. The counts have no slices by region. Add the grouping set (region).',
  ])
  expect(await said('slice;tp;fp;tn;fn\nall;1;1;1;1\ng=a;1;1;1;1\ng=a,h=b;1;1;1;1')).toEqual([
    expect.stringContaining('no slices by region, only by g, g & h. Add the grouping set (region).'),
  ])
  const file = policy.replace('counts: c.csv', 'counts: c.csv, groups: g.json')
  const files = {
    'c.csv': 'slice,tp,fp,tn,fn\nall,1,1,1,1\n',
    'g.json': '{"accuracy": {"region": {"N": 0.5, "S": 0.5}}}',
  }
  expect(saidOf(await judgeFiles(file, files), 'fairness')).toEqual([expect.stringContaining('gap pass: ')])
})

test('a file that is not there is missing, one that is wrong an error, both with their place', async () => {
  const policy = 'evidence: {counts: {path: c.csv, histogram: h.csv}}\nperformance: {accuracy: {min: 0.1}}'
  const said = async (files: Record<string, string>) => saidOf(await judgeFiles(policy, files), 'performance')
  expect(await said({})).toEqual([expect.stringMatching(/^performance\/accuracy missing: .*c\.csv does not exist/)])
  expect(await said({ 'c.csv': 'tp,fp,tn,fn\n1,1,1,1' })).toEqual([
    expect.stringMatching(/^performance\/accuracy missing: .*h\.csv does not exist/),
  ])
  expect(await said({ 'c.csv': 'tp,fp,tn,fn\n1,1,1,-1', 'h.csv': 'score,positives,negatives\n0,1,1' })).toEqual([
    expect.stringMatching(/^performance\/accuracy error: .*Row 1: fn is -1/),
  ])
})

test('counts are as old as their files', async () => {
  const policy = 'evidence: {counts: c.csv, max-age: 1h}\nperformance: {accuracy: {min: 0.1}}'
  const report = await judgeFiles(policy, { 'c.csv': 'tp,fp,tn,fn\n1,1,1,1' }, { now: Date.now() + 2 * 3_600_000 })
  expect(saidOf(report, 'evidence')).toEqual([expect.stringMatching(/^evidence\/age\/counts error: .*c\.csv/)])
})

test('counts that no gate asks for are not read, and a note says so', async () => {
  const report = await judgeFiles('evidence: {counts: c.csv}\ndocumentation: {require: [limitations]}', {})
  expect(report.notes.map(english)).toEqual(['No gate asks for counts; it was not read.'])
})

test.each([
  ['{histogram: h.csv}', 'evidence/counts needs the key path.'],
  ['[a.csv]', 'evidence/counts is […]. Expected: text, mapping {…}.'],
  ['{path: c.csv, label: y}', 'evidence/counts has no key label.'],
  ['{path: c.csv, groups: [tp]}', 'The column tp cannot be an attribute; these names are taken: slice, n, tp'],
  ['{path: c.csv, groups: [g, g]}', 'The column g is named twice.'],
  ['c.csv\n  predictions: {path: p.csv, label: y}', '`counts` and `predictions` are two ways to the same metrics.'],
])('counts: %s in a policy: what is wrong is said', async (written, expected) => {
  const report = await judgeFiles(`evidence:\n  counts: ${written}\nperformance: {accuracy: {min: 0.1}}`, {})
  expect(report.problems.map(({ message }) => english(message))).toEqual([expect.stringContaining(expected)])
})
