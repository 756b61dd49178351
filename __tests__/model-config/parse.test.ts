import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { parse } from 'yaml'
import { wordingFor } from '../../src/app/wording.js'
import { parseModelConfig, readModelConfig } from '../../src/model-config/parse.js'
import { texts } from '../../src/model-config/texts.js'
import { makeWording } from '../../src/report/wording.js'
import type { Message } from '../../src/shared/message.js'
import { CONFIG } from '../support/model-config.js'
import { repo } from '../support/repo.js'
import { worked } from '../support/worked.js'

const wording = wordingFor('en', { config: texts })
const source = (text: string) => ({
  text,
  place: (position: { line: number; column: number }) => ({ path: 'm.yaml', ...position }),
})
const says = (message: Message) => wording.say(message)

function problems(text: string): string[] {
  return readModelConfig(source(text)).problems.map(
    ({ message, at }) => `${at?.line}:${at?.column} ${message.id} ${says(message)}`,
  )
}

test('the seed, typed', () => {
  const parsed = parseModelConfig(source(CONFIG))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const { locate, ...config } = parsed.value
  expect(config).toEqual({
    model: { name: 'churn_predictor', owner: 'ds-team@company.com', framework: 'sklearn' },
    training: {
      schedule: 'weekly',
      data_source: 'feature_store://user_engagement_features',
      compute: 'cpu-medium',
      experiment_tracking: true,
    },
    serving: { type: 'online', sla_latency_ms: 50, min_replicas: 2, max_replicas: 10, autoscale_metric: 'cpu' },
    monitoring: { data_drift: true, performance_tracking: true, alert_channel: '#ml-alerts' },
  })
  expect(locate('/serving/sla_latency_ms')).toEqual({ path: 'm.yaml', line: 15, column: 3 })
})

test('a version keeps the digits it was written with', () => {
  const versions = ['1.10', '2', 'v3.1.0', '"1.0"'].map((version) => {
    const { config } = readModelConfig(source(`model: {name: a, owner: b, version: ${version}}\n`))
    return config?.model.version
  })
  expect(versions).toEqual(['1.10', '2', 'v3.1.0', '1.0'])
})

test("a platform's own keys begin with x-", () => {
  expect(problems(`x-team: {a: 1}\nmodel: {name: a, owner: b, x-cost-centre: 7}\nserving: {x-gpu: true}\n`)).toEqual([])
})

