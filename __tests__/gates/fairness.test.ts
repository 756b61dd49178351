import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { judge } from '../../src/app/judge.js'
import { english, evidenceFrom, policyFrom } from '../support/evidence.js'

async function run(rule: string, groups: string | undefined) {
  const evidence = await evidenceFrom(groups === undefined ? {} : { groups: { 'groups.json': groups } })
  const model = judge(policyFrom(`fairness: ${rule}`), evidence)
  const checks = model.gates.flatMap(({ checks }) => checks)
  return { verdict: model.verdict, checks, said: checks.map(({ message }) => english(message)) }
}

const GAP = '{metric: accuracy, by: gender, gap: {below: 0.05}}'

test('records that name both attributes are the groups of their intersections', async () => {
  const row = (gender: string, band: string, accuracy: number) => ({ gender, band, accuracy, n: 40 })
  const rows = [row('F', 'young', 0.9), row('F', 'old', 0.89), row('M', 'young', 0.88), row('M', 'old', 0.7)]
  const { checks, said } = await run('{metric: accuracy, by: [gender, band], gap: {below: 0.05}}', JSON.stringify(rows))
  expect(checks.map(({ id, outcome }) => [id, outcome])).toEqual([['fairness/accuracy/gender+band/gap', 'fail']])
  expect(said.join()).toMatch(/lowest M & old 0\.7, highest F & young 0\.9/)
  const alone = await run(GAP, JSON.stringify(rows))
  expect(alone.checks.map(({ outcome }) => outcome)).toEqual(['error'])
})

