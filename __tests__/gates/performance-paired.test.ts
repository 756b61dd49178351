import { describe, expect, test } from '@jest/globals'
import type { Check } from '../../src/verdict/outcome.js'
import { english } from '../support/evidence.js'
import { judgeFiles } from '../support/judged.js'
import { csv } from '../support/paired.js'

/** 100 rows; `wrong` names the rows that a model gets wrong. */
function table(wrong: (row: number) => boolean, more: { readonly reversed?: boolean } = {}): string {
  const rows = Array.from({ length: 100 }, (_, row) => {
    const y = row % 2
    const p = wrong(row) ? 1 - y : y
    return { id: `r${row}`, y, p, s: 0.5 + (p - 0.5) * (0.5 + row / 400) }
  })
  return csv(more.reversed ? rows.reverse() : rows)
}

const CURRENT = table((row) => row < 12)
/** Right in two rows more, wrong in one other. */
const CHAMPION = table((row) => row < 10 || row === 50, { reversed: true })

function policyOf(performance: string, predictions = ', id: id, baseline: b.csv', evidence = ''): string {
  const columns = 'path: p.csv, label: y, prediction: p, score: s, positive: 1'
  return `evidence: {predictions: {${columns}${predictions}}${evidence}}\nperformance: ${performance}`
}

async function judge(policy: string, files: Readonly<Record<string, string>>) {
  const { models, problems } = await judgeFiles(policy, { 'p.csv': CURRENT, ...files })
  expect(problems.map(({ message }) => english(message))).toEqual([])
  const checks = models.flatMap(({ gates }) => gates.flatMap((gate): readonly Check[] => gate.checks))
  const [check] = checks
  if (check === undefined) throw new Error('no check')
  const files_ = models.flatMap(({ evidence }) => evidence.map(({ kind, path }) => `${kind} ${path}`))
  return { check, said: english(check.message), files: files_ }
}

const DROP = '{accuracy: {max-drop: 0.05, confidence: 0.95}}'

describe('a baseline with predictions', () => {
  test('is compared on the same rows, and the report says so', async () => {
    const { check, said, files } = await judge(policyOf(DROP), { 'b.csv': CHAMPION })
    expect(said).toContain('accuracy is 0.88 against 0.89 in the baseline (b.csv)')
    expect(said).toContain('on the same rows (100)')
    expect(check.uncertainty?.interval?.method).toBe('newcombe-paired')
    expect(files).toEqual(['baseline b.csv', 'predictions p.csv'])
  })

  test('decides what two independent samples cannot', async () => {
    const alike = table((row) => row < 12 || row === 50, { reversed: true })
    const paired = await judge(policyOf('{accuracy: {max-drop: 0.04, confidence: 0.95}}'), { 'b.csv': alike })
    const stated = { 'b.json': '{"accuracy": 0.87, "n": 100}' }
    const policy = policyOf('{accuracy: {max-drop: 0.04, confidence: 0.95}}', '', ', baseline: b.json')
    const independent = await judge(policy, stated)
    expect([paired.check.outcome, independent.check.outcome]).toEqual(['pass', 'insufficient'])
    expect(independent.check.uncertainty?.interval?.method).toBe('newcombe')
    expect(independent.said).not.toContain('same rows')
  })

  test.each([
    ['auc', 'delong'],
    ['f1', 'bootstrap'],
    ['precision', 'bootstrap'],
    ['recall', 'newcombe-paired'],
    ['log_loss', 'bootstrap'],
  ])('%s by %s, for a drop and a rise', async (metric, method) => {
    for (const direction of ['max-drop', 'max-rise'] as const) {
      const { check } = await judge(policyOf(`{${metric}: {${direction}: 0.5}}`), { 'b.csv': CHAMPION })
      expect([check.outcome, check.uncertainty?.interval?.method]).toEqual(['pass', method])
    }
  })

  test('in per cent the interval is in per cent, and a rise is a drop the other way round', async () => {
    const of = async (performance: string) =>
      (await judge(policyOf(performance), { 'b.csv': CHAMPION })).check.uncertainty?.interval
    const drop = await of('{accuracy: {max-drop: 0.05}}')
    const rise = await of('{accuracy: {max-rise: 0.05}}')
    const percent = await of('{accuracy: {max-drop: 5, unit: percent}}')
    expect([rise?.low, rise?.high]).toEqual([`-${drop?.high}`, `${drop?.low}`.replace('-', '')])
    expect(Math.abs(Number(percent?.high) - 100 * Number(drop?.high))).toBeLessThan(0.011)
  })

  test('an identical model: as good, and proven only as far as the rows go', async () => {
    const same = { 'b.csv': CURRENT }
    const wide = await judge(policyOf('{accuracy: {max-drop: 0.1, confidence: 0.95}}'), same)
    const narrow = await judge(policyOf('{accuracy: {max-drop: 0.001, confidence: 0.95}}'), same)
    const auc = await judge(policyOf('{auc: {max-drop: 0.01, confidence: 0.95}}'), same)
    expect([wide.check.outcome, narrow.check.outcome, auc.check.outcome]).toEqual([
      'pass',
      'insufficient',
      'insufficient',
    ])
    expect(auc.check.uncertainty?.interval?.method).toBe('wald')
  })

  test('a perfect model beside itself: no interval, and the reason', async () => {
    const perfect = table(() => false)
    const columns = policyOf('{f1_macro: {max-drop: 0.01, confidence: 0.95}}')
    const { check, said } = await judge(columns, { 'p.csv': perfect, 'b.csv': perfect })
    expect(check.outcome).toBe('insufficient')
    expect(said).toContain('nothing varies on these rows')
  })

  test('is not opened where nothing is compared', async () => {
    const { check, files } = await judge(policyOf('{accuracy: {min: 0.5}}'), { 'b.csv': 'not, a "table' })
    expect([check.outcome, files]).toEqual(['pass', ['predictions p.csv']])
  })
})

