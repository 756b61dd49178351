import { describe, expect, test } from '@jest/globals'
import { comparePolicies } from '../../../src/policy/compare/compare.js'
import { english, policyFrom } from '../../support/evidence.js'

/** What a change of a policy says, a line each: direction, what, base → head. */
function changes(base: string, head: string): string[] {
  return comparePolicies(policyFrom(base), policyFrom(head)).map(
    ({ direction, what, base: before = '–', head: after = '–' }) =>
      `${direction} ${english(what)}: ${before} → ${after}`,
  )
}

const f1 = (options: string) => `performance:\n  f1: ${options}\n  auc: {min: 0.9}\n`
const fair = (rules: string) => `fairness: ${rules}\n`
const docs = (fields: string) => `documentation: {require: ${fields}}\n`

describe('bounds', () => {
  test.each([
    ['a lower minimum', '{min: 0.85}', '{min: 0.80}', 'weaker f1: >= 0.85 → >= 0.8'],
    ['a higher minimum', '{min: 0.80}', '{min: 0.85}', 'stricter f1: >= 0.8 → >= 0.85'],
    ['a minimum that no longer counts itself', '{min: 0.85}', '{above: 0.85}', 'stricter f1: >= 0.85 → > 0.85'],
    ['a higher maximum', '{max: 0.2}', '{max: 0.3}', 'weaker f1: <= 0.2 → <= 0.3'],
    ['a maximum below', '{max: 0.2}', '{below: 0.2}', 'stricter f1: <= 0.2 → < 0.2'],
    ['the other side', '{min: 0.5}', '{max: 0.5}', 'changed f1: >= 0.5 → <= 0.5'],
    ['one more bound', '{min: 0.5}', '{min: 0.5, max: 0.9}', 'stricter f1: >= 0.5 → >= 0.5, <= 0.9'],
    ['one bound less', '{min: 0.5, max: 0.9}', '{max: 0.9}', 'weaker f1: >= 0.5, <= 0.9 → <= 0.9'],
    [
      'both ways at once',
      '{min: 0.5, max: 0.9}',
      '{min: 0.4, max: 0.8}',
      'changed f1: >= 0.5, <= 0.9 → >= 0.4, <= 0.8',
    ],
    ['another writing', '{min: 0.85}', '">= 0.85"', 'changed f1: {"min":0.85} → ">= 0.85"'],
    ['a bound for a looser comparison', '">= 0.85"', '{min: 0.8}', 'weaker f1: >= 0.85 → >= 0.8'],
    [
      'a larger drop',
      '{max-drop: 0.01}',
      '{max-drop: 0.02}',
      'weaker f1: drop against the baseline: <= 0.01 → <= 0.02',
    ],
    [
      'a share for an amount',
      '{max-drop: 0.01}',
      '{max-drop: 1%}',
      'changed f1: drop against the baseline: <= 0.01 → <= 1%',
    ],
    [
      'a drop no longer limited',
      '{min: 0.5, max-drop: 1%}',
      '{min: 0.5}',
      'weaker f1: drop against the baseline: <= 1% → –',
    ],
    [
      'a rise now limited',
      '{min: 0.5}',
      '{min: 0.5, max-rise: 1%}',
      'stricter f1: rise against the baseline: – → <= 1%',
    ],
  ])('%s', (_name, base, head, said) => {
    expect(changes(f1(base), f1(head))).toEqual([said])
  })

  test('in another unit are not compared, whatever their numbers are', () => {
    expect(changes(f1('{min: 0.85}'), f1('{min: 90, unit: percent}'))).toEqual([
      'changed f1: unit: – → percent',
      'changed f1: >= 0.85 → >= 90',
    ])
  })
})

