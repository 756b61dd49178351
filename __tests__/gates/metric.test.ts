import { describe, expect, test } from '@jest/globals'
import type { Evidence } from '../../src/evidence/evidence.js'
import { message } from '../../src/shared/message.js'
import { csv, measurements, sourceOf } from '../evidence/measure/support.js'
import { english, evidenceFrom, policyFrom } from '../support/evidence.js'

// Accuracy 2/3, precision 1, recall 0.5; no group b is negative.
const TEXT = csv('y p g', '1 1 a / 0 0 a / 1 0 b')
const COLUMNS = { prediction: 'p', groups: ['g'] }

/** The checks of a policy's gates on these predictions, beside files. */
async function checks(policy: string, files: Parameters<typeof evidenceFrom>[0] = {}, text = TEXT): Promise<string[]> {
  const { gates } = policyFrom(policy)
  const wanted = gates.flatMap((it) => it.gate.measures?.(it) ?? [])
  const content = await measurements(text, COLUMNS, {
    metrics: wanted.flatMap(({ metrics }) => metrics),
    groups: wanted.flatMap(({ groups }) => groups),
  })
  return judged(policy, await evidenceFrom({ measured: sourceOf(content), ...files }))
}

function judged(policy: string, evidence: Evidence): string[] {
  return policyFrom(policy)
    .gates.flatMap((it) => it.gate.evaluate(it, evidence))
    .map(({ outcome, message }) => `${outcome}: ${english(message)}`)
}

describe('performance', () => {
  test('a metric is computed where no file states it, and compared exactly', async () => {
    expect(await checks('performance: {accuracy: ">= 0.66666666666666666666"}')).toEqual([
      'pass: accuracy is 0.6667, as required (>= 0.66666666666666666666).',
    ])
    expect(await checks('performance: {accuracy: ">= 0.66666666666666666667"}')).toEqual([
      expect.stringMatching(/^fail: accuracy is 0\.6666666666666666666/),
    ])
  })

  test('a confidence that a file cannot give says what the predictions lack', async () => {
    const asked = 'performance: {auc: {min: 0.5, confidence: 0.95}}'
    expect(await checks(asked, { metrics: { 'm.json': '{"auc": 0.9}' } })).toEqual([
      expect.stringMatching(/^insufficient: .* the predictions do not give the value: .*`score`/),
    ])
  })

  test('a limit on mape above 1 is per cent, where the value is computed', async () => {
    const table = csv('y p g', '1 1.9 a / 2 3 b')
    const asked = (options: string) => checks(`performance: {mape: ${options}}`, {}, table)
    expect(await asked('{max: 5}')).toEqual([
      expect.stringMatching(/^error: The bound <= 5 on mape looks like per cent/),
    ])
    expect(await asked('{max: 5, unit: percent}')).toEqual([expect.stringMatching(/^fail: mape is 70/)])
    expect(await asked('{max: 0.8}')).toEqual([expect.stringMatching(/^pass/)])
  })

  test('of what predictions do not give the file has the say', async () => {
    expect(await checks('performance: {latency: {max: 3}}', { metrics: { 'm.json': '{"latency": 2}' } })).toEqual([
      expect.stringMatching(/^pass: latency is 2/),
    ])
  })

  test.each(['0.667', '0.67', '0.7', '0.66666666666666663', '6.7e-1'])('a file that says %s agrees', async (stated) => {
    expect(
      await checks('performance: {accuracy: {min: 0.6}}', { metrics: { 'm.json': `{"accuracy": ${stated}}` } }),
    ).toEqual(['pass: accuracy is 0.6667, as required (>= 0.6).'])
  })

  test.each(['0.66', '0.668', '0.6', '1', '0.6667001', '0.70'])('a file that says %s does not', async (stated) => {
    expect(
      await checks('performance: {accuracy: {min: 0.6}}', { metrics: { 'm.json': `{"accuracy": ${stated}}` } }),
    ).toEqual([
      `error: accuracy: the file says ${stated} (m.json:1), the rows give 0.6667 (p.csv). Both have to come from the same rows; write the metrics again.`,
    ])
  })

  test('per cent in the file are per cent of what was measured', async () => {
    const policy = 'performance: {accuracy: {min: 60, unit: percent}}'
    expect(await checks(policy, { metrics: { 'm.json': '{"accuracy": 66.7}' } })).toEqual([
      'pass: accuracy is 66.6667, as required (>= 60).',
    ])
    expect(await checks(policy, { metrics: { 'm.json': '{"accuracy": 67.7}' } })).toEqual([
      expect.stringMatching(/^error: /),
    ])
  })

  test('what the file hides is not judged by it', async () => {
    expect(
      await checks('performance: {accuracy: {min: 0.6}}', { metrics: { 'm.json': '{"accuracy": "0.9"}' } }),
    ).toEqual([expect.stringMatching(/^error: accuracy is the text "0.9"/)])
  })

  test('a metric without a denominator decides nothing, whatever the file says', async () => {
    const text = csv('y p g', '1 0 a / 0 0 a')
    const said =
      'insufficient: precision has no value in p.csv: no row is predicted 1, so precision has no denominator.'
    expect(await checks('performance: {precision: {max: 0.5}}', {}, text)).toEqual([said])
    expect(
      await checks('performance: {precision: {max: 0.5}}', { metrics: { 'm.json': '{"precision": 0.0}' } }, text),
    ).toEqual([said])
  })

  test('a column that is not named is told', async () => {
    expect(await checks('performance: {auc: {min: 0.5}}')).toEqual([
      expect.stringMatching(/^missing: .* Nor do the rows give it: roc_auc needs `score` under/),
    ])
  })

  test('predictions that cannot be read or are not there let nothing pass', async () => {
    const problem = { message: { id: 'file.absent', params: { path: 'p.csv' } }, absent: true as const }
    const metrics = { 'm.json': '{"accuracy": 0.9}' }
    const absent = { declared: true, items: [], absent: [problem], unreadable: [] }
    const policy = 'performance: {accuracy: {min: 0.6}}'
    expect(judged(policy, await evidenceFrom({ metrics, measured: absent }))).toEqual([
      'missing: The evidence is not there. p.csv does not exist.',
    ])
    const unreadable = { ...absent, absent: [], unreadable: [{ message: problem.message }] }
    expect(judged(policy, await evidenceFrom({ metrics, measured: unreadable }))).toEqual([
      expect.stringMatching(/^error: /),
    ])
  })
})

