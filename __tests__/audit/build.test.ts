import { describe, expect, test } from '@jest/globals'
import { decisionOf, entryAt } from '../../src/audit/build.js'
import { parseEntry, serialiseEntry } from '../../src/audit/record.js'
import { checksumsOf, statementOf } from '../../src/audit/statement.js'
import type { ModelReport, Report } from '../../src/report/model.js'
import { message } from '../../src/shared/message.js'
import { problem } from '../../src/shared/problem.js'
import { yearsAfter } from '../../src/shared/retention.js'
import type { Check, Enforcement, Outcome } from '../../src/verdict/outcome.js'
import { english } from '../support/evidence.js'

const SHA = 'b'.repeat(64)
const COMMIT = 'c'.repeat(40)
const at = { path: 'p.yaml', line: 3 }

function check(id: string, outcome: Outcome, more: Partial<Check> = {}): Check {
  return {
    id,
    outcome,
    title: message('app.gate', { id }),
    message: message('app.nothing-checked'),
    policy: at,
    ...more,
  }
}

function gate(id: string, enforcement: Enforcement, ...checks: Check[]) {
  return { id, enforcement, outcome: 'pass' as const, checks }
}

const F1 = check('performance/f1', 'pass', {
  title: message('performance.title', { metric: 'f1' }),
  expected: '>= 0.85',
  actual: '0.9',
})
const P95 = check('performance/p95/ms', 'fail', {
  title: message('performance.title', { metric: 'p95/ms' }),
  actual: '12.3',
  written: '12300000 ns',
})
const DROP = check('performance/f1/max-drop', 'pass', {
  title: message('performance.title', { metric: 'f1' }),
  actual: '0.01',
})

const MODEL: ModelReport = {
  name: 'churn',
  verdict: 'fail',
  gates: [
    gate('performance', 'block', P95, F1, DROP),
    gate('documentation', 'warn', check('documentation/limitations', 'missing')),
  ],
  evidence: [
    { kind: 'metrics', path: 'outputs/metrics.json', format: 'json', bytes: 12, sha256: SHA },
    { kind: 'groups', path: 'outputs/metrics.json', format: 'json', bytes: 12, sha256: SHA },
  ],
}

const REPORT: Report = {
  verdict: 'fail',
  counts: { checks: 4, passed: 2, failed: 2, insufficient: 0, errors: 0, waived: 0, notApplicable: 0 },
  subject: { repository: 'acme/churn', commit: COMMIT, run: 42, attempt: 2, actor: 'kim' },
  policy: {
    source: 'p.yaml',
    from: 'base',
    state: 'base',
    commit: COMMIT,
    sha256: SHA,
    resolved: {
      risk: 'high',
      waivers: [
        { check: 'performance/auc', reason: 'known', owner: '@lee', 'approved-by': '@kim', expires: '2026-12-31' },
      ],
    },
    changes: [
      { what: message('policy.change-key', { key: 'risk' }), base: 'high', head: 'limited', direction: 'weaker', at },
    ],
  },
  problems: [],
  models: [MODEL],
  notes: [],
}

const MORE = { tool: '1.0.0', id: 'x' }
const TIME = '2026-11-25T14:05:09.123Z'
const entryOf = (report: Report, more = {}) =>
  entryAt(decisionOf(report, english, { ...MORE, ...more }), { sequence: 1, previous: null, time: TIME })

describe('what is recorded of a report', () => {
  test('is read back as it is', () => {
    const entry = entryOf(REPORT)
    expect(parseEntry(serialiseEntry(entry))).toEqual({ ok: true, value: entry })
  })

  test('has the judged values with the unit of their file, and no values of comparisons', () => {
    expect(entryOf(REPORT).models[0]?.metrics).toEqual(
      new Map([
        ['f1', '0.9'],
        ['p95/ms', '12300000 ns'],
      ]),
    )
  })

  test('has what the policy says: risk, waivers and changes', () => {
    const { models, policy } = entryOf(REPORT)
    expect(models[0]).toMatchObject({ risk: 'high', waivers: [{ check: 'performance/auc', 'approved-by': '@kim' }] })
    expect(policy).toMatchObject({ state: 'base', commit: COMMIT, changes: [{ what: 'risk', direction: 'weaker' }] })
  })

  test('takes what a report says of a model besides', () => {
    const approvals = [{ by: '@lee', role: 'risk', at: TIME, commit: COMMIT }]
    const approved = gate(
      'approval',
      'block',
      check('approval/count', 'pass', { approvals: [...approvals, { by: '@ann', at: TIME, commit: COMMIT }] }),
      check('approval/risk', 'pass', { approvals }),
    )
    const told = { ...MODEL, gates: [...MODEL.gates, approved], version: '3', owner: '@acme/risk', risk: 'limited' }
    expect(entryOf({ ...REPORT, models: [told] }).models[0]).toMatchObject({
      version: '3',
      owner: '@acme/risk',
      risk: 'limited',
      approvals: [{ by: '@ann', at: TIME, commit: COMMIT }, ...approvals],
    })
  })

  test('does not depend on the order of models, gates and checks', () => {
    const [first, second] = [MODEL, { ...MODEL, name: 'a' }]
    const turned = {
      ...first,
      gates: [...first.gates].reverse().map((one) => ({ ...one, checks: [...one.checks].reverse() })),
    }
    expect(serialiseEntry(entryOf({ ...REPORT, models: [turned, second] }))).toBe(
      serialiseEntry(entryOf({ ...REPORT, models: [second, first] })),
    )
  })

  test('of a policy with mistakes are their codes', () => {
    const policy = { source: 'p.yaml', from: 'head' as const, sha256: '', resolved: null }
    const entry = entryOf({
      ...REPORT,
      policy,
      verdict: 'error',
      models: [],
      problems: [problem('policy.empty', {}, at)],
    })
    expect(entry).toMatchObject({
      verdict: 'error',
      problems: [{ code: 'policy.empty', path: 'p.yaml', line: 3 }],
      models: [],
    })
    expect(parseEntry(serialiseEntry(entry)).ok).toBe(true)
  })
})

