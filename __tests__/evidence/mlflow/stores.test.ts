import { describe, expect, test } from '@jest/globals'
import { makeWorkspace } from '../../support/workspace.js'
import { ask, database, fileStore, type Store, sqlite } from './support.js'

const A = 'a'.repeat(32)
const B = 'b'.repeat(32)
const ACC = `mlruns/1/${A}/metrics/acc`
const STORE = fileStore([
  {
    id: A,
    name: 'x',
    end: '2',
    metrics: [
      ['acc', '0.5'],
      ['f1', '0.4'],
    ],
  },
])
const NEWER = fileStore([{ id: B, name: 'y', end: '3', metrics: [['acc', '0.9']] }])

/** A store with some of its files replaced or added. */
const having = ({ path, files }: Store, more: Store['files']): Store => ({ path, files: { ...files, ...more } })

describe("a line of the file store's metric", () => {
  const read = (text: string) => ask(having(STORE, { [ACC]: text }), 'acc')

  // As mlflow 3.17.2 writes them, `log_metric(…, dataset=…)` for the last ones.
  test.each([
    ['of the oldest versions, without a step', '1795605088692 0.25\n', '0.25'],
    ['with a step', '1795605088692 0.25 3\n', '0.25'],
    ["with a logged model's run", `1795605088692 0.25 3 ${A}\n`, '0.25'],
    ['with a dataset', '1795605088694 0.25 3 train 2b679e2b\n', '0.25'],
    ['with a dataset whose name has spaces', '1795605088694 0.25 3 my own data 2b679e2b\n', '0.25'],
    ["with a model's run and a dataset", `1795605088694 0.25 3 ${A} my data 2b679e2b\n`, '0.25'],
    ['whose step counts with a dataset, too', '2 0.25 3 train 2b679e2b\n1 0.5 4 train 2b679e2b\n', '0.5'],
    ['with the line ends of Windows', '1 0.25 1\r\n1 0.75 2\r\n', '0.75'],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toBe(expected)
  })

  test.each([
    ['with a word for a value', '1 high 0\n'],
    ['with one field', '1\n'],
    ['with a fraction for a step', '1 0.9 0.5\n'],
    ['with a word for a time', 'now 0.9 0\n'],
    ['with four fields, the last of which is no run', '1 0.9 0 x\n'],
    ['that ran into the next one', '1795605088692 0.9 01795605088694 0.25 0\n'],
    ['that is malformed beside good ones', '1 0.9 5\n1 0.1 x\n'],
    ['of which there is none', '\n'],
  ])('%s is refused, and hides no other metric', async (_, text) => {
    expect(await read(text)).toMatch(/^refused: An entry of the metric acc is not timestamp value step/)
    expect(await ask(having(STORE, { [ACC]: text }), 'f1')).toBe('0.4')
  })

  test.each<[string, Store['files'][string]]>([
    ['that is a link to nothing', { symlink: 'nothing' }],
    ['that is a link out', { symlink: '/etc/hostname' }],
    ['that is no text', new Uint8Array([0xff, 0xfe, 0x00, 0xd8])],
  ])('in a file %s is an error', async (_, content) => {
    const { [ACC]: _acc, ...files } = STORE.files
    expect(await ask({ ...STORE, files: { ...files, [ACC]: content } }, 'f1')).toMatch(/^error: /)
  })

  test('in folders that link to themselves ends in an error', async () => {
    expect(await ask(having(STORE, { [`mlruns/1/${A}/metrics/val/loop`]: { symlink: '..' } }), 'acc')).toMatch(
      /^error: /,
    )
  })
})

