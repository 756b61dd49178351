import { describe, expect, test } from '@jest/globals'
import type { Control, DemandedPack, Pack } from '../../src/compliance/contract.js'
import { type Judged, mapControls } from '../../src/compliance/map.js'
import { requiredChecks } from '../../src/compliance/required.js'
import { selects } from '../../src/compliance/select.js'
import { message } from '../../src/shared/message.js'
import { parseDay } from '../../src/shared/time.js'
import type { Check, Enforcement, Outcome } from '../../src/verdict/outcome.js'
import { english } from '../support/evidence.js'

const AT = { path: 'p.yaml', line: 1, column: 1 }
const NOW = (parseDay('2026-11-25') ?? 0) + 1

function check(id: string, outcome: Outcome, more: Partial<Check> = {}): Check {
  const said = message('app.gate', { id })
  return {
    id,
    outcome,
    title: said,
    message: said,
    policy: AT,
    evidence: { path: `${id.split('/')[0]}.json` },
    ...more,
  }
}

const confident = (level: string | undefined): Partial<Check> => ({
  uncertainty: {
    interval: { low: '0.8', high: '0.9', level: '0.9', method: 'wilson', ...(level && { confidence: level }) },
  },
})

interface Given {
  readonly control: Partial<Control>
  readonly checks?: readonly Check[]
  readonly enforcement?: Enforcement
  readonly attested?: string
  readonly excluded?: true
  readonly risk?: string
  readonly about?: readonly Check[]
  readonly judged?: Partial<Judged>
}

/** The one control of a pack, mapped. */
function standing({
  control,
  checks = [],
  enforcement = 'block',
  attested,
  excluded,
  risk,
  about = [],
  judged,
}: Given) {
  const one: Control = { id: 'C 1', title: 'A control', ...control }
  const pack: Pack = {
    ...{ id: 'a-pack', title: { en: 'Pack', ko: '묶음' }, kind: 'law', version: '1', verified: '2026-11-25' },
    ...{ from: '2026-01-01', source: 'https://example.org', controls: [one] },
  }
  const expires = attested ?? '2026-12-31'
  const statement = { control: 'C 1', by: '@kim', link: 'x', expires, lastDay: parseDay(expires) ?? Number.NaN }
  const asked: DemandedPack = {
    id: 'a-pack',
    attestations: attested === undefined ? [] : [statement],
    exclusions: excluded ? [{ control: 'C 1', by: '@kim', reason: 'no product' }] : [],
    required: [{ control: 'C 1', at: AT }],
  }
  const gates = [...new Set(checks.map(({ id }) => id.split('/')[0] ?? ''))].map((id) => ({
    ...{ id, enforcement, outcome: 'pass' as const },
    checks: checks.filter((it) => it.id.startsWith(`${id}/`)),
  }))
  const blocks =
    about.length === 0
      ? []
      : [{ id: 'evidence', enforcement: 'block' as const, outcome: 'fail' as const, checks: about }]
  const evidence = gates.map(({ id }) => ({
    kind: 'metrics',
    path: `${id}.json`,
    format: 'json',
    bytes: 1,
    sha256: `of ${id}`,
  }))
  const compliance = { packs: [asked], ...(risk && { risk }) }
  const reports = mapControls([pack], compliance, {
    ...{ gates: [...gates, ...blocks], evidence, now: NOW, fromBase: false, statable: true },
    ...judged,
  })
  const [report] = reports
  const [result] = report?.controls ?? []
  if (result === undefined) throw new Error('no control')
  return { ...result, required: requiredChecks(compliance, reports)[0] }
}

const DIRECT = { direct: ['performance/*'] }
const BOTH = { direct: ['performance/*', 'documentation/risks'] }
const pass = (id: string) => check(id, 'pass')