describe('how long it is kept', () => {
  test.each([
    ['eu-ai-act-provider-10y', '2036-11-25'],
    ['kr-ai-basic-act-5y', '2031-11-25'],
  ])('%s: until %s', (preset, until) => {
    expect(entryOf(REPORT, { preset }).retention).toEqual({ preset, until })
  })

  test('is not said where no rule is named', () => {
    expect(entryOf(REPORT)).not.toHaveProperty('retention')
  })

  test.each([
    ['2028-02-29T00:00:00.000Z', 10, '2038-03-01'],
    ['2028-02-29T00:00:00.000Z', 4, '2032-02-29'],
    ['2096-02-29T00:00:00.000Z', 4, '2100-03-01'],
    ['2026-12-31T23:59:59.999Z', 5, '2031-12-31'],
  ])('%s and %i years: %s', (time, years, until) => {
    expect(yearsAfter(time, years)).toBe(until)
  })
})

describe('the statement', () => {
  const URL = 'https://github.com/acme/churn/actions/runs/42/attempts/2'

  test('is about the evidence and the commit, each once', () => {
    expect(statementOf(REPORT, URL)).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [
        { name: 'outputs/metrics.json', digest: { sha256: SHA } },
        { name: 'acme/churn', digest: { gitCommit: COMMIT } },
      ],
      predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
      predicate: {
        result: 'FAILED',
        configuration: [{ name: 'p.yaml', digest: { sha256: SHA } }],
        url: URL,
        passedTests: ['performance/f1', 'performance/f1/max-drop'],
        warnedTests: ['documentation/limitations'],
        failedTests: ['performance/p95/ms'],
      },
    })
  })

  test.each<[Outcome, Enforcement, string | undefined, string]>([
    ['pass', 'block', undefined, 'passedTests'],
    ['fail', 'block', undefined, 'failedTests'],
    ['missing', 'block', undefined, 'failedTests'],
    ['fail', 'warn', undefined, 'warnedTests'],
    ['fail', 'observe', undefined, 'warnedTests'],
    ['waived', 'block', undefined, 'warnedTests'],
    ['error', 'observe', undefined, 'failedTests'],
    ['insufficient', 'block', 'fail', 'failedTests'],
    ['insufficient', 'block', 'warn', 'warnedTests'],
    ['insufficient', 'block', 'pass', 'warnedTests'],
    ['insufficient', 'block', undefined, 'failedTests'],
    ['not-applicable', 'block', undefined, 'none'],
  ])('a check that is %s under %s (%s) stands among %s', (outcome, enforcement, onInsufficient, list) => {
    const models = [{ ...MODEL, gates: [gate('performance', enforcement, check('performance/x', outcome))] }]
    const policy = {
      ...REPORT.policy,
      resolved: onInsufficient === undefined ? {} : { 'on-insufficient': onInsufficient },
    }
    const predicate = statementOf({ ...REPORT, policy, models }, undefined)?.predicate
    const lists = Object.entries(predicate ?? {}).filter(
      ([, value]) => Array.isArray(value) && value.includes('performance/x'),
    )
    expect(lists.map(([name]) => name)).toEqual(list === 'none' ? [] : [list])
  })

  test.each([
    ['pass', 'PASSED'],
    ['warn', 'WARNED'],
    ['fail', 'FAILED'],
    ['error', 'FAILED'],
  ] as const)('%s is %s', (verdict, result) => {
    expect(statementOf({ ...REPORT, verdict }, undefined)?.predicate.result).toBe(result)
  })

  test('names the model where there are several, and mistakes where nothing was judged', () => {
    const several = statementOf({ ...REPORT, models: [MODEL, { ...MODEL, name: 'other' }] }, undefined)
    expect(several?.predicate.failedTests).toEqual(['churn: performance/p95/ms', 'other: performance/p95/ms'])
    const broken = { ...REPORT, verdict: 'error' as const, models: [], problems: [problem('policy.empty')] }
    expect(statementOf(broken, undefined)?.predicate.failedTests).toEqual(['policy.empty'])
  })

  test('is not made where there is nothing that it could be about', () => {
    expect(statementOf({ ...REPORT, subject: {}, models: [] }, undefined)).toBeUndefined()
    expect(statementOf({ ...REPORT, subject: { commit: 'HEAD' }, models: [] }, undefined)).toBeUndefined()
  })

  test('goes with checksums in which no name can pass for another line', () => {
    const evidence = [
      ...MODEL.evidence,
      { kind: 'metrics', path: `x\n${'0'.repeat(64)}  y`, format: 'json', bytes: 1, sha256: SHA },
    ]
    expect(checksumsOf({ ...REPORT, models: [{ ...MODEL, evidence }] })).toBe(`${SHA}  outputs/metrics.json\n`)
  })
})
