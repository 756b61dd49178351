import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { judge, type Run } from '../../src/app/judge.js'
import { parseDay } from '../../src/shared/time.js'
import { ON_INSUFFICIENT, type OnInsufficient, OUTCOMES, VERDICTS } from '../../src/verdict/outcome.js'
import { decide } from '../../src/verdict/verdict.js'
import { waive, waiverChecks } from '../../src/verdict/waivers.js'
import { english, evidenceFrom, policyFrom } from '../support/evidence.js'

const at = (instant: string) => Date.parse(instant)
const NOW: Run = { now: at('2026-11-25T12:00:00Z'), waivable: true, interested: ['lee'], commits: [] }
const WAIVER = `{check: performance/auc, reason: "no labels yet", owner: "@lee", approved-by: "@Kim", expires: 2026-12-31}`

async function run(more: Partial<Run> = {}, metrics = '{"auc": 0.8}', waiver = WAIVER, rest = '') {
  const policy = policyFrom(`performance: {auc: {min: 0.9}}\nwaivers: [${waiver}]\n${rest}`)
  const model = judge(policy, await evidenceFrom({ metrics: { 'm.json': metrics } }), { ...NOW, ...more })
  const said = model.gates.flatMap(({ checks }) => checks.map((it) => `${it.id} ${it.outcome}: ${english(it.message)}`))
  return { verdict: model.verdict, said }
}

describe('a waiver that holds', () => {
  test('turns a failure into waived, and says why, who and how long', async () => {
    const { verdict, said } = await run()
    expect(verdict).toBe('pass')
    expect(said).toEqual([
      'performance/auc waived: auc is 0.8; >= 0.9 is required (0.1 away). Waived: no labels yet (owner @lee, approved by @Kim, until 2026-12-31; expires in 36 days)',
      'waivers/performance/auc pass: In use: no labels yet (owner @lee, approved by @Kim, until 2026-12-31; expires in 36 days)',
    ])
  })

  test('covers what is missing', async () => {
    expect((await run({}, '{}')).said[0]).toMatch(/^performance\/auc waived: auc is not in m\.json/)
  })

  test('never covers an error', async () => {
    const { verdict, said } = await run({}, '{"auc": NaN}')
    expect(verdict).toBe('error')
    expect(said[0]).toMatch(/^performance\/auc error: auc is NaN/)
    expect(said[1]).toMatch(/^waivers\/performance\/auc not-applicable: .* no waiver covers an error/)
  })

  test('is said to be no longer needed where the check passes', async () => {
    const { verdict, said } = await run({}, '{"auc": 0.95}')
    expect(verdict).toBe('pass')
    expect(said[1]).toMatch(/^waivers\/performance\/auc pass: No longer needed: .*policy\.yaml:2/)
  })

  test.each([
    ['2026-12-30T23:59:59Z', /expires tomorrow/],
    ['2026-12-31T00:00:00Z', /expires today/],
    ['2026-12-31T23:59:59.999Z', /expires today/],
  ])('at %s: %s', async (now, said) => {
    const result = await run({ now: at(now) })
    expect(result.verdict).toBe('pass')
    expect(result.said[0]).toMatch(said)
  })
})

describe('a waiver does not hold', () => {
  test.each([
    ['after its last day', { now: at('2027-01-01T00:00:00Z') }, /its last day was 2026-12-31/, 'fail'],
    ['where nobody knows the day', { now: Number.NaN }, /expired/, 'fail'],
    [
      'approved by who wants it',
      { interested: ['someone', 'kim'] },
      /@Kim approved the waiver and is the author/,
      'fail',
    ],
    ['in a change that brings it along', { waivable: false }, /once it is on the base branch/, 'not-applicable'],
  ] as const)('%s', async (_, circumstances, why, outcome) => {
    const { verdict, said } = await run(circumstances)
    expect(verdict).toBe('fail')
    expect(said[0]).toMatch(/^performance\/auc fail: auc is 0\.8; .* does not hold\. /)
    expect(said[0]).toMatch(why)
    expect(said[1]).toMatch(new RegExp(`^waivers/performance/auc ${outcome}: `))
    expect(said[1]).toMatch(why)
  })

  test('where the run is not known', async () => {
    const policy = policyFrom(`performance: {auc: {min: 0.9}}\nwaivers: [${WAIVER}]`)
    expect(judge(policy, await evidenceFrom({ metrics: { 'm.json': '{"auc": 0.8}' } })).verdict).toBe('fail')
  })

  test('and fails by itself where the check passes but it has expired', async () => {
    const { verdict, said } = await run({ now: at('2027-01-01T00:00:00Z') }, '{"auc": 0.95}')
    expect(verdict).toBe('fail')
    expect(said[0]).toMatch(/^performance\/auc pass: auc is 0\.95, as required/)
  })

  test.each(['performance/acu', 'performance', 'waivers/performance/auc', 'performance/auc '])(
    'for %j, which is no check of the policy',
    async (id) => {
      const { verdict, said } = await run({}, '{"auc": 0.95}', WAIVER.replace('performance/auc', JSON.stringify(id)))
      expect(verdict).toBe('fail')
      expect(said[1]).toMatch(/ fail: The policy has no check .*, so the waiver covers nothing \(no labels yet\)/)
    },
  )
})