describe('the status of a control', () => {
  test.each<[string, Given, string]>([
    [
      'all that it asks for passes',
      { control: DIRECT, checks: [pass('performance/f1'), pass('performance/auc')] },
      'evidenced',
    ],
    [
      'one of two things it asks for passes',
      { control: BOTH, checks: [pass('performance/f1')] },
      'partially-evidenced',
    ],
    [
      'only what supports it passes',
      { control: { supporting: ['performance/*'] }, checks: [pass('performance/f1')] },
      'partially-evidenced',
    ],
    ['nothing was checked of it', { control: DIRECT, checks: [pass('fairness/a/b/gap')] }, 'not-evidenced'],
    ['no check can show it', { control: {} }, 'not-evidenced'],
    ['it is not seen by a pipeline', { control: { outside: true } }, 'out-of-scope'],
    ['it is not seen, but attested', { control: { outside: true }, attested: '2026-11-25' }, 'attested'],
    ...(['fail', 'missing', 'insufficient', 'error'] as const).map((outcome): [string, Given, string] => [
      `one of its checks is ${outcome}`,
      { control: DIRECT, checks: [pass('performance/f1'), check('performance/auc', outcome)] },
      'not-evidenced',
    ]),
    [
      'one passes, one is waived',
      { control: DIRECT, checks: [pass('performance/f1'), check('performance/auc', 'waived')] },
      'partially-evidenced',
    ],
    ['all are waived', { control: DIRECT, checks: [check('performance/auc', 'waived')] }, 'not-evidenced'],
    [
      'all are not applicable',
      { control: DIRECT, checks: [check('performance/auc', 'not-applicable')] },
      'not-evidenced',
    ],
    [
      'one is not applicable',
      { control: DIRECT, checks: [pass('performance/f1'), check('performance/auc', 'not-applicable')] },
      'evidenced',
    ],
    ['its gate only warns', { control: DIRECT, checks: [pass('performance/f1')], enforcement: 'warn' }, 'evidenced'],
    [
      'its gate is only observed',
      { control: DIRECT, checks: [pass('performance/f1')], enforcement: 'observe' },
      'partially-evidenced',
    ],
    [
      'what supports it fails',
      { control: { ...DIRECT, supporting: ['drift/*'] }, checks: [pass('performance/f1'), check('drift/a', 'fail')] },
      'evidenced',
    ],
    ['it is attested until today', { control: {}, attested: '2026-11-25' }, 'attested'],
    ['it was attested until yesterday', { control: {}, attested: '2026-11-24' }, 'not-evidenced'],
    [
      'it is attested and the clock is none',
      { control: {}, attested: '2026-12-31', judged: { now: Number.NaN } },
      'not-evidenced',
    ],
    [
      'its statement is new with this change',
      { control: {}, attested: '2026-12-31', judged: { statable: false } },
      'not-evidenced',
    ],
    [
      'it is attested beside a failed check',
      { control: BOTH, checks: [check('performance/f1', 'fail')], attested: '2026-12-31' },
      'not-evidenced',
    ],
    [
      'it is attested beside half of its checks',
      { control: BOTH, checks: [pass('performance/f1')], attested: '2026-12-31' },
      'attested',
    ],
    [
      'it is attested, and evidenced anyway',
      { control: DIRECT, checks: [pass('performance/f1')], attested: '2026-12-31' },
      'evidenced',
    ],
    ['it is excluded', { control: DIRECT, checks: [pass('performance/f1')], excluded: true }, 'not-applicable'],
    [
      'its exclusion is new with this change',
      { control: DIRECT, excluded: true, judged: { statable: false } },
      'not-evidenced',
    ],
    [
      'it is for high risk, and the risk is limited',
      { control: { ...DIRECT, highRisk: true }, checks: [pass('performance/f1')], risk: 'limited' },
      'not-applicable',
    ],
    [
      'it is for high risk, and the risk is high',
      { control: { ...DIRECT, highRisk: true }, checks: [pass('performance/f1')], risk: 'high' },
      'evidenced',
    ],
    [
      'it is for high risk, and the risk is not stated',
      { control: { ...DIRECT, highRisk: true }, checks: [pass('performance/f1')] },
      'evidenced',
    ],
    [
      'the evidence is too old',
      { control: DIRECT, checks: [pass('performance/f1')], about: [check('evidence/age', 'fail')] },
      'not-evidenced',
    ],
    [
      'whether the evidence is of this commit was waived',
      { control: DIRECT, checks: [pass('performance/f1')], about: [check('evidence/commit', 'waived')] },
      'not-evidenced',
    ],
    [
      'the evidence is sound',
      { control: DIRECT, checks: [pass('performance/f1')], about: [check('evidence/age', 'pass')] },
      'evidenced',
    ],
    [
      "the base branch's policy was in force",
      {
        control: { direct: ['policy/base', 'performance/*'] },
        checks: [pass('performance/f1')],
        judged: { fromBase: true },
      },
      'evidenced',
    ],
    [
      "the checkout's own policy was in force",
      { control: { direct: ['policy/base', 'performance/*'] }, checks: [pass('performance/f1')] },
      'partially-evidenced',
    ],
    [
      "only the base branch's policy speaks for it",
      { control: { direct: ['policy/base', 'performance/*'] }, judged: { fromBase: true } },
      'not-evidenced',
    ],
    [
      'by an interval beside a check that failed without one',
      {
        control: { direct: ['performance/*@confidence'] },
        checks: [check('performance/auc', 'pass', confident('0.95')), check('performance/f1', 'fail')],
      },
      'not-evidenced',
    ],
    [
      'by an interval beside a check that was not made',
      {
        control: { direct: ['performance/*@confidence'] },
        checks: [check('performance/auc', 'pass', confident('0.95')), check('performance/f1', 'missing')],
      },
      'not-evidenced',
    ],
    [
      'an interval decided',
      {
        control: { direct: ['performance/*@confidence'] },
        checks: [check('performance/f1', 'pass', confident('0.95'))],
      },
      'evidenced',
    ],
    [
      'the value alone decided',
      {
        control: { direct: ['performance/*@confidence'] },
        checks: [check('performance/f1', 'pass', confident(undefined))],
      },
      'not-evidenced',
    ],
  ])('%s', (_name, given, status) => {
    expect(standing(given).status).toBe(status)
  })
})