describe('fairness', () => {
  test('groups are measured where no file has them', async () => {
    expect(await checks('fairness: {metric: accuracy, by: g, gap: {below: 0.5}}')).toEqual([
      expect.stringMatching(/^fail: The accuracy gap between groups of g is 1; .* lowest b 0, highest a 1/),
    ])
  })

  test('a group without a denominator decides nothing', async () => {
    expect(await checks('fairness: {metric: false_positive_rate, by: g, gap: {below: 0.5}}')).toEqual([
      expect.stringMatching(/^insufficient: The group b has no value to compare\. .* every row has the label 1/),
    ])
  })

  test('groups that no column divides are asked of files', async () => {
    expect(await checks('fairness: {metric: accuracy, by: age, gap: {below: 0.5}}')).toEqual([
      expect.stringMatching(/^missing: No groups file is named/),
    ])
  })
})

test('a rule about groups that only a file has leaves the others theirs', async () => {
  const rules = (first: string, second: string) => `fairness:\n  - ${first}\n  - ${second}\n`
  const ofFile = '{metric: accuracy, by: age, gap: {below: 0.5}}'
  const ofRows = '{metric: true_positive_rate, by: g, gap: {max: 0.5}}'
  const measured = sourceOf(
    await measurements(csv('y p g', '1 1 a / 1 0 a / 0 0 a / 1 1 b / 0 1 b'), COLUMNS, {
      metrics: [],
      groups: [
        { attributes: ['age'], metrics: ['accuracy'] },
        { attributes: ['g'], metrics: ['true_positive_rate'] },
      ],
    }),
  )
  const groups = { 'g.json': '{"age": {"young": {"accuracy": 0.9}, "old": {"accuracy": 0.8}}}' }
  const evidence = await evidenceFrom({ measured, groups })
  const passes = expect.stringMatching(/^pass: /)
  expect(judged(rules(ofFile, ofRows), evidence)).toEqual([passes, passes])
  expect(judged(rules(ofRows, ofFile), evidence)).toEqual([passes, passes])
})