describe('an undecided check', () => {
  const undecided = { outcome: 'insufficient', id: 'a', title: m(), message: m(), policy: { path: 'p' } } as const
  const waivers = policyFrom(`performance: {a: {min: 1}}\nwaivers: [${WAIVER.replace('performance/auc', 'a')}]`).waivers

  test('is waived only where it counts as a failure', () => {
    expect(waive([undecided], waivers, NOW, 'fail')[0]?.outcome).toBe('waived')
    expect(waive([undecided], waivers, NOW, 'warn')).toEqual([undecided])
    expect(english(waiverChecks([undecided], waivers, NOW, 'warn')[0]?.message ?? m())).toMatch(/^Not needed/)
  })
})

function m() {
  return { id: 'performance.title', params: { metric: 'a' } }
}

describe('properties', () => {
  const outcome = fc.constantFrom(...OUTCOMES)
  const on = fc.constantFrom(...ON_INSUFFICIENT)
  const checksOf = (outcomes: readonly (typeof OUTCOMES)[number][]) =>
    outcomes.map((one, index) => ({ id: String(index), outcome: one, title: m(), message: m(), policy: { path: 'p' } }))
  const waiversFor = (ids: readonly number[]) =>
    [...new Set(ids)].map((id) => ({
      check: String(id),
      reason: 'r',
      owner: '@lee',
      approvedBy: '@kim',
      lastDay: parseDay('2026-12-31') ?? 0,
      expires: '2026-12-31',
      at: { path: 'p' },
    }))
  const verdictOf = (
    outcomes: readonly (typeof OUTCOMES)[number][],
    ids: readonly number[],
    onInsufficient: OnInsufficient,
  ) => {
    const checks = checksOf(outcomes)
    const waivers = waiversFor(ids)
    return decide(
      [
        { enforcement: 'block', checks: waive(checks, waivers, NOW, onInsufficient) },
        { enforcement: 'block', supporting: true, checks: waiverChecks(checks, waivers, NOW, onInsufficient) },
      ],
      onInsufficient,
    )
  }
  const outcomes = fc.array(outcome, { minLength: 1, maxLength: 6 })
  const ids = fc.array(fc.nat({ max: 7 }), { maxLength: 5 })
  const rank = (verdict: (typeof VERDICTS)[number]) => VERDICTS.indexOf(verdict)

  test('no waiver improves an error, and nothing checked stays an error', () => {
    fc.assert(
      fc.property(outcomes, ids, on, (all, waived, onInsufficient) => {
        if (verdictOf(all, [], onInsufficient) === 'error') {
          expect(verdictOf(all, waived, onInsufficient)).toBe('error')
        }
      }),
    )
  })

  test('under any waivers, one more failing check that they do not cover never improves the verdict', () => {
    fc.assert(
      fc.property(outcomes, ids, on, (all, waived, onInsufficient) => {
        const judged = all.some((one) => one !== 'not-applicable')
        const uncovered = waived.filter((id) => id !== all.length)
        const before = verdictOf(all, uncovered, onInsufficient)
        const after = verdictOf([...all, 'fail'], uncovered, onInsufficient)
        if (judged) expect(rank(after)).toBeGreaterThanOrEqual(rank(before))
        else expect(after).toBe('fail')
      }),
    )
  })

  test('a waiver that does not hold never improves the verdict', () => {
    fc.assert(
      fc.property(outcomes, ids, (all, waived) => {
        const none = verdictOf(all, [], 'fail')
        for (const circumstances of [{ waivable: false }, { now: Number.NaN }, { interested: ['KIM'] }]) {
          const checks = checksOf(all)
          const kept = waive(checks, waiversFor(waived), { ...NOW, ...circumstances }, 'fail')
          const own = waiverChecks(checks, waiversFor(waived), { ...NOW, ...circumstances }, 'fail')
          const after = decide(
            [
              { enforcement: 'block', checks: kept },
              { enforcement: 'block', supporting: true, checks: own },
            ],
            'fail',
          )
          expect(rank(after)).toBeGreaterThanOrEqual(rank(none))
        }
      }),
    )
  })
})
