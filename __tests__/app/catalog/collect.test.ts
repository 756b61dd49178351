import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { collect } from '../../../src/app/catalog/collect.js'
import { runCatalog } from '../../../src/app/catalog/command.js'
import { Workspace } from '../../../src/app/workspace.js'
import { fileOf } from '../../../src/audit/place.js'
import type { AuditEntry } from '../../../src/audit/record.js'
import type { Catalog } from '../../../src/catalog/model.js'
import { database, sqlite } from '../../evidence/mlflow/support.js'
import { CONFIG } from '../../support/model-config.js'
import { chained, decided } from '../../support/trail.js'
import { worked } from '../../support/worked.js'
import { type FileContent, makeWorkspace } from '../../support/workspace.js'

const NOW = Date.UTC(2026, 10, 25, 12)
const named = (name: string) => `model: {name: ${name}, owner: "@acme/ml"}\n`

/** The bytes of an MLflow database on which these statements were run. */
function databaseOf(...statements: readonly string[]): Uint8Array {
  const bytes = database([], statements.join('; ')).files['mlflow.db']
  if (!(bytes instanceof Uint8Array)) throw new Error('no database')
  return bytes
}

/** The files of a trail below `audit`. */
function trail(...entries: AuditEntry[]): Record<string, string> {
  return Object.fromEntries([...chained(entries)].map(([path, text]) => [`audit/${path}`, text]))
}

function open(root: string): Workspace {
  const workspace = Workspace.open(root, '.')
  if (!workspace.ok) throw new Error('no folder')
  return workspace.value
}

async function catalog(files: Record<string, FileContent>, audit?: string): Promise<Catalog> {
  await using folder = await makeWorkspace(files)
  const asked = audit === undefined ? {} : { audit: { shown: audit, folder: folder.path(audit) } }
  const read = await collect(open(folder.root), { staleAfterDays: 90, ...asked }, NOW)
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message.id).join())
  return read.value
}

const names = ({ models }: Catalog) => models.map(({ name }) => name)
const problems = ({ problems: all }: Catalog) => all.map(({ message, at }) => `${message.id} ${at?.path ?? ''}`)

describe('configs', () => {
  test('are found in any folder, but not in what others wrote', async () => {
    const found = await catalog({
      'model_config.yaml': named('root'),
      'a/b/c/model_config.yml': named('deep'),
      'node_modules/x/model_config.yaml': named('x1'),
      'services/vendor/y/model_config.yaml': named('x2'),
      '.venv/lib/model_config.yaml': named('x3'),
      'mlruns/0/model_config.yaml': named('x4'),
      'a/my_model_config.yaml': named('x5'),
    })
    expect(names(found)).toEqual(['deep', 'root'])
    expect(found.models.map(({ configs }) => configs)).toEqual([['a/b/c/model_config.yml'], ['model_config.yaml']])
  })

  test('that are broken are listed with their places', async () => {
    const found = await catalog({
      'a/model_config.yaml': 'model: {name: a, ownr: x}\n',
      'b/model_config.yaml': 'nothing: 1\n',
      'c/model_config.yaml': Buffer.from([0xff, 0xfe, 0x00]),
      'd/model_config.yaml': '',
      'e/model_config.yaml': `# ${'x'.repeat(1_100_000)}`,
    })
    expect(names(found)).toEqual(['a'])
    expect(problems(found)).toEqual([
      'policy.required a/model_config.yaml',
      'policy.unknown-key-near a/model_config.yaml',
      'policy.required b/model_config.yaml',
      'policy.unknown-key b/model_config.yaml',
      'file.encoding c/model_config.yaml',
      'config.empty d/model_config.yaml',
      'file.too-large e/model_config.yaml',
    ])
  })

  test('links out of the folder are refused, and links to folders not followed', async () => {
    await using outside = await makeWorkspace({
      'model_config.yaml': named('outside'),
      'd/model_config.yaml': named('d'),
    })
    const found = await catalog({
      'a/model_config.yaml': { symlink: outside.path('model_config.yaml') },
      b: { symlink: outside.path('d') },
      c: { symlink: '.' },
      'e/model_config.yaml': { symlink: '../f.yaml' },
      'f.yaml': named('inside'),
      'g/model_config.yaml': { symlink: '/dev/zero' },
    })
    expect(names(found)).toEqual(['inside'])
    expect(problems(found)).toEqual(['file.outside a/model_config.yaml', 'file.outside g/model_config.yaml'])
  })
})

