import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { writeReport } from '../../src/app/files.js'
import { judge } from '../../src/app/judge.js'
import { textsOf, wordingFor } from '../../src/app/wording.js'
import { loadPacks, packIds } from '../../src/compliance/load.js'
import type { Report } from '../../src/report/model.js'
import { renderMarkdown } from '../../src/report/render/markdown.js'
import { renderText } from '../../src/report/render/text.js'
import { message } from '../../src/shared/message.js'
import { english, evidenceFrom, policyFrom } from '../support/evidence.js'
import { judgeFiles, NOW, saidOf } from '../support/judged.js'
import { repo } from '../support/repo.js'
import { makeWorkspace } from '../support/workspace.js'

const LANGUAGES = ['en', 'ko'] as const

/** What no output may claim, in any wording: that a law or standard is met. */
const CLAIMS = [
  /\b(?:non-?)?compliant\b/i,
  /\bcompl(?:y|ies|ied)\b/i,
  /\bcompliance (?:is |was |has been )?(?:achieved|met|ensured|guaranteed|confirmed|passed)/i,
  /\bcertified\b/i,
  /준수(?:함|합니다|하고|했|되|됨)|(?:법|규제|규정|표준)[가-힣]* ?(?:요건[을를] )?충족(?:함|합니다|했|됨)|적법|합법/,
]

const claimsIn = (text: string) => CLAIMS.flatMap((claim) => claim.exec(text)?.[0] ?? [])

test.each([
  'This model is compliant.',
  'It complies with Article 9',
  'Compliance achieved',
  '법을 준수합니다',
  '법의 요건을 충족함',
])('%j is seen as a claim', (text) => {
  expect(claimsIn(text).length).toBeGreaterThan(0)
})

const METRICS = '{"f1": 0.9}'
const CARD = '## Intended use\nTo rank customers for a call.\n## Limitations\nContracts of a month or more.\n'
const POLICY = `
model: churn
evidence: {metrics: m.json, model-card: card.md}
performance: {f1: {min: 0.89}}
documentation: {require: [intended_use, limitations]}
compliance: [${packIds().join(', ')}]
`
const run = (policy = POLICY, more: Parameters<typeof judgeFiles>[2] = {}) =>
  judgeFiles(policy, { 'm.json': METRICS, 'card.md': CARD }, more)

/** Every file and every face of a report. */
async function faces(report: Report, language: 'en' | 'ko'): Promise<Record<string, string>> {
  await using folder = await makeWorkspace({})
  const wording = wordingFor(language)
  writeReport(report, wording, folder.root)
  const files = ['report.json', 'report.md', 'report.sarif', 'junit.xml', 'compliance.json', 'compliance.md']
  return {
    terminal: renderText(report, wording),
    ...Object.fromEntries(files.map((name) => [name, readFileSync(`${folder.root}/${name}`, 'utf8')])),
  }
}

describe('nothing claims that a law or standard is met', () => {
  test('no text and no pack', async () => {
    const texts = Object.values(textsOf).flatMap((room) =>
      LANGUAGES.flatMap((language) => Object.values(room[language]())),
    )
    const packs = (await loadPacks(packIds())).map((pack) => JSON.stringify(pack))
    expect([...texts, ...packs].flatMap((text) => claimsIn(text))).toEqual([])
  })

  test.each(LANGUAGES)('no face of a report, in %s', async (language) => {
    const shown = await faces(await run(), language)
    for (const [name, text] of Object.entries(shown)) {
      expect(text.length).toBeGreaterThan(100)
      expect({ name, claims: claimsIn(text) }).toEqual({ name, claims: [] })
    }
  })
})

