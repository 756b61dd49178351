import type { Counts, GateReport, ModelReport, Report } from '../../src/report/model.js'
import { texts } from '../../src/report/texts/index.js'
import { type Language, makeWording, type Wording } from '../../src/report/wording.js'
import type { EvidenceFile } from '../../src/shared/evidence-file.js'
import { message, type Texts } from '../../src/shared/message.js'
import type { Check, Enforcement, Outcome, Verdict } from '../../src/verdict/outcome.js'

/** Texts such as gates bring along. */
const sampleTexts: Texts = {
  en: () => ({
    'sample.metric': '{name}',
    'sample.gap': '{name} gap by {attribute}',
    'sample.section': 'section {name}',
    'sample.compared': '{name} is {actual}, required is {expected}',
    'sample.worst': 'The lowest group is {group}',
    'sample.few': 'Group {group} has too few positives',
    'sample.unused': 'No gate asks for {path}',
    'sample.unknown-key': 'unknown key {key}, meant: {known}',
  }),
  ko: () => ({
    'sample.metric': '{name}',
    'sample.gap': '{attribute} 집단 간 {name} 격차',
    'sample.section': '{name} 항목',
    'sample.compared': '{name} 측정값 {actual}, 기준 {expected}',
    'sample.worst': '가장 낮은 집단: {group}',
    'sample.few': '양성 표본이 부족한 집단: {group}',
    'sample.unused': '어떤 검사도 요구하지 않는 파일: {path}',
    'sample.unknown-key': '알 수 없는 키 {key}, 비슷한 이름: {known}',
  }),
}

export function wordingIn(language: Language): Wording {
  return makeWording(language, (room) => (room === 'sample' ? sampleTexts : texts)[language]())
}

const POLICY = '.github/ml-gate.yaml'
export const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

export function metricCheck(name: string, outcome: Outcome, facts: Partial<Check> = {}): Check {
  const { expected = '>= 0.85', actual = '0.81' } = facts
  return {
    id: `performance/${name}`,
    outcome,
    title: message('sample.metric', { name }),
    message: message('sample.compared', { name, actual, expected }),
    expected,
    actual,
    policy: { path: POLICY, line: 6, column: 3 },
    evidence: { path: 'outputs/metrics.json', line: 2, column: 9, pointer: `/${name}` },
    ...facts,
  }
}

export function gate(id: string, checks: readonly Check[], enforcement: Enforcement = 'block'): GateReport {
  const worst: readonly Outcome[] = ['error', 'fail', 'missing', 'insufficient', 'waived', 'not-applicable', 'pass']
  return { id, enforcement, checks, outcome: worst.find((one) => checks.some((c) => c.outcome === one)) ?? 'pass' }
}

export function evidenceFile(path: string, kind = 'metrics', format = 'json'): EvidenceFile {
  return { kind, path, format, bytes: 48, sha256: SHA256 }
}

export function reportOf(
  verdict: Verdict,
  models: readonly (readonly [name: string, gates: readonly GateReport[], evidence?: readonly EvidenceFile[]])[],
  more: Partial<Report> = {},
): Report {
  const built = models.map(([name, gates, evidence = []]): ModelReport => ({ name, verdict, gates, evidence }))
  return {
    verdict,
    counts: countsOf(built),
    subject: {},
    policy: { source: POLICY, from: 'head', sha256: SHA256, resolved: {} },
    problems: [],
    models: built,
    notes: [],
    ...more,
  }
}

function countsOf(models: readonly ModelReport[]): Counts {
  const outcomes = models.flatMap((model) => model.gates.flatMap((one) => one.checks.map((check) => check.outcome)))
  const count = (...wanted: Outcome[]) => outcomes.filter((outcome) => wanted.includes(outcome)).length
  return {
    checks: outcomes.length,
    passed: count('pass'),
    failed: count('fail', 'missing'),
    insufficient: count('insufficient'),
    errors: count('error'),
    waived: count('waived'),
    notApplicable: count('not-applicable'),
  }
}

const gap: Check = {
  id: 'fairness/recall/gender/gap',
  outcome: 'fail',
  title: message('sample.gap', { name: 'recall', attribute: 'gender' }),
  message: message('sample.worst', { group: 'female' }),
  expected: '< 0.05',
  actual: '0.09',
  distance: '0.04',
  side: 'above',
  policy: { path: POLICY, line: 10 },
  evidence: { path: 'outputs/groups.json', line: 4, pointer: '/gender' },
}

const ageGap: Check = {
  ...gap,
  id: 'fairness/recall/age_band/gap',
  outcome: 'insufficient',
  title: message('sample.gap', { name: 'recall', attribute: 'age_band' }),
  message: message('sample.few', { group: '70+' }),
  actual: '0.03',
  distance: '0.02',
  side: 'below',
}

const limitations: Check = {
  id: 'documentation/limitations',
  outcome: 'pass',
  title: message('sample.section', { name: 'limitations' }),
  message: message('sample.section', { name: 'limitations' }),
  policy: { path: POLICY, line: 12 },
  evidence: { path: 'MODEL_CARD.md', line: 20 },
}

