import { describe, expect, test } from '@jest/globals'
import { english, parsed as parse } from '../support/evidence.js'
import { worked } from '../support/worked.js'

function problems(text: string): string[] {
  const parsed = parse(text, 'p.yaml')
  if (parsed.ok) return []
  return parsed.problems.map(({ message, at }) => `${at?.line}:${at?.column} ${message.id} ${english(message)}`)
}

const WAIVER = `  - check: performance/auc
    reason: no labels yet
    owner: "@lee"
    approved-by: "@acme/model-risk"
    expires: 2026-12-31
`

/** A policy with one waiver, a key of it left out or written otherwise. */
function waived(key?: string, value?: string): string {
  const written = value === undefined ? '' : `    ${key}: ${value}\n`
  const waiver = key === undefined ? WAIVER : WAIVER.replace(new RegExp(` {4}${key}: .*\n`), written)
  return `performance: {auc: {min: 0.9}}\nwaivers:\n${waiver}`
}

/** A policy around one line, which stands on line 2, and what must be said of it. */
const MISTAKES: readonly (readonly [name: string, text: string, ...expected: RegExp[]])[] = [
  ['an unquoted comparison', 'performance:\n  f1: >= 0.85\n', /^2:7 policy\.unquoted .*">= 0\.85"/],
  ['an unquoted comparison in braces', 'performance: {f1: {min: > 0.85}}\n', /^1:25 policy\.unquoted/],
  ['a bare number', 'performance:\n  f1: 0.85\n', /^2:3 policy\.bare-number .*\{min: 0\.85\}/],
  ['a bare gap', 'fairness: {metric: a, by: g, gap: 0.05}\n', /^1:1 policy\.bare-number-only .*\{below: 0\.05\}/],
  ['a bare ratio', 'fairness: {metric: a, by: g, ratio: 0.8}\n', /^1:1 policy\.bare-number-only .*\{min: 0\.8\}/],
  ['a glob without quotes', 'models: */model_config.yaml\n', /^1:1 policy\.alias .*quotes/],
  ['a quoted bare number', 'performance:\n  f1: "0.85"\n', /^2:3 policy\.bare-number/],
  ['per cent for a fraction', 'performance:\n  f1: {min: 85%}\n', /^2:3 policy\.percent .*Write 0\.85/],
  ['per cent in a comparison', 'performance:\n  f1: ">= 85%"\n', /^2:3 policy\.percent .*Write >= 0\.85/],
  ['a per cent number on a fraction', 'performance:\n  f1: {min: 85}\n', /^2:3 bound\.percent .*Write 0\.85/],
  ['a per cent gap', 'fairness:\n  - {metric: accuracy, by: g, gap: {below: 5}}\n', /bound\.percent .*0\.05/],
  ['a duplicate key', 'performance:\n  f1: {min: 0.8}\n  f1: {min: 0.9}\n', /^3:3 policy\.duplicate-key .*f1/],
  ['yes', 'performance: yes\n', /^1:1 policy\.yaml11 .*yes/],
  ['true', 'performance: {f1: true}\n', /^1:1 policy\.boolean/],
  ['true for a gate', 'fairness: true\n', /^1:1 policy\.type-example .*metric: recall/],
  ['.nan', 'performance:\n  f1: {min: .nan}\n', /^2:3 policy\.nonfinite .*\.nan/],
  ['infinity', 'performance:\n  f1: {max: .inf}\n', /^2:3 policy\.nonfinite .*\.inf/],
  ['a quoted number', 'performance:\n  f1: {min: "0.85"}\n', /^2:3 policy\.quoted-number/],
  ['a decimal comma', 'performance:\n  f1: {min: "0,85"}\n', /^2:3 policy\.decimal-comma .*0\.85/],
  ['an underscore', 'performance:\n  n: {min: 1_000}\n', /^2:3 policy\.underscore .*1000/],
  ['an empty value', 'performance:\n  f1:\n', /^2:3 policy\.empty-value/],
  ['an empty gate', 'performance: {}\n', /^1:1 policy\.nothing-named/],
  ['an empty bound', 'performance:\n  f1: {}\n', /^2:3 policy\.nothing-demanded .*min/],
  ['an unknown key', 'perfromance: {f1: {min: 0.8}}\n', /^1:1 policy\.unknown-key-near .*performance/],
  ['an unknown option', 'performance:\n  f1:\n    minn: 0.8\n', /^3:5 policy\.unknown-key-near .*min/],
  ['a waiver without an owner', waived('owner'), /^3:5 policy\.required .*owner/],
  ['a waiver by nobody', waived('approved-by', 'kim'), /^6:5 policy\.person .*"kim"/],
  ['a waiver without a day', waived('expires', 'soon'), /^7:5 policy\.date .*"soon"/],
  ['a day that does not exist', waived('expires', '2026-02-29'), /^7:5 policy\.date .*2026-02-29/],
  ['a waiver for oneself', waived('approved-by', '"@LEE"'), /^6:5 policy\.own-approval .*@lee owns/],
  ['one check waived twice', `${waived()}${WAIVER}`, /^8:5 policy\.waived-twice .*performance\/auc/],
  [
    'confidence in per cent',
    'performance:\n  f1: {min: 0.8, confidence: 95}\n',
    /^2:3 uncertainty\.range .*0\.95 for 95 %/,
  ],
  [
    'confidence that proves nothing',
    'fairness: {metric: accuracy, by: sex, gap: {below: 0.05}, confidence: 0.5}\n',
    /^1:1 uncertainty\.range .*between 0\.5 and 1/,
  ],
  [
    'the worst group of several rates',
    'fairness: {metric: equalized_odds, by: sex, worst: {min: 0.5}}\n',
    /^1:1 fairness\.worst-of-several .*true_positive_rate/,
  ],
  ['a wrong choice', 'performance: {f1: {min: 0.8}}\nrisk: hihg\n', /^2:1 policy\.choice-near .*high/],
  [
    'enforcement of no gate',
    'performance: {f1: {min: 0.8}}\nenforcement: {fairnes: warn}\n',
    /^2:1 policy\.unknown-key-near/,
  ],
  ['a negative tolerance', 'performance:\n  f1: {max-drop: -0.1}\n', /^2:3 policy\.minimum/],
  ['no comparison', 'performance:\n  f1: "about 0.85"\n', /^2:3 policy\.comparison/],
  ['two comparisons', 'performance:\n  f1: ">= 0.8, <= 0.9"\n', /^2:3 policy\.comparison/],
  [
    'a fraction where per cent is declared',
    'performance:\n  f1: {min: 0.85, unit: percent}\n',
    /^2:3 bound\.fraction .*Write 85/,
  ],
  ['a metric without a bound', 'performance: {f1: {unit: percent}}\n', /^1:1 performance\.no-bound .*f1/],
  [
    'a tolerance that cannot be exceeded',
    'performance:\n  f1: {max-drop: 5}\n',
    /^2:3 performance\.impossible-change .*could never fail/,
  ],
  ['a number beyond reading', 'performance:\n  f1: ">= 1e999"\n', /^2:3 policy\.comparison/],
  ['a quoted version', 'version: "1"\nperformance: {f1: {min: 0.8}}\n', /^1:1 policy\.quoted-number/],
  ['an open range of one value', 'performance:\n  f1: {above: 0.9, below: 0.9}\n', /^2:3 performance\.empty-range/],
  ['a key that YAML reads as a number', 'performance:\n  1.0: {min: 0.9}\n', /^2:3 policy\.key .*1\.0/],
  [
    'more digits than YAML keeps',
    'performance:\n  f1: {min: 0.95000000000000000001}\n',
    /^2:13 policy\.digits .*0\.95000000000000000001/,
  ],
  ['a tolerated drop of everything', 'performance:\n  f1: {max-drop: 100%}\n', /^2:3 performance\.impossible-change/],
  ['a range without values', 'performance:\n  f1: {min: 0.9, max: 0.8}\n', /^2:3 performance\.empty-range/],
  [
    'a rule without metric',
    'fairness:\n  - {by: gender, gap: {below: 0.05}, ratio: {min: 0.8}}\n',
    /^2:5 policy\.required .*metric/,
  ],
  [
    'a rule without bound',
    'fairness:\n  - {metric: accuracy, by: gender}\n',
    /^2:5 fairness\.no-bound .*gap, ratio, worst/,
  ],
  ['a gap from below', 'fairness:\n  - {metric: a, by: g, gap: "> 0.05"}\n', /^2:5 fairness\.wrong-way-gap/],
  ['a ratio from above', 'fairness:\n  - {metric: a, by: g, ratio: "< 0.8"}\n', /^2:5 fairness\.wrong-way-ratio/],
  [
    'a rule twice',
    'fairness:\n  - {metric: a, by: g, gap: "< 0.05"}\n  - {metric: a, by: g, ratio: ">= 0.8"}\n',
    /^3:5 fairness\.twice/,
  ],
  ['an unknown field', 'documentation: {require: [intended_usee]}\n', /policy\.choice-near .*intended_use/],
  ['nothing', '', /^1:1 policy\.empty/],
  ['only comments', '# nothing\n', /^1:1 policy\.empty/],
  ['no gate', 'model: churn\n', /^1:1 policy\.no-gate/],
  ['a list', '- performance\n', /^1:1 policy\.not-a-mapping/],
  ['a tab', 'performance:\n\tf1: {min: 0.8}\n', /^2:1 policy\.tab YAML is indented with spaces, not with tabs\.$/],
  ['broken YAML', 'performance: {f1: {min: 0.8}\n', /policy\.yaml/],
  ['two documents', 'performance: {f1: {min: 0.8}}\n---\nperformance: {f1: {min: 0.1}}\n', /policy\.yaml/],
  ['a version that does not exist', 'version: 2\nperformance: {f1: {min: 0.8}}\n', /^1:1 policy\.choice /],
]