/** A file around one mistake, and what must be said of it. */
const MODEL = 'model: {name: a, owner: b}\n'
const MISTAKES: readonly (readonly [name: string, text: string, ...expected: RegExp[]])[] = [
  ['a misspelt section', `${MODEL}monitorng: {data_drift: true}\n`, /^2:1 policy\.unknown-key-near .*monitoring/],
  ['a misspelt key', `${MODEL}monitoring:\n  data_drfit: true\n`, /^3:3 policy\.unknown-key-near .*data_drift/],
  ['a foreign key', `${MODEL}level: 2\n`, /^2:1 policy\.unknown-key model_config has no key level/],
  ['no model', 'serving: {sla_latency_ms: 50}\n', /^1:1 policy\.required model_config needs the key model/],
  ['no owner', 'model:\n  name: a\n', /^1:1 policy\.required model needs the key owner/],
  ['an owner without quotes', 'model:\n  name: a\n  owner: @kim\n', /^3:10 policy\.at-sign .*needs quotes/],
  ['a comparison', `${MODEL}serving:\n  sla_latency_ms: >= 50\n`, /^3:19 config\.comparison .*alone/],
  ['a blank owner', 'model:\n  name: a\n  owner: " "\n', /^3:3 config\.blank model\/owner/],
  ['a numeric name', 'model:\n  name: 7\n  owner: b\n', /^2:3 policy\.type model\/name is 7\. Expected: text/],
  ['an unknown risk', 'model:\n  name: a\n  owner: b\n  risk: hihg\n', /^4:3 policy\.choice-near .*high/],
  ['an unknown way of serving', `${MODEL}serving:\n  type: onlien\n`, /^3:3 policy\.choice-near .*online/],
  ['yes', `${MODEL}training:\n  experiment_tracking: yes\n`, /^3:3 config\.flag .*Write true without/],
  ['off', `${MODEL}monitoring:\n  data_drift: off\n`, /^3:3 config\.flag .*Write false without/],
  ['a flag in quotes', `${MODEL}monitoring:\n  data_drift: "true"\n`, /^3:3 config\.flag .*Write true/],
  ['a flag as a word', `${MODEL}monitoring:\n  data_drift: daily\n`, /^3:3 policy\.type .*true or false/],
  ['a number as a flag', `${MODEL}monitoring:\n  data_drift: 1\n`, /^3:3 policy\.type .*true or false/],
  ['a unit', `${MODEL}serving:\n  sla_latency_ms: 50ms\n`, /^3:3 config\.unit .*milliseconds: 50\./],
  ['seconds', `${MODEL}serving:\n  sla_latency_ms: 0.05 s\n`, /^3:3 config\.unit .*milliseconds: 50\./],
  ['a latency of nothing', `${MODEL}serving:\n  sla_latency_ms: 0\n`, /^3:3 policy\.between .*between 0 and/],
  ['a quoted number', `${MODEL}serving:\n  max_replicas: "3"\n`, /^3:3 policy\.quoted-number/],
  ['half a copy', `${MODEL}serving:\n  max_replicas: 2.5\n`, /^3:3 policy\.type .*whole number/],
  ['fewer than no copies', `${MODEL}serving:\n  min_replicas: -1\n`, /^3:3 policy\.minimum .*at least 0/],
  ['more at least than at most', `${MODEL}serving:\n  min_replicas: 4\n  max_replicas: 2\n`, /^3:3 config\.replicas/],
  ['per cent', `${MODEL}serving:\n  sla_error_rate: 1%\n`, /^3:3 policy\.percent .*Write 0\.01/],
  ['a decimal comma', `${MODEL}serving:\n  sla_error_rate: 0,01\n`, /^3:3 policy\.decimal-comma .*0\.01/],
  ['.nan', `${MODEL}serving:\n  sla_latency_ms: .nan\n`, /^3:3 policy\.nonfinite/],
  ['an unknown percentile', `${MODEL}serving:\n  sla_percentile: 97\n`, /^3:3 policy\.choice .*50, 90, 95, 99/],
  ['a channel that is a comment', `${MODEL}monitoring:\n  alert_channel: #ml\n`, /^3:3 config\.channel .*in quotes/],
  ['a section without content', `${MODEL}serving:\n`, /^2:1 policy\.empty-value serving/],
  ['a section that is a word', `${MODEL}serving: online\n`, /^2:1 policy\.type .*mapping/],
  ['a key twice', 'model:\n  name: a\n  name: b\n  owner: c\n', /^3:3 policy\.duplicate-key .*name/],
  ['a tab', 'model:\n\tname: a\n', /^2:1 policy\.tab/],
  ['an empty file', '', /^1:1 config\.empty/],
  ['a list', '- a\n', /^1:1 config\.not-a-mapping/],
  ['too many digits', `${MODEL}serving:\n  sla_latency_ms: 50.00000000000000000001\n`, /^3:\d+ config\.digits/],
  ['too long a file', `${MODEL}#${'x'.repeat(70_000)}\n`, /^1:1 config\.too-long .*64 KiB/],
  [
    'everything at once',
    'model:\n  nam: a\n  owner: b\nserving:\n  sla_latency_ms: 5ms\nmonitoring: {data_drift: yes}\n',
    /^1:1 policy\.required model needs the key name/,
    /^2:3 policy\.unknown-key-near .*name/,
    /^5:3 config\.unit/,
    /^6:1 config\.flag/,
  ],
]

test.each(MISTAKES)('%s', (_, text, ...expected) => {
  const found = problems(text)
  expect(found).toHaveLength(expected.length)
  for (const [index, pattern] of expected.entries()) expect(found[index]).toMatch(pattern)
  expect(parseModelConfig(source(text)).ok).toBe(false)
})

