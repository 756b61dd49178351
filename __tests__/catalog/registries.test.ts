import { describe, expect, test } from '@jest/globals'
import { readBackstage } from '../../src/catalog/registries/backstage.js'
import { readArtifactsYaml, readDvc, readTags, type Tag } from '../../src/catalog/registries/gto.js'
import { readMlflow } from '../../src/catalog/registries/mlflow.js'
import { worked } from '../support/worked.js'

describe("Backstage's descriptor", () => {
  const ENTITY = `apiVersion: backstage.io/v1alpha1
kind: Resource
metadata:
  name: churn
spec: {type: ai-model, owner: user:kim, lifecycle: production}
`

  test('documents of several kinds', () => {
    const text = `${ENTITY}---\n${ENTITY.replace('Resource', 'User')}---\n${ENTITY.replace('ai-model', 'database')}`
    const read = readBackstage(text, 'catalog-info.yaml')
    expect(read.ok && read.value.map(({ kind, isModel }) => [kind, isModel])).toEqual([
      ['Resource', true],
      ['Resource', false],
    ])
    expect(read.ok && read.value[0]).toMatchObject({
      ...{ registry: 'backstage', name: 'churn', owner: 'user:kim', path: 'catalog-info.yaml' },
      stages: [{ name: 'production', version: '' }],
    })
  })

  test.each([
    ['nothing', ''],
    ['a list', '- 1\n'],
    ['a manifest of Kubernetes', ENTITY.replace('backstage.io/v1alpha1', 'v1')],
    ['no name', ENTITY.replace('name: churn', 'title: churn')],
    ['a name that is a mapping', ENTITY.replace('name: churn', 'name: {a: 1}')],
    ['no metadata', 'apiVersion: backstage.io/v1alpha1\nkind: Resource\n'],
  ])('%s is no entity', (_, text) => {
    expect(readBackstage(text, 'c.yaml')).toEqual({ ok: true, value: [] })
  })

  const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi']
    .map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(10)}]`)
    .join('\n')}\n`
  test.each([
    ['no YAML', 'a: {'],
    ['aliases upon aliases', bomb],
    ['as deep as a stack', `${'['.repeat(20_000)}`],
    ['too long', `# ${'x'.repeat(2_000_000)}\n`],
  ])('%s is a problem, at once', (_, text) => {
    const read = readBackstage(text, 'c.yaml')
    expect(read.ok ? [] : read.problems.map(({ message }) => message.id)).toEqual(['catalog.not-yaml'])
  })
})

test.each([
  ['documents', '---\n'.repeat(60_000)],
  ['keys', Array.from({ length: 25_000 }, (_, index) => `k${index}: v`).join('\n')],
  ['items', `a: [${'x,'.repeat(120_000)}]`],
])('many %s take no more than seconds', (_, text) => {
  const before = worked()
  expect(readBackstage(text, 'c.yaml')).toEqual({ ok: true, value: [] })
  expect(worked() - before).toBeLessThan(10_000)
})