describe('what is demanded at all', () => {
  test.each([
    ['a metric left out', f1('{min: 0.5}'), 'performance: {auc: {min: 0.9}}\n', ['weaker f1: >= 0.5 → –']],
    ['a metric more', 'performance: {auc: {min: 0.9}}\n', f1('{min: 0.5}'), ['stricter f1: – → >= 0.5']],
    [
      'a gate left out',
      f1('1e-1') + docs('[limitations]'),
      docs('[limitations]'),
      ['weaker gate performance: performance → –'],
    ],
    [
      'a gate more',
      docs('[limitations]'),
      f1('1e-1') + docs('[limitations]'),
      ['stricter gate performance: – → performance'],
    ],
    [
      'a field left out',
      docs('[limitations, owner]'),
      docs('[owner]'),
      ['weaker model card: limitations: limitations → –'],
    ],
    [
      'a field more',
      docs('[owner]'),
      docs('[limitations, owner]'),
      ['stricter model card: limitations: – → limitations'],
    ],
    [
      'a further name for a field',
      docs('[owner]'),
      docs('[{field: owner, names: [Squad]}]'),
      ['weaker model card: owner: owner → owner (Squad)'],
    ],
    [
      'other fields in order',
      docs('[owner, limitations]'),
      docs('[limitations, owner]'),
      ['changed gate documentation: {"require":["owner","limitations"]} → {"require":["limitations","owner"]}'],
    ],
    [
      'a rule left out',
      fair('[{metric: m, by: g, gap: {max: 0.1}}, {metric: n, by: g, worst: {min: 1}}]'),
      fair('[{metric: n, by: g, worst: {min: 1}}]'),
      ['weaker m gap by g: <= 0.1 → –'],
    ],
    [
      'a larger gap',
      fair('{metric: m, by: g, gap: {below: 0.05}}'),
      fair('{metric: m, by: g, gap: {below: 0.1}}'),
      ['weaker m gap by g: < 0.05 → < 0.1'],
    ],
    [
      'a lower ratio',
      fair('{metric: m, by: g, ratio: {min: 0.8}}'),
      fair('{metric: m, by: g, ratio: {min: 0.7}}'),
      ['weaker m ratio by g: >= 0.8 → >= 0.7'],
    ],
    [
      'another attribute',
      fair('{metric: m, by: g, ratio: {min: 0.8}}'),
      fair('{metric: m, by: h, ratio: {min: 0.8}}'),
      ['weaker m ratio by g: >= 0.8 → –', 'stricter m ratio by h: – → >= 0.8'],
    ],
    [
      'a list of one rule',
      fair('{metric: m, by: g, gap: {max: 1}}'),
      fair('[{metric: m, by: g, gap: {max: 1}}]'),
      ['changed gate fairness: {"by":"g","gap":{"max":1},"metric":"m"} → [{"by":"g","gap":{"max":1},"metric":"m"}]'],
    ],
  ])('%s', (_name, base, head, said) => {
    expect(changes(base.replace('1e-1', '{min: 0.5}'), head.replace('1e-1', '{min: 0.5}'))).toEqual(said)
  })
})

describe('what stands outside the gates', () => {
  const plus = (more: string) => f1('{min: 0.5}') + more
  test.each([
    ['enforcement', '', 'enforcement: {performance: warn}', ['weaker enforcement: performance: block → warn']],
    [
      'enforcement',
      'enforcement: {performance: observe}',
      'enforcement: {performance: warn}',
      ['stricter enforcement: performance: observe → warn'],
    ],
    ['on-insufficient', 'on-insufficient: fail', 'on-insufficient: pass', ['weaker on-insufficient: fail → pass']],
    [
      'risk',
      'risk: high\non-insufficient: warn',
      'risk: limited\non-insufficient: warn',
      ['weaker risk: high → limited'],
    ],
    [
      'risk and what follows from it',
      'risk: high',
      '',
      ['weaker on-insufficient: fail → warn', 'weaker risk: high → –'],
    ],
    [
      'a path',
      'evidence: {metrics: a.json}',
      'evidence: {metrics: b.json}',
      ['changed evidence: metrics: a.json → b.json'],
    ],
    [
      'a format',
      'evidence: {metrics: a.json}',
      'evidence: {metrics: {path: a.json, format: json}}',
      ['changed evidence: metrics: a.json → {"format":"json","path":"a.json"}'],
    ],
    [
      'a baseline of the base branch',
      'evidence: {baseline: {path: a.json, from: base}}',
      'evidence: {baseline: a.json}',
      ['changed evidence: baseline: {"from":"base","path":"a.json"} → a.json'],
    ],
    ['the name', 'model: a', 'model: b', ['changed model: a → b']],
  ])('%s', (_name, base, head, said) => {
    expect(changes(plus(base), plus(head))).toEqual(said)
  })
})

/** A policy whose data holds keys that a later version of the format may bring. */
function withKeys(keys: object) {
  const policy = policyFrom(f1('{min: 0.5}'))
  return { ...policy, resolved: { ...Object(policy.resolved), ...keys } }
}

