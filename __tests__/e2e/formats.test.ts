import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { repo } from '../support/repo.js'

const node = process.env.ML_GATE_NODE ?? process.execPath
const fixture = (...path: string[]) => repo('__tests__/fixtures', ...path)
/** Enough for every run; what takes more is out of bounds. */
const LIMITS = ['--max-old-space-size=256']
const TIMEOUT_MS = 20_000

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'formats-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function mlGate(args: readonly string[], dist = repo('dist')) {
  const { status, stdout, stderr, signal } = spawnSync(node, [...LIMITS, join(dist, 'cli.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '' },
    timeout: TIMEOUT_MS,
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr, signal }
}

function judge(evidence: string, bound: string, dist?: string) {
  writeFileSync(join(folder, 'policy.yaml'), `evidence: {metrics: ${evidence}}\nperformance: ${bound}\n`)
  return mlGate(['check', '--policy', 'policy.yaml'], dist)
}

describe('the same number, logged by six tools', () => {
  const F1 = '0.7878787878787878'
  test.each([
    ['MLflow 1', 'mlflow-store/mlruns-1', 'f1'],
    ['MLflow 3', 'mlflow-store/mlruns-3', 'f1'],
    ["MLflow's REST API", 'mlflow-run/runs-get.json', 'f1'],
    ['DVCLive', 'dvclive/dvclive', 'f1'],
    ['scikit-learn', 'sklearn-report/binary.json', '1/f1-score'],
    ['transformers', 'hf-trainer/all_results.json', 'f1'],
    ['huggingface_hub', 'hf-model-index/README.md', 'acme/churn/f1'],
    ['Evidently 0.4', 'evidently-report/classification.json', 'f1'],
    ['Evidently 0.7', 'evidently-snapshot/classification.json', 'f1'],
  ])('%s', (_, path, selector) => {
    const name = path.split('/').at(-1) ?? ''
    cpSync(fixture(path), join(folder, name), { recursive: true })
    // The bounds leave no other number: at least and at most this one.
    const { status, stdout } = judge(name, `{${JSON.stringify(selector)}: {min: ${F1}, max: ${F1}}}`)
    expect({ status, stdout: stdout.split('\n')[0] }).toEqual({ status: 0, stdout: 'model: 1 check passed' })
    rmSync(join(folder, name), { recursive: true })
  })

  test("MLflow's database, where Node can read it; else the message says what it needs", () => {
    writeFileSync(join(folder, 'mlflow.db'), gunzipSync(readFileSync(fixture('mlflow-sqlite/mlflow.db.gz'))))
    const { status, stdout } = judge('mlflow.db', `{f1: {min: ${F1}, max: ${F1}}}`)
    const version = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout
    const isOld = Number.parseInt(version, 10) < 22
    expect(status).toBe(isOld ? 2 : 0)
    expect(stdout).toMatch(isOld ? /Use Node 22\.13 or newer/ : /1 check passed/)
  })
})

test('a latency is bounded in milliseconds, and shown in the unit of its file as well', () => {
  cpSync(fixture('vegeta/report.json'), join(folder, 'load.json'))
  const { status, stdout } = judge('load.json', '{latency_p95_ms: {max: 5}, error_rate: {max: 0.2}}')
  expect(status).toBe(1)
  expect(stdout).toContain('6.627488 (6627488 ns)')
})

describe('hostile files end in a message, in bounded time and memory', () => {
  /** An archive with one entry that unpacks to `size` zeros, whatever its directory says. */
  function archive(size: number, says: number): Buffer {
    const packed = deflateRawSync(Buffer.alloc(size))
    const name = Buffer.from('values.npy')
    const header = (signature: number, extra: number) => {
      const bytes = Buffer.alloc(extra)
      bytes.writeUInt32LE(signature, 0)
      return bytes
    }
    const local = header(0x04034b50, 30)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(says, 22)
    local.writeUInt16LE(name.length, 26)
    const central = header(0x02014b50, 46)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(says, 24)
    central.writeUInt16LE(name.length, 28)
    const end = header(0x06054b50, 22)
    end.writeUInt16LE(1, 8)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(central.length + name.length, 12)
    end.writeUInt32LE(local.length + name.length + packed.length, 16)
    return Buffer.concat([local, name, packed, central, name, end])
  }
  const footer = (text: string) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(text.length)
    return Buffer.concat([Buffer.from(`PAR1${text}`), length, Buffer.from('PAR1')])
  }

  const KEY = 'k'.repeat(1_000_000)
  const CASES: readonly (readonly [string, string, () => string | Buffer, readonly string[], RegExp])[] = [
    [
      'a zip bomb that lies',
      'x.npz',
      () => archive(200_000_000, 1_000),
      ['--as', 'explanations'],
      /cannot be unpacked to the length/,
    ],
    [
      'a zip bomb that does not',
      'x.npz',
      () => archive(200_000_000, 200_000_000),
      ['--as', 'explanations'],
      /unpacks to more than/,
    ],
    ['an archive of nothing', 'x.npz', () => 'PK\u0003\u0004', ['--as', 'explanations'], /directory is missing/],
    [
      'pickled objects',
      'x.npy',
      () => readFileSync(fixture('numpy/objects.npy')),
      ['--as', 'explanations'],
      /Python objects, which run code/,
    ],
    [
      'an array that claims a billion values',
      'x.npy',
      () =>
        Buffer.concat([
          Buffer.from([0x93]),
          Buffer.from(
            "NUMPY\u0001\u0000\u0050\u0000{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000, 9), }".padEnd(
              89,
            ),
          ),
        ]),
      ['--as', 'explanations'],
      /more than 16777216 values/,
    ],
    [
      'Parquet without a footer',
      'x.parquet',
      () => `PAR1${'x'.repeat(100)}PAR1`,
      ['--as', 'predictions'],
      /footer is damaged/,
    ],
    [
      'Parquet with a footer of noise',
      'x.parquet',
      () => footer('\u0015\u00ff'.repeat(5_000)),
      ['--as', 'predictions'],
      /Parquet/,
    ],
    ['a database of noise', 'x.db', () => `SQLite format 3\u0000${'\u0001'.repeat(5_000)}`, [], /SQLite/],
    [
      'a key of a megabyte',
      'x.json',
      () => `{"evalId": "${KEY}", "results": {"stats": {}, "${KEY}": [`,
      [],
      /This is not JSON/,
    ],
    [
      'nesting',
      'x.json',
      () => `{"results": ${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
      [],
      /nested more than 64 levels/,
    ],
    ['cyclic YAML', 'x.yaml', () => 'a: &a\n  b: *a\n', [], /The alias a is not read/],
    [
      'a bomb of aliases',
      'x.yaml',
      () =>
        `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}\n`,
      [],
      /is not read in evidence/,
    ],
    [
      'a table whose heading never ends',
      'x.csv',
      () => 'a,'.repeat(3_000_000),
      ['--as', 'predictions'],
      /longer than 1 MiB/,
    ],
    [
      'a printed report that never ends',
      'x.txt',
      () => `Running 1s test @ x\n${'  50%    4.16ms\n'.repeat(500_000)}`,
      ['--as', 'load-test'],
      /more than 100000 lines/,
    ],
  ]
  test.each(CASES)('%s', (_, name, content, args, said) => {
    writeFileSync(join(folder, name), content())
    const { status, stdout, stderr, signal } = mlGate(['inspect', name, ...args])
    expect({ status, stdout, signal }).toEqual({ status: 2, stdout: '', signal: null })
    expect(stderr).toMatch(said)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(stderr.length).toBeLessThan(2_000)
  })

  test('a pipe, a folder of nobody, a link out of the workspace', () => {
    const pipe = join(folder, 'pipe')
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0)
    symlinkSync('/etc', join(folder, 'link'))
    expect(mlGate(['inspect', 'pipe'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/not a regular file/),
    })
    expect(mlGate(['inspect', '.'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/a folder, and none that is known/),
    })
    for (const path of ['link', 'link/hostname']) {
      expect(mlGate(['inspect', path])).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/outside the workspace|folder/),
      })
    }
    // A link inside a store leads nowhere either.
    cpSync(fixture('mlflow-store/mlruns-2'), join(folder, 'runs'), { recursive: true })
    const [experiment = ''] = readdirSync(join(folder, 'runs')).filter((it) => it.length > 10)
    symlinkSync('/etc', join(folder, 'runs', experiment, 'etc'))
    expect(mlGate(['inspect', 'runs']).stderr).not.toMatch(/root:/)
    rmSync(pipe)
  })
})

test('JSON alone loads no code of SQLite, Parquet or NumPy', () => {
  const dist = join(folder, 'dist')
  cpSync(repo('dist'), dist, { recursive: true })
  const heavy = readdirSync(join(dist, 'gate')).filter((name) => {
    const code = name.endsWith('.js') && name !== 'index.js' ? readFileSync(join(dist, 'gate', name), 'utf8') : ''
    return /node:sqlite|PAR1|evidence\.numpy|evidence\.mlflow|evidence\.load|@actions|undici/.test(code)
  })
  expect(heavy.length).toBeGreaterThan(5)
  for (const name of heavy) rmSync(join(dist, 'gate', name))
  writeFileSync(join(folder, 'm.json'), '{"f1": 0.9, "by": {"a": 1}}')
  const { status, stdout } = judge('m.json', '{f1: {min: 0.85}}', dist)
  expect({ status, stdout: stdout.split('\n')[0] }).toEqual({ status: 0, stdout: 'model: 1 check passed' })
})