describe('a file beside the predictions', () => {
  const absent = { message: message('file.absent', { path: 'm.json' }), absent: true as const }
  const gone = { declared: true, items: [], absent: [absent], unreadable: [] }

  test('that is named and not there is missing, although the rows have the value', async () => {
    const measured = sourceOf(
      await measurements(TEXT, COLUMNS, {
        metrics: ['accuracy'],
        groups: [{ attributes: ['g'], metrics: ['accuracy'] }],
      }),
    )
    const evidence = { ...(await evidenceFrom({ measured })), metrics: gone, groups: gone }
    expect(judged('performance: {accuracy: {min: 0.1}}', evidence)).toEqual([
      expect.stringMatching(/^missing: The evidence is not there/),
    ])
    expect(judged('fairness: {metric: accuracy, by: g, gap: {max: 1}}', evidence)).toEqual([
      expect.stringMatching(/^missing: The evidence is not there/),
    ])
  })

  test.each([
    ['performance: {accuracy: {min: 0.1}}', { metrics: { 'm.json': '{"loss": 1}' } }, 'm.json'],
    ['fairness: {metric: accuracy, by: g, gap: {max: 1}}', { groups: { 'g.json': '{"loss": 1}' } }, 'g.json'],
  ])('that states nothing of it is told: %s', async (text, files, path) => {
    const measured = sourceOf(
      await measurements(TEXT, COLUMNS, {
        metrics: ['accuracy'],
        groups: [{ attributes: ['g'], metrics: ['accuracy'] }],
      }),
    )
    const notes = (evidence: Evidence) =>
      policyFrom(text)
        .gates.flatMap((demand) => demand.gate.notes?.(demand as never, evidence) ?? [])
        .map(english)
    expect(notes(await evidenceFrom({ measured, ...files }))).toContainEqual(
      expect.stringMatching(new RegExp(`^${path} states none of the values that are demanded`)),
    )
    expect(notes(await evidenceFrom({ measured })).filter((said) => said.includes('states none'))).toEqual([])
  })
})

test('a confidence on groups that only a file has says how to divide the predictions', async () => {
  const rule = '{metric: accuracy, by: age, gap: {below: 0.5}, confidence: 0.95}'
  const groups = { 'g.json': '{"age": {"young": {"accuracy": 0.9}, "old": {"accuracy": 0.8}}}' }
  const evidence = await evidenceFrom({
    measured: sourceOf(await measurements(TEXT, COLUMNS, { metrics: ['accuracy'], groups: [] })),
    groups,
  })
  expect(judged(`fairness: ${rule}`, evidence)).toEqual([
    expect.stringMatching(/^insufficient: .*not divided by age\. Name age under `evidence: predictions: groups`/),
  ])
  expect(judged(`fairness: ${rule}`, await evidenceFrom({ groups }))).toEqual([
    expect.stringMatching(/^insufficient: .*name the predictions under `evidence: predictions`/),
  ])
})

test.each([
  ['{metric: accuracy, by: age, gap: {below: 0.5}}', /Nor do the rows give it: they are not divided by age/],
  ['{metric: lift, by: g, gap: {below: 0.5}}', /Nor do the rows give it: lift is none of the metrics/],
])('groups that nothing has: %s', async (rule, said) => {
  expect(await checks(`fairness: ${rule}`)).toEqual([expect.stringMatching(/^missing: /)])
  expect(await checks(`fairness: ${rule}`)).toEqual([expect.stringMatching(said)])
})

const NO_EVIDENCE = await evidenceFrom({})

test('one group in two spellings is one', async () => {
  const policy = 'fairness: {metric: accuracy, by: g, gap: {below: 0.5}}'
  expect(await checks(policy, {}, csv('y p g', '1 1 Female / 0 0 female'))).toEqual([
    expect.stringMatching(/^missing: .*at least two groups/),
  ])
  const groups = { 'g.json': '{"g": {"Female": {"accuracy": 0.9}, "female": {"accuracy": 0.9}}}' }
  expect(judged(policy, await evidenceFrom({ groups }))).toEqual([
    expect.stringMatching(/^missing: .*at least two groups/),
  ])
})

test('groups that are spelled alike are told, and decide nothing', async () => {
  const policy = 'fairness: {metric: accuracy, by: g, gap: {below: 0.5}}'
  const wanted = { metrics: [], groups: [{ attributes: ['g'], metrics: ['accuracy'] }] }
  const notesFor = async (text: string) => {
    const evidence = await evidenceFrom({ measured: sourceOf(await measurements(text, COLUMNS, wanted)) })
    return policyFrom(policy)
      .gates.flatMap((it) => it.gate.notes?.(it, evidence) ?? [])
      .map(english)
  }
  expect(await notesFor(csv('y p g', '1 1 Female / 0 0 female / 1 0 male / 0 0 A+ / 1 1 A-'))).toEqual([
    expect.stringMatching(/groups Female and female of g differ only in case/),
  ])
  expect(await notesFor(csv('y p g', '1 1 female / 0 0 male'))).toEqual([])
  expect(policyFrom(policy).gates.flatMap((it) => it.gate.notes?.(it, NO_EVIDENCE) ?? [])).toEqual([])
})
