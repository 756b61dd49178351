import { describe, expect, test } from '@jest/globals'
import { comparePolicies } from '../../../src/policy/compare/compare.js'
import { policyFrom } from '../../support/evidence.js'

type Rows = { direction: string; pointer: string | undefined }[]

function rows(base: string, head: string): Rows {
  return comparePolicies(policyFrom(base), policyFrom(head)).map(({ direction, at }) => ({
    direction,
    pointer: at?.pointer,
  }))
}

const directions = (found: Rows) => found.map(({ direction }) => direction)

const tables = (more: string) => `drift: {reference: a.csv, current: b.csv, ${more}}`
const f1 = (more: string) => `performance: {f1: {min: 0.8}}\n${more}`
const waived = (expires: string, reason = 'labels arrive later') =>
  f1(`waivers: [{check: performance/f1, reason: ${reason}, owner: "@a", approved-by: "@b", expires: ${expires}}]`)
const attested = (expires: string) =>
  f1(
    `compliance: [{pack: eu-ai-act, attest: {"Annex IV 2(e)": {by: "@k", link: "https://e.org/a", expires: ${expires}}}}]`,
  )
const approved = (count: number) =>
  `approval: {from: ["@a", "@b"], by-risk: {high: {count: 2}}, roles: {high: {count: ${count}, from: ["@c", "@d"]}}}`

/** Whatever lets more pass is weaker in both directions of reading: the way back is stricter. */
describe('a policy that lets more pass is weaker, and never only changed', () => {
  test.each([
    [
      'fewer rows than the default, where what is undecided fails',
      `on-insufficient: fail\n${tables('max-share: 0.3')}`,
      `on-insufficient: fail\n${tables('max-share: 0.3, min-rows: 10')}`,
    ],
    [
      'a shorter top, beside an overlap',
      'explainability: {forbid: [g], min-overlap: 0.5}',
      'explainability: {forbid: [g], min-overlap: 0.5, top: 1}',
    ],
    [
      'a shorter top under a new overlap',
      'explainability: {forbid: [g], top: 5}',
      'explainability: {forbid: [g], top: 1, min-overlap: 0.1}',
    ],
    ['a role that is called like a risk', approved(2), approved(1)],
    [
      'quoted numbers are no longer compared',
      'documentation: {require: [limitations], measured: true}',
      'documentation: {require: [limitations]}',
    ],
    [
      'a tolerance',
      'documentation: {require: [limitations], measured: true}',
      'documentation: {require: [limitations], measured: {tolerance: 0.1}}',
    ],
    ['a waiver that holds longer', waived('2026-12-31'), waived('2027-01-01')],
    ['a waiver that holds longer for another reason', waived('2026-12-31'), waived('2027-01-01', 'other')],
    ['a statement that holds longer', attested('2026-12-31'), attested('2027-01-01')],
    [
      'a risk under which controls do not apply',
      f1('compliance: [eu-ai-act]'),
      f1('risk: limited\ncompliance: [eu-ai-act]'),
    ],
    [
      'files that need be of one thing less',
      f1('evidence: {metrics: m.json, bind: {commit: a, model: b}}'),
      f1('evidence: {metrics: m.json, bind: {commit: a}}'),
    ],
    [
      'files that may be older, in another unit',
      f1('evidence: {metrics: m.json, max-age: 7d}'),
      f1('evidence: {metrics: m.json, max-age: 200h}'),
    ],
  ])('%s', (_name, base, head) => {
    const loosened = directions(rows(base, head))
    expect(loosened).toContain('weaker')
    expect(directions(rows(head, base))).toContain('stricter')
    expect(rows(base, base)).toEqual([])
  })

  test('a waiver for another reason, and another risk without frameworks, prove nothing', () => {
    expect(directions(rows(waived('2026-12-31'), waived('2026-12-31', 'other')))).toEqual(['changed'])
    expect(directions(rows(f1(''), f1('risk: limited')))).toEqual(['stricter'])
  })

  test('an overlap of another top is another demand', () => {
    const overlap = (top: number) => `explainability: {min-overlap: 0.5, top: ${top}}`
    expect(directions(rows(overlap(5), overlap(9)))).toEqual(['changed', 'stricter'])
  })

  test('the default of rows is the one that is written out', () => {
    expect(directions(rows(tables('max-share: 0.3'), tables('max-share: 0.3, min-rows: 100')))).toEqual(['changed'])
  })
})