test('report.json has the controls in its published shape; files of their own only where a framework is asked for', async () => {
  const { compliance: _, ...schema } = JSON.parse(readFileSync(repo('schema/report.schema.json'), 'utf8'))
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema)
  const shown = await faces(await run(), 'en')
  const report = JSON.parse(shown['report.json'] ?? '')
  expect(validate(report) ? [] : validate.errors).toEqual([])
  const [model] = report.models
  expect(model.compliance.map(({ pack }: { pack: string }) => pack)).toEqual(packIds())
  expect(JSON.parse(shown['compliance.json'] ?? '').models[0].compliance).toEqual(model.compliance)
  for (const { counts, controls } of model.compliance) {
    expect(Object.values(counts as Record<string, number>).reduce((sum, count) => sum + count, 0)).toBe(controls.length)
  }
  const card = model.evidence.find(({ kind }: { kind: string }) => kind === 'model-card')
  const control = model.compliance[0].controls.find(({ id }: { id: string }) => id === 'Article 13(3)(b)(i)')
  expect(control).toMatchObject({ status: 'evidenced', checks: ['documentation/intended_use'] })
  expect(control.evidence).toEqual([{ path: 'card.md', sha256: card.sha256 }])

  await using folder = await makeWorkspace({})
  writeReport(await run(POLICY.replace(/compliance:.*/, '')), wordingFor('en'), folder.root)
  expect(() => readFileSync(`${folder.root}/compliance.md`)).toThrow('ENOENT')
})

test('the summary folds each framework and gives it room last', async () => {
  const report = await run()
  const whole = renderMarkdown(report, wordingFor('en'), { maxBytes: 1e6 })
  for (const { title } of await loadPacks(packIds())) expect(whole).toContain(`<details><summary>${title.en}`)
  const cut = renderMarkdown(report, wordingFor('en'), { maxBytes: 4_000 })
  expect(cut).toContain('performance/f1')
  expect(cut).toContain('left out for want of room')
})

test('Korean readers get Korean titles where there are any', async () => {
  const { 'compliance.md': text = '' } = await faces(await run(), 'ko')
  expect(text).toContain('인공지능 투명성 확보 의무')
  expect(text).toContain('유럽연합 인공지능법')
})

test('a framework that was replaced is named with its successor', async () => {
  const said = (await run()).notes.map(english)
  expect(said).toEqual([
    'us-sr-11-7 was replaced by us-sr-26-2. Change the policy to us-sr-26-2; the old text is no longer in force.',
  ])
  const { 'compliance.md': text = '' } = await faces(await run(), 'en')
  expect(text).toContain('⚠️ us-sr-11-7 was replaced by us-sr-26-2.')
})

test('a date that is still to come stands beside the status, and old data is named', async () => {
  const policy = POLICY.replace(/compliance:.*/, 'compliance: [eu-ai-act]')
  const ahead = ({ models }: Report) =>
    models[0]?.compliance?.[0]?.controls.filter((control) => control.ahead).map(({ id }) => id) ?? []
  const [now, later] = [await run(policy), await run(policy, { now: Date.parse('2027-12-02T00:00:00Z') })]
  expect(ahead(now)).toContain('Annex IV 1(a)')
  expect(ahead(now)).not.toContain('Article 50(1)')
  expect(ahead(later)).toEqual([])
  expect(now.notes.map(english)).toEqual([])
  expect(later.notes.map(english)).toEqual([
    expect.stringMatching(/^The data of eu-ai-act was last held .* 2026-11-25,/),
  ])
  const { 'compliance.md': text = '' } = await faces(now, 'en')
  expect(text).toContain('| 2027-12-02 (ahead) |')
})

