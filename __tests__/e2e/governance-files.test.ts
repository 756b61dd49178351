import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { repo } from '../support/repo.js'

/** The files of examples/governance, as real tools wrote them, read and judged as its README does. */

const EXAMPLE = repo('examples/governance')
const read = (...path: string[]) => readFileSync(join(EXAMPLE, ...path), 'utf8')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'governance-'))
  cpSync(EXAMPLE, join(folder, 'governance'), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function mlGate(...args: string[]) {
  const { status, stdout } = spawnSync(process.env.ML_GATE_NODE ?? process.execPath, [repo('dist/cli.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '' },
    timeout: 30_000,
  })
  return { status, stdout }
}

interface Check {
  readonly id: string
  readonly outcome: string
  readonly actual?: number
}

/** The verdict on a model of the example by one of its policies, and the checks that did not pass. */
function judged(model: string, policy: string) {
  const { status, stdout } = mlGate('check', `governance/${model}`, '--policy', policy, '--format', 'json')
  const { verdict, models } = JSON.parse(stdout)
  const checks: Check[] = models.flatMap(({ gates }: { gates: { checks: Check[] }[] }) =>
    gates.flatMap((gate) => gate.checks),
  )
  const others = checks.filter(({ outcome }) => outcome !== 'pass').map(({ id, outcome }) => `${outcome} ${id}`)
  return { status, verdict, checks: checks.length, others: others.sort() }
}

/** A policy of this test's own, beside the example's. */
function ownPolicy(text: string): string {
  writeFileSync(join(folder, 'own.yaml'), text)
  return 'own.yaml'
}

const FAIRNESS = 'governance/policies/4-fairness.yaml'

describe('the model passes, and the candidate is stopped by what accuracy hides', () => {
  test.each(['.', 'candidate'])('%s passes the three demands', (model) => {
    expect(judged(model, 'governance/policy.yaml')).toEqual({ status: 0, verdict: 'pass', checks: 7, others: [] })
  })

  test('the model passes on fairness', () => {
    expect(judged('.', FAIRNESS)).toEqual({ status: 0, verdict: 'pass', checks: 6, others: [] })
  })

  test('the candidate does not', () => {
    expect(judged('candidate', FAIRNESS)).toEqual({
      status: 1,
      verdict: 'fail',
      checks: 6,
      others: [
        'fail fairness/demographic_parity/gender/ratio',
        'fail fairness/equal_opportunity/gender/gap',
        'fail fairness/equal_opportunity/gender/ratio',
        'fail fairness/recall/age_band/worst',
      ],
    })
  })
})

describe('the files of one run agree with each other', () => {
  const PREDICTIONS = `
model: churn_predictor
evidence:
  metrics: outputs/metrics.json
  groups: outputs/by_group.json
  model-card: MODEL_CARD.md
  predictions: {path: outputs/predictions.csv, label: y_true, prediction: y_pred, score: y_score, positive: 1, groups: [gender, age_band]}
performance: {f1: {min: 0}, auc: {min: 0}, accuracy: {min: 0}, precision: {min: 0}, recall: {min: 0}, brier: {max: 1}}
fairness:
  - {metric: accuracy, by: gender, worst: {min: 0.5}}
  - {metric: precision, by: age_band, worst: {min: 0.5}}
  - {metric: false_positive_rate, by: age_band, worst: {max: 0.5}}
documentation: {measured: true}
`

  test.each(['.', 'candidate'])('%s: metrics, groups and card say what the predictions give', (model) => {
    expect(judged(model, ownPolicy(PREDICTIONS))).toEqual({ status: 0, verdict: 'pass', checks: 15, others: [] })
  })

  test('a changed prediction is noticed in each of them', () => {
    const table = read('outputs/predictions.csv').split('\n')
    const hit = table.findIndex((row) => row.startsWith('1,1,') && row.includes(',female,'))
    table[hit] = String(table[hit]).replace('1,1,', '1,0,')
    cpSync(EXAMPLE, join(folder, 'governance/changed'), { recursive: true })
    writeFileSync(join(folder, 'governance/changed/outputs/predictions.csv'), table.join('\n'))
    const { verdict, others } = judged('changed', ownPolicy(PREDICTIONS))
    expect(verdict).toBe('error')
    expect(others).toEqual(
      expect.arrayContaining([
        'error performance/f1',
        'error performance/recall',
        'error fairness/accuracy/gender/worst',
      ]),
    )
  })
})

describe('what each tool wrote is read as that tool', () => {
  /** `ml-gate inspect`: its first line, and every name with its value. */
  function inspected(file: string) {
    const { status, stdout } = mlGate('inspect', `governance/${file}`)
    const [head = '', ...lines] = stdout.split('\n')
    const values = new Map(
      lines.map((line) => line.trim().split(/ {2,}/)).map(([name = '', value = '']) => [name, value]),
    )
    return { status, format: head.split(': ')[1]?.split(',')[0], values }
  }

  test('SHAP: importance by feature', () => {
    const written = JSON.parse(read('outputs/shap.json')).feature_importance as Record<string, number>
    const { status, format, values } = inspected('outputs/shap.json')
    expect({ status, format }).toEqual({ status: 0, format: 'feature-importance' })
    expect(Object.keys(written)).toHaveLength(6)
    for (const [feature, value] of Object.entries(written))
      expect([feature, values.get(`feature_importance/${feature}`)]).toEqual([feature, String(value)])
  })

  test.each([
    ['outputs', []],
    ['candidate/outputs', ['gender']],
  ])('%s: SHAP values of rows, by the names of the features', (outputs, more) => {
    const { status, format, values } = inspected(`${outputs}/shap_values.npz`)
    expect({ status, format, samples: values.get('samples') }).toEqual({ status: 0, format: 'numpy', samples: '200' })
    const features = [...values.keys()].filter((name) => name.startsWith('feature_importance/'))
    const importance = JSON.parse(read(outputs, 'shap.json')).feature_importance as Record<string, number>
    expect(features.map((name) => name.split('/')[1]).sort()).toEqual(Object.keys(importance).sort())
    expect(Object.keys(importance)).toEqual(expect.arrayContaining(more))
    // 200 of the 2,000 rows: near the mean of all of them, and not the same.
    for (const [feature, value] of Object.entries(importance))
      expect(Math.abs(Number(values.get(`feature_importance/${feature}`)) / value - 1)).toBeLessThan(0.2)
  })

  test('Evidently: one of six features drifted', () => {
    const { status, format, values } = inspected('outputs/evidently.json')
    expect({ status, format, drifted: values.get('drifted') }).toEqual({
      status: 0,
      format: 'evidently-snapshot',
      drifted: '1.0',
    })
    const drifted = [...values].filter(([name]) => /^features\/\w+\/drifted$/.test(name))
    expect(drifted).toHaveLength(6)
    expect(drifted.filter(([, value]) => value === 'true').map(([name]) => name)).toEqual([
      'features/monthly_charge/drifted',
    ])
  })

  test('k6: latency, and no request failed', () => {
    const { http_req_duration: duration, http_reqs: requests } = JSON.parse(read('outputs/k6.json')).metrics
    const { status, format, values } = inspected('outputs/k6.json')
    expect({ status, format }).toEqual({ status: 0, format: 'k6' })
    expect(values.get('latency_p95_ms')).toBe(String(duration.values['p(95)']))
    expect(values.get('requests')).toBe(String(requests.values.count))
    expect(values.get('error_rate')).toBe('0')
  })
})

describe('what the example says of itself', () => {
  test('the README has the versions that are pinned', () => {
    const pinned = new Map(
      read('requirements.txt')
        .match(/^[\w-]+==\S+$/gm)
        ?.map((line) => line.split('==') as [string, string]),
    )
    const stated = [...read('README.md').matchAll(/^\| ([\w-]+) \| (\d+\.\d+\.\d+) \|$/gm)].map(([, name, version]) => [
      name,
      version,
    ])
    expect(stated.map(([name]) => name)).toEqual(['scikit-learn', 'pandas', 'fairlearn', 'shap', 'evidently', 'k6'])
    const k6 = /go\.k6\.io\/k6@v([\d.]+)/.exec(read('regenerate.sh'))?.[1]
    expect(stated).toEqual(stated.map(([name = '']) => [name, name === 'k6' ? k6 : pinned.get(name)]))
  })

  test('the workflow asks every question, and the README names each', () => {
    const policies = ['policy.yaml', ...readdirSync(join(EXAMPLE, 'policies')).map((name) => `policies/${name}`)].sort()
    const asked = [...read('ml-pipeline.yaml').matchAll(/policy-file: (\S+)/g)].map(([, path]) => path)
    expect(asked.sort()).toEqual(policies)
    expect(policies.filter((path) => !read('README.md').includes(`(${path})`))).toEqual([])
  })
})
