import { expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { renderSarif } from '../../../src/report/render/sarif.js'
import {
  bigReport,
  gate,
  HOSTILE,
  hostileReport,
  metricCheck,
  problemReport,
  reportOf,
  sampleReport,
  wordingIn,
} from '../sample.js'

const en = wordingIn('en')
const text = { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } } }
const line = { type: 'integer', minimum: 1 }
const location = {
  type: 'object',
  required: ['physicalLocation'],
  properties: {
    physicalLocation: {
      type: 'object',
      required: ['artifactLocation', 'region'],
      properties: {
        artifactLocation: {
          type: 'object',
          required: ['uri'],
          properties: { uri: { type: 'string', pattern: '^[\\w.~%/-]+$' } },
        },
        region: { type: 'object', required: ['startLine'], properties: { startLine: line, startColumn: line } },
      },
    },
  },
}
/** What SARIF 2.1.0 demands of the parts that are used. */
const validate = new Ajv2020({ allErrors: true }).compile({
  type: 'object',
  required: ['version', 'runs'],
  properties: {
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results'],
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'rules'],
                properties: {
                  rules: {
                    type: 'array',
                    items: { type: 'object', required: ['id'], properties: { shortDescription: text } },
                  },
                },
              },
            },
          },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'],
              properties: {
                level: { enum: ['error', 'warning', 'note'] },
                message: text,
                locations: { type: 'array', items: location },
                relatedLocations: { type: 'array', items: location },
                partialFingerprints: { type: 'object', additionalProperties: { type: 'string', minLength: 1 } },
              },
            },
          },
        },
      },
    },
  },
})

interface Result {
  ruleId: string
  ruleIndex: number
  level: string
  message: { text: string }
  locations: unknown[]
  partialFingerprints: Record<string, string>
}

function runOf(sarif: string): { rules: { id: string }[]; results: Result[]; successful: boolean } {
  const parsed = JSON.parse(sarif)
  validate(parsed)
  expect(validate.errors ?? []).toEqual([])
  const [run] = parsed.runs
  const ids: string[] = run.tool.driver.rules.map((rule: { id: string }) => rule.id)
  expect(new Set(ids).size).toBe(ids.length)
  return { rules: run.tool.driver.rules, results: run.results, successful: run.invocations[0].executionSuccessful }
}

test('lists every check as a rule and only the open ones as results', () => {
  const { rules, results, successful } = runOf(renderSarif(sampleReport(), en))
  expect(rules.map(({ id }) => id)).toEqual([
    'documentation/limitations',
    'fairness/recall/age_band/gap',
    'fairness/recall/gender/gap',
    'performance/auc',
    'performance/brier',
    'performance/f1',
  ])
  expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['fairness/recall/gender/gap', 'error'],
    ['performance/f1', 'error'],
    ['fairness/recall/age_band/gap', 'warning'],
  ])
  for (const result of results) expect(rules[result.ruleIndex]?.id).toBe(result.ruleId)
  expect(results[1]?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: '.github/ml-gate.yaml', uriBaseId: '%SRCROOT%' },
        region: { startLine: 6, startColumn: 3 },
      },
    },
  ])
  expect(successful).toBe(true)
})

test('knows a result again when its value and line have changed, and no other', () => {
  const prints = (actual: string, line: number, model = 'm') => {
    const check = metricCheck('f1', 'fail', { actual, policy: { path: 'p.yaml', line } })
    const { results } = runOf(renderSarif(reportOf('fail', [[model, [gate('performance', [check])]]]), en))
    return results.map((result) => result.partialFingerprints)
  }
  expect(prints('0.1', 1)).toEqual(prints('0.2', 9))
  expect(prints('0.1', 1)).not.toEqual(prints('0.1', 1, 'n'))
})

test('gives no location where no line is known', () => {
  const check = metricCheck('f1', 'fail', { policy: { path: 'p.yaml' }, evidence: { path: '/abs', line: 1 } })
  const { results } = runOf(renderSarif(reportOf('fail', [['m', [gate('performance', [check])]]]), en))
  expect(results.map((result) => result.locations)).toEqual([[]])
})

test('reports problems and that nothing was evaluated', () => {
  const { results, successful } = runOf(renderSarif(problemReport(), en))
  expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([['sample.unknown-key', 'error']])
  expect(successful).toBe(false)
})

test('holds its structure whatever the names', () => {
  for (const name of [...HOSTILE, '](x'.repeat(300_000)]) {
    const sarif = renderSarif(hostileReport(name), en)
    expect(runOf(sarif).results).toHaveLength(6)
    expect(sarif).not.toContain('##[')
    for (const { message } of runOf(sarif).results) expect(message.text).not.toContain('](')
  }
  expect(runOf(renderSarif(bigReport(5_000), en)).results).toHaveLength(50)
})
