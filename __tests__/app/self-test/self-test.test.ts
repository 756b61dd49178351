import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { exitCodeOf } from '../../../src/app/self-test/command.js'
import { makers } from '../../../src/app/self-test/makers.js'
import { selfTest } from '../../../src/app/self-test/self-test.js'
import { FIELD_IDS } from '../../../src/gates/documentation/fields.js'
import type { Policy } from '../../../src/policy/policy.js'
import { allGates, english, policyFrom } from '../../support/evidence.js'
import { repo } from '../../support/repo.js'

const NOW = Date.UTC(2026, 0, 1)
const tried = (text: string) => selfTest(policyFrom(text), NOW)
const lines = async (text: string) => {
  const { checks, notTested } = await tried(text)
  return [
    ...checks.map(({ id, change, outcome, verdict }) => `${id}: ${english(change)} ${outcome} ${verdict}`),
    ...notTested.map(({ id, why }) => `${id}: ${english(why)}`),
  ]
}

describe('performance', () => {
  test('a bound is tried with the value just beyond it, and with itself where it is excluded', async () => {
    expect(
      await lines('performance: {a: {min: 0.85}, b: {above: 0.8, below: 0.99}, c: {max: 3}, d: "< -2.5"}'),
    ).toEqual([
      'performance/a: 0.8499 for >= 0.85 fail fail',
      'performance/b: 0.8 for > 0.8 fail fail',
      'performance/b: 0.99 for < 0.99 fail fail',
      'performance/c: 3.01 for <= 3 fail fail',
      'performance/d: -2.5 for < -2.5 fail fail',
    ])
  })

  test('a tolerated change is tried with a baseline one step too far away', async () => {
    expect(await lines('performance: {f1: {max-drop: 0.01}, rmse: {max: 3, max-rise: 10%}}')).toEqual([
      'performance/f1/max-drop: 0.5 after 0.5101, for <= 0.01 fail fail',
      'performance/rmse: 3.01 for <= 3 fail fail',
      'performance/rmse/max-rise: 1.5 after 1.362, for <= 10% fail fail',
    ])
  })

  test('a bound that no possible value violates is named, and is a failure where that is asked for', async () => {
    const policy = 'performance: {recall: {min: 0}, f1: {min: 0.5}}'
    expect(await lines(policy)).toEqual([
      'performance/f1: 0.499 for >= 0.5 fail fail',
      'performance/recall: no possible value of recall violates >= 0: this check can never fail',
    ])
    const result = await tried(policy)
    expect([exitCodeOf(result, false), exitCodeOf(result, true)]).toEqual([0, 1])
  })

  test('what cannot be passed is not tested either, for the reason that its check gives', async () => {
    const [line] = await lines('performance: {accuracy: {min: 1, confidence: 0.95}}')
    expect(line).toMatch(/^performance\/accuracy: no evidence was found that passes it: .*Not decided at 95 %/)
    expect(exitCodeOf(await tried('performance: {accuracy: {min: 1, confidence: 0.95}}'), false)).toBe(1)
  })

  const hundredths = fc.integer({ min: 1, max: 49 }).map((value) => value / 100)
  const name = fc.constantFrom(
    'f1',
    'accuracy',
    'auc',
    'recall',
    'rmse',
    'test/accuracy',
    'test.loss',
    'a b',
    'folds/0/x',
  )
  const asked = fc.record(
    {
      lower: fc.tuple(fc.constantFrom('min', 'above'), hundredths),
      upper: fc.tuple(
        fc.constantFrom('max', 'below'),
        hundredths.map((value) => Math.round((value + 0.5) * 100) / 100),
      ),
      drop: fc.oneof(
        hundredths,
        fc.integer({ min: 0, max: 40 }).map((share) => `${share}%`),
      ),
      // No change in either direction, proven, is more than any evidence can do.
      rise: fc.oneof(
        hundredths,
        fc.integer({ min: 1, max: 40 }).map((share) => `${share}%`),
      ),
      confidence: fc.constantFrom(0.9, 0.95, 0.99),
    },
    { requiredKeys: ['lower'] },
  )

  test('every specimen of any policy fails its own check and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, asked, { minKeys: 1, maxKeys: 5 }), async (metrics) => {
        const options = Object.fromEntries(
          Object.entries(metrics).map(([metric, { lower, upper, drop, rise, confidence }]) => [
            metric,
            {
              [lower[0]]: lower[1],
              ...(upper && { [upper[0]]: upper[1] }),
              ...(drop !== undefined && { 'max-drop': drop }),
              ...(rise !== undefined && { 'max-rise': rise }),
              ...(confidence && { confidence }),
            },
          ]),
        )
        const { checks, notTested } = await tried(JSON.stringify({ performance: options }))
        expect(notTested).toEqual([])
        const wrong = checks.filter(({ outcome, blocks, also }) => outcome !== 'fail' || !blocks || also.length > 0)
        expect(wrong).toEqual([])
        const bounds = Object.values(options).flatMap((one) => Object.keys(one).filter((key) => key !== 'confidence'))
        expect(checks).toHaveLength(bounds.length)
      }),
      { numRuns: 100 },
    )
  })
})