describe('the file store: a newer run is not passed over in silence', () => {
  const both = having(STORE, NEWER.files)
  const meta = `mlruns/1/${B}/meta.yaml`

  test('it is taken', async () => {
    expect(await ask(both, 'acc')).toBe('0.9')
  })

  test.each<[string, Store['files'][string], RegExp]>([
    ['is empty', '', /The file is empty/],
    ['ends before its id', "end_time: 3\nexperiment_id: '1'\n", /expected run_id: …/],
    ['is a list', '- run_id: b\n', /meta\.yaml is not what the tool writes/],
    ['has a list for a time', `run_id: ${B}\nstatus: 3\nend_time: [3]\n`, /expected end_time: …/],
    ['has a map for a stage', `run_id: ${B}\nstatus: 3\nlifecycle_stage: {x: active}\n`, /expected lifecycle_stage: …/],
    ['is no YAML', 'run_id: [', /This is not YAML/],
    ['leads out', { symlink: '/etc/hostname' }, /./],
  ])('where its meta.yaml %s, that is an error', async (_, content, expected) => {
    const { [meta]: _meta, ...files } = both.files
    const found = await ask({ ...both, files: { ...files, [meta]: content } }, 'acc')
    expect(found).toMatch(/^error: /)
    expect(found).toMatch(expected)
  })

  test('where it ends before its status, it is not finished', async () => {
    expect(await ask(having(both, { [meta]: `end_time: 3\nrun_id: ${B}\n` }), 'acc')).toBe('0.5')
    expect(await ask(having(both, { [meta]: `end_time: 3\nrun_id: ${B}\n` }), 'acc', { run: B })).toMatch(/UNKNOWN/)
  })

  test('where an experiment has no id, that is an error', async () => {
    expect(await ask(having(STORE, { 'mlruns/2/meta.yaml': 'artifact_location: x\n' }), 'acc')).toMatch(/experiment_id/)
  })

  test('where the meta.yaml of its experiment or its own is not there, that is an error that names it', async () => {
    const newer = fileStore([{ id: B, end: '3', experiment: { id: '2', name: 'y' }, metrics: [['acc', '0.9']] }])
    const without = (store: Store, name: string): Store => {
      const { [name]: _left, ...files } = store.files
      return { ...store, files }
    }
    const store = without(having(STORE, newer.files), 'mlruns/2/meta.yaml')
    const missing = /^error: mlruns\/2\/meta\.yaml is not there.*may be the newest run/
    expect(await ask(store, 'acc')).toMatch(missing)
    expect(await ask(store, 'acc', { path: 'mlruns/2' })).toMatch(missing)
    expect(await ask(store, 'acc', { path: 'mlruns/1' })).toBe('0.5')
    expect(await ask(store, 'acc', { path: `mlruns/2/${B}` })).toBe('0.9')
    expect(await ask(without(both, meta), 'acc')).toMatch(new RegExp(`^error: ${meta} is not there`))
  })

  test('where what it is nested in cannot be read, that is an error', async () => {
    const tag = { [`mlruns/1/${B}/tags/mlflow.parentRunId`]: new Uint8Array([0xff, 0xfe, 0x00, 0xd8]) }
    expect(await ask(having(both, tag), 'acc')).toMatch(/^error: /)
  })

  test('a copy of a run is told by nothing', async () => {
    const copy = Object.entries(STORE.files).map(([name, text]) => [name.replace(A, `${A} (copy)`), text] as const)
    const copied = having(STORE, Object.fromEntries(copy))
    expect(await ask(copied, 'acc')).toMatch(/^error: Which finished run is the newest/)
    expect(await ask(copied, 'acc', { run: A })).toMatch(/^error: Several runs are called/)
  })

  test('a link to an experiment inside the workspace is followed, one that leads out is an error', async () => {
    const elsewhere = Object.entries(NEWER.files).map(
      ([name, text]) => [name.replace('mlruns/1', 'kept'), text] as const,
    )
    const linked = having(STORE, { ...Object.fromEntries(elsewhere), 'mlruns/2': { symlink: '../kept' } })
    expect(await ask(linked, 'acc')).toBe('0.9')
    await using outside = await makeWorkspace(NEWER.files)
    const leading = { symlink: outside.path('mlruns', '1') }
    expect(await ask(having(STORE, { 'mlruns/2': leading }), 'acc')).toMatch(/^error: .*outside/)
    expect(await ask(having(STORE, { [`mlruns/1/${B}`]: { symlink: outside.path('mlruns', '1', B) } }), 'acc')).toMatch(
      /^error: .*outside/,
    )
    expect(await ask(having(STORE, { 'mlruns/2/meta.yaml': { symlink: '/etc/hostname' } }), 'acc')).toMatch(/^error: /)
  })

  test('experiments in the trash, logged models, traces and stray files are none of its runs', async () => {
    const trash = Object.entries(NEWER.files).map(
      ([name, text]) => [name.replace('mlruns/1', 'mlruns/.trash/1'), text] as const,
    )
    const more = {
      'mlruns/1/models/m-1/meta.yaml': 'model_id: m-1\n',
      'mlruns/1/traces/tr-1/x': '',
      'mlruns/notes': 'x',
      // The registry, an experiment of which only artifacts were kept, and a run likewise.
      'mlruns/models/churn/meta.yaml': 'name: churn\n',
      'mlruns/models/churn/version-1/meta.yaml': `name: churn\nrun_id: ${A}\nversion: 1\n`,
      [`mlruns/3/${B}/artifacts/model.txt`]: 'x',
      [`mlruns/1/${B}/artifacts/model.txt`]: 'x',
    }
    expect(await ask(having(STORE, { ...Object.fromEntries(trash), ...more }), 'acc')).toBe('0.5')
  })
})

