import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { parseAllDocuments } from 'yaml'
import { type Catalog, FLAGS, type Registered } from '../../src/catalog/model.js'
import { readBackstage } from '../../src/catalog/registries/backstage.js'
import { renderBackstage, undescribed } from '../../src/catalog/render/backstage.js'
import { renderCatalogCsv } from '../../src/catalog/render/csv.js'
import { renderCatalogJson } from '../../src/catalog/render/json.js'
import { renderCatalogMarkdown } from '../../src/catalog/render/markdown.js'
import { problem } from '../../src/shared/problem.js'
import { repo } from '../support/repo.js'
import { decided } from '../support/trail.js'
import { catalogOf, config, en, ko } from './sample.js'

const schema: object = JSON.parse(readFileSync(repo('schema', 'catalog.schema.json'), 'utf8'))
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema)

const MLFLOW: Registered = {
  ...{ registry: 'mlflow', name: 'churn', path: 'mlruns/models/churn/meta.yaml', version: '3' },
  stages: [{ name: '@champion', version: '2' }],
}

/** Every member that the format has, with names that are made to break what shows them. */
function full(hostile = 'churn'): Catalog {
  const waiver = (expires: string) => ({ check: hostile, reason: 'r', owner: '@a', 'approved-by': '@b', expires })
  const first = decided([{ name: hostile, version: '1' }], { time: '2026-11-01T00:00:00.000Z' })
  const last = decided(
    [
      {
        name: hostile,
        verdict: 'fail',
        version: hostile,
        owner: hostile,
        risk: 'high',
        metrics: new Map([
          ['f1', '0.8100'],
          [hostile, '12 ms'],
        ]),
        evidence: [{ kind: 'model-card', path: 'MODEL_CARD.md', sha256: 'a'.repeat(64), bytes: 1 }],
        approvals: [{ by: '@lee', role: 'risk', at: '2026-11-19T00:00:00Z', commit: 'c0ffee0' }],
        waivers: [waiver('2026-11-01'), waiver('2026-12-01'), waiver('2027-12-01')],
      },
    ],
    { subject: { repository: 'acme/churn', commit: 'c0ffee0', pull_request: 7 } },
  )
  return catalogOf([first, last], {
    configs: [config('model: {name: other, owner: "@kim", version: 1.10, framework: sklearn}\n')],
    registered: [
      MLFLOW,
      { registry: 'backstage', name: 'svc', path: 'c.yaml', kind: 'Resource', owner: 'x', stages: [] },
    ],
    problems: [problem('catalog.not-yaml', { path: hostile }, { path: hostile, line: 3, column: 4 })],
  })
}

const HOSTILE = [
  '=cmd|x',
  '+1+1',
  '@SUM(A1)',
  '-2+3',
  '|x',
  'a|b',
  '`a`',
  '<img src=x>',
  '::error::x',
  '##[error]x',
  'a\nb,"c";d',
]

describe('JSON', () => {
  test.each(['churn', ...HOSTILE])('has the published shape, whatever a model is called: %j', (name) => {
    const data = JSON.parse(renderCatalogJson(full(name), en))
    expect(validate(data) ? [] : validate.errors).toEqual([])
    expect(data.models.map((model: { name: string }) => model.name)).toContain(name)
  })

  test('the schema refuses what it does not know', () => {
    expect(validate({ ...JSON.parse(renderCatalogJson(full(), en)), more: 1 })).toBe(false)
  })

  test('the schema and the documentation name the flags that there are', () => {
    const { flags } = JSON.parse(readFileSync(repo('schema', 'catalog.schema.json'), 'utf8')).$defs.model.properties
    expect(flags.items.enum).toEqual(FLAGS)
    const documented = readFileSync(repo('docs', 'catalog.md'), 'utf8').split('### What could not be read')[0] ?? ''
    expect([...documented.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, flag]) => flag)).toEqual(FLAGS)
  })

  test('numbers keep their digits, and what is none stays a text', () => {
    const text = renderCatalogJson(full('latency'), en)
    expect(text).toContain('"value": 0.8100')
    expect(text).toContain('"value": "12 ms"')
  })

  test('is the same bytes for the same catalog, in both languages but for what is said', () => {
    expect(renderCatalogJson(full(), en)).toBe(renderCatalogJson(full(), en))
    expect(renderCatalogJson(full(), ko)).not.toBe(renderCatalogJson(full(), en))
  })
})