describe('it informs, and decides nothing without `require`', () => {
  test('the same verdict and checks with frameworks and without', async () => {
    const [bare, asked] = [await run(POLICY.replace(/compliance:.*/, '')), await run()]
    expect(asked.verdict).toBe('pass')
    expect([asked.verdict, asked.counts, asked.models[0]?.gates]).toEqual([
      bare.verdict,
      bare.counts,
      bare.models[0]?.gates,
    ])
  })

  const requiring = (more: string) => POLICY.replace(/compliance:.*/, `compliance: [{pack: eu-ai-act, ${more}}]`)

  test('a required control is a check, and a failing one fails the verdict', async () => {
    const report = await run(requiring('require: [Article 13(3)(b)(i), "Annex IV 9"]'))
    expect(report.verdict).toBe('fail')
    expect(saidOf(report, 'compliance')).toEqual([
      'compliance/eu-ai-act/Annex IV 9 missing: Annex IV 9 of eu-ai-act is not evidenced. It asks for what no check of this policy shows: documentation/monitoring.',
      'compliance/eu-ai-act/Article 13(3)(b)(i) pass: Article 13(3)(b)(i) of eu-ai-act is evidenced.',
    ])
  })

  test('a statement meets it, on the base branch and not in the change that brings it', async () => {
    const policy = requiring(
      'require: ["Annex IV 9"], attest: {Annex IV 9: {by: "@kim", link: wiki, expires: 2026-12-31}}',
    )
    expect((await run(policy)).verdict).toBe('pass')
    const brought = await run(policy, { subject: { pull_request: 7 } })
    expect(brought.verdict).toBe('fail')
    expect(saidOf(brought, 'compliance')[0]).toContain('It counts once it is on the base branch.')
  })

  test('a waiver covers its check, and its control stays as it is', async () => {
    const waiver =
      'waivers: [{check: compliance/eu-ai-act/Annex IV 9, reason: to come, owner: "@lee", approved-by: "@kim", expires: 2026-12-31}]'
    const report = await run(`${requiring('require: ["Annex IV 9"]')}${waiver}\n`)
    expect(report.verdict).toBe('pass')
    expect(report.counts.waived).toBe(1)
    const controls = report.models[0]?.compliance?.[0]?.controls
    expect(controls?.find(({ id }) => id === 'Annex IV 9')?.status).toBe('not-evidenced')
  })

  test('a required control alone is no evidence: where nothing else was checked, the verdict is an error', async () => {
    const policy = policyFrom('performance: {f1: {min: 0.8}}')
    const gates = policy.gates.map((demanded) => ({
      ...demanded,
      gate: { ...demanded.gate, evaluate: () => [{ ...NOTHING, outcome: 'not-applicable' as const }] },
    }))
    const required = { id: 'compliance/a-pack/C 1', outcome: 'pass' as const }
    const frameworks = { assess: () => ({ packs: [], checks: [{ ...NOTHING, ...required }] }), notes: [] }
    const run = { now: NOW, waivable: true, interested: [], commits: [] }
    const model = judge({ ...policy, gates }, await evidenceFrom({}), run, frameworks)
    expect(model.gates.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'performance not-applicable',
      'compliance pass',
    ])
    expect(model.verdict).toBe('error')
  })
})

const SAID = message('app.nothing-checked')
const NOTHING = { id: 'performance/f1', title: SAID, message: SAID, policy: { path: 'p.yaml' } }

describe('thresholds defined beforehand', () => {
  const TESTED = `
evidence: {metrics: m.json}
performance: {f1: {min: 0.8, confidence: 0.95}}
compliance: [eu-ai-act]
`
  const counted = { 'm.json': '{"f1": 0.9, "tp": 900, "fp": 100, "fn": 100, "tn": 900}' }
  const statusOf = ({ models }: Report, id: string) =>
    models[0]?.compliance?.[0]?.controls.find((control) => control.id === id)?.status

  test("the base branch's policy and an interval evidence them", async () => {
    const place = (at: { line: number; column: number }) => ({ path: 'p.yaml', ...at })
    const reading = { state: 'base', policy: { text: TESTED, source: 'p.yaml', place } } as const
    const base = { commit: 'c'.repeat(40), asked: 'auto', reading } as const
    const report = await judgeFiles(TESTED, counted, { subject: { pull_request: 7 }, origin: { base } })
    expect(report.verdict).toBe('pass')
    expect(statusOf(report, 'Article 9(8)')).toBe('evidenced')
  })

  test("the checkout's own policy, or a value alone, do in part", async () => {
    expect(statusOf(await judgeFiles(TESTED, counted), 'Article 9(8)')).toBe('partially-evidenced')
    const point = TESTED.replace(', confidence: 0.95', '')
    expect(statusOf(await judgeFiles(point, counted), 'Article 9(8)')).toBe('partially-evidenced')
  })
})

test('what people write is data in every face', async () => {
  const policy = POLICY.replace(
    /compliance:.*/,
    `compliance: [{pack: us-sr-26-2, attest: {scope: {by: "@kim", link: "<img src=x>|@acme ::error::", expires: 2026-12-31}}}]`,
  )
  const shown = await faces(await run(policy), 'en')
  expect(shown['compliance.md']).not.toMatch(/<img|\|@acme/)
  expect(shown['report.md']).not.toContain('<img')
})
