import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/app/judge.js'
import { english, evidenceFrom, policyFrom } from '../support/evidence.js'

async function checkOf(rule: string, groups: unknown, baseline?: unknown) {
  const evidence = await evidenceFrom({
    groups: { 'groups.json': JSON.stringify(groups) },
    ...(baseline !== undefined && { baseline: { 'baseline.json': JSON.stringify(baseline) } }),
  })
  const [check] = judge(policyFrom(`fairness: ${rule}`), evidence).gates.flatMap(({ checks }) => checks)
  if (check === undefined) throw new Error('no check')
  return { ...check, said: english(check.message) }
}

const GAP = '{metric: accuracy, by: g, gap: {below: 0.05}}'
const groupsOf = (values: Readonly<Record<string, number>>) => ({
  g: Object.fromEntries(Object.entries(values).map(([name, accuracy]) => [name, { accuracy }])),
})

describe('groups against the baseline', () => {
  test('a group that is gone is missing, however well the others do', async () => {
    const check = await checkOf(GAP, groupsOf({ a: 0.9, b: 0.9 }), groupsOf({ a: 0.9, b: 0.9, c: 0.6 }))
    expect([check.outcome, check.said]).toEqual(['missing', expect.stringMatching(/baseline\.json.* gone: c\./)])
  })

  test('a new group is listed as new, and counts', async () => {
    const check = await checkOf(GAP, groupsOf({ a: 0.9, b: 0.9, c: 0.6 }), groupsOf({ a: 0.9, b: 0.9 }))
    expect(check.outcome).toBe('fail')
    expect(check.groups?.map(({ name, new: isNew }) => [name, isNew])).toEqual([
      ['a', undefined],
      ['b', undefined],
      ['c', true],
    ])
  })

  test('a gap that narrowed because the best group fell is called so', async () => {
    const fell = await checkOf(GAP, groupsOf({ a: 0.84, b: 0.8 }), groupsOf({ a: 0.9, b: 0.8 }))
    expect([fell.outcome, fell.said]).toEqual([
      'pass',
      expect.stringMatching(/narrowed from 0\.1 to 0\.04 because the highest group fell \(a: 0\.9 to 0\.84\)/),
    ])
    const rose = await checkOf(GAP, groupsOf({ a: 0.9, b: 0.86 }), groupsOf({ a: 0.9, b: 0.8 }))
    expect(rose.said).not.toMatch(/narrowed/)
    const wider = await checkOf(GAP, groupsOf({ a: 0.84, b: 0.7 }), groupsOf({ a: 0.9, b: 0.8 }))
    expect(wider.said).not.toMatch(/narrowed/)
  })

  test('a baseline of metrics alone says nothing of groups', async () => {
    const check = await checkOf(GAP, groupsOf({ a: 0.9, b: 0.9 }), { accuracy: 0.9, f1: 0.8 })
    expect([check.outcome, check.groups?.some((group) => group.new === true)]).toEqual(['pass', false])
  })
})

describe('intersections of attributes', () => {
  const rule = '{metric: accuracy, by: [sex, age], gap: {below: 0.05}}'

  test.each(['sex+age', 'sex, age', 'sex & age'])('stand in a file under %s', async (name) => {
    const groups = { [name]: { 'F & 18-29': { accuracy: 0.9 }, 'M & 18-29': { accuracy: 0.8 } } }
    const check = await checkOf(rule, groups)
    expect([check.id, check.outcome]).toEqual(['fairness/accuracy/sex+age/gap', 'fail'])
  })

  test('are not taken from one of the attributes', async () => {
    expect((await checkOf(rule, { sex: { F: { accuracy: 0.9 }, M: { accuracy: 0.9 } } })).outcome).toBe('missing')
  })

  test('of an attribute with itself are a mistake in the policy', () => {
    expect(() => policyFrom('fairness: {metric: accuracy, by: [sex, sex], gap: {below: 0.05}}')).toThrow(
      /sex stands in/,
    )
    expect(() => policyFrom('fairness: {metric: accuracy, by: [sex], gap: {below: 0.05}}')).toThrow()
  })
})
