import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Report } from '../../src/report/model.js'
import { annotationsOf } from '../../src/report/render/annotations.js'
import { renderJson } from '../../src/report/render/json.js'
import { renderJunit } from '../../src/report/render/junit.js'
import { renderMarkdown } from '../../src/report/render/markdown.js'
import { renderSarif } from '../../src/report/render/sarif.js'
import { renderText } from '../../src/report/render/text.js'
import type { Change } from '../../src/shared/change.js'
import { message } from '../../src/shared/message.js'
import { repo } from '../support/repo.js'
import { gate, metricCheck, reportOf, SHA256, wordingIn } from './sample.js'

const POLICY = '.github/ml-gate.yaml'
const BASE = 'b'.repeat(40)
const named = (name: string) => message('sample.metric', { name })

const CHANGES: readonly Change[] = [
  { what: named('auc'), head: '>= 0.9', direction: 'stricter', at: { path: POLICY, line: 7 } },
  { what: named('path'), base: 'a.json', head: 'b.json', direction: 'changed' },
  { what: named('f1'), base: '>= 0.85', head: '>= 0.8', direction: 'weaker', at: { path: POLICY, line: 6, column: 3 } },
  { what: named('rmse'), base: '<= 3', direction: 'weaker', at: { path: 'policy', line: 2, input: true } },
]

function reportWith(changes: readonly Change[], state: 'base' | 'head' = 'base'): Report {
  const place = { path: POLICY, line: 3, commit: BASE, judged: { path: POLICY, line: 6 } }
  return reportOf('fail', [['churn', [gate('performance', [metricCheck('f1', 'fail', { policy: place })])]]], {
    subject: { repository: 'acme/churn', commit: 'a'.repeat(40), pull_request: 7 },
    policy: { source: POLICY, from: state, state, commit: BASE, sha256: SHA256, resolved: {}, changes },
  })
}

interface SarifResult {
  readonly ruleId: string
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly unknown[]
  readonly partialFingerprints: unknown
}

const LINKS = { server: 'https://github.com', repository: 'acme/churn', commit: 'a'.repeat(40) }