describe('mistakes in a policy', () => {
  test.each(MISTAKES)('%s has a message of its own, with its place', (_name, text, ...expected) => {
    const found = problems(text)
    expect(found).toHaveLength(expected.length)
    for (const [index, pattern] of expected.entries()) expect(found[index]).toMatch(pattern)
  })

  test.each([
    ...['approval', 'documentation', 'drift', 'explainability', 'fairness', 'performance', 'serving'],
    ...['audit', 'compliance', 'enforcement', 'evidence', 'maturity', 'waivers'],
  ])('what is shown for %s of another form may be written', (key) => {
    const [line = '', ...others] = problems(`${key}: 3\n`)
    expect(others).toEqual([])
    const [, example = ''] = /policy\.type-example .* such as `(.*)`\.$/.exec(line) ?? []
    expect(example).toMatch(new RegExp(`^${key}: `))
    expect(problems(`${example}\n${key === 'performance' ? '' : 'performance: {f1: {min: 0.5}}\n'}`)).toEqual([])
  })

  test('all are reported at once, in order of place', () => {
    const found = problems(
      'model: [x]\nperformance:\n  f1: >= 0.85\n  auc: 0.9\n  acc: {minn: 1}\nrisk: hgih\nfoo: 1\n',
    )
    expect(found.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '1:1 policy.type',
      '3:7 policy.unquoted',
      '4:3 policy.bare-number',
      '5:3 policy.unknown-key-near',
      '6:1 policy.choice-near',
      '7:1 policy.unknown-key',
    ])
  })

  test('a gate is read in full although another is mistyped', () => {
    const found = problems('performence: {f1: {min: 1}}\nfairness:\n  - {metric: accuracy, by: g, gap: {below: 5}}\n')
    expect(found.map((line) => line.split(' ')[1])).toEqual(['policy.unknown-key-near', 'bound.percent'])
  })

  test('a bomb of aliases is refused quickly', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}*l${i}]`)
    expect(problems(`l0: &l0 [x]\n${levels.join('\n')}\n`)).toEqual([expect.stringContaining('policy.aliases')])
  })

  test('a policy made to overflow the parser is refused', () => {
    const found = problems('!a '.repeat(170_000))
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThanOrEqual(201)
    expect(found.at(-1)).toMatch(/policy\.(too-complex|more|not-a-mapping)/)
  })

  test('a policy with thousands of metrics is read in good time', () => {
    const started = worked()
    const text = Array.from({ length: 10_000 }, (_, i) => `  m${i}: {min: 0.5}`).join('\n')
    expect(problems(`performance:\n${text}\n`)).toEqual([])
    expect(worked() - started).toBeLessThan(8000)
  })

  test('a very long text is refused before it is parsed', () => {
    expect(problems(`# ${'x'.repeat(600_000)}`)).toEqual([expect.stringContaining('policy.too-long')])
  })
})

