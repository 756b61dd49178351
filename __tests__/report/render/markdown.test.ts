import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { bytes } from '../../../src/report/budget.js'
import { renderMarkdown } from '../../../src/report/render/markdown.js'
import { message } from '../../../src/shared/message.js'
import { worked } from '../../support/worked.js'
import {
  bigReport,
  gate,
  HOSTILE,
  hostileReport,
  metricCheck,
  passingReport,
  problemReport,
  reportOf,
  SHA256,
  sampleReport,
  wordingIn,
} from '../sample.js'

const en = wordingIn('en')
const ROOM = { maxBytes: 60_000 }
const markdown = new MarkdownIt({ html: true, linkify: true })

test('says what failed, what is undecided, what passed and what it rests on', () => {
  expect(renderMarkdown(sampleReport(), en, ROOM)).toBe(`\
## ❌ churn_predictor: 2 of 6 checks failed, 1 undecided, 1 waived

| outcome | check | measured | required | what and where |
| --- | --- | --- | --- | --- |
| ❌ failed | recall gap by gender<br>\`fairness/recall/gender/gap\` | **0.09** | &lt; 0.05 | 0.04 over · \`outputs/groups.json:4\` · policy \`.github/ml-gate.yaml:10\`<br>The lowest group is female |
| ❌ failed | f1<br>\`performance/f1\` | **0.81** | ≥ 0.85 | 0.04 short · \`outputs/metrics.json:2\` · policy \`.github/ml-gate.yaml:6\`<br>f1 is 0.81, required is &gt;= 0.85 |
| ❓ undecided | recall gap by age_band<br>\`fairness/recall/age_band/gap\` | **0.03** | &lt; 0.05 | 0.02 away · \`outputs/groups.json:4\` · policy \`.github/ml-gate.yaml:10\`<br>Group 70+ has too few positives |

<details><summary>1 waived</summary>

| check | measured | required | what and where |
| --- | --- | --- | --- |
| brier<br>\`performance/brier\` | **0.12** | ≤ 0.1 | 0.02 over · \`outputs/metrics.json:2\` · policy \`.github/ml-gate.yaml:6\`<br>brier is 0.12, required is &lt;= 0.1 |

</details>

<details><summary>2 passed</summary>

| check | measured | required | what and where |
| --- | --- | --- | --- |
| section limitations<br>\`documentation/limitations\` | – | – | \`MODEL_CARD.md:20\` · policy \`.github/ml-gate.yaml:12\`<br>section limitations |
| auc<br>\`performance/auc\` | **0.930** | ≥ 0.90 | 0.03 to spare · \`outputs/metrics.json:2\` · policy \`.github/ml-gate.yaml:6\` |

</details>

### Notes

- No gate asks for outputs/old.json

### Evidence

| evidence | file | format | bytes | SHA-256 |
| --- | --- | --- | --- | --- |
| groups | \`outputs/groups.json\` | json | 48 | \`9f86d081884c\` |
| metrics | \`outputs/metrics.json\` | json | 48 | \`9f86d081884c\` |

<details><summary>SHA-256 digests in full</summary>

- \`outputs/groups.json\`: \`${SHA256}\`
- \`outputs/metrics.json\`: \`${SHA256}\`

</details>

Policy: \`.github/ml-gate.yaml\` (from the checkout), SHA-256 \`${SHA256}\`

Judged: acme/churn, commit \`a1b2c3d4e5f60718293a4b5c6d7e8f9012345678\`, pull request 7, run 42
`)
})

test('puts problems first, each with its place', () => {
  expect(renderMarkdown(problemReport(), wordingIn('ko'), ROOM)).toBe(`\
## ⛔ 정책 또는 입력에 문제 1건, 평가하지 않음

### 문제

- \`.github/ml-gate.yaml:3:5\`: 알 수 없는 키 preformance, 비슷한 이름: performance, fairness

정책: \`.github/ml-gate.yaml\` (체크아웃의 파일), SHA-256 \`${SHA256}\`
`)
})

test('tells the models and the soft enforcement of a row', () => {
  const report = reportOf('warn', [
    ['b', [gate('performance', [metricCheck('f1', 'fail')], 'warn')]],
    ['a', [gate('performance', [metricCheck('f1', 'fail')], 'observe')]],
  ])
  const lines = renderMarkdown(report, en, ROOM).split('\n')
  expect(lines[0]).toBe('## ⚠️ 2 models: warning (2 of 2 checks failed)')
  expect(lines).toContain('| a | warning |')
  expect(lines.filter((line) => line.startsWith('| ⚠️')).map((line) => line.split(' | ').slice(0, 2))).toEqual([
    ['| ⚠️ failed (observed only)', 'a'],
    ['| ⚠️ failed (warning only)', 'b'],
  ])
})