describe('GTO', () => {
  /** In this order, a second after the other; the commit is the first letter behind the blank. */
  function registry(...lines: string[]) {
    const tags = lines.map((line, index): Tag => {
      const [name = '', commit = ''] = line.split(' ')
      return { name, commit: commit.repeat(40), created: 1_000 + index }
    })
    return readTags(tags).map(({ name, version, stages }) => [
      name,
      version,
      stages.map((stage) => `${stage.name}=${stage.version}`).join(' '),
    ])
  }

  // What `gto show` 1.10.1 says of the same tags.
  test.each<[string, string[], unknown[]]>([
    ['the highest version', ['a@v1.0.0 1', 'a@v1.10.0 2', 'a@v1.9.0 3'], [['a', 'v1.10.0', '']]],
    ['a pre-release', ['a@v1.0.0-rc.1 1'], [['a', 'v1.0.0-rc.1', '']]],
    ['the last assignment', ['a@v1.0.0 1', 'a@v2.0.0 2', 'a#prod#1 1', 'a#prod#2 2'], [['a', 'v2.0.0', 'prod=v2.0.0']]],
    [
      'an assignment that was taken back gives way to the one before it',
      ['a@v1.0.0 1', 'a@v2.0.0 2', 'a#prod#1 1', 'a#prod#2 2', 'a#prod!#3 2'],
      [['a', 'v2.0.0', 'prod=v1.0.0']],
    ],
    ['a stage that was taken away', ['a@v1.0.0 1', 'a#prod#1 1', 'a#prod!#2 1'], [['a', 'v1.0.0', '']]],
    [
      'a version that was taken back loses its stage',
      ['a@v1.0.0 1', 'a@v1.9.0 2', 'a#prod#1 1', 'a#prod#2 2', 'a@v1.9.0! 2'],
      [['a', 'v1.0.0', 'prod=v1.0.0']],
    ],
    ['a deprecated artifact', ['a@v1.0.0 1', 'a@deprecated 1'], []],
    ['one that came back', ['a@v1.0.0 1', 'a@deprecated 1', 'a@v2.0.0 2'], [['a', 'v2.0.0', '']]],
    ['the simple form', ['a@v1.0.0 1', 'a#prod 1'], [['a', 'v1.0.0', 'prod=v1.0.0']]],
    ['a commit without a version', ['a#dev#1 1'], [['a', undefined, 'dev=1111111']]],
    ['a folder', ['models/x=seg@v0.2.0 1', 'models/x=seg#dev#1 1'], [['seg', 'v0.2.0', 'dev=v0.2.0']]],
    [
      'two folders',
      ['x=seg@v1.0.0 1', 'y=seg@v2.0.0 2'],
      [
        ['seg', 'v1.0.0', ''],
        ['seg', 'v2.0.0', ''],
      ],
    ],
    ['tags of others', ['v1.0.0 1', 'release-1 1', 'A@v1.0.0 1', 'a@1.0.0 1', 'a@v1 1', 'a@v01.0.0 1'], []],
  ])('%s', (_, tags, expected) => {
    expect(registry(...tags)).toEqual(expected)
  })

  test('of one second, what is registered comes first', () => {
    const commit = '1'.repeat(40)
    const tags = ['a#prod#1', 'a@v1.0.0'].map((name) => ({ name, commit, created: 5 }))
    expect(readTags(tags)).toMatchObject([{ stages: [{ name: 'prod', version: 'v1.0.0' }] }])
  })

  test('pre-releases are ordered as semantic versions are', () => {
    const order = [
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
    ]
    for (let count = 1; count <= order.length; count += 1) {
      const tags = order
        .slice(0, count)
        .map((version, index) => ({ name: `a@v${version}`, commit: 'c', created: 9 - index }))
      expect(readTags(tags)[0]?.version).toBe(`v${order[count - 1]}`)
    }
  })

  test('a long name takes no time', () => {
    const name = `${'a-'.repeat(60_000)}!`
    const before = worked()
    expect(
      readTags([
        { name, commit: 'c', created: 1 },
        { name: `${'a-/'.repeat(80)}@`, commit: 'c', created: 1 },
      ]),
    ).toEqual([])
    expect(worked() - before).toBeLessThan(1_000)
  })

  test('artifacts in files', () => {
    const entry = 'path: m.pkl\n  type: model\n  labels: [a]\n'
    const dvc = readDvc(
      `stages: {}\nartifacts:\n  seg:\n    path: m.pkl\n    type: model\n  data: {path: d}\n`,
      'dvc.yaml',
    )
    expect(dvc.ok && dvc.value.map(({ name, isModel }) => [name, isModel])).toEqual([
      ['seg', true],
      ['data', false],
    ])
    const former = readArtifactsYaml(`seg:\n  ${entry}other: 1\n`, 'artifacts.yaml')
    expect(former.ok && former.value.map(({ name, isModel }) => [name, isModel])).toEqual([['seg', true]])
    expect(readDvc('artifacts: [1]\n', 'dvc.yaml')).toEqual({ ok: true, value: [] })
    expect(readDvc('a: {', 'dvc.yaml').ok).toBe(false)
  })
})

describe("MLflow's file store", () => {
  const version = (number: number, stage = 'None') => ({
    path: `v${number}`,
    meta: `name: churn\nversion: ${number}\ncurrent_stage: ${stage}\nrun_id: null\n`,
  })
  // As mlflow 3.17.2 writes them.
  const stored = {
    path: 'mlruns/models/churn/meta.yaml',
    meta: "aliases:\n  champion: '3'\ncreation_timestamp: 1795617136077\ndescription: d\nname: churn\nworkspace: default\n",
    versions: [version(2, 'Production'), version(10), version(12, 'Deleted_Internal'), version(3)],
    aliases: [
      { name: 'champion', version: '3' },
      { name: 'gone', version: '12' },
    ],
  }

  test('the newest version that was not deleted, aliases and stages', () => {
    const read = readMlflow(stored)
    expect(read.ok && read.value).toEqual({
      ...{ registry: 'mlflow', name: 'churn', path: stored.path, version: '10' },
      stages: [
        { name: '@champion', version: '3' },
        { name: 'Production', version: '2' },
      ],
    })
  })

  test('a model without versions', () => {
    const read = readMlflow({ ...stored, versions: [], aliases: [] })
    expect(read.ok && read.value).toEqual({ registry: 'mlflow', name: 'churn', path: stored.path, stages: [] })
  })

  test.each([
    ['no YAML', { ...stored, meta: 'a: {' }],
    ['no name', { ...stored, meta: 'a: 1\n' }],
    ['a version without a number', { ...stored, versions: [{ path: 'v', meta: 'name: churn\n' }] }],
  ])('%s is a problem', (_, broken) => {
    const read = readMlflow(broken)
    expect(read.ok ? [] : read.problems.map(({ message }) => message.id)).toEqual(['catalog.not-mlflow'])
  })
})