describe('fairness', () => {
  test('groups are a step too far apart, or too bad', async () => {
    const rule = '{metric: accuracy, by: gender, gap: {below: 0.05}, ratio: {min: 0.8}, worst: {min: 0.7}}'
    expect(await lines(`fairness: ${rule}`)).toEqual([
      'fairness/accuracy/gender/gap: 0.85, 0.9 for < 0.05 fail fail',
      'fairness/accuracy/gender/ratio: 0.67915, 0.85 for >= 0.8 fail fail',
      'fairness/accuracy/gender/worst: 0.699 for >= 0.7 fail fail',
    ])
  })

  test('named groups, rows, a confidence, per cent and several rates are all provided for', async () => {
    const { checks, notTested } = await tried(`fairness:
  - {metric: equalized_odds, by: age, gap: {max: 0.1}, min-n: 1000, groups: [young, middle, old]}
  - {metric: f1, by: age, gap: {max: 0.1}, ratio: {above: 0.8}, confidence: 0.95, groups: [young]}
  - {metric: recall, by: sex, gap: {below: 5}, worst: {min: 60}, unit: percent}
  - {metric: rmse, by: region, gap: {max: 2}, worst: {max: 12.5}}
`)
    expect(notTested).toEqual([])
    expect(checks.map(({ outcome, blocks }) => ({ outcome, blocks }))).toEqual(
      checks.map(() => ({ outcome: 'fail', blocks: true })),
    )
    expect(checks).toHaveLength(7)
  })

  const hundredths = fc.integer({ min: 1, max: 90 }).map((value) => value / 100)
  test('every bound of any rule blocks', async () => {
    const rule = fc.record(
      { metric: fc.constantFrom('accuracy', 'f1', 'demographic_parity'), gap: hundredths, ratio: hundredths },
      { requiredKeys: ['metric', 'gap'] },
    )
    await fc.assert(
      fc.asyncProperty(rule, async ({ metric, gap, ratio }) => {
        const options = { metric, by: 'gender', gap: { max: gap }, ...(ratio && { ratio: { min: ratio } }) }
        const { checks, notTested } = await tried(JSON.stringify({ fairness: options }))
        expect(notTested).toEqual([])
        expect(checks.map(({ blocks }) => blocks)).toEqual(checks.map(() => true))
        expect(checks).toHaveLength(ratio ? 2 : 1)
      }),
      { numRuns: 100 },
    )
  })
})