describe('an answer of the REST API', () => {
  const info = { run_id: A, status: 'FINISHED', lifecycle_stage: 'active' }
  const get = (data: unknown, more: object = info): Store => ({
    path: 'run.json',
    files: { 'run.json': JSON.stringify({ run: { info: more, data } }) },
  })
  const good = { key: 'f1', value: 0.4, timestamp: 1, step: 0 }

  test.each([
    ['no value', { key: 'acc', timestamp: 1, step: 0 }],
    ['a word for a value', { key: 'acc', value: 'high', timestamp: 1, step: 0 }],
    ['a truth for a value', { key: 'acc', value: true, timestamp: 1, step: 0 }],
    ['a map for a value', { key: 'acc', value: { x: 1 }, timestamp: 1, step: 0 }],
    ['a word for a step', { key: 'acc', value: 0.9, timestamp: 1, step: 'last' }],
    ['nothing for a step', { key: 'acc', value: 0.9, timestamp: 1, step: null }],
    ['a list for a time', { key: 'acc', value: 0.9, timestamp: [], step: 0 }],
  ])('an entry with %s is refused, alone and beside a good one', async (_, entry) => {
    const reason = /^refused: An entry of the metric acc is not \{"value", "timestamp", "step"\}/
    expect(await ask(get({ metrics: [entry, good] }), 'acc')).toMatch(reason)
    expect(await ask(get({ metrics: [entry, good] }), 'f1')).toBe('0.4')
    const beside = { key: 'acc', value: 0.9, timestamp: 9, step: 9 }
    expect(await ask(get({ metrics: [entry, beside] }), 'acc')).toMatch(reason)
    expect(await ask(get({ metrics: [beside, entry] }), 'acc')).toMatch(reason)
  })

  test.each([
    ['an entry without a key', { metrics: [{ value: 0.9, timestamp: 1, step: 0 }, good] }],
    ['an entry that is a number', { metrics: [0.9, good] }],
    ['a text for metrics', { metrics: 'acc' }],
    ['nothing for metrics', { metrics: null }],
    ['a tag without a key', { metrics: [good], tags: [{ value: B }] }],
    ['a text for tags', { metrics: [good], tags: 'mlflow.parentRunId' }],
  ])('%s is an error', async (_, data) => {
    expect(await ask(get(data), 'f1')).toMatch(/^error: MLflow run: \/run\/data\/\S+ is not what the tool writes/)
  })

  test('a run without an id is an error, and so is an item that is no run', async () => {
    const found = (item: unknown) =>
      ask({ path: 'x.json', files: { 'x.json': JSON.stringify({ runs: [{ info, data: {} }, item] }) } }, 'f1')
    expect(await found({ info: { status: 'FINISHED' }, data: {} })).toMatch(/^error: MLflow run: \/runs\/1 is not/)
    expect(await found({ data: { metrics: [good] } })).toMatch(/^error: MLflow run: \/runs\/1 is not/)
    expect(await found(7)).toMatch(/^error: MLflow run: \/runs\/1 is not/)
  })

  test('one run that was asked for is that run, nested or not, if it is finished', async () => {
    const tags = [{ key: 'mlflow.parentRunId', value: B }]
    expect(await ask(get({ metrics: [good], tags }), 'f1')).toBe('0.4')
    for (const status of ['FAILED', 'RUNNING', 4]) {
      expect(await ask(get({ metrics: [good] }, { ...info, status }), 'f1')).toMatch(
        /^error: The run a+ is (FAILED|RUNNING)/,
      )
    }
    expect(await ask(get({ metrics: [good] }, { run_id: A }), 'f1')).toMatch(/is UNKNOWN/)
    expect(await ask(get({ metrics: [good] }), 'f1', { run: B })).toMatch(/^error: There is no run b/)
  })

  test('a run that is listed twice is told by nothing', async () => {
    const runs = [0.1, 0.9].map((value) => ({ info, data: { metrics: [{ ...good, value }] } }))
    const twice: Store = { path: 'x.json', files: { 'x.json': JSON.stringify({ runs }) } }
    expect(await ask(twice, 'f1', { run: A })).toMatch(/^error: Several runs/)
    expect(await ask(twice, 'f1')).toMatch(/^error: Which finished run/)
  })

  test('64-bit integers may be texts, and a step of zero may be left out', async () => {
    const metrics = [
      { key: 'acc', value: 0.9, timestamp: '9' },
      { key: 'acc', value: '0.1', timestamp: '10' },
    ]
    expect(await ask(get({ metrics }), 'acc')).toBe('0.1')
  })

  const exported = (metrics: unknown): Store => ({
    path: 'run.json',
    files: { 'run.json': JSON.stringify({ info, metrics }) },
  })

  test("an export's series follow the same rule", async () => {
    const at = (value: number, timestamp: number, step: number) => ({ value, timestamp, step })
    expect(await ask(exported({ acc: [at(0.9, 1, 0), at(0.1, 1, 1), at(0.8, 2, 0)] }), 'acc')).toBe('0.1')
    expect(await ask(exported({ acc: [at(0.9, 1, 0), at(0.1, 1, 0)] }), 'acc')).toBe('0.9')
    expect(await ask(exported({ acc: 0.7 }), 'acc')).toBe('0.7')
    expect(await ask(exported({ acc: at(0.7, 1, 0) }), 'acc')).toBe('0.7')
  })

  test.each([
    ['an empty one', []],
    ['numbers without a step', [0.9, 0.1]],
    ['an entry without a value', [{ timestamp: 1, step: 0 }]],
    ['a word', 'high'],
  ])('%s for a series is refused', async (_, series) => {
    expect(await ask(exported({ acc: series }), 'acc')).toMatch(/^refused: An entry of the metric acc/)
  })
})