describe('the trail', () => {
  const churn = (time: string, verdict: 'pass' | 'fail' = 'pass') =>
    decided([{ name: 'churn_predictor', verdict }], { time })

  test('says what was decided about each model', async () => {
    const files = {
      ...trail(churn('2026-11-01T00:00:00.000Z'), churn('2026-11-02T00:00:00.000Z', 'fail')),
      'x/model_config.yaml': CONFIG,
    }
    const found = await catalog(files, 'audit')
    expect(found.trail).toEqual({ path: 'audit', entries: 2, unreadable: 0 })
    expect(found.problems).toEqual([])
    expect(found.models).toMatchObject([
      {
        ...{ name: 'churn_predictor', repository: 'acme/churn', owner: 'ds-team@company.com', decisions: 2 },
        last: { verdict: 'fail', sequence: 2, path: 'audit/entries/000000/000000002.json' },
        allowed: { sequence: 1 },
        flags: ['failed'],
      },
    ])
  })

  test('entries that are broken are listed, each with its file, and never dropped', async () => {
    const first = churn('2026-11-01T00:00:00.000Z')
    const [one = ''] = Object.values(trail(first))
    const found = await catalog(
      {
        ...trail(first),
        [`audit/${fileOf(2)}`]: '{',
        [`audit/${fileOf(3)}`]: one.replace('"pass"', '"fine"'),
        [`audit/${fileOf(4)}`]: one,
        [`audit/${fileOf(5)}`]: '',
        'audit/entries/000000/notes.txt': 'x',
        'audit/entries/notes.txt': 'x',
        [`audit/${fileOf(6)}`]: { symlink: '/etc/hostname' },
        'audit/README.md': 'no entry, and not where one belongs',
      },
      'audit',
    )
    expect(found.trail).toEqual({ path: 'audit', entries: 1, unreadable: 7 })
    expect(names(found)).toEqual(['churn_predictor'])
    expect(problems(found)).toEqual([
      'audit.not-json audit/entries/000000/000000002.json',
      'audit.field audit/entries/000000/000000003.json',
      'audit.misplaced audit/entries/000000/000000004.json',
      'audit.not-json audit/entries/000000/000000005.json',
      'audit.no-file audit/entries/000000/000000006.json',
      'audit.stray audit/entries/000000/notes.txt',
      'audit.stray audit/entries/notes.txt',
    ])
  })

  test('where one entry does not follow the other, this is said once', async () => {
    const files = trail(...['01', '02', '03', '04'].map((day) => churn(`2026-11-${day}T00:00:00.000Z`)))
    delete files[`audit/${fileOf(2)}`]
    const found = await catalog(files, 'audit')
    expect(problems(found)).toEqual(['catalog.chain audit/entries/000000/000000003.json'])
    const cut = trail(churn('2026-11-01T00:00:00.000Z'), churn('2026-11-02T00:00:00.000Z'))
    delete cut[`audit/${fileOf(1)}`]
    expect(problems(await catalog(cut, 'audit'))).toEqual(['catalog.chain audit/entries/000000/000000002.json'])
  })

  test.each([
    ['is not there', {}, 'audit.no-trail'],
    ['is a file', { audit: 'x' }, 'audit.no-trail'],
    ['has no entries', { 'audit/a.txt': 'x' }, 'audit.no-trail'],
    ['has entries that lead elsewhere', { 'audit/entries': { symlink: '/' } }, 'audit.no-trail'],
  ])('a folder that %s is an error', async (_, files, id) => {
    await expect(catalog(files as Record<string, FileContent>, 'audit')).rejects.toThrow(id)
  })

  test('10,000 decisions are read within seconds and bounded memory', async () => {
    await using folder = await makeWorkspace()
    const checks = Array.from({ length: 20 }, (_, index) => ({
      ...{ id: `performance/m${index}`, outcome: 'pass' as const, expected: '>= 0.85', actual: '0.9' },
    }))
    function* entries() {
      for (let index = 0; index < 10_000; index += 1) {
        const gates = [{ id: 'performance', enforcement: 'block' as const, outcome: 'pass' as const, checks }]
        yield decided([{ name: `model-${index % 50}`, version: String(index), gates }])
      }
    }
    for (const [path, text] of chained(entries())) {
      const target = join(folder.path('audit'), path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, text)
    }
    const before = worked()
    const read = await collect(
      open(folder.root),
      { staleAfterDays: 90, audit: { shown: 'audit', folder: folder.path('audit') } },
      NOW,
    )
    const seconds = (worked() - before) / 1_000
    process.stdout.write(`10,000 decisions in ${seconds.toFixed(1)} s\n`)
    expect(seconds).toBeLessThan(20)
    expect(read.ok && [read.value.models.length, read.value.trail?.entries, read.value.problems]).toEqual([
      50,
      10_000,
      [],
    ])
    expect(read.ok && read.value.models[0]).toMatchObject({
      name: 'model-0',
      decisions: 200,
      last: { version: '9950' },
    })
  }, 120_000)
})

