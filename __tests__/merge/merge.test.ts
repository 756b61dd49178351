import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { wordingFor } from '../../src/app/wording.js'
import { mergeReports } from '../../src/merge/merge.js'
import { type ReadReport, readReport } from '../../src/merge/read.js'
import type { Report } from '../../src/report/model.js'
import { renderJson } from '../../src/report/render/json.js'
import { renderMarkdown } from '../../src/report/render/markdown.js'
import { english } from '../support/evidence.js'
import { judgeFiles } from '../support/judged.js'

const wording = wordingFor('en')
const POLICY = 'performance: {f1: {min: 0.85}, auc: ">= 0.9"}\nfairness: {metric: acc, by: sex, gap: "< 0.05"}'

/** The text of a real report about one model. */
async function reportOf(name: string, f1: string, subject: Report['subject'] = { commit: 'c1', run: 1 }) {
  const groups = '{"sex": {"f": {"acc": 0.81, "n": 400}, "m": {"acc": 0.83, "n": 500}}}'
  const evidence = 'evidence: {metrics: m.json, groups: g.json}'
  const files = { 'm.json': `{"f1": ${f1}, "auc": 0.950}`, 'g.json': groups }
  return renderJson(await judgeFiles(`model: ${name}\n${evidence}\n${POLICY}`, files, { subject }), wording)
}

function read(text: string, path = 'a/report.json'): ReadReport {
  const report = readReport(text, path)
  if (!report.ok) throw new Error(report.problems.map(({ message }) => english(message)).join())
  return report.value
}

function merged(reports: readonly ReadReport[], expected: readonly string[] = [], subject: Report['subject'] = {}) {
  return mergeReports({ reports, unreadable: [], expected, subject })
}

const said = ({ models }: Report) =>
  models.flatMap(({ name, gates }) =>
    gates.flatMap(({ checks }) =>
      checks
        .filter(({ outcome }) => outcome !== 'pass')
        .map(({ id, outcome, message }) => `${name} ${id} ${outcome}: ${english(message)}`),
    ),
  )

describe('one report of several', () => {
  test('says of each model what its own report says', async () => {
    const texts = [await reportOf('b', '0.80'), await reportOf('a', '0.90')]
    const report = merged(texts.map((text, index) => read(text, `${index}/report.json`)))
    const models = JSON.parse(renderJson(report, wording)).models
    expect(models).toEqual([JSON.parse(texts[1] ?? '').models[0], JSON.parse(texts[0] ?? '').models[0]])
    expect(report.verdict).toBe('fail')
    expect(report.counts).toMatchObject({ checks: 6, passed: 5, failed: 1 })
    expect(report.subject).toEqual({ commit: 'c1', run: 1 })
  })

  test('keeps what frameworks rest on and who approved', async () => {
    const policy = `model: a\nevidence: {metrics: m.json}\nperformance: {f1: {min: 0.8}}\napproval: {from: ["@kim"]}\ncompliance: [nist-ai-rmf]`
    const approvals = [{ by: 'kim', at: '2026-11-25T08:30:00Z', commit: 'c1' }]
    const report = await judgeFiles(policy, { 'm.json': '{"f1": 0.9}' })
    const [model] = report.models
    if (model === undefined) throw new Error('no model')
    const gates = model.gates.map((gate) => ({
      ...gate,
      checks: gate.checks.map((check) => (gate.id === 'approval' ? { ...check, approvals } : check)),
    }))
    const text = renderJson({ ...report, models: [{ ...model, gates }] }, wording)
    const back = JSON.parse(renderJson(merged([read(text)], ['a']), wording))
    expect(back.approvals).toEqual(approvals)
    expect(back.models).toEqual(JSON.parse(text).models)
    expect(back.models[0].compliance[0].controls).toHaveLength(72)
  })

  test('is the same bytes in whatever order they arrive', async () => {
    const reports = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (name, index) =>
        read(await reportOf(name, `0.8${index + 3}`), `${name}/report.json`),
      ),
    )
    const bytes = renderJson(merged(reports, ['a', 'z']), wording)
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: 4 }), (shuffled) => {
        expect(renderJson(merged(shuffled, ['z', 'a']), wording)).toBe(bytes)
      }),
    )
  })

  test('a model that was expected and that no report is about is missing, and blocks', async () => {
    const report = merged([read(await reportOf('a', '0.90'))], ['a', 'b'])
    expect(report.verdict).toBe('fail')
    expect(said(report)).toEqual([
      'b report missing: No report is about b. Its job did not run, stopped before the gate, or did not upload its report.',
    ])
  })

  test('without expectations it is said that nothing can be missed; without reports nothing is green', async () => {
    expect(merged([read(await reportOf('a', '0.90'))]).notes[0]?.id).toBe('merge.nothing-expected')
    expect(merged([])).toMatchObject({ verdict: 'error', models: [] })
    expect(merged([], ['a']).verdict).toBe('fail')
  })

  test('of a job that ran again the latest attempt counts', async () => {
    const first = read(await reportOf('a', '0.80', { commit: 'c1', run: 1, attempt: 1 }), '1/report.json')
    const second = read(await reportOf('a', '0.90', { commit: 'c1', run: 1, attempt: 2 }), '2/report.json')
    for (const reports of [
      [first, second],
      [second, first],
    ])
      expect(merged(reports).verdict).toBe('pass')
  })

  test('two different reports of one attempt are an error, the same one twice is not', async () => {
    const [good, bad] = [
      read(await reportOf('a', '0.90'), '1/report.json'),
      read(await reportOf('a', '0.80'), '2/report.json'),
    ]
    expect(merged([bad, good]).verdict).toBe('error')
    expect(said(merged([bad, good])).at(-1)).toMatch(
      /^a report error: Several reports .* \(1\/report.json, 2\/report.json\)/,
    )
    expect(merged([good, { ...good, path: '3/report.json' }]).verdict).toBe('pass')
  })

  test('a report of another commit is an error', async () => {
    const report = merged([read(await reportOf('a', '0.90'))], [], { commit: 'c2' })
    expect(report.verdict).toBe('error')
    expect(said(report)).toEqual([expect.stringContaining('is about the commit c1, not about c2')])
  })

  test('a verdict that does not follow from the checks is an error', async () => {
    const text = (await reportOf('a', '0.80')).replaceAll('"verdict": "fail"', '"verdict": "pass"')
    const report = merged([read(text)])
    expect(report.verdict).toBe('error')
    expect(said(report).at(-1)).toContain('claims “passed” for a')
  })

  test('a report that does not name its commit is an error where one is judged', async () => {
    const reports = [read(await reportOf('a', '0.90', {}))]
    expect(said(merged(reports, [], { commit: 'c2' }))).toEqual([
      'a report error: a/report.json does not say which commit it is about; c2 is judged.',
    ])
    expect(merged(reports).verdict).toBe('pass')
  })

  test.each([
    ['"verdict": "pass"', '"verdict": "error"'],
    ['"problems": []', '"problems": [{"message": "stopped"}]'],
  ])('a whole that does not follow from its models is an error: %s', async (is, claimed) => {
    const text = (await reportOf('a', '0.90')).replace(is, claimed)
    expect(text).toContain(claimed)
    const report = merged([read(text)])
    expect(report.verdict).toBe('error')
    expect(said(report)).toEqual([expect.stringMatching(/^a report error: .* does not follow from its models/)])
  })

  test.each(['evidence', 'compliance', 'waivers', 'audit'])(
    'a model of which only %s was checked is an error',
    async (id) => {
      const report = read(await reportOf('a', '0.90'))
      const models = report.models.map((model) => ({
        ...model,
        gates: model.gates.slice(0, 1).map((gate) => ({ ...gate, id })),
      }))
      expect(merged([{ ...report, models }]).verdict).toBe('error')
    },
  )

  test('the outcome of a gate is that of its checks, whatever the report says', async () => {
    const report = read(await reportOf('a', '0.90'))
    const models = report.models.map((model) => ({
      ...model,
      gates: model.gates.map((gate) => ({ ...gate, outcome: 'fail' as const })),
    }))
    expect(merged([{ ...report, models }]).models[0]?.gates.map(({ outcome }) => outcome)).toEqual(['pass', 'pass'])
  })

  test('a run that was stopped by mistakes in its policy is an error of its own', async () => {
    const text = renderJson(await judgeFiles('performance: {f1: 0.8}', {}), wording)
    const report = merged([read(text)])
    expect(report.verdict).toBe('error')
    expect(said(report)).toEqual([
      expect.stringMatching(/^a\/report.json report error: a\/report.json: nothing was judged/),
    ])
  })
})