describe('documentation', () => {
  test('each known field is missed, whatever else the card has', async () => {
    const { checks, notTested } = await tried(`documentation: {require: [${FIELD_IDS.join(', ')}]}`)
    expect(notTested).toEqual([])
    expect(checks.map(({ id, outcome, also }) => ({ id, outcome, also }))).toEqual(
      [...FIELD_IDS].sort().map((field) => ({ id: `documentation/${field}`, outcome: 'missing', also: [] })),
    )
  })

  test('a field of its own, and a number that was not measured, a digit beyond the tolerance', async () => {
    const policy = `
performance: {rmse: {max: 3}, mae: {max: 3}}
documentation: {require: [{field: hardware, names: [Machines]}], measured: {tolerance: 0.01}}`
    expect(await lines(policy)).toEqual([
      'documentation/hardware: a model card without Machines missing fail',
      'documentation/measured/mse: mse: the card quotes 2.0101, measured is 2.0000 fail fail',
      'performance/mae: 3.01 for <= 3 fail fail',
      'performance/rmse: 3.01 for <= 3 fail fail',
    ])
  })
})

describe('what the policy makes of a failure', () => {
  const POLICY = 'performance: {f1: {min: 0.85}}\nfairness: {metric: f1, by: sex, gap: {max: 0.1}}\n'

  test('a gate that only observes or warns is reported as not blocking, and is no failure', async () => {
    const result = await tried(`${POLICY}enforcement: {performance: observe, fairness: warn}\n`)
    expect(result.checks.map(({ id, outcome, verdict, blocks }) => [id, outcome, verdict, blocks])).toEqual([
      ['fairness/f1/sex/gap', 'fail', 'warn', false],
      ['performance/f1', 'fail', 'pass', false],
    ])
    expect(exitCodeOf(result, true)).toBe(0)
  })

  test('a check under a waiver that holds is waived; under one that has expired it blocks', async () => {
    const waiver = (expires: string) =>
      `${POLICY}waivers: [{check: performance/f1, reason: known since spring, owner: "@a", approved-by: "@b", expires: ${expires}}]\n`
    const outcomes = async (text: string) => (await tried(text)).checks.map(({ outcome }) => outcome)
    expect(await outcomes(waiver('2026-02-01'))).toEqual(['fail', 'waived'])
    expect(await outcomes(waiver('2025-02-01'))).toEqual(['fail', 'fail'])
  })

  test('a gate that lets everything pass is found out', async () => {
    const policy = policyFrom(POLICY)
    const lax: Policy = {
      ...policy,
      gates: policy.gates.map((demanded) => ({
        ...demanded,
        gate: {
          ...demanded.gate,
          evaluate: (demand, evidence) =>
            demanded.gate.evaluate(demand, evidence).map((check) => ({ ...check, outcome: 'pass' })),
        },
      })),
    }
    const result = await selfTest(lax, NOW)
    expect(result.checks.map(({ blocks }) => blocks)).toEqual([false, false])
    expect(exitCodeOf(result, false)).toBe(1)
  })
})

test('of a policy with more checks than can be tried in reasonable time the rest is named', async () => {
  const metrics = Array.from({ length: 1000 }, (_, index) => `m${index}: {min: 0.5}`)
  const { checks, notTested } = await tried(`performance: {${metrics.join(', ')}}`)
  expect([checks.length, notTested.length]).toEqual([100, 900])
  expect(new Set(notTested.map(({ why }) => english(why)))).toEqual(new Set(['only the first 100 are tried']))
})

test('worst cases are those of gates', () => {
  expect([...makers.keys()].filter((id) => !allGates.some((gate) => gate.id === id))).toEqual([])
  expect(makers.size).toBeGreaterThan(0)
})

test('worst cases are loaded by the self-test alone', () => {
  const sources = readdirSync(repo('src'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  const loading = sources.filter((path) =>
    /from '[^']*(?:specimens|self-test\/[a-z-]+)\.js'/.test(readFileSync(join(repo('src'), path), 'utf8')),
  )
  expect(loading.filter((path) => !path.startsWith('app/self-test/') && !path.endsWith('specimens.ts'))).toEqual([])
})