describe('changes of the policy', () => {
  test('in Markdown: what is weaker first, both demands, and where', () => {
    const text = renderMarkdown(reportWith(CHANGES), wordingIn('en'), { maxBytes: 60_000, links: LINKS })
    const rows = text.split('\n').filter((line) => /^\| (?:⚠️|❓|⬆️)/.test(line))
    expect(rows).toEqual([
      `| ⚠️ weaker | f1 | ≥ 0.85 | ≥ 0.8 | [\`${POLICY}:6\`](https://github.com/acme/churn/blob/${'a'.repeat(40)}/${POLICY}#L6) |`,
      '| ⚠️ weaker | rmse | ≤ 3 | – | `policy:2` |',
      '| ❓ changed | path | a.json | b.json | – |',
      `| ⬆️ stricter | auc | – | ≥ 0.9 | [\`${POLICY}:7\`](https://github.com/acme/churn/blob/${'a'.repeat(40)}/${POLICY}#L7) |`,
    ])
    expect(text).toContain('The base branch’s policy decided')
    // What decided stands in the base's commit, and its link leads there.
    expect(text).toContain(`blob/${BASE}/${POLICY}#L3`)
    expect(text).toContain('from the base branch, commit `bbbbbbb`')
  })

  test('in Markdown without room are counted', () => {
    const text = renderMarkdown(reportWith(CHANGES), wordingIn('en'), { maxBytes: 900 })
    expect(text).toContain('≥ 0.85')
    expect(text).toContain('… and 2 more in report.json')
  })

  test('on a terminal: a line each', () => {
    const text = renderText(reportWith(CHANGES), wordingIn('en'))
    expect(text).toMatch(/^weaker +f1 +>= 0\.85 → >= 0\.8 +\.github\/ml-gate\.yaml:6$/m)
    expect(text).toMatch(/^stricter +auc +- → >= 0\.9 +\S+:7$/m)
  })

  test('as notices: on lines of the repository that make it weaker, and the check on the head’s line', () => {
    const found = annotationsOf(reportWith(CHANGES), wordingIn('en'))
    expect(found.map(({ level, at }) => `${level} ${at.path}:${at.line}`)).toEqual([
      `failure ${POLICY}:6`,
      `notice ${POLICY}:6`,
    ])
    expect(found[1]?.message).toMatch(/Base branch: >= 0\.85\. Pull request: >= 0\.8\./)
  })

  test('in SARIF: a note each, on its line where the repository has it, the same result whatever the language', () => {
    const [en, ko] = (['en', 'ko'] as const).map((language) =>
      JSON.parse(renderSarif(reportWith(CHANGES), wordingIn(language))),
    )
    const of = (sarif: typeof en) =>
      sarif.runs[0].results.filter(({ ruleId }: { ruleId: string }) => ruleId.startsWith('policy/'))
    expect(
      of(en).map(({ ruleId, level, message: { text }, locations }: SarifResult) => [
        ruleId,
        level,
        text,
        locations.length,
      ]),
    ).toEqual([
      ['policy/weaker', 'note', 'weaker: f1. Base branch: >= 0.85. Pull request: >= 0.8.', 1],
      ['policy/weaker', 'note', 'weaker: rmse. Base branch: <= 3. Pull request: –.', 0],
      ['policy/changed', 'note', 'changed: path. Base branch: a.json. Pull request: b.json.', 0],
      ['policy/stricter', 'note', 'stricter: auc. Base branch: –. Pull request: >= 0.9.', 1],
    ])
    const prints = (sarif: typeof en) => of(sarif).map((it: SarifResult) => it.partialFingerprints)
    expect(prints(ko)).toEqual(prints(en))
    expect(new Set(prints(en).map((it: unknown) => JSON.stringify(it))).size).toBe(4)
    const { rules } = en.runs[0].tool.driver
    for (const { ruleId, ruleIndex } of en.runs[0].results) expect(rules[ruleIndex].id).toBe(ruleId)
  })

  test('in JUnit: skipped cases of a suite of their own', () => {
    const xml = renderJunit(reportWith(CHANGES), wordingIn('en'))
    expect(xml).toContain('<testsuite name="policy" tests="4" failures="0" errors="0" skipped="4">')
    expect(xml).toContain('<skipped message="weaker: f1. Base branch: &gt;= 0.85. Pull request: &gt;= 0.8."/>')
    expect(renderJunit(reportWith([]), wordingIn('en'))).not.toContain('name="policy"')
  })

  test('say whose policy decided', () => {
    expect(renderText(reportWith(CHANGES, 'head'), wordingIn('en'))).toContain('The pull request’s own policy decided')
    expect(renderText(reportWith(CHANGES), wordingIn('ko'))).toMatch(/^완화 +f1 /m)
  })

  test('in report.json, as its schema has them', () => {
    const json = JSON.parse(renderJson(reportWith(CHANGES), wordingIn('en')))
    const schema = JSON.parse(readFileSync(repo('schema/report.schema.json'), 'utf8'))
    const validate = new Ajv2020({ strict: false }).compile(schema)
    expect([validate(json), validate.errors]).toEqual([true, null])
    expect(json.policy).toMatchObject({ from: 'base', state: 'base', commit: BASE })
    expect(json.policy.changes.slice(0, 2)).toEqual([
      {
        code: 'sample.metric',
        what: 'f1',
        base: '>= 0.85',
        head: '>= 0.8',
        direction: 'weaker',
        place: { path: POLICY, line: 6, column: 3 },
      },
      { code: 'sample.metric', what: 'rmse', base: '<= 3', direction: 'weaker' },
    ])
    expect(json.models[0].gates[0].checks[0].policy).toEqual({ path: POLICY, line: 3, commit: BASE })
  })

  test('are no section where there are none', () => {
    const text = renderMarkdown(reportWith([]), wordingIn('en'), { maxBytes: 60_000 })
    expect(text).not.toContain('Policy changes')
  })
})