describe('a gap', () => {
  test.each([
    ['{"F": 0.90, "M": 0.87}', 'pass', /0\.03/],
    // As written: both gaps are exactly 0.05, although one is below it in binary and the other above.
    ['{"F": 0.95, "M": 0.90}', 'fail', /is 0\.05; < 0\.05 is required, and the bound itself/],
    ['{"F": 0.90, "M": 0.85}', 'fail', /is 0\.05; < 0\.05/],
    ['{"accuracy": {"F": 0.90, "M": 0.80}}', 'fail', /lowest M 0\.8, highest F 0\.9/],
    ['{"gender": {"F": {"accuracy": 0.9, "n": 10}, "M": {"accuracy": 0.89, "n": 12}}}', 'pass', /0\.01/],
    ['[{"gender": "F", "accuracy": 0.9}, {"gender": "M", "accuracy": 0.7}]', 'fail', /0\.2/],
    // never green
    ['{"F": 0.90}', 'missing', /at least two groups/],
    ['{}', 'missing', /accuracy by gender/],
    ['{"F": 0.90, "M": 0.89, "X": NaN}', 'error', /group X has no value/],
    ['{"X": NaN, "F": 0.90, "M": 0.89}', 'error', /group X has no value/],
    ['{"F": 0.90, "M": null}', 'error', /group M/],
    ['{"F": 0.90, "M": "0.9"}', 'error', /group M/],
    [
      '{"gender": {"F": {"accuracy": 0.9}, "M": {"accuracy": 0.9}}, "accuracy": {"gender": {"F": 0.9, "M": 0.1}}}',
      'error',
      /accuracy by gender cannot be read with certainty in groups\.json/,
    ],
    [
      '{"gender": {"overall": {"accuracy": 0.9}, "per_group": {"accuracy": {"F": 0.9, "M": 0.8}}}}',
      'error',
      /per_group is no group with one value.*Expected: \{"attribute": \{"group": \{"metric": value\}\}\}/,
    ],
    [
      '{"gender": {"accuracy_by_group": {"F": 0.9}}}',
      'missing',
      /Expected: \{"attribute": .* or a table with a column/,
    ],
    ['', 'error', /empty/i],
    [undefined, 'missing', /No groups file is named/],
  ] as const)('of %s: %s', async (groups, outcome, said) => {
    const { checks, said: words, verdict } = await run(GAP, groups)
    expect(checks.map((check) => [check.id, check.outcome])).toEqual([['fairness/accuracy/gender/gap', outcome]])
    expect(words[0]).toMatch(said)
    expect(verdict === 'pass').toBe(outcome === 'pass')
  })

  test('a bound that can never fail is an error, unless the file states per cent', async () => {
    const groups = '{"F": 0.9, "M": 0.2}'
    expect((await run('{metric: lift, by: g, gap: {below: 5}}', groups)).checks[0]?.outcome).toBe('error')
    const percent = '{metric: accuracy, by: g, gap: {below: 5}, unit: percent}'
    expect((await run(percent, '{"F": 90, "M": 86}')).checks[0]?.outcome).toBe('pass')
  })
})

test('a group of no row has no value, whatever its file says', async () => {
  const groups = JSON.stringify({
    g: { F: { accuracy: 0.9, n: 0 }, M: { accuracy: 0.9, n: 100 }, X: { accuracy: 0.9 } },
  })
  const { checks, said } = await run('{metric: accuracy, by: g, gap: {below: 0.05}}', groups)
  expect([checks[0]?.outcome, said[0]]).toEqual(['error', expect.stringMatching(/group F .*rests on 0 rows/)])
})

test.each(['all', 'Total population', 'all rows', '전체 집단'])('a row for %s is no second group', async (everyone) => {
  const { checks } = await run(
    '{metric: accuracy, by: g, gap: {below: 0.05}}',
    JSON.stringify({ F: 0.9, [everyone]: 0.9 }),
  )
  expect(checks[0]?.outcome).toBe('missing')
})

test.each([
  ['worst: {max: 5}', '{"F": 0.12, "M": 0.1}', 'insufficient'],
  ['worst: {max: 5}', '{"F": 0.12, "M": 0}', 'insufficient'],
  // One group above 1 shows the unit of all.
  ['worst: {max: 5}', '{"F": 0.12, "M": 1.1}', 'pass'],
  ['worst: {min: 60}', '{"F": 0.12, "M": 0.1}', 'fail'],
  ['ratio: {min: 0.8}', '{"F": 0.12, "M": 0.12}', 'pass'],
])('%s in per cent of %s: %s', async (bound, groups, outcome) => {
  const { checks } = await run(`{metric: false_positive_rate, by: g, ${bound}, unit: percent}`, groups)
  expect(checks[0]?.outcome).toBe(outcome)
})

test('values that are no fractions, though the metric is one, are errors', async () => {
  expect((await run(GAP, '{"F": 90, "M": 87}')).checks[0]?.outcome).toBe('error')
})

describe('ratio and worst group', () => {
  test('a ratio is never rounded onto its bound', async () => {
    const { checks, said } = await run('{metric: m, by: g, ratio: {min: 0.8}}', '{"a": 0.79999, "b": 1.0000125}')
    expect(checks[0]).toMatchObject({ outcome: 'fail', side: 'below' })
    expect(checks[0]?.actual).toMatch(/^0\.799/)
    expect(said[0]).not.toMatch(/is 0\.8;/)
  })

  test('of two bounds on the worst group each looks at its own worst group', async () => {
    const rule = '{metric: m, by: g, worst: {min: 0.2, max: 0.8}}'
    expect((await run(rule, '{"a": 0.1, "b": 0.5}')).said[0]).toMatch(/0\.1 \(a\)/)
    expect((await run(rule, '{"a": 0.3, "b": 0.9}')).said[0]).toMatch(/0\.9 \(b\)/)
    expect((await run(rule, '{"a": 0.3, "b": 0.5}')).checks).toHaveLength(1)
  })

  test('four fifths are four fifths', async () => {
    const rule = '{metric: selection_rate, by: race, ratio: {min: 0.8}}'
    // 0.56 / 0.7 is 0.7999999999999999 in binary floating point.
    expect((await run(rule, '{"a": 0.56, "b": 0.7}')).checks[0]).toMatchObject({ outcome: 'pass', actual: '0.8' })
    expect((await run(rule, '{"a": 0.5599, "b": 0.7}')).checks[0]?.outcome).toBe('fail')
  })

  test.each([
    ['{metric: m, by: g, ratio: {min: 0.8}}', '{"a": 0, "b": 0}', 'insufficient', /0\/0/],
    ['{metric: m, by: g, ratio: {min: 0.8}}', '{"a": -1, "b": 2}', 'error', /below zero/],
    ['{metric: m, by: g, ratio: {min: 0.8}}', '{"a": 0, "b": 2}', 'fail', /is 0;/],
    ['{metric: m, by: g, worst: {min: 0.7}}', '{"a": 0.6, "b": 0.9}', 'fail', /0\.6 \(a\)/],
    ['{metric: error_rate, by: g, worst: {max: 0.2}}', '{"a": 0.1, "b": 0.3}', 'fail', /0\.3 \(b\)/],
    ['{metric: error_rate, by: g, worst: "<= 0.3"}', '{"a": 0.1, "b": 0.3}', 'pass', /0\.3 \(b\)/],
  ] as const)('%s of %s: %s', async (rule, groups, outcome, said) => {
    const { checks, said: words } = await run(rule, groups)
    expect(checks[0]?.outcome).toBe(outcome)
    expect(words[0]).toMatch(said)
  })
})

test('one rule or a list of one rule decide alike', async () => {
  const groups = '{"F": 0.90, "M": 0.80}'
  const ids = async (rule: string) => (await run(rule, groups)).checks.map(({ id, outcome }) => [id, outcome])
  expect(await ids(GAP)).toEqual(await ids(`[${GAP}]`))
})

test('a file that names neither metric nor attribute serves one demand only', async () => {
  const two = `[${GAP}, {metric: accuracy, by: age, gap: {below: 0.05}}]`
  const { checks } = await run(two, '{"F": 0.90, "M": 0.89}')
  expect(checks.map(({ outcome }) => outcome)).toEqual(['error', 'error'])
})

test('the order of groups changes nothing', async () => {
  const value = fc.integer({ min: 0, max: 100 }).map((hundredths) => (hundredths / 100).toFixed(2))
  const groups = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,3}$/), value), {
    minLength: 2,
    maxLength: 6,
    selector: ([name]) => name,
  })
  await fc.assert(
    fc.asyncProperty(
      groups.filter((it) => it.every(([name]) => name !== 'n')),
      async (pairs) => {
        const text = (list: readonly (readonly [string, string])[]) =>
          `{${list.map(([name, v]) => `"${name}": ${v}`).join(', ')}}`
        const rule = '{metric: accuracy, by: g, gap: {below: 0.05}, ratio: {min: 0.8}, worst: {min: 0.5}}'
        const strip = (run: Awaited<ReturnType<typeof judgeOf>>) =>
          run.map(({ evidence: _, groups, ...rest }) => ({ ...rest, groups: groups?.map(({ at: __, ...row }) => row) }))
        const judgeOf = async (list: typeof pairs) => (await run(rule, text(list))).checks
        expect(strip(await judgeOf([...pairs].reverse()))).toEqual(strip(await judgeOf(pairs)))
      },
    ),
    { numRuns: 50 },
  )
})

test('the list of groups says which others are shown to be higher, all pairs together', async () => {
  const groups = { A: { accuracy: 0.5, n: 1000 }, B: { accuracy: 0.9, n: 1000 }, C: { accuracy: 0.56, n: 1000 } }
  const { checks } = await run('{metric: accuracy, by: g, gap: {max: 0.1}}', JSON.stringify({ g: groups }))
  expect(checks[0]?.groups?.map(({ name, below }) => [name, below])).toEqual([
    // C is beyond A only once the two pairs with B are out of the way.
    ['A', ['B', 'C']],
    ['B', undefined],
    ['C', ['B']],
  ])
  const unknown = await run(
    '{metric: accuracy, by: g, gap: {max: 0.1}}',
    '{"g": {"A": {"accuracy": 0.5}, "B": {"accuracy": 0.9}}}',
  )
  expect(unknown.checks[0]?.groups?.map(({ below }) => below)).toEqual([undefined, undefined])
})