describe('other catalogs', () => {
  test('MLflow, Backstage, DVC and what GTO once had', async () => {
    const found = await catalog({
      'model_config.yaml': CONFIG,
      'mlruns/models/churn_predictor/meta.yaml': 'name: churn_predictor\n',
      'mlruns/models/churn_predictor/version-2/meta.yaml': 'name: churn_predictor\nversion: 2\ncurrent_stage: None\n',
      'mlruns/models/churn_predictor/aliases/champion': '2',
      'catalog-info.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: churn-predictor}\nspec: {type: service}\n---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: website}\nspec: {type: website}\n',
      'ml/dvc.yaml': 'artifacts: {churn-predictor: {path: m.pkl}, data: {path: d.csv, type: dataset}}\n',
      'artifacts.yaml': 'segment: {type: model, path: s.pkl}\n',
      'ml/artifacts.yaml': 'not-gto: {type: model}\n',
      'saved/MLmodel': 'flavors: {}\nrun_id: abc\n',
      'other/MLmodel': 'notes\n',
    })
    expect(found.problems).toEqual([])
    expect(
      found.models.map(({ name, registered }) => [name, registered.map(({ registry, path }) => `${registry} ${path}`)]),
    ).toEqual([
      [
        'churn_predictor',
        [
          'backstage catalog-info.yaml',
          'gto ml/dvc.yaml',
          'mlflow mlruns/models/churn_predictor/meta.yaml',
          'mlflow saved/MLmodel',
        ],
      ],
      ['segment', ['gto artifacts.yaml']],
    ])
  })

  if (sqlite === undefined) {
    test("MLflow's database is said not to be readable by this Node", async () => {
      expect(problems(await catalog({ 'mlflow.db': 'x' }))).toEqual(['file.no-sqlite mlflow.db'])
    })
  } else {
    test("MLflow's database", async () => {
      const text = (column: string) => `${column} VARCHAR(256)`
      const found = await catalog({
        'ml/mlflow.db': databaseOf(
          `CREATE TABLE registered_models (${text('name')})`,
          `CREATE TABLE model_versions (${text('name')}, version INTEGER, ${text('current_stage')})`,
          `CREATE TABLE registered_model_aliases (${text('alias')}, version INTEGER, ${text('name')})`,
          "INSERT INTO registered_models VALUES ('churn'), ('empty'), ('__proto__')",
          "INSERT INTO model_versions VALUES ('churn', 2, 'Production'), ('churn', 10, 'None'), ('churn', 12, 'Deleted_Internal')",
          "INSERT INTO registered_model_aliases VALUES ('champion', 2, 'churn'), ('gone', 12, 'churn')",
        ),
        'tracking/mlflow.db': databaseOf(),
      })
      expect(found.problems).toEqual([])
      expect(names(found)).toEqual(['__proto__', 'churn', 'empty'])
      expect(found.models[1]?.registered).toEqual([
        {
          ...{ registry: 'mlflow', name: 'churn', path: 'ml/mlflow.db', version: '10' },
          stages: [
            { name: '@champion', version: '2' },
            { name: 'Production', version: '2' },
          ],
        },
      ])
      expect(problems(await catalog({ 'mlflow.db': 'no database' }))).toEqual(['evidence.unreadable mlflow.db'])
    })
  }

  test("GTO's tags, by git", async () => {
    await using folder = await makeWorkspace({ f: '1' })
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
        cwd: folder.root,
        stdio: 'pipe',
      })
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'x')
    for (const tag of ['churn@v1.0.0', 'churn#prod#1']) git('tag', '-a', tag, '-m', 'x')
    git('tag', 'churn@v9.0.0')
    const read = await collect(open(folder.root), { staleAfterDays: 90 }, NOW)
    expect(read.ok && read.value.models).toMatchObject([
      {
        name: 'churn',
        registered: [{ registry: 'gto', version: 'v1.0.0', stages: [{ name: 'prod', version: 'v1.0.0' }] }],
      },
    ])
  })

  test('a store that leads out of the folder is not looked into', async () => {
    await using outside = await makeWorkspace({ 'secret/meta.yaml': 'name: secret\n', 'aliases/x': '1' })
    const inside = {
      'mlruns/models/m/meta.yaml': 'name: m\n',
      'mlruns/models/m/version-1/meta.yaml': 'name: m\nversion: 1\n',
    }
    const found = await catalog({
      ...inside,
      'mlruns/models/m/aliases': { symlink: outside.path('aliases') },
      'mlruns/models/n': { symlink: outside.path('secret') },
      'b/mlruns/models': { symlink: outside.root },
      'c/mlruns': { symlink: outside.root },
    })
    expect(names(found)).toEqual(['m'])
    expect(problems(found)).toEqual(['file.outside b/mlruns/models'])
    expect(JSON.stringify(found)).not.toContain('secret')
  })

  test('a repository that git cannot read is said to be one', async () => {
    const found = await catalog({ '.git/HEAD': 'nonsense', 'model_config.yaml': CONFIG })
    expect(problems(found)).toEqual(['catalog.no-tags '])
  })
})