if (sqlite !== undefined) {
  describe('a database', () => {
    const runs = [{ id: A, name: 'x', metrics: [['acc', '0.5', 5, 1] as const] }]
    const row = (value: string, time: number, step: string, isNan = 0, table = 'latest_metrics') =>
      `INSERT INTO ${table} (key, value, timestamp, step, is_nan, run_uuid) VALUES ('acc', ${value}, ${time}, ${step}, ${isNan}, '${A}');`

    test('with two rows of a metric follows the same rule', async () => {
      expect(await ask(database(runs, row('0.9', 4, '1')), 'acc')).toBe('0.5')
      expect(await ask(database(runs, row('0.9', 5, '1')), 'acc')).toBe('0.9')
      expect(await ask(database(runs, row('0.1', 1, '2')), 'acc')).toBe('0.1')
    })

    test('hides no NaN that stands in the history only', async () => {
      expect(await ask(database(runs, row('0', 5, '1', 1, 'metrics')), 'acc')).toBe('NaN')
      expect(await ask(database(runs, row('0', 4, '1', 1, 'metrics')), 'acc')).toBe('0.5')
    })

    test('with what is no value, step or time refuses it', async () => {
      const reason = /^refused: An entry of the metric acc/
      expect(await ask(database(runs, row("'high'", 9, '9')), 'acc')).toMatch(reason)
      expect(await ask(database(runs, row("x'00'", 9, '9')), 'acc')).toMatch(reason)
      expect(await ask(database(runs, row('0.9', 9, "'last'")), 'acc')).toMatch(reason)
      expect(await ask(database(runs, row('NULL', 9, '9')), 'acc')).toBe('null')
    })

    test('of version 1 names its runs by a tag', async () => {
      const tag = `INSERT INTO tags VALUES ('mlflow.runName', 'train', '${A}')`
      expect(await ask(database([{ ...runs[0], id: A, name: '' }], tag), 'acc', { run: 'train' })).toBe('0.5')
    })

    test('that is cut anywhere is an error', async () => {
      const metrics = Array.from({ length: 300 }, (_, index) => [`acc${index}`, '0.5'] as const)
      const whole = database([{ id: A, name: 'x', metrics }])
      const bytes = whole.files['mlflow.db']
      if (!(bytes instanceof Uint8Array)) throw new Error('no bytes')
      expect(await ask(whole, 'acc299')).toBe('0.5')
      for (const size of [100, 4_096, 8_192, bytes.length - 4_096, bytes.length - 1]) {
        expect(await ask({ ...whole, files: { 'mlflow.db': bytes.subarray(0, size) } }, 'acc0')).toMatch(/^error: /)
      }
    })

    test('beside which a log or a journal lies is an error; an empty one is none', async () => {
      const whole = database(runs)
      const hot = Buffer.from('d9d505f920a163d700000001', 'hex')
      expect(await ask(having(whole, { 'mlflow.db-wal': 'x' }), 'acc')).toMatch(/^error: mlflow\.db-wal lies beside/)
      expect(await ask(having(whole, { 'mlflow.db-journal': hot }), 'acc')).toMatch(/^error: mlflow\.db-journal lies/)
      expect(await ask(having(whole, { 'mlflow.db-wal': '', 'mlflow.db-journal': Buffer.alloc(512) }), 'acc')).toBe(
        '0.5',
      )
      expect(await ask(having(whole, { 'mlflow.db-wal': { symlink: '/etc/hostname' } }), 'acc')).toMatch(/^error: /)
    })

    test('is looked beside where it really is', async () => {
      const { files } = database(runs)
      const bytes = files['mlflow.db'] ?? ''
      const linked = {
        path: 'link.db',
        files: { 'kept/mlflow.db': bytes, 'kept/mlflow.db-wal': 'x', 'link.db': { symlink: 'kept/mlflow.db' } },
      }
      expect(await ask(linked, 'acc')).toMatch(/^error: kept\/mlflow\.db-wal lies beside/)
    })

    test('that was closed in the mode of such a log is read', async () => {
      expect(await ask(database(runs, 'PRAGMA journal_mode = WAL'), 'acc')).toBe('0.5')
    })
  })
}

