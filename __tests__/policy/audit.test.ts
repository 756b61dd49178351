import { describe, expect, test } from '@jest/globals'
import { comparePolicies } from '../../src/policy/compare/compare.js'
import { parsePolicy } from '../../src/policy/parse.js'
import { english } from '../support/evidence.js'

const GATE = 'performance: {f1: {min: 0.85}}\n'
const parse = (audit: string) =>
  parsePolicy({ text: `${GATE}${audit}`, place: (position) => ({ path: 'p.yaml', ...position }) })

function policy(audit: string) {
  const parsed = parse(audit)
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => english(message)).join())
  return parsed.value
}

function mistakes(audit: string): string[] {
  const parsed = parse(audit)
  return parsed.ok ? [] : parsed.problems.map(({ message, at }) => `${at?.line}:${at?.column} ${english(message)}`)
}

test.each([
  'audit: {branch: ml-governance}',
  'audit: {branch: governance/ml_1.x}',
  'audit: {folder: audit/}',
  'audit: {folder: ./a b/c, retention: eu-ai-act-provider-10y, unrecorded: error}',
])('%s', (audit) => {
  expect(mistakes(audit)).toEqual([])
  expect(policy(audit).resolved).toHaveProperty('audit')
})

test.each([
  ['audit: {}', /demands nothing\. Allowed: branch, folder/],
  ['audit: {retention: kr-ai-basic-act-5y}', /^2:\d+ audit does not say where/],
  ['audit: {branch: a, folder: b}', /a branch and a folder\. Keep one/],
  ['audit: ml-governance', /Expected: mapping/],
  ['audit: {branch: refs..heads}', /^2:\d+ .*cannot be used as a branch/],
  ['audit: {branch: "a b"}', /cannot be used as a branch/],
  ['audit: {branch: a.lock}', /cannot be used/],
  ['audit: {branch: a/}', /cannot be used/],
  ['audit: {branch: -a}', /cannot be used/],
  ['audit: {branch: "$(x)"}', /cannot be used/],
  ['audit: {branch: 7}', /Expected: text/],
  ['audit: {folder: ../audit}', /folder below the working directory/],
  ['audit: {folder: /var/audit}', /folder below/],
  ['audit: {folder: "C:/audit"}', /folder below/],
  ['audit: {folder: "a\\\\b"}', /folder below/],
  ['audit: {branch: a, retention: 10y}', /retention is 10y\. .*Allowed: eu-ai-act-provider-10y, kr-ai-basic-act-5y/],
  ['audit: {brnch: a}', /no key brnch\. Did you mean branch/],
  ['audit: {branch: a, unrecorded: ignore}', /unrecorded is ignore/],
])('%s', (audit, said) => {
  const found = mistakes(audit)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(said)
})

describe('compared with the base branch', () => {
  test.each([
    ['audit: {branch: a}', '', ['audit weaker', 'audit: unrecorded weaker']],
    ['', 'audit: {branch: a}', ['audit stricter', 'audit: unrecorded stricter']],
    ['audit: {branch: a}', 'audit: {branch: b}', ['audit changed']],
    ['audit: {branch: a}', 'audit: {folder: a}', ['audit changed']],
    ['audit: {branch: a}', 'audit: {branch: a, unrecorded: warn}', ['audit: unrecorded weaker']],
    ['audit: {branch: a, unrecorded: error}', 'audit: {branch: a}', []],
    ['audit: {branch: a, retention: kr-ai-basic-act-5y}', 'audit: {branch: a}', ['audit: retention weaker']],
    [
      'audit: {branch: a, retention: kr-ai-basic-act-5y}',
      'audit: {branch: a, retention: eu-ai-act-provider-10y}',
      ['audit: retention changed'],
    ],
  ])('%s → %s', (base, head, rows) => {
    const found = comparePolicies(policy(base), policy(head)).map(
      ({ what, direction }) => `${english(what)} ${direction}`,
    )
    expect(found.sort()).toEqual(rows)
  })
})
