import { describe, expect, test } from '@jest/globals'
import { comparePolicies } from '../../src/policy/compare/compare.js'
import { english, parsed } from '../support/evidence.js'

const GATE = 'performance: {f1: {min: 0.85}}\n'
const parse = (audit: string) => parsed(`${GATE}${audit}`, 'p.yaml')

async function policy(audit: string) {
  const read = parse(audit)
  if (!read.ok) throw new Error(read.problems.map(({ message }) => english(message)).join())
  return read.value
}

async function mistakes(audit: string): Promise<string[]> {
  const read = parse(audit)
  return read.ok ? [] : read.problems.map(({ message, at }) => `${at?.line}:${at?.column} ${english(message)}`)
}

test.each([
  'audit: {branch: ml-governance}',
  'audit: {branch: governance/ml_1.x}',
  'audit: {folder: audit/}',
  'audit: {folder: ./a b/c, retention: eu-ai-act-provider-10y, unrecorded: error}',
])('%s', async (audit) => {
  expect(await mistakes(audit)).toEqual([])
  expect((await policy(audit)).resolved).toHaveProperty('audit')
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
])('%s', async (audit, said) => {
  const found = await mistakes(audit)
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
  ])('%s → %s', async (base, head, rows) => {
    const found = comparePolicies(await policy(base), await policy(head)).map(
      ({ what, direction }) => `${english(what)} ${direction}`,
    )
    expect(found.sort()).toEqual(rows)
  })
})