test('thousands of mistakes are counted, and soon', () => {
  const before = worked()
  const found = problems(`${MODEL}${Array.from({ length: 6_000 }, (_, index) => `k${index}: v`).join('\n')}\n`)
  expect(found).toHaveLength(201)
  expect(found.at(-1)).toMatch(/policy\.more There are 5800 more/)
  expect(worked() - before).toBeLessThan(10_000)
})

describe('what is legible beside mistakes', () => {
  const read = (text: string) => readModelConfig(source(text)).config

  test('sections with a mistake are left out, the others kept', () => {
    const { model, serving, monitoring } = read(
      `model: {name: a, ownr: b, version: 1.10}\nserving: {sla_latency_ms: 5ms}\nmonitoring: {data_drift: true}\n`,
    ) ?? { model: undefined }
    expect({ model, serving, monitoring }).toEqual({
      model: { name: 'a', owner: '', version: '1.10' },
      serving: {},
      monitoring: { data_drift: true },
    })
  })

  test.each([['model: a\n'], ['model: [a]\n'], ['model: {name: [a], owner: b}\n'], ['a: b\n'], ['- a\n'], ['{']])(
    'no model in %j',
    (text) => expect(read(text)).toBeUndefined(),
  )

  test('a name that is a property of every object names nothing else', () => {
    expect(read('model: {name: __proto__, owner: constructor}\n')?.model).toEqual({
      name: '__proto__',
      owner: 'constructor',
    })
    expect(read('__proto__: {model: {name: a, owner: b}}\n')).toBeUndefined()
  })
})

test('every text is in both languages', () => {
  expect(makeWording('ko', texts.ko).say({ id: 'config.replicas', params: { min: 4, max: 2 } })).toMatch(/4.*2/)
})

describe('the published schema', () => {
  const schema: object = JSON.parse(readFileSync(repo('schema', 'model_config.schema.json'), 'utf8'))
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
  const docs = readFileSync(repo('docs', 'model-config.md'), 'utf8')
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(docs) ?? []

  test.each([
    ['the seed', CONFIG],
    ["the documentation's example", example],
  ])('accepts %s, as the reader does', (_, text) => {
    expect(text).toContain('sla_latency_ms')
    expect([validate(parse(text)), problems(text)]).toEqual([true, []])
  })

  test('has no key that the documentation does not name, and the other way round', () => {
    const { properties } = schema as { properties: Record<string, { properties: object }> }
    const keys = Object.values(properties).flatMap((section) => Object.keys(section.properties))
    expect(keys.filter((key) => !new RegExp(`^\\| .*\\b${key}\\b.*\\|.*\\|`, 'm').test(docs))).toEqual([])
    const [, table = ''] = docs.split('| key | value | needed |')
    const named = [...(table.split('\n\n')[0]?.matchAll(/`(?:[a-z]+\.)?([a-z_]+)`/g) ?? [])].map(([, key = '']) => key)
    const values = [
      'minimal',
      'limited',
      'high',
      'online',
      'batch',
      'streaming',
      'edge',
      'true',
      'false',
      'login',
      'team',
    ]
    expect(named.filter((key) => !keys.includes(key) && !values.includes(key))).toEqual([])
  })
})

test('whatever is written, what comes of it is a config or mistakes with places', () => {
  const lines = CONFIG.split('\n')
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('- ', '? ', '&a ', '*a', '!!x ', '{', '[', '| ', '\t', '#', '\u0000', '\ud800'),
  )
  fc.assert(
    fc.property(fc.nat(lines.length - 1), fc.nat(40), piece, (at, column, written) => {
      const text = lines.map((line, index) =>
        index === at ? line.slice(0, column) + written + line.slice(column) : line,
      )
      const { config, problems: found } = readModelConfig(source(text.join('\n')))
      expect(config !== undefined || found.length > 0).toBe(true)
      for (const { at: place, message } of found) {
        expect(place?.line).toBeGreaterThanOrEqual(1)
        expect(says(message)).not.toBe('')
      }
    }),
    { numRuns: 500 },
  )
})