describe('a baseline that cannot be compared', () => {
  test.each<[string, string, string, Record<string, string>]>([
    ['missing', 'The predictions of the baseline are not there.', ', id: id, baseline: b.csv', {}],
    [
      'error',
      'The predictions of the baseline could not be read.',
      ', id: id, baseline: b.csv',
      { 'b.csv': 'id,y\n1,2\n' },
    ],
    ['error', 'The predictions of the baseline could not be read.', ', id: id, baseline: b.csv', { 'b.csv': '' }],
    [
      'error',
      'The baseline is not comparable',
      ', id: id, baseline: b.csv',
      { 'b.csv': CHAMPION.replace('r50,', 'x,') },
    ],
    ['error', 'The baseline is not comparable', ', baseline: b.csv', { 'b.csv': CHAMPION }],
    ['error', 'are the same file (p.csv)', ', id: id, baseline: ./p.csv', {}],
  ])('%s: %s', async (outcome, starts, predictions, files) => {
    const { check, said } = await judge(policyOf(DROP, predictions), files)
    expect(check.outcome).toBe(outcome)
    expect(said).toContain(starts)
  })

  test('without predictions of a baseline, a file states it as before', async () => {
    const { check, said } = await judge(policyOf(DROP, ''), {})
    expect([check.outcome, said]).toEqual(['missing', expect.stringContaining('There is nothing to compare with.')])
  })

  test.each([
    ['0.89', 'pass'],
    ['0.91', 'error'],
  ])('a file that states %s beside the predictions: %s', async (stated, outcome) => {
    const policy = policyOf('{accuracy: {max-drop: 0.05}}', undefined, ', baseline: b.json')
    const { check, said } = await judge(policy, { 'b.csv': CHAMPION, 'b.json': `{"accuracy": ${stated}}` })
    expect(check.outcome).toBe(outcome)
    if (outcome === 'error') expect(said).toContain('the file says 0.91 (b.json:1), the rows give 0.89 (b.csv)')
  })
})
