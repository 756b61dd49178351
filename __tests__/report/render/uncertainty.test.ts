import { describe, expect, test } from '@jest/globals'
import { renderJson } from '../../../src/report/render/json.js'
import { renderMarkdown } from '../../../src/report/render/markdown.js'
import { renderText } from '../../../src/report/render/text.js'
import type { Check } from '../../../src/verdict/outcome.js'
import { gate, metricCheck, reportOf, wordingIn } from '../sample.js'

const interval = { low: '0.79', high: '0.83', level: '0.95', method: 'wilson' }
const known = { uncertainty: { n: 1409, interval, detectable: '0.0292' } }
const at = { path: 'groups.json', line: 3 }
const groups = [
  { metric: 'recall', name: 'F', value: '0.71', at, n: 300, positives: 120, negatives: 180, interval },
  { metric: 'recall', name: '<b>|@all', value: '0.8', at, n: 12, small: true },
]

function reportWith(facts: Partial<Check>) {
  return reportOf('fail', [['churn', [gate('performance', [metricCheck('f1', 'fail', facts)])]]])
}

describe('how sure a value is', () => {
  test.each([
    ['en', /\*\*0\.81\*\*<br>95 %: 0\.79 to 0\.83 \(Wilson\), n 1409/, /a change of 0\.0292 would be noticed/],
    ['ko', /\*\*0\.81\*\*<br>95% 구간 0\.79 \\?~ 0\.83\(윌슨\), 표본 1409개/, /0\.0292 이상의 변화를 감지/],
  ] as const)('stands beside it in Markdown (%s)', (language, beside, noticed) => {
    const markdown = renderMarkdown(reportWith(known), wordingIn(language), { maxBytes: 10_000 })
    expect(markdown).toMatch(beside)
    expect(markdown).toMatch(noticed)
  })

  test('is said to be unknown where it is', () => {
    const report = reportWith({ uncertainty: { n: 10 } })
    expect(renderMarkdown(report, wordingIn('en'), { maxBytes: 10_000 })).toContain('uncertainty unavailable, n 10')
    expect(renderText(report, wordingIn('en'))).toContain('uncertainty unavailable, n 10')
    expect(JSON.parse(renderJson(report, wordingIn('en'))).models[0].gates[0].checks[0].uncertainty).toEqual({
      available: false,
      n: 10,
    })
  })

  test('is not spoken of where nothing was measured', () => {
    expect(renderText(reportWith({}), wordingIn('en'))).not.toContain('uncertainty')
  })

  test('is data in report.json', () => {
    const [check] = JSON.parse(renderJson(reportWith(known), wordingIn('en'))).models[0].gates[0].checks
    expect(check.uncertainty).toEqual({
      available: true,
      n: 1409,
      interval: { low: 0.79, high: 0.83, level: 0.95, method: 'wilson' },
      detectable: 0.0292,
    })
  })
})

describe('groups', () => {
  test('are listed, each once, with what is known of them; names are data', () => {
    const check = metricCheck('f1', 'fail', { groups })
    const ratio = { ...check, id: 'performance/ratio' }
    const report = reportOf('fail', [['churn', [gate('performance', [{ ...check, id: 'performance/gap' }, ratio])]]])
    const markdown = renderMarkdown(report, wordingIn('en'), { maxBytes: 10_000 })
    expect(markdown.match(/2 groups/g)).toHaveLength(1)
    expect(markdown).toContain('| F | 0.71 | 300 | 120 | 180 | 95 %: 0.79 to 0.83 (Wilson) |')
    expect(markdown).toMatch(/\| [^\n]*\(too few rows\) \| 0\.8 \| 12 \| – \| – \| – \|/)
    expect(markdown).not.toContain('<b>|')
  })

  test('name the groups that are shown to be higher, five of them at most, as data', () => {
    const below = ['<img src=x>', 'B', 'C', 'D', 'E', 'F', 'G']
    const row = { metric: 'recall', name: 'A', value: '0.1', at, n: 9, below }
    const shown = (names: string[], language: 'en' | 'ko' = 'en') => {
      const report = reportWith({ groups: [{ ...row, below: names }] })
      return renderMarkdown(report, wordingIn(language), { maxBytes: 10_000 })
    }
    expect(shown(below)).toMatch(/A \(shown to be lower than .*img src=x.*, B, C, D, E and 2 more\) \| 0\.1/)
    expect(shown(below)).not.toContain('<img')
    expect(shown(['B'])).toContain('A (shown to be lower than B) |')
    expect(shown(below, 'ko')).toMatch(/B, C, D, E 외 2개보다 유의하게 낮음/)
    const [check] = JSON.parse(renderJson(reportWith({ groups: [row] }), wordingIn('en'))).models[0].gates[0].checks
    expect(check.groups[0].below).toEqual(below)
  })

  test('are data in report.json', () => {
    const [check] = JSON.parse(renderJson(reportWith({ groups }), wordingIn('en'))).models[0].gates[0].checks
    expect(check.groups[1]).toEqual({
      metric: 'recall',
      name: '<b>|@all',
      value: 0.8,
      n: 12,
      small: true,
      evidence: { path: 'groups.json', line: 3 },
    })
  })
})