test('links lines of files that the commit holds', () => {
  const links = {
    server: 'https://github.com',
    repository: 'acme/churn',
    commit: 'a1b2c3d',
    holds: (path: string) => path.startsWith('.github/'),
  }
  const body = renderMarkdown(sampleReport(), en, { ...ROOM, links })
  expect(body).toContain(
    '[`.github/ml-gate.yaml:6`](https://github.com/acme/churn/blob/a1b2c3d/.github/ml-gate.yaml#L6)',
  )
  expect(body).toContain('· `outputs/metrics.json:2` ·')
  const forged = renderMarkdown(sampleReport(), en, { ...ROOM, links: { ...links, repository: 'a/b) [x](http://c' } })
  expect(forged).not.toContain('](')
})

test('does not depend on the order of gates and checks', () => {
  const report = sampleReport()
  const turned = {
    ...report,
    models: report.models.map((model) => ({
      ...model,
      evidence: [...model.evidence].reverse(),
      gates: [...model.gates].reverse().map((one) => ({ ...one, checks: [...one.checks].reverse() })),
    })),
  }
  expect(renderMarkdown(turned, en, ROOM)).toBe(renderMarkdown(report, en, ROOM))
})

describe('budget', () => {
  test('is kept to the byte whatever the names', () => {
    const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...HOSTILE))
    fc.assert(
      fc.property(name, fc.integer({ min: 0, max: 9_000 }), (text, maxBytes) => {
        expect(bytes(renderMarkdown(hostileReport(text), en, { maxBytes }))).toBeLessThanOrEqual(maxBytes)
      }),
      { numRuns: 150 },
    )
  })

  test('keeps failures before passes and counts what is left out', () => {
    const start = worked()
    const body = renderMarkdown(bigReport(5_000), en, ROOM)
    expect(worked() - start).toBeLessThan(3_000)
    expect(bytes(body)).toBeLessThanOrEqual(60_000)
    const rows = (pattern: RegExp) => body.split('\n').filter((line) => pattern.test(line)).length
    expect(rows(/^\| ❌ failed/)).toBe(50)
    const passed = rows(/^\| metric_/)
    expect(passed).toBeGreaterThan(50)
    expect(body).toContain(`… and ${4_950 - passed} more in report.json\n\n</details>`)

    const small = renderMarkdown(bigReport(5_000), en, { maxBytes: 5_000 })
    const shown = small.split('\n').filter((line) => line.startsWith('| ❌')).length
    expect(small).toContain(`… and ${50 - shown} more in report.json`)
    expect(small).toContain('passed: 4950 left out for want of room, see report.json')
  })

  test('leaves a cut heading where nothing else fits', () => {
    expect(renderMarkdown(passingReport(), en, { maxBytes: 20 })).toBe('## ✅ churn_pred…')
  })
})

describe('hostile text', () => {
  const cases = [...HOSTILE, ...['|', '`', '@', '<', '\ud800', 'a '].map((unit) => unit.repeat(1_000_000))]

  test.each(cases.map((text) => [text.slice(0, 60), text]))('%j stays text', (_name, text) => {
    const body = renderMarkdown(hostileReport(text), en, { maxBytes: 500_000 })
    const own = body.replace(/<\/?(?:details|summary|code)>|<br>/g, '').replace(/`[^`\n]*`/g, '')
    expect(own).not.toContain('<')
    expect(own).not.toMatch(/@(?!&#8203;)/)
    const html = markdown.render(body)
    expect(html).not.toMatch(/<(?:a|img|script|em|blockquote|ol|pre|s|h1)\b/)
    expect(html.match(/<h[1-6]/g)).toHaveLength(5)
    expect(html.match(/<strong>/g)?.length ?? 0).toBeLessThanOrEqual(7)
    // 5 columns for 4 open checks, 4 for the 3 others, 5 for the change, 5 for the file; each cell of each row is there.
    expect(html.match(/<td>/g)).toHaveLength(5 * 4 + 4 * 3 + 5 + 5)
    expect(html.match(/<details>/g)).toHaveLength(4)
    expect(html.match(/<\/details>/g)).toHaveLength(4)
  })

  test('a template cannot be completed to a link', () => {
    const report = { ...passingReport(), notes: [message('sample.unused', { path: '@octocat#1' })] }
    expect(renderMarkdown(report, en, ROOM)).toContain('@&#8203;octocat\\#&#8203;1')
  })
})
