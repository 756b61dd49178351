import { describe, expect, test } from '@jest/globals'
import { ask, database, fileStore, type Store, sqlite } from './support.js'

const A = 'a'.repeat(32)
const SPEC = {
  id: A,
  metrics: [['acc', '0.55', 1, 0] as const, ['acc', '0.99', 2, 0] as const, ['f1', '0.4'] as const],
}
const SEVERAL = /^refused: The metric acc was logged on 2 data sets \(test \(abc123\), train \(def456\)\).*test_acc/

describe('a metric that was logged on several data sets has no latest value', () => {
  const lines = (text: string): Store => {
    const { path, files } = fileStore([SPEC])
    return { path, files: { ...files, [`mlruns/1/${A}/metrics/acc`]: text } }
  }

  test.each([
    ['the later one', '1 0.55 0 test abc123\n2 0.99 0 train def456\n'],
    ['at one time', '1 0.55 0 test abc123\n1 0.99 0 train def456\n'],
    ['beside the id of a run', `1 0.55 0 ${A} test abc123\n1 0.99 0 train def456\n`],
  ])('in the file store: %s', async (_, text) => {
    expect(await ask(lines(text), 'acc')).toMatch(SEVERAL)
    expect(await ask(lines(text), 'f1')).toBe('0.4')
  })

  test('nor has one of two data sets of one name', async () => {
    const text = '1 0.55 0 my data abc123\n2 0.99 0 my data def456\n'
    expect(await ask(lines(text), 'acc')).toMatch(/my data \(abc123\), my data \(def456\)/)
  })

  test('one data set has', async () => {
    expect(await ask(lines('1 0.55 0 test abc123\n2 0.6 1 test abc123\n'), 'acc')).toBe('0.6')
  })

  test('in an answer of the REST API', async () => {
    const logged = (value: number, name: string, digest: string) => ({
      key: 'acc',
      value,
      timestamp: 1,
      step: 0,
      dataset_name: name,
      dataset_digest: digest,
    })
    const answer = (...metrics: object[]): Store => ({
      path: 'run.json',
      files: { 'run.json': JSON.stringify({ run: { info: { run_id: A, status: 'FINISHED' }, data: { metrics } } }) },
    })
    const measured = logged(0.55, 'test', 'abc123')
    expect(await ask(answer(measured, logged(0.99, 'train', 'def456')), 'acc')).toMatch(SEVERAL)
    expect(await ask(answer(measured), 'acc')).toBe('0.55')
  })
})

// An older Node reads no database; these tests run under the newer one, too.
if (sqlite !== undefined) {
  test('in a database that names them', async () => {
    const table = `CREATE TABLE logged_model_metrics (metric_name VARCHAR, run_id VARCHAR, dataset_name VARCHAR, dataset_digest VARCHAR);
      INSERT INTO logged_model_metrics VALUES ('acc', '${A}', 'test', 'abc123'), ('f1', '${A}', NULL, NULL)`
    expect(await ask(database([SPEC], table), 'acc')).toBe('0.99')
    const both = database([SPEC], `${table}, ('acc', '${A}', 'train', 'def456')`)
    expect(await ask(both, 'acc')).toMatch(SEVERAL)
    expect(await ask(both, 'f1')).toBe('0.4')
    const other = database([SPEC], `${table}, ('acc', 'other', 'train', 'def456')`)
    expect(await ask(other, 'acc')).toBe('0.99')
  })
}

describe('a text of the file store that cannot be read', () => {
  const broken = (name: string): Store => {
    const { path, files } = fileStore([SPEC])
    return { path, files: { ...files, [`mlruns/1/${A}/${name}`]: new Uint8Array([0xff, 0xfe, 0x00, 0xd8]) } }
  }

  test.each(['params/seed', 'tags/data'])('is refused under its name: %s', async (name) => {
    expect(await ask(broken(name), name)).toMatch(new RegExp(`^refused: .*${name}`))
    expect(await ask(broken(name), 'f1')).toBe('0.4')
  })

  test('is an error where it is the name of the run', async () => {
    expect(await ask(broken('tags/mlflow.runName'), 'f1')).toMatch(/^error: .*mlflow\.runName/)
  })
})
