import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type AssessOptions, assessFolder } from '../../src/app/assess/run.js'
import { LIMITS, scanFolder } from '../../src/app/assess/scan.js'
import { assessWording } from '../../src/app/assess/wording.js'
import { Workspace as Folder } from '../../src/app/workspace.js'
import type { Assessment } from '../../src/maturity/assess.js'
import { failed, problem, type Result } from '../../src/shared/problem.js'
import { worked } from '../support/worked.js'
import { makeWorkspace, type Workspace } from '../support/workspace.js'

const TRACKED = 'import mlflow\n\nmlflow.start_run()\n'
const NOW = Date.UTC(2026, 10, 25, 12)

async function tracked(workspace: Workspace): Promise<string[]> {
  const { collected } = await scanFolder(workspace.root)
  return [...new Set(collected.facts.of('tracking').map(({ path }) => path))]
}

describe('what is scanned', () => {
  test.each([
    'node_modules/a.py',
    'app/node_modules/a.py',
    'lib/python3.12/site-packages/a.py',
    'vendor/a.py',
    'third_party/a.py',
    '.git/a.py',
    '.venv/a.py',
    'tests/a.py',
    'app/tests/a.py',
    'docs/a.py',
    'examples/a.py',
    'test_a.py',
    'a_test.py',
    'conftest.py',
    'a.md',
    'a.txt',
    '.dvc/cache/a.py',
  ])('%s is not', async (path) => {
    await using workspace = await makeWorkspace({ [path]: TRACKED, 'app/own.py': TRACKED })
    expect(await tracked(workspace)).toEqual(['app/own.py'])
  })

  test('a virtual environment under any name is not', async () => {
    await using workspace = await makeWorkspace({ 'py3/pyvenv.cfg': '', 'py3/a.py': TRACKED, 'py/a.py': TRACKED })
    expect(await tracked(workspace)).toEqual(['py/a.py'])
  })

  test('links are not followed, and pipes not opened', async () => {
    await using outside = await makeWorkspace({ 'deep/a.py': TRACKED })
    await using workspace = await makeWorkspace({
      'file.py': { symlink: outside.path('deep/a.py') },
      folder: { symlink: outside.path('deep') },
      loop: { symlink: '.' },
      'own.py': TRACKED,
    })
    execFileSync('mkfifo', [workspace.path('pipe.py')])
    expect(await tracked(workspace)).toEqual(['own.py'])
  })

  test('a file above the limit is counted, and what is none of text says nothing', async () => {
    await using workspace = await makeWorkspace({
      'large.py': TRACKED + '#'.repeat(LIMITS.bytes),
      'binary.py': `${TRACKED}\0`,
      'latin.py': new Uint8Array([...Buffer.from(TRACKED), 0x23, 0xe9, 0x0a]),
    })
    const { collected, scan } = await scanFolder(workspace.root)
    expect(scan).toMatchObject({ files: 3, read: 2, too_large: 1, not_understood: 0, cut: false })
    expect(collected.facts.of('tracking')[0]).toMatchObject({ path: 'latin.py', line: 3 })
    expect(collected.facts.of('tracking').filter(({ path }) => path !== 'latin.py')).toEqual([])
  })

  test.each([
    [{ files: 2 }, 2],
    [{ read: 2 }, 2],
    [{ total: 40 }, 2],
    [{ depth: 0 }, 0],
  ])('limits end it, and it says so: %j', async (limits, read) => {
    await using workspace = await makeWorkspace({ 'd/a.py': TRACKED, 'd/b.py': TRACKED, 'd/c.py': TRACKED })
    const { scan } = await scanFolder(workspace.root, { ...LIMITS, ...limits })
    expect(scan.read).toBe(read)
    expect(scan.cut).toBe(true)
  })

  test('hostile files end soon', async () => {
    const size = LIMITS.bytes - 10
    await using workspace = await makeWorkspace({
      'a.yaml': '['.repeat(size),
      'b.yaml': `apiVersion: v1\n${'- '.repeat(size / 3)}`,
      'c.yaml': '\n'.repeat(size),
      'd.yaml': `apiVersion: &a {}\nkind: [${'*a, '.repeat(10_000)}]\n`,
      'e.yaml': `a: &a [1]\n${Array.from({ length: 200 }, (_, index) => `b${index}: &b${index} [*a, *a]`).join('\n')}\nkind: x\n`,
      'f.py': `from mlflow import x\n${'"'.repeat(size / 2)}`,
      'g.py': `import ${'a,'.repeat(size / 3)}`,
      'h.py': `from mlflow import (${'a\\\n'.repeat(size / 4)}`,
      'i.ipynb': `{"cells": ${'['.repeat(size)}`,
      'j.sh': `${'\\\n'.repeat(30_000)}`,
      Makefile: `${'a b c '.repeat(10_000)}: x\n`,
      'pyproject.toml': `a = ${'['.repeat(10_000)}`,
      'package.json': '{'.repeat(10_000),
      'requirements.txt': `${' '.repeat(size)}`,
      '.dvc/config': ' \n'.repeat(size / 2),
      '.github/workflows/a.yml': `on: push\njobs:\n${Array.from({ length: 900 }, (_, index) => `  j${index}: {needs: [j${(index + 1) % 900}], steps: [{run: "docker push x"}]}`).join('\n')}\n`,
      '.github/workflows/b.yml': 'on: push\njobs:\n  a: {uses: ./.github/workflows/b.yml}\n',
    })
    const opened = Folder.open(workspace.root, '.')
    const started = worked()
    const done = opened.ok ? await assessFolder(opened.value, undefined, {}, NOW) : opened
    expect(done.ok).toBe(true)
    expect(worked() - started).toBeLessThan(20_000)
  })

  test('fifty thousand files take seconds, in memory that does not grow with them', async () => {
    await using workspace = await makeWorkspace({ 'README.md': '' })
    for (let folder = 0; folder < 500; folder++) {
      const path = join(workspace.root, `pkg${folder}`)
      mkdirSync(path)
      for (let file = 0; file < 100; file++) {
        const [name, text] = FILES[file % FILES.length] ?? ['', '']
        writeFileSync(join(path, `f${file}${name}`), text)
      }
    }
    const before = process.memoryUsage().rss
    const started = worked()
    const { scan } = await scanFolder(workspace.root)
    expect(scan.files).toBe(50_001)
    expect(worked() - started).toBeLessThan(60_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  })
})

/** Endings and texts, as many of each as a large repository of services may have. */
const FILES: readonly (readonly [string, string])[] = [
  [
    '.py',
    `"""mlflow.start_run()"""\nimport os\nfrom a.b import c, d\n\n\n${'def f(x):\n    return {"key": x}  # a comment\n\n\n'.repeat(60)}`,
  ],
  ['.yaml', `apiVersion: v1\nkind: ConfigMap\ndata:\n${'  key: value\n'.repeat(3)}`],
  ['.yaml', 'name: a\nvalues: [1, 2, 3]\n'],
  ['.md', '# mlflow.start_run()\n'],
  ['.json', '{"a": 1}\n'],
  ['.ts', 'export const a = 1\n'],
  ['.tsx', 'export const a = 1\n'],
  ['.go', 'package a\n'],
  ['.sh', 'set -e\npytest\n'],
  ['.png', ''],
]

async function assessmentOf(policy: string | undefined, options: AssessOptions = {}): Promise<Result<Assessment>> {
  await using workspace = await makeWorkspace({ 'last.json': PREVIOUS, 'broken.json': '{"schema": "x"}' })
  const opened = Folder.open(workspace.root, '.')
  if (!opened.ok) return opened
  const place = (at: { line: number; column: number }) => ({ path: 'p.yaml', ...at })
  const origin = policy === undefined ? undefined : { text: policy, source: 'p.yaml', from: 'head' as const, place }
  return assessFolder(opened.value, origin, options, NOW)
}

const PREVIOUS = JSON.stringify({
  schema: 'ml-gate-assessment/1',
  level: 1,
  items: [
    { id: 'experiment-tracking', status: 'met' },
    { id: 'pipeline-as-code', status: 'not-found' },
    { id: '__proto__', status: 'met' },
  ],
})

async function problems(policy: string, options?: AssessOptions): Promise<string[]> {
  const done = await assessmentOf(policy, options)
  return done.ok ? [] : done.problems.map(({ message, at }) => `${at?.line ?? ''} ${assessWording('en').say(message)}`)
}

const ATTESTED = (expires: string) =>
  `maturity:\n  attestations:\n    - {item: pipeline-as-code, owner: "@acme/ml", link: https://x.org, expires: ${expires}}\n`

describe('what a policy says', () => {
  test('models, team and the level it demands', async () => {
    const done = await assessmentOf('maturity: {min: 2, models: 5, team-size: 7}\n')
    expect(done).toMatchObject({
      ok: true,
      value: { demanded: { min: 2, met: false }, recommended: { level: 2 }, scale: { models: 5, team: 7 } },
    })
  })

  test('what the command line says comes before it', async () => {
    const done = await assessmentOf('maturity: {min: 0, models: 5, team-size: 7}\n', { models: 1, team: 1 })
    expect(done).toMatchObject({ value: { demanded: { met: true }, recommended: { level: 0 } } })
  })

  test('a policy that demands a gate and nothing here, and one that demands nothing', async () => {
    expect(await assessmentOf('performance: {f1: {min: 0.8}}\n')).toMatchObject({ ok: true })
    expect(await assessmentOf(undefined)).toMatchObject({ ok: true })
  })

  test.each([
    ['2026-11-24', 'not-found', true],
    ['2026-11-25', 'attested', false],
    ['2027-01-01', 'attested', false],
  ])('an attestation until %s: %s', async (expires, status, expired) => {
    const done = await assessmentOf(ATTESTED(expires))
    const item = done.ok ? done.value.items[1] : undefined
    expect(item).toMatchObject({ id: 'pipeline-as-code', status, attestations: [{ expired, owner: '@acme/ml' }] })
  })

  test.each([
    [
      'maturity: {mni: 2}\n',
      ['1 maturity has no key mni. Did you mean min? Allowed: min, models, team-size, previous, attestations.'],
    ],
    ['maturity: {min: 7}\n', ['1 maturity/min is 7. Allowed: 0, 1, 2, 3, 4.']],
    [
      ATTESTED('2026-02-30'),
      ['3 maturity/attestations/0/expires is "2026-02-30", which is no date. Write a day that exists as 2026-12-31.'],
    ],
    [
      `${ATTESTED('2027-01-01')}${ATTESTED('2027-01-01').split('\n').at(2)}\n`,
      ['4 The item pipeline-as-code is attested twice. Keep one attestation.'],
    ],
    ['maturity: {previous: none.json}\n', [' none.json does not exist.']],
    [
      'maturity: {previous: broken.json}\n',
      [
        ' This is no assessment: its `schema` has to be `ml-gate-assessment/1`, and its `level` 0 to 4. Give the JSON that `ml-gate assess --format json` wrote.',
      ],
    ],
  ])('mistakes are told: %j', async (policy, told) => {
    expect(await problems(policy)).toEqual(told)
  })

  test('mistakes of a policy and of the last assessment are told together', async () => {
    const previous = failed(problem('file.absent', { path: 'x.json' }))
    expect(await problems('maturity: {min: 9}\n', { previous })).toHaveLength(2)
  })

  test('the trend against the last assessment', async () => {
    const done = await assessmentOf('maturity: {previous: last.json}\n')
    expect(done).toMatchObject({
      value: {
        trend: {
          level: { before: 1, after: 0 },
          changed: [{ id: 'experiment-tracking', before: 'met', after: 'not-found' }],
        },
      },
    })
  })
})