test.each([
  ['{}', 'its schema is “”'],
  ['{"schema": "other/1"}', 'its schema is “other/1”'],
  ['{"schema": "ml-gate-report/1"}', '/policy'],
  ['[]', 'has to be an object'],
  ['', ''],
  ['{', ''],
])('%j is refused', (text, reason) => {
  const report = readReport(text, 'r.json')
  expect(report.ok).toBe(false)
  if (!report.ok) expect(report.problems.map(({ message }) => english(message)).join()).toContain(reason)
})

test('a report with any part of another type is refused or read, never believed', async () => {
  const text = await reportOf('a', '0.90')
  const pieces = [...text.matchAll(/: ("[^"]*"|[0-9.]+|\[|\{)/g)]
  for (const { 1: value = '', index } of pieces) {
    const start = index + 2
    const changed = `${text.slice(0, start)}${value === '[' || value === '{' ? `0, "x": ${value}` : '[]'}${text.slice(start + value.length)}`
    const report = readReport(changed, 'r.json')
    if (report.ok) expect(merged([report.value]).models.every(({ gates }) => gates.length > 0)).toBe(true)
  }
})

test('a thousand models of twenty checks stay within the limits of a check run: failures first', async () => {
  const one = read(await reportOf('a', '0.90'))
  const bad = read(await reportOf('a', '0.80'))
  const [model, failing] = [one.models[0], bad.models[0]]
  if (model === undefined || failing === undefined) throw new Error('no model')
  const gate = model.gates.find(({ id }) => id === 'performance')
  const checks = Array.from({ length: 20 }, (_, index) => ({
    ...gate?.checks[0],
    id: `performance/m${index}`,
  })) as never
  const full = {
    ...model,
    gates: [{ id: 'performance', enforcement: 'block' as const, outcome: 'pass' as const, checks }],
  }
  const reports = Array.from({ length: 1000 }, (_, index): ReadReport => {
    const of = index === 999 ? failing : full
    const models = [{ ...of, name: `m${String(index).padStart(4, '0')}` }]
    return { ...one, path: `${index}/report.json`, verdict: of.verdict, models }
  })
  const report = merged(reports)
  const markdown = renderMarkdown(report, wording, { maxBytes: 65_000 })
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(65_000)
  expect(markdown.indexOf('m0999')).toBeLessThan(markdown.indexOf('m0000'))
  expect(report.counts.checks).toBe(999 * 20 + 3)
})