/** Two failed, one undecided, one waived, two passed. */
export function sampleReport(): Report {
  const performance = gate('performance', [
    metricCheck('f1', 'fail', { distance: '0.04', side: 'below' }),
    metricCheck('auc', 'pass', { expected: '>= 0.90', actual: '0.930', distance: '0.03', side: 'above' }),
    metricCheck('brier', 'waived', { expected: '<= 0.1', actual: '0.12', distance: '0.02', side: 'above' }),
  ])
  return reportOf(
    'fail',
    [
      [
        'churn_predictor',
        [performance, gate('fairness', [gap, ageGap]), gate('documentation', [limitations])],
        [evidenceFile('outputs/metrics.json'), evidenceFile('outputs/groups.json', 'groups')],
      ],
    ],
    {
      subject: {
        repository: 'acme/churn',
        commit: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
        pull_request: 7,
        run: 42,
      },
      policy: {
        source: POLICY,
        from: 'head',
        sha256: SHA256,
        resolved: { version: 1, performance: { f1: { min: 0.85 } } },
      },
      notes: [message('sample.unused', { path: 'outputs/old.json' })],
    },
  )
}

export function passingReport(): Report {
  return reportOf('pass', [['churn_predictor', [gate('performance', [metricCheck('f1', 'pass', { actual: '0.9' })])]]])
}

export function problemReport(): Report {
  const problems = [
    {
      message: message('sample.unknown-key', { key: 'preformance', known: ['performance', 'fairness'] }),
      at: { path: POLICY, line: 3, column: 5 },
    },
  ]
  return reportOf('error', [], { problems })
}

/** Every text that comes from a file replaced by the same hostile one. */
export function hostileReport(text: string): Report {
  const check = (id: string, outcome: Outcome): Check => ({
    id: `${id}/${text}`,
    outcome,
    title: message('sample.gap', { name: text, attribute: text }),
    message: message('sample.compared', {
      name: text,
      actual: text,
      expected: message('sample.worst', { group: text }),
    }),
    expected: text,
    actual: text,
    distance: text,
    policy: { path: text, line: 6 },
    evidence: { path: text, line: 2, column: 1, pointer: text },
  })
  const outcomes: readonly Outcome[] = ['pass', 'fail', 'missing', 'insufficient', 'error', 'waived', 'not-applicable']
  const gates = [
    gate(
      text,
      outcomes.map((outcome) => check(outcome, outcome)),
    ),
  ]
  const files = [{ kind: text, path: text, format: text, bytes: 1, sha256: SHA256 }]
  return reportOf('error', [[text, gates, files]], {
    subject: { repository: text, commit: text, workflow: text, actor: text },
    policy: {
      source: text,
      from: 'base',
      state: 'base',
      commit: text,
      sha256: SHA256,
      resolved: { [text]: text },
      changes: [
        {
          what: message('sample.metric', { name: text }),
          base: text,
          head: text,
          direction: 'weaker',
          at: { path: text, line: 1 },
        },
      ],
    },
    problems: [
      { message: message('sample.unknown-key', { key: text, known: [text, text] }), at: { path: text, line: 1 } },
    ],
    notes: [message('sample.unused', { path: text })],
  })
}

/** As many checks as no reviewer ever reads, a hundredth of them failed. */
export function bigReport(checks: number): Report {
  const all = Array.from({ length: checks }, (_, index) =>
    metricCheck(`metric_${String(index).padStart(5, '0')}`, index % 100 === 99 ? 'fail' : 'pass', {
      distance: '0.04',
      side: 'below',
    }),
  )
  return reportOf('fail', [['churn_predictor', [gate('performance', all)], [evidenceFile('outputs/metrics.json')]]])
}

/** Texts that try to be something else than text. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src="https://evil.example/x.png">',
  '</code></summary></details><h1>Approved</h1>',
  '**APPROVED** by @octocat and @acme/team, a@b.com',
  '[click](https://evil.example) ![x](http://evil.example/x.png)',
  'www.evil.example and https://evil.example and ftp://evil.example',
  'fixes #123, GH-45, acme/churn#6, a1b2c3d4e5f6 and acme/churn@a1b2c3d',
  '::error::owned',
  '\n::error::owned',
  '\r\n  ::add-mask::success',
  'x ##[error]owned',
  '##[add-mask]x',
  '` `` ``` ````',
  '`a` | b || c \\| d \\',
  '|\n| --- | --- |\n| forged | row |',
  '# heading\n\n- item\n\n> quote\n\n```\ncode\n```',
  '\u202egnp.exe\u202c \u2066x\u2069 \u200f',
  '\u0000\u0007\u001b[31mred\u001b[0m\u0085\u2028\u2029',
  '\ud800 lone \udc00',
  ':\ufe0f:error::x',
  '$`x`$ $$y$$ :+1: :smile:',
  '<!-- ]]> -->&lt;b&gt;&#64;octocat',
  '~~gone~~ _em_ __strong__ a_b_c',
  '1. one',
  '{0} {name} $& $1',
  '../../etc/passwd',
  '__proto__',
  '',
]