describe('the command', () => {
  async function run(files: Record<string, FileContent>, more: Partial<Parameters<typeof runCatalog>[0]> = {}) {
    await using folder = await makeWorkspace(files)
    const said = { out: [] as string[], err: [] as string[] }
    const terminal = { out: (text: string) => said.out.push(text), err: (text: string) => said.err.push(text) }
    const audit = more.audit === undefined ? {} : { audit: folder.path(more.audit) }
    const request = {
      path: '.',
      format: 'markdown',
      language: 'en',
      staleAfterDays: 90,
      writeBackstage: false,
      ...more,
      ...audit,
    } as const
    const code = await runCatalog(request, Workspace.open(folder.root, '.'), terminal, NOW)
    return { code, out: said.out.join(''), err: said.err.join('') }
  }

  test('exits 0 where all was read, 1 where something was not or there is no model, 2 where there is nothing to look at', async () => {
    expect(await run({ 'model_config.yaml': CONFIG })).toMatchObject({ code: 0, err: '' })
    expect(await run({ 'model_config.yaml': 'model: {name: a}\n' })).toMatchObject({ code: 1 })
    expect(await run({})).toMatchObject({ code: 1, out: expect.stringContaining('no model found') })
    const absent = await run({ 'model_config.yaml': CONFIG }, { audit: 'audit' })
    expect(absent).toMatchObject({ code: 2, out: '' })
    expect(absent.err).toMatch(/audit holds no trail/)
  })

  test('prints entities for Backstage, and says where there are none to print', async () => {
    const files = { 'model_config.yaml': CONFIG }
    const first = await run(files, { writeBackstage: true })
    expect(first.out).toMatch(/kind: Resource\nmetadata:\n {2}name: churn_predictor\n/)
    const second = await run({ ...files, 'catalog-info.yaml': first.out }, { writeBackstage: true })
    expect(second).toMatchObject({
      code: 0,
      out: '',
      err: 'Every model has an entity in a catalog-info.yaml already.\n',
    })
  })

  test.each([
    ['CSV', { format: 'csv' }],
    ['entities for Backstage', { writeBackstage: true }],
  ] as const)('with %s, which hold models alone, it says beside them what could not be read', async (_, form) => {
    const mistaken = await run({ 'model_config.yaml': CONFIG, 'b/model_config.yaml': 'model: {name: b}\n' }, form)
    expect(mistaken).toMatchObject({ code: 1, out: expect.stringContaining('churn_predictor') })
    expect(mistaken.err).toMatch(/^b\/model_config\.yaml:1: .*owner.*\n$/)
    expect(await run({}, form)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^There is no model_config\.yaml beneath the folder.*\n$/),
    })
    expect(await run({ 'model_config.yaml': CONFIG }, form)).toMatchObject({ code: 0, err: '' })
  })

  test('speaks Korean', async () => {
    expect((await run({ 'model_config.yaml': CONFIG }, { language: 'ko' })).out).toMatch(/^## 모델 카탈로그: 모델 1개/)
  })
})