test('the checks that speak for it, and the digests of what they read, stand beside it', () => {
  const given = standing({
    control: { ...DIRECT, supporting: ['documentation/*', 'drift/*'] },
    checks: [pass('performance/f1'), check('documentation/risks', 'missing'), pass('drift/a')],
  })
  expect(given.checks).toEqual(['drift/a', 'performance/f1'])
  expect(given.evidence).toEqual([
    { path: 'performance.json', sha256: 'of performance' },
    { path: 'drift.json', sha256: 'of drift' },
  ])
})

test.each<[string, Given, string]>([
  [
    'a failed check',
    { control: DIRECT, checks: [check('performance/f1', 'fail')] },
    'These checks do not pass: performance/f1.',
  ],
  [
    'a gap',
    { control: BOTH, checks: [pass('performance/f1')] },
    'It asks for what no check of this policy shows: documentation/risks.',
  ],
  [
    'support only',
    { control: { supporting: ['drift/*'] } },
    'Checks can support it (drift/*), and none is what it asks for. It can be attested.',
  ],
  [
    'a statement that expired',
    { control: {}, attested: '2026-11-24' },
    "@kim's statement expired: its last day was 2026-11-24. Have it renewed.",
  ],
  [
    'a statement against a check',
    { control: DIRECT, checks: [check('performance/f1', 'missing')], attested: '2026-12-31' },
    "@kim's statement does not count against checks that do not pass: performance/f1.",
  ],
  [
    'old evidence',
    { control: DIRECT, checks: [pass('performance/f1')], about: [check('evidence/age', 'fail')] },
    'The evidence itself is in doubt, so that it shows nothing: evidence/age.',
  ],
])('says why: %s', (_name, given, said) => {
  const { why } = standing(given)
  expect(why && english(why)).toBe(said)
})

test.each<[string, Given, Outcome]>([
  ['evidenced', { control: DIRECT, checks: [pass('performance/f1')] }, 'pass'],
  ['attested', { control: {}, attested: '2026-12-31' }, 'pass'],
  ['partially evidenced', { control: BOTH, checks: [pass('performance/f1')] }, 'fail'],
  ['not evidenced', { control: DIRECT }, 'missing'],
  ['out of scope', { control: { outside: true } }, 'missing'],
  ['not applicable', { control: { ...DIRECT, highRisk: true }, risk: 'minimal' }, 'not-applicable'],
])('a required control that is %s', (_name, given, outcome) => {
  const { required } = standing(given)
  expect(required?.id).toBe('compliance/a-pack/C 1')
  expect(required?.outcome).toBe(outcome)
})

test.each<[string, string, boolean]>([
  ['performance/f1', 'performance/f1', true],
  ['performance/f1', 'performance/f10', false],
  ['performance/*', 'performance/macro avg/f1-score', true],
  ['performance/*', 'performance/', false],
  ['performance/*/max-drop', 'performance/f1/max-drop', true],
  ['performance/*/max-drop', 'performance/f1', false],
  ['performance/*/max-drop', 'performance/max-drop', false],
  ['a/b|performance/*', 'performance/f1', true],
  ['performance/*@confidence', 'performance/f1', false],
])('%s means %s: %s', (selector, id, means) => {
  expect(selects(selector, check(id, 'pass'))).toBe(means)
})