describe('the table of classes of an evaluation', () => {
  const evaluation = (table: string): Store => ({
    path: 'result',
    files: {
      'result/metrics.json': '{"accuracy_score": 0.6}',
      'result/artifacts_metadata.json': '{}',
      'result/artifacts/per_class_metrics.csv': table,
    },
  })

  test('refuses a class that has two rows, and reads the others', async () => {
    const twice = evaluation('positive_class,count,recall\ncat,5,0.9\ndog,6,0.8\ncat,7,0.1\n')
    for (const [as, before] of [
      ['metrics', ''],
      ['groups', 'positive_class/'],
    ] as const) {
      expect(await ask(twice, `${before}cat/recall`, { as })).toMatch(/^refused: The class cat has 2 rows/)
      expect(await ask(twice, `${before}dog/recall`, { as })).toBe('0.8')
    }
    expect(await ask(twice, 'accuracy_score')).toBe('0.6')
  })

  test.each([
    ['without the column of classes', 'class,count,recall\ncat,5,0.9\ndog,6,0.8\n'],
    ['with a row of no class', 'positive_class,count,recall\ncat,5,0.9\n,6,0.8\n'],
    ['with an index, as the tool does not write it', ',positive_class,recall\n0,cat,0.9\n1,dog,0.8\n'],
  ])('%s is an error', async (_, table) => {
    expect(await ask(evaluation(table), 'accuracy_score')).toMatch(/^error: MLflow evaluation result: .*per_class/)
  })
})