describe('keys that nothing is known of', () => {
  const waiver = { check: 'performance/f1', expires: '2026-12-31' }
  test.each([
    ['a waiver more', {}, { waivers: [waiver] }, 'weaker'],
    ['a waiver less', { waivers: [waiver] }, {}, 'stricter'],
    [
      'a waiver that lasts longer',
      { waivers: [waiver] },
      { waivers: [{ ...waiver, expires: '2027-12-31' }] },
      'weaker',
    ],
    ['a longer age', { 'max-age': '7d' }, { 'max-age': '30d' }, 'weaker'],
    ['an age in another unit', { 'max-age': '7d' }, { 'max-age': '1h' }, 'stricter'],
    ['a longer age in another unit', { 'max-age': '7d' }, { 'max-age': '2w' }, 'weaker'],
    ['the same age in another unit', { 'max-age': '7d' }, { 'max-age': '1w' }, 'changed'],
    ['no age', { 'max-age': '7d' }, {}, 'weaker'],
    ['a lower level', { level: 2 }, { level: 1 }, 'weaker'],
    // More of it leaves failures undecided, which only warns unless the policy says otherwise.
    ['more confidence', { confidence: 0.95 }, { confidence: 0.999 }, 'changed'],
    ['a confidence', {}, { confidence: 0.95 }, 'changed'],
    ['no confidence', { confidence: 0.95 }, {}, 'changed'],
    ['a lower number of rows', { 'min-n': 30 }, { 'min-n': 10 }, 'weaker'],
    ['a key of no known meaning', { colour: 'red' }, { colour: 'blue' }, 'changed'],
    ['such a key that comes', {}, { colour: 'red' }, 'changed'],
  ])('%s', (_name, base, head, direction) => {
    expect(comparePolicies(withKeys(base), withKeys(head)).map((change) => change.direction)).toEqual([direction])
  })
})

describe('what is undecided where it fails, and what files say of themselves', () => {
  const f1 = (options: string, more = '') => `on-insufficient: fail\nperformance: {f1: ${options}}\n${more}`
  const bound = (bind: string) => f1('{min: 0.5}', `evidence: {metrics: m.json${bind}}`)
  const card = (measured: string) => `documentation: {require: [limitations]${measured}}`
  const drift = (options: string) => `drift: {reference: a.csv, current: b.csv, max-share: 0.3${options}}`
  const each = (options: string) =>
    `drift: {reference: a.csv, current: b.csv, features: {"*": {psi: {max: 0.1}}}${options}}`
  test.each([
    ['more confidence', f1('{min: 0.5, confidence: 0.9}'), f1('{min: 0.5, confidence: 0.95}'), 'stricter'],
    ['no confidence', f1('{min: 0.5, confidence: 0.9}'), f1('{min: 0.5}'), 'weaker'],
    [
      'more confidence where that only warns',
      'performance: {f1: {min: 0.5}}',
      'performance: {f1: {min: 0.5, confidence: 0.9}}',
      'changed',
    ],
    ['no binding', bound(', bind: {commit: c}'), bound(''), 'weaker'],
    ['one thing less', bound(', bind: {commit: c, model: m}'), bound(', bind: {model: m}'), 'weaker'],
    [
      'one kind less',
      bound(', bind: {model: {metrics: m, groups: m}}'),
      bound(', bind: {model: {metrics: m}}'),
      'weaker',
    ],
    ['another key', bound(', bind: {model: m}'), bound(', bind: {model: n}'), 'changed'],
    ['numbers no longer compared', card(', measured: true'), card(''), 'weaker weaker'],
    ['a tolerance', card(', measured: true'), card(', measured: {tolerance: 0.5}'), 'weaker'],
    ['a smaller tolerance', card(', measured: {tolerance: 0.5}'), card(', measured: {tolerance: 0.1}'), 'stricter'],
    ['the tolerance written out', card(', measured: true'), card(', measured: {tolerance: 0}'), 'changed'],
    ['one column left out', each(', except: [x]'), each(', except: [x, y]'), 'weaker'],
    ['one column less left out', each(', except: [x, y]'), each(', except: [y]'), 'stricter'],
    // It may have been a stable one.
    ['one column left out of a share', drift(''), drift(', except: [x]'), 'changed'],
    ['more rows', drift(', min-rows: 100'), drift(', min-rows: 100000'), 'changed'],
  ])('%s', (_name, base, head, directions) => {
    const compared = (one: string, other: string) =>
      comparePolicies(policyFrom(one), policyFrom(other))
        .map(({ direction }) => direction)
        .join(' ')
    expect(compared(base, head)).toBe(directions)
    expect(compared(head, base)).toBe(
      directions.replace(/weaker|stricter/g, (word) => (word === 'weaker' ? 'stricter' : 'weaker')),
    )
  })
})

test('each row leads to the line in the head, and what is gone to the line that held it', () => {
  const base = policyFrom(
    'performance:\n  f1: {min: 0.85}\n  auc: {min: 0.9}\nfairness:\n  - {metric: m, by: g, gap: {max: 1}}\n  - {metric: n, by: g, gap: {max: 1}}\n',
  )
  const head = policyFrom(
    'model: m\nperformance:\n  f1:\n    min: 0.80\nfairness:\n  - {metric: n, by: g, gap: {max: 2}}\n',
  )
  const places = comparePolicies(base, head).map(({ what, at }) => `${english(what)} ${at?.path}:${at?.line}`)
  expect(places).toEqual([
    'm gap by g policy.yaml:5',
    'n gap by g policy.yaml:6',
    'auc policy.yaml:2',
    'f1 policy.yaml:4',
    // The model's name was the default.
    'model policy.yaml:1',
  ])
})
