import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import type { Options } from '../../src/app/options.js'
import { check } from '../../src/app/run.js'
import { Workspace } from '../../src/app/workspace.js'
import { NO_SHORTCUTS } from '../../src/policy/parse.js'
import type { Report } from '../../src/report/model.js'
import { english } from '../support/evidence.js'
import { repo } from '../support/repo.js'
import { makeWorkspace } from '../support/workspace.js'

const FIXTURE = repo('__tests__/fixtures/predictions')

async function judge(predictions: string, gates: string, files: Record<string, string | Uint8Array>): Promise<Report> {
  await using folder = await makeWorkspace(files)
  const workspace = Workspace.open(folder.root, '.')
  if (!workspace.ok) throw new Error('no workspace')
  const text = `evidence:\n  predictions: ${predictions}\n${gates}\n`
  const options: Options = {
    policy: { kind: 'file', path: 'policy.yaml', named: true },
    evidence: NO_SHORTCUTS,
    language: 'en',
  }
  const place = (position: { line: number; column: number }) => ({ path: 'policy.yaml', ...position })
  return check(options, { text, place, source: 'policy.yaml', from: 'head' }, workspace.value, {}, 0)
}

function said({ models, problems, notes }: Report): string[] {
  const checks = models.flatMap(({ gates }) => gates.flatMap((gate) => gate.checks))
  return [
    ...problems.map(({ message, at }) => `${at?.line}:${at?.column} ${english(message)}`),
    ...checks.map(
      ({ outcome, message, evidence }) => `${outcome} ${english(message)} ${evidence?.path}:${evidence?.line ?? '-'}`,
    ),
    ...notes.map(english),
  ]
}

const COLUMNS = 'label: y_true, prediction: y_pred, score: y_score, positive: 1, groups: [gender, age_band]'
const GATES =
  'performance: {accuracy: {min: 0.1}, auc: {min: 0.1}}\nfairness: {metric: accuracy, by: gender, gap: {max: 0.9}}'

test.each([
  'predictions.csv',
  'predictions.tsv',
  'predictions.jsonl',
  'split.json',
  'pyarrow-snappy.parquet',
  'duckdb.parquet',
])('%s: the same checks from every way of writing, and the digest of the file', async (name) => {
  const bytes = readFileSync(`${FIXTURE}/${name}`)
  const report = await judge(`{path: p, ${COLUMNS}}`, GATES, { p: bytes })
  const csv = await judge(`{path: p, ${COLUMNS}}`, GATES, { p: readFileSync(`${FIXTURE}/predictions.csv`) })
  expect(said(report)).toEqual(said(csv))
  expect(report.verdict).toBe('pass')
  expect(report.models[0]?.evidence).toMatchObject([
    { kind: 'predictions', path: 'p', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
  ])
})

test('a file larger than a piece has its digest too', async () => {
  const text = `y_true,y_pred\n${'1,1\n'.repeat(700_000)}0,0\n`
  const report = await judge('{path: p.csv, label: y_true, prediction: y_pred}', 'performance: {accuracy: {min: 1}}', {
    'p.csv': text,
  })
  expect(said(report)).toEqual(['pass accuracy is 1, as required (>= 1). p.csv:-'])
  expect(report.models[0]?.evidence[0]?.sha256).toBe(createHash('sha256').update(text).digest('hex'))
})

test('predictions that no gate asks for are not read, and a note says so', async () => {
  const report = await judge('{path: nowhere.csv, label: y}', 'documentation: {require: [limitations]}', {})
  expect(said(report).at(-1)).toBe('No gate asks for predictions; it was not read.')
})

test('a mistake in the file is an error with its line; a file that is not there is missing', async () => {
  const predictions = '{path: p.csv, label: y_true, prediction: y_pred}'
  const gates = 'performance: {accuracy: {min: 0.1}}'
  expect(said(await judge(predictions, gates, { 'p.csv': 'y_true,y_pred\n1,1\n1,\n' }))).toEqual([
    expect.stringMatching(/^error The evidence could not be read. The column y_pred has no value here.* p\.csv:3$/),
  ])
  expect(said(await judge(predictions, gates, {}))).toEqual([
    expect.stringMatching(/^missing .* p\.csv does not exist/),
  ])
  const several = await judge('{path: "*.csv", label: y_true}', gates, { 'a.csv': 'y_true\n1', 'b.csv': 'y_true\n1' })
  expect(said(several)).toEqual([expect.stringMatching(/^error .*\*\.csv names 2 files\..* policy\.yaml:2$/)])
})

test.each([
  ['{path: p.csv}', '2:3 evidence/predictions needs the key label.'],
  ['p.csv', '2:3 evidence/predictions is p.csv. Expected: mapping {…}.'],
  [
    '{path: p.csv, label: y, quantile: 1}',
    '2:3 evidence/predictions/quantile is 1. Write a number between 0 and 1, neither of the two.',
  ],
  ['{path: p.csv, label: y, positives: 1}', expect.stringMatching(/^2:3 .*positives.* Did you mean positive\?/)],
])('%s in a policy: what is wrong is said', async (predictions, expected) => {
  expect(said(await judge(predictions, 'performance: {accuracy: {min: 0.1}}', {}))).toEqual([expected])
})