describe('CSV', () => {
  const rows = (catalog: Catalog): string[][] => parse(renderCatalogCsv(catalog))

  test.each(HOSTILE)('no cell begins a formula, and no line a command: %j', (name) => {
    const text = renderCatalogCsv(full(name))
    const cells = rows(full(name)).flat()
    expect(cells.filter((cell) => /^[=+@|\t\r-]/.test(cell))).toEqual([])
    expect(text.split('\r\n').filter((line) => /^\s*::|##\[/.test(line))).toEqual([])
  })

  test('a row a model, under the same columns', () => {
    const [head = [], ...models] = rows(full())
    expect(models.map((row) => row.length)).toEqual(models.map(() => head.length))
    const at = (column: string) => models.find(([name]) => name === 'churn')?.[head.indexOf(column)]
    expect(at('last_verdict')).toBe('fail')
    expect(at('last_allowed_time')).toBe('2026-11-01T00:00:00.000Z')
    expect(at('registered')).toBe('mlflow churn 3 (@champion 2)')
    expect(at('waivers')).toBe('churn 2026-11-01 expired; churn 2026-12-01 expiring; churn 2027-12-01 active')
    expect(at('flags')).toBe('failed; waiver-expired; not-configured; waiver-expiring')
  })

  test('a negative number stays one', () => {
    const [, row] = rows(catalogOf([decided([{ name: '-1.5' }])]))
    expect(row?.[0]).toBe('-1.5')
  })
})

describe('Markdown', () => {
  const markdown = (catalog: Catalog, maxBytes = 100_000) => renderCatalogMarkdown(catalog, en, maxBytes)

  test('tells what needs somebody, then all models, then what could not be read', () => {
    const text = markdown(full())
    expect(text).toMatch(/^## Model catalog: 3 models\n\nAs of 2026-11-25\. Decisions of audit: 2 entries read, 0 not/)
    expect(text).toMatch(
      /- \*\*churn\*\*: last decision: failed \(2026-11-20\); let through last on 2026-11-01; waivers/,
    )
    expect(text).toMatch(
      /\| churn \| churn \| high \| churn \| ❌ failed 2026-11-20, pull request 7 \| churn 12 ms<br>f1 0\.8100 \|/,
    )
    expect(text.indexOf('Needs somebody')).toBeLessThan(text.indexOf('### Models'))
    expect(text).toMatch(/### Could not be read\n\n- `churn:3:4`: churn cannot be read as YAML, or/)
  })

  test.each(HOSTILE)('a name is shown and does nothing: %j', (name) => {
    const table = markdown(full(name))
      .split('\n')
      .filter((line) => line.startsWith('|'))
    // Ten columns: no name opens another cell.
    expect(new Set(table.map((line) => line.match(/\|/g)?.length))).toEqual(new Set([11]))
    expect(markdown(full(name))).not.toMatch(/<img|^::|##\[/m)
  })

  test('Korean', () => {
    const text = renderCatalogMarkdown(full(), ko, 100_000)
    expect(text).toMatch(/^## 모델 카탈로그: 모델 3개\n/)
    expect(text).not.toMatch(/[a-z]{3,} [a-z]{3,} [a-z]{3,} [a-z]{3,}/)
  })

  test('nothing is said to be nothing', () => {
    expect(markdown(catalogOf([]))).toMatch(/^## Model catalog: no model found\n[\s\S]*There is no model_config\.yaml/)
  })

  test('keeps to its size and counts what it leaves out', () => {
    const many = catalogOf(Array.from({ length: 500 }, (_, index) => decided([{ name: `model-${index}` }])))
    for (const maxBytes of [2_000, 10_000, 50_000]) {
      const text = markdown(many, maxBytes)
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes)
      expect(text).toMatch(/\d+ more; the whole catalog is in the JSON and CSV forms\./)
    }
  })

  test('a repository is named where there are several', () => {
    const other = decided([{ name: 'b' }], { subject: { repository: 'acme/other' } })
    expect(markdown(catalogOf([decided([{ name: 'a' }]), other]))).toMatch(/\| a \(acme\/churn\) \|/)
    expect(markdown(catalogOf([decided([{ name: 'a' }])]))).toMatch(/\| a \|/)
  })
})

describe("Backstage's entities", () => {
  const NAME = /^[a-z0-9A-Z]+(?:[-_.][a-z0-9A-Z]+)*$/
  const entities = (catalog: Catalog) =>
    parseAllDocuments(renderBackstage(undescribed(catalog))).map((document) => document.toJS())

  test.each([...HOSTILE, '이탈_예측', 'x'.repeat(200), '-', 'a--b', 'a: b', '__proto__'])(
    'are valid and found again, whatever a model is called: %j',
    (name) => {
      const catalog = catalogOf([decided([{ name, owner: '@acme/ml-team' }])])
      const [entity] = entities(catalog)
      expect(entity).toMatchObject({ apiVersion: 'backstage.io/v1alpha1', kind: 'Resource' })
      expect(entity.metadata.name).toMatch(NAME)
      expect(entity.metadata.name.length).toBeLessThanOrEqual(63)
      expect(entity.metadata.annotations['ml-gate/model']).toBe(name)
      expect(entity.spec).toEqual({ type: 'ai-model', owner: 'group:ml-team' })
      const read = readBackstage(renderBackstage(catalog.models), 'c.yaml')
      expect(read.ok && read.value).toHaveLength(1)
    },
  )

  test.each([
    ['@kim', 'user:kim'],
    ['@acme/churn', 'group:churn'],
    ['ds-team@company.com', 'group:ds-team'],
    ['Data Science', 'group:Data-Science'],
    [undefined, 'unknown'],
  ])('the owner %s becomes %s', (owner, expected) => {
    const [entity] = entities(catalogOf([decided([{ name: 'a', ...(owner !== undefined && { owner }) }])]))
    expect(entity.spec.owner).toBe(expected)
  })

  test('two models never come to one name', () => {
    const names = entities(catalogOf([decided([{ name: '가' }]), decided([{ name: '나' }])])).map(
      ({ metadata }) => metadata.name,
    )
    expect(new Set(names).size).toBe(2)
  })

  test('are for models alone that have none', () => {
    expect(undescribed(full()).map(({ name }) => name)).toEqual(['churn', 'other'])
  })
})