describe('a valid policy', () => {
  const text = [
    'model: churn',
    'risk: high',
    'evidence:',
    '  metrics: [a.json, {path: b.txt, format: json}]',
    'performance:',
    '  f1:',
    '    min: 0.85',
    '  auc: ">= 0.90"',
    'documentation: {require: [limitations]}',
    'enforcement: {documentation: warn}',
  ].join('\n')
  const parsed = parse(text, 'p.yaml', {
    metrics: ['c.json'],
    baseline: [],
    groups: [],
    'model-card': ['card.md'],
  })
  if (!parsed.ok) throw new Error('the policy is valid')
  const policy = parsed.value

  test('has its defaults filled in and its gates in order of id', () => {
    expect(policy.gates.map(({ id, enforcement }) => [id, enforcement])).toEqual([
      ['documentation', 'warn'],
      ['performance', 'block'],
    ])
    expect(policy.onInsufficient).toBe('fail')
    expect(policy.evidence.metrics.map(({ path, format }) => [path, format])).toEqual([
      ['a.json', undefined],
      ['b.txt', 'json'],
      ['c.json', undefined],
    ])
    expect(policy.evidence['model-card']).toEqual([{ path: 'card.md' }])
  })

  test('knows where each threshold stands: its own line, or that of the key that holds it', () => {
    const performance = policy.gates.find(({ id }) => id === 'performance')
    expect(performance?.locate('/f1/min')).toEqual({ path: 'p.yaml', line: 7, column: 5 })
    expect(performance?.locate('/auc')).toEqual({ path: 'p.yaml', line: 8, column: 3 })
    expect(performance?.locate('/absent')).toEqual({ path: 'p.yaml', line: 5, column: 1 })
  })

  test('resolves to what was in force', () => {
    expect(policy.resolved).toEqual({
      version: 1,
      model: 'churn',
      risk: 'high',
      evidence: { metrics: ['a.json', { path: 'b.txt', format: 'json' }, 'c.json'], 'model-card': ['card.md'] },
      performance: { f1: { min: 0.85 }, auc: '>= 0.90' },
      documentation: { require: ['limitations'] },
      enforcement: { documentation: 'warn', performance: 'block' },
      'on-insufficient': 'fail',
    })
  })
})
