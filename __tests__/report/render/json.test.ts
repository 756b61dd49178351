import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { renderJson } from '../../../src/report/render/json.js'
import { decimal } from '../../../src/shared/decimal.js'
import { message } from '../../../src/shared/message.js'
import { repo } from '../../support/repo.js'
import {
  bigReport,
  gate,
  HOSTILE,
  hostileReport,
  metricCheck,
  passingReport,
  problemReport,
  reportOf,
  SHA256,
  sampleReport,
  wordingIn,
} from '../sample.js'

const en = wordingIn('en')
const schema: object = JSON.parse(readFileSync(repo('schema', 'report.schema.json'), 'utf8'))
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema)

function problemsOf(text: string): string[] {
  return validate(JSON.parse(text)) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`)
}

test('writes the shape that is published', () => {
  const check = metricCheck('f1', 'fail', { actual: '0.8100', distance: '0.04' })
  const report = reportOf('fail', [['m', [gate('performance', [check])]]], {
    notes: [message('sample.unused', { path: 'x' })],
  })
  const text = renderJson(report, en)
  expect(text.replace(/\s+/g, ' ')).toBe(
    `{ "schema": "ml-gate-report/1", "verdict": "fail",
 "counts": { "checks": 1, "passed": 0, "failed": 1, "insufficient": 0, "errors": 0, "waived": 0, "not_applicable": 0 },
 "subject": {},
 "policy": { "source": ".github/ml-gate.yaml", "from": "head", "sha256": "${SHA256}", "resolved": {}, "changes": [] },
 "problems": [],
 "models": [ { "name": "m", "verdict": "fail",
 "gates": [ { "id": "performance", "enforcement": "block", "outcome": "fail",
 "checks": [ { "id": "performance/f1", "title": "f1", "outcome": "fail", "expected": ">= 0.85", "actual": 0.8100,
 "distance": 0.04, "message": "f1 is 0.8100, required is >= 0.85",
 "policy": { "path": ".github/ml-gate.yaml", "line": 6, "column": 3 },
 "evidence": { "path": "outputs/metrics.json", "line": 2, "column": 9, "pointer": "/f1" } } ] } ],
 "evidence": [] } ],
 "notes": [ "No gate asks for x" ] } `.replaceAll('\n', ''),
  )
  expect(text.endsWith('}\n')).toBe(true)
})

test('writes problems with their code and place', () => {
  expect(JSON.parse(renderJson(problemReport(), en)).problems).toEqual([
    {
      code: 'sample.unknown-key',
      message: 'unknown key preformance, meant: performance, fairness',
      path: '.github/ml-gate.yaml',
      line: 3,
      column: 5,
    },
  ])
})

describe('fits its schema', () => {
  test.each([
    ['sample', sampleReport()],
    ['passing', passingReport()],
    ['problem', problemReport()],
    ['nothing', reportOf('error', [])],
    ['big', bigReport(5_000)],
    ['unread policy', reportOf('error', [], { policy: { source: '', from: 'head', sha256: '', resolved: {} } })],
  ])('%s', (_name, report) => {
    expect(problemsOf(renderJson(report, en))).toEqual([])
    expect(problemsOf(renderJson(report, wordingIn('ko')))).toEqual([])
  })

  test.each(HOSTILE.map((text) => [text]))('%j', (text) => {
    const json = renderJson(hostileReport(text), en)
    expect(problemsOf(json)).toEqual([])
    expect(json).not.toContain('##[')
    expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u)
    expect(JSON.parse(json).models[0].gates[0].checks[0].evidence.path).toBe(text)
    expect(Object.entries(JSON.parse(json).policy.resolved)).toEqual([[text, text]])
  })

  test('which knows no other members', () => {
    const known = JSON.parse(renderJson(sampleReport(), en))
    expect(validate({ ...known, extra: 1 })).toBe(false)
    expect(validate({ ...known, counts: { ...known.counts, extra: 1 } })).toBe(false)
    expect(validate({ ...known, verdict: 'ok' })).toBe(false)
  })
})

describe('numbers', () => {
  test.each([
    ['0.10000000000000000001', '0.10000000000000000001'],
    ['1.50', '1.50'],
    ['-0', '-0'],
    ['1e-05', '1e-05'],
    ['12345678901234567890', '12345678901234567890'],
    ['.5', '0.5'],
    ['+1', '1'],
    ['007', '7'],
    ['1e400', '"1e400"'],
    ['NaN', '"NaN"'],
    ['12 %', '"12 %"'],
    ['', '""'],
  ])('%j is written %s', (actual, written) => {
    const report = reportOf('fail', [['m', [gate('performance', [metricCheck('f1', 'fail', { actual })])]]])
    expect(renderJson(report, en)).toContain(`"actual": ${written},\n`)
    expect(problemsOf(renderJson(report, en))).toEqual([])
  })
})

test('does not depend on the order of models, gates, checks, files or policy keys', () => {
  const build = (turn: <T>(list: T[]) => T[]) =>
    reportOf(
      'fail',
      turn(['a', 'b']).map((name) => [
        name,
        turn(['g', 'h']).map((id) =>
          gate(
            id,
            turn(['x', 'y']).map((m) => metricCheck(m, 'fail')),
          ),
        ),
      ]),
      {
        policy: {
          source: 'p',
          from: 'inline',
          sha256: SHA256,
          resolved: Object.fromEntries(
            turn([
              ['a', decimal('0.850')],
              ['b', [undefined, { d: 1, c: null }]],
            ]),
          ),
        },
      },
    )
  const text = renderJson(
    build((list) => [...list].reverse()),
    en,
  )
  expect(text).toBe(
    renderJson(
      build((list) => list),
      en,
    ),
  )
  expect(JSON.parse(text).policy.resolved).toEqual({ a: '0.85', b: [null, { c: null, d: 1 }] })
})
