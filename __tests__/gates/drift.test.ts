import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { judge } from '../../src/app/judge.js'
import { selfTest } from '../../src/app/self-test/self-test.js'
import { comparePolicies } from '../../src/policy/compare/compare.js'
import { english, evidenceFrom, parsed, policyFrom } from '../support/evidence.js'
import { judgeFiles, NOW, saidOf } from '../support/judged.js'
import { repo } from '../support/repo.js'

/** Lines `id outcome: what is said` of a policy's drift gate on reports; several as `{path: text}`. */
async function run(drift: string, report: string | object | Record<string, string> | undefined): Promise<string[]> {
  const text = typeof report === 'string' ? report : JSON.stringify(report)
  const evidence = await evidenceFrom({ ...(report !== undefined && { drift: { 'drift.json': text } }) })
  return linesOf(drift, evidence)
}

async function runFiles(drift: string, files: Record<string, string>): Promise<string[]> {
  return linesOf(drift, await evidenceFrom({ drift: files }))
}

function linesOf(drift: string, evidence: Awaited<ReturnType<typeof evidenceFrom>>): string[] {
  const model = judge(policyFrom(`drift: ${drift}`), evidence)
  return model.gates.flatMap(({ checks }) =>
    checks.map(({ id, outcome, message }) => `${id} ${outcome}: ${english(message)}`),
  )
}

const fixture = (path: string) => readFileSync(repo('__tests__/fixtures', path), 'utf8')

describe('the share of features that drifted', () => {
  test.each([
    [0.5, { share: 0.25 }, 'pass', /The share of drifted features is 0\.25 \(/],
    [0.25, { share: 0.25 }, 'pass', /within <= 0\.25/],
    [0.2, { share: 0.25 }, 'fail', /<= 0\.2 is required \(drift\.json:1\)/],
    // One third exactly, however the report rounds it.
    [0.3333333333333333, { share: 0.3333333333333333, drifted: 1, count: 3 }, 'fail', /3 compared/],
    [0.33333333333333337, { share: 0.33, drifted: 1, count: 3 }, 'pass', /3 compared/],
    [0.5, { share: 1.5 }, 'error', /lies between 0 and 1/],
    [0.5, { share: -0.5 }, 'error', /lies between 0 and 1/],
    [0.5, { share: null }, 'error', /null/],
    [0.5, '{"share": NaN}', 'error', /NaN/],
    [0.5, { share: 'low' }, 'error', /text "low"/],
    [0.5, { share: 0, drifted: 0, count: 0 }, 'missing', /compared 0 features/],
    [0.5, { features: {} }, 'missing', /compares no feature/],
    [0.5, { other: 1 }, 'missing', /compares no feature/],
    [0.5, { tests: { passed: 3 } }, 'missing', /which tests passed/],
    // From the features alone.
    [0.5, { features: { a: { drifted: true }, b: { drifted: false } } }, 'pass', /is 0\.5 \(2 compared; drifted: a\)/],
    [0.4, { features: { a: { drifted: true }, b: { drifted: false } } }, 'fail', /2 compared/],
    [0.9, { features: { a: { drifted: true }, b: { value: 0.1 } } }, 'insufficient', /whether b drifted \(1 in all\)/],
    // A column that is compared in several ways counts once.
    [
      0.9,
      {
        features: {
          'a/psi': { method: 'psi', value: 0.1, drifted: false },
          'a/js': { method: 'js', value: 0.1, drifted: false },
          'a/ks_p_value': { method: 'ks_p_value', value: 0.01, drifted: true },
        },
      },
      'fail',
      /is 1 \(1 compared; drifted: a \(ks_p 0\.01\)\)/,
    ],
    [
      0.4,
      {
        features: {
          'a/psi': { psi: 0.3, method: 'psi' },
          'a/js': { method: 'js', js: 0.1, drifted: true },
          b: { drifted: false },
        },
      },
      'fail',
      /is 0\.5 \(2 compared; drifted: a \(js 0\.1\)\)/,
    ],
    [
      0.9,
      { features: { 'a/psi': { psi: 0.3, method: 'psi' }, 'a/js': { method: 'js', js: 0.1, drifted: false } } },
      'insufficient',
      /whether a drifted \(1 in all\)/,
    ],
    // A report that contradicts itself.
    [0.5, { share: 0.1, drifted: 2, count: 4 }, 'error', /states 0\.1 .* 2 drifted of 4/],
    [0.5, { share: 0, features: { a: { drifted: true } } }, 'error', /of the 1 features that it lists 1 drifted/],
    [0.5, { share: 0, drifted: 0, count: 2, features: { a: { drifted: true } } }, 'error', /contradicts itself/],
    [
      0.5,
      { share: 0.5, drifted: 1, count: 2, features: { a: { drifted: false }, b: { drifted: false } } },
      'error',
      /0 drifted/,
    ],
    [
      0.9,
      { share: 0, drifted: 0, count: 1, features: { a: { drifted: false }, b: { drifted: false } } },
      'error',
      /lists 0/,
    ],
    [
      0.9,
      { features: { a: { method: 'psi', value: 0.4, threshold: 0.1, drifted: false } } },
      'error',
      /a count as not drifted/,
    ],
    [
      0.9,
      { features: { a: { method: 'ks_p_value', value: 0.01, threshold: 0.05, drifted: false } } },
      'error',
      /beyond the threshold/,
    ],
    // Whatever the method is called, and wherever its value stands.
    ...[
      { method: 'ks_p', value: 0.001, threshold: 0.05 },
      { method: 'ks', value: 0.9, threshold: 0.05 },
      { method: 'chi2', value: 900, threshold: 3 },
      { method: 'l_infinity', value: 0.9, threshold: 0.05 },
      { psi: 0.9, threshold: 0.1 },
      { ks_p: 0.001, threshold: 0.05 },
    ].map((it): [number, object, string, RegExp] => [
      0.9,
      { features: { a: { ...it, drifted: false } } },
      'error',
      /beyond the threshold/,
    ]),
    // Not a number is not drifted only in a comparison of doubles.
    [0.9, '{"share": 0, "count": 1, "features": {"a": {"psi": NaN}}}', 'error', /nothing was measured/],
    [0.9, '{"features": {"a": {"method": "psi", "value": NaN, "drifted": false}}}', 'error', /nothing was measured/],
    [0.9, { features: { a: { method: 'psi', value: null, drifted: false } } }, 'error', /nothing was measured/],
    [0.5, { share: 0.75, drifted: -3, count: -4 }, 'error', /-3 drifted of -4/],
    [0.5, { share: 0, drifted: -3 }, 'error', /-3 drifted/],
    [0.5, { drifted: 1, count: 4 }, 'pass', /is 0\.25 \(4 compared/],
    [0.2, { drifted: 1, count: 4 }, 'fail', /is 0\.25 \(4 compared/],
    [0.9, { drifted: 5, count: 4 }, 'error', /5 drifted of 4/],
    [0.9, { drifted: 0, count: 0 }, 'missing', /compared 0 features/],
    [0.5, { drifted: 0, count: 1, features: { a: { drifted: true } } }, 'error', /lists 1 drifted/],
    [0.5, { share: 0 }, 'insufficient', /there may have been none/],
    [0.5, { share: 0, drifted: 0 }, 'insufficient', /neither says how many were compared/],
    [0.5, { share: 0, drifted: 0, count: 3 }, 'pass', /3 compared; drifted: –/],
    [0.5, { share: 0, drifted: 0, features: { a: { psi: 0.1 }, b: { psi: 0.2 } } }, 'pass', /2 compared/],
    [
      0.5,
      {
        share: 0.1,
        drifted: 1,
        features: {
          a: { drifted: true },
          ...Object.fromEntries([...'bcdefghijkl'].map((it) => [it, { drifted: false }])),
        },
      },
      'pass',
      /12 compared/,
    ],
    // More columns than it lists are no contradiction.
    [0.5, { share: 0.25, drifted: 1, count: 4, features: { a: { drifted: false } } }, 'pass', /4 compared/],
  ])('at most %d of %j: %s', async (limit, report, outcome, said) => {
    const [line, ...more] = await run(`{max-share: ${limit}}`, report)
    expect(more).toEqual([])
    expect(line).toMatch(new RegExp(`^drift/max-share ${outcome}: `))
    expect(line).toMatch(said)
  })

  test("Evidently's limit is never taken for the share", async () => {
    const report = {
      metrics: [
        {
          metric: 'DatasetDriftMetric',
          result: {
            drift_share: 0.5,
            number_of_columns: 4,
            number_of_drifted_columns: 3,
            share_of_drifted_columns: 0.75,
            dataset_drift: true,
          },
        },
      ],
    }
    expect(await run('{max-share: 0.6, dataset: stable}', report)).toEqual([
      expect.stringMatching(/^drift\/dataset fail: .*drifted \(drift\.json:1\)/),
      expect.stringMatching(
        /^drift\/max-share fail: The share of drifted features is 0\.75 \(4 compared; drifted: the report does not say which\)/,
      ),
    ])
  })

  test('few features can be asked not to count', async () => {
    const features = { a: { drifted: false }, b: { drifted: false } }
    expect(await run('{max-share: 0.5, min-features: 3}', { features })).toEqual([
      expect.stringMatching(/^drift\/max-share insufficient: 2 features were compared; at least 3/),
    ])
    expect(await run('{max-share: 0.5, min-features: 2}', { features })).toEqual([
      expect.stringMatching(/^drift\/max-share pass/),
    ])
    expect(await run('{max-share: 0.5, min-features: 2}', { share: 0.1 })).toEqual([
      expect.stringMatching(/^drift\/max-share insufficient: \? features/),
    ])
  })

  test('of several reports the worst counts', async () => {
    const files = { 'a.json': '{"share": 0.1}', 'b.json': '{"share": 0.6}', 'c.json': '{"share": 0.5}' }
    expect(await runFiles('{max-share: 0.3}', files)).toEqual([
      expect.stringMatching(/^drift\/max-share fail: .* is 0\.6 .*b\.json/),
    ])
  })
})

describe('bounds on features', () => {
  test.each([
    ['{tenure: {psi: {max: 0.1}}}', { tenure: { psi: 0.1 } }, 'pass', /psi is 0\.1, as required/],
    ['{tenure: {psi: {below: 0.1}}}', { tenure: { psi: 0.1 } }, 'fail', /the bound itself is not enough/],
    ['{tenure: {psi: "<= 0.1"}}', { tenure: { psi: 0.11 } }, 'fail', /psi is 0\.11; <= 0\.1 is required\./],
    ['{tenure: {psi: {max: 0.1}}}', { tenure: { method: 'psi', value: 0.2 } }, 'fail', /psi is 0\.2/],
    ['{tenure: {ks_p: {min: 0.05}}}', { tenure: { ks_p_value: 0.05 } }, 'pass', /ks_p is 0\.05/],
    ['{tenure: {ks_p: {min: 0.05}}}', { tenure: { ks_p_value: 0.01 } }, 'fail', />= 0\.05 is required/],
    [
      '{tenure: {ks: {max: 0.1}}}',
      { tenure: { ks_p_value: 0.9 } },
      'missing',
      /not compared by ks\. The report has ks_p \(0\.9\)/,
    ],
    ['{tenure: {psi: {max: 0.1}}}', { tenure: { wasserstein: 0.9 } }, 'missing', /The report has wasserstein \(0\.9\)/],
    ['{tenure: {psi: {max: 0.1}}}', { tenure: { method: "Cramer's V", value: 0.9 } }, 'missing', /cramer_s_v \(0\.9\)/],
    ['{tenure: {psi: {max: 0.1}}}', { tenure: {} }, 'missing', /no value of any method/],
    ['{tenure: {psi: {max: 0.1}}}', { tenur: { psi: 0 } }, 'missing', /Nearest names there: tenur/],
    ['{tenure: {psi: {max: 0.1}}}', { x: { psi: 0 } }, 'missing', /There are: x/],
    ['{tenure: {psi: {max: 0.1}}}', {}, 'missing', /compares no feature/],
    ['{tenure: {psi: {max: 0.1}}}', { tenure: { psi: null } }, 'error', /null/],
    ['{tenure: {psi: {max: 0.1}}}', { tenure: { psi: '0.01' } }, 'error', /the text "0\.01"/],
    ['{tenure: {psi: {max: 0.1}}}', { tenure: { psi: -0.01 } }, 'error', /a distance is not below 0/],
    ['{tenure: {ks_p: {min: 0.05}}}', { tenure: { ks_p: 5 } }, 'error', /lies between 0 and 1/],
    ['{tenure: {ks: {max: 0.05}}}', { tenure: { ks: -1 } }, 'error', /lies between 0 and 1/],
    ['{tenure: stable}', { tenure: { drifted: false } }, 'pass', /has not drifted/],
    ['{tenure: stable}', { tenure: { drifted: true } }, 'fail', /tenure drifted/],
    ['{tenure: stable}', { tenure: { psi: 0.01 } }, 'missing', /does not say whether tenure drifted/],
    [
      '{tenure: stable}',
      { tenure: { method: 'psi', value: 1, threshold: 0.1, drifted: false } },
      'error',
      /contradicts/,
    ],
    ['{tenure: stable}', { other: { drifted: false } }, 'missing', /not among the features/],
    ['{__proto__: {psi: {max: 0.1}}}', { x: { psi: 0 } }, 'missing', /not among/],
    ['{target: {psi: {max: 0.1}}, }', { target: { psi: 0.3 } }, 'fail', /target: psi is 0\.3/],
  ])('%s of %j: %s', async (features, report, outcome, said) => {
    const [line, ...more] = await run(`{features: ${features}}`, { features: report })
    expect(more).toEqual([])
    expect(line).toMatch(new RegExp(`^drift/[^ ]+ ${outcome}: `))
    expect(line).toMatch(said)
  })

  test.each([
    ['ks: {max: 0.1}', 'Kolmogorov-Smirnov p-value', /missing: .*The report has ks_p /],
    ['ks: {max: 0.1}', 'KS p-value', /missing: .*ks_p /],
    ['ks: {max: 0.1}', 'ks_pvalue', /missing: .*ks_p /],
    ['chi2: {max: 5}', 'chi-square p-value', /missing: .*chi2_p /],
    ['chi2: {max: 5}', 'Chi2 pvalue', /missing: .*chi2_p /],
    ['chi2_p: {min: 0.05}', 'chi_squared p value', /fail/],
    ['psi: {max: 0.1}', 'PSI p-value', /missing/],
    ['js: {max: 0.1}', 'Jensen-Shannon divergence', /missing: .*jensen_shannon_divergence/],
    ['js: {max: 0.1}', 'Jensen-Shannon distance', /pass/],
    ['ks: {max: 0.1}', 'Kolmogorov-Smirnov', /pass/],
  ])('%s is not held against another measure: %s', async (bound, method, said) => {
    const report = { features: { a: { method, value: 0.04 } } }
    expect(await run(`{features: {a: {${bound}}}}`, report)).toEqual([expect.stringMatching(said)])
  })

  test.each([
    ['psi: {max: 0.1}', { psi: 0.04, method: 'psi', value: 0.9 }],
    ['ks_p: {min: 0.05}', { ks_p: 0.0001, ks_p_value: 0.9 }],
  ])('two values of one feature by one method are an error: %s', async (bound, feature) => {
    expect(await run(`{features: {a: {${bound}}}}`, { features: { a: feature } })).toEqual([
      expect.stringMatching(/error: .*more than once/),
    ])
  })

  test('a value that Evidently 0.7 did not measure is not one that has not drifted', async () => {
    const metric = (value: string) =>
      `{"metric_name": "ValueDrift(column=a)", "config": {"column": "a", "method": "K-S p_value", "threshold": 0.05}, "value": ${value}}`
    const report = (value: string) =>
      `{"metrics": [${metric(value)}, {"metric_name": "DriftedColumnsCount()", "value": {"count": 0, "share": 0}}]}`
    for (const value of ['NaN', 'null'])
      expect(await run('{max-share: 0.3}', report(value))).toEqual([expect.stringMatching(/^drift\/max-share error/)])
    expect(await run('{max-share: 0.3}', report('0.5'))).toEqual([expect.stringMatching(/^drift\/max-share pass/)])
  })

  test('two reports that differ are an error, and two that agree are one', async () => {
    const text = (value: string) => `{"features": {"a": {"psi": ${value}}}}`
    const policy = '{features: {a: {psi: {max: 0.5}}}}'
    expect(await runFiles(policy, { 'a.json': text('0.1'), 'b.json': text('0.2') })).toEqual([
      expect.stringMatching(/^drift\/a\/psi error: .*a\.json:1 \(0\.1\), b\.json:1 \(0\.2\)/),
    ])
    expect(await runFiles(policy, { 'a.json': text('0.1'), 'b.json': text('0.10') })).toEqual([
      expect.stringMatching(/^drift\/a\/psi pass/),
    ])
  })

  test('values by method are read as those by feature', async () => {
    const report = { psi: { tenure: 0.2 }, ks_pvalue: { tenure: 0.5 } }
    expect(await run('{features: {tenure: {psi: {max: 0.1}, ks_p: {min: 0.05}, js: {max: 0.1}}}}', report)).toEqual([
      expect.stringMatching(/^drift\/tenure\/js missing: .*The report has psi \(0\.2\), ks_p \(0\.5\)/),
      expect.stringMatching(/^drift\/tenure\/ks_p pass/),
      expect.stringMatching(/^drift\/tenure\/psi fail/),
    ])
  })

  test('without a report every demand is missing', async () => {
    expect(
      await run('{max-share: 0.3, dataset: stable, features: {a: {psi: {max: 0.1}}, b: stable}}', undefined),
    ).toEqual(
      ['a/psi', 'b', 'dataset', 'max-share'].map((id) => expect.stringMatching(`^drift/${id} missing: No drift file`)),
    )
  })
})

describe('what tools write', () => {
  test.each([
    ['evidently-report/drift.json', '{max-share: 0.3}', /fail: .* is 0\.3333 \(3 compared; drifted: .*\)/],
    ['evidently-report/drift.json', '{max-share: 0.34}', /pass: .* is 0\.3333 /],
    [
      'evidently-report/column-drift.json',
      '{features: {tenure: {wasserstein: {max: 0.1}}}}',
      /pass: tenure: wasserstein is 0\.0788/,
    ],
    [
      'evidently-report/column-drift.json',
      '{features: {tenure: {psi: {max: 0.1}}}}',
      /missing: .*The report has wasserstein \(0\.0788/,
    ],
    [
      'evidently-snapshot/drift.json',
      '{max-share: 0.3}',
      /fail: .* is 0\.3333333333333333 \(3 compared; drifted: monthly_charge \(ks_p /,
    ],
    ['evidently-snapshot/drift.json', '{features: {tenure: {ks_p: {min: 0.05}}}}', /pass: tenure: ks_p is 0\.9999/],
    [
      'evidently-snapshot/drift-methods.json',
      '{features: {tenure: {wasserstein: {max: 0.05}}}}',
      /fail: tenure: wasserstein is 0\.0788/,
    ],
    [
      'nannyml/drift-wasserstein.csv',
      '{features: {monthly_charge: {wasserstein: {max: 1}}}}',
      /fail: monthly_charge: wasserstein is 40\.2/,
    ],
    ['nannyml/drift.csv', '{features: {monthly_charge: {ks: {max: 0.1}}}}', /fail: monthly_charge: ks is 0\.675/],
    ['nannyml/drift.csv', '{features: {monthly_charge: {js: {max: 0.1}}}}', /fail: monthly_charge: js is 0\.797/],
    ['nannyml/drift.csv', '{max-share: 0.3}', /fail: .* is 0\.5 \(2 compared; drifted: monthly_charge \(ks 0\.675\)\)/],
    ['deepchecks/suite.json', '{features: {monthly_charge: {ks: {max: 0.1}}}}', /fail: monthly_charge: ks is 0\.675/],
    ['deepchecks/suite.json', '{max-share: 0.3}', /insufficient: The report does not say whether/],
    ['whylogs/report.json', '{max-share: 0.3}', /missing: .*which tests passed/],
  ])('%s under %s', async (file, policy, said) => {
    const lines = await runFiles(policy, { [file.split('/')[1] ?? '']: fixture(file) })
    expect(lines).toEqual([expect.stringMatching(said)])
  })
})

describe('mistakes', () => {
  test.each([
    ['{max-share: 30}', /^`max-share` is 30, which looks like per cent\. Write the fraction 0\.3\.$/],
    ['{max-share: 1}', /could never fail/],
    ['{max-share: -0.1}', /lies between 0 and 1/],
    ['{max-share: 30%}', /a fraction is meant here\. Write 0\.3/],
    ['{min-features: 3}', /add `max-share`/],
    ['{min-features: 3}', /drift demands nothing/],
    ['{}', /demands nothing/],
    ['{features: {}}', /demands nothing/],
    ['{features: {a: {}}}', /demands nothing/],
    ['{features: {a: 0.1}}', /./],
    ['{features: {a: {psi: 0.1}}}', /bare number 0\.1/],
    ['{features: {a: {psy: {max: 0.1}}}}', /Did you mean psi\?/],
    ['{features: {a: {psi: {min: 0.1}}}}', /needs an upper bound\. Write {max: 0\.1}/],
    ['{features: {a: {ks_p: {max: 0.05}}}}', /needs a lower bound\. Write {min: 0\.05}/],
    ['{features: {a: {ks_p: "<= 0.05"}}}', /needs a lower bound/],
    ['{features: {a: {ks_p: {min: 5}}}}', /between 0 and 1; the bound 5/],
    ['{features: {a: {ks_p: {min: 0}}}}', /could never fail/],
    ['{features: {a: {ks: {max: 1}}}}', /could never fail/],
    ['{features: {a: {psi: {below: 0}}}}', /could never pass/],
    ['{features: {a: {psi: {max: -1}}}}', /never below 0/],
    ['{features: {a: unstable}}', /^a is "unstable"\. Write `stable`/],
    ['{dataset: true}', /dataset/],
    ['{dataset: fine}', /^dataset is "fine"\. Write `stable`/],
  ])('%s', (drift, said) => {
    const policy = parsed(`drift: ${drift}`, 'p.yaml')
    const found = policy.ok ? [] : policy.problems.map(({ message }) => english(message))
    expect(found.filter((it) => said.test(it))).toHaveLength(1)
  })
})

test('each demand can be made to block by a report that is just bad enough', async () => {
  const policy = policyFrom(
    `drift: {max-share: 0.35, min-features: 500, dataset: stable, features: {a: {psi: {max: 0.1}, ks_p: {min: 0.05}},
    b: stable, c: {wasserstein: {below: 0.2}, ks: "<= 0.3"}}}`,
  )
  const { checks, notTested } = await selfTest(policy, NOW)
  expect(checks.map(({ id, blocks }) => [id, blocks])).toEqual(
    ['a/ks_p', 'a/psi', 'b', 'c/ks', 'c/wasserstein', 'dataset', 'max-share'].map((id) => [`drift/${id}`, true]),
  )
  expect(checks.flatMap(({ also }) => also)).toEqual([])
  expect(notTested).toEqual([])
})

test('a run reads the report that the policy names', async () => {
  const policy = 'evidence: {drift: out/drift.json}\ndrift: {max-share: 0.3}'
  const report = await judgeFiles(policy, { 'out/drift.json': '{"share": 0.5}' })
  expect(report.verdict).toBe('fail')
  expect(saidOf(report, 'drift')).toEqual([expect.stringMatching(/^drift\/max-share fail: .*out\/drift\.json:1/)])
})

describe('what a change of the policy does', () => {
  const A = '{max-share: 0.3, features: {a: {psi: {max: 0.1}, ks_p: {min: 0.05}}, b: stable}}'
  const T = '{reference: r.csv, current: c.csv, max-share: 0.3, except: [id], features: {a: {psi: {max: 0.1}}}}'
  const E = '{reference: r.csv, current: c.csv, features: {"*": {psi: {max: 0.1}}, a: {psi: {max: 0.5}}}}'
  test.each([
    [A, A.replace('0.3', '0.4'), ['weaker']],
    [A, A.replace('0.3', '0.2'), ['stricter']],
    [A, A.replace('max-share: 0.3, ', ''), ['weaker']],
    [A, A.replace('max-share: 0.3', 'max-share: 0.3, dataset: stable'), ['stricter']],
    [A, A.replace('max-share: 0.3', 'max-share: 0.3, min-features: 5'), ['changed']],
    [A, A.replace('max: 0.1', 'max: 0.2'), ['weaker']],
    [A, A.replace('max: 0.1', 'below: 0.1'), ['stricter']],
    [A, A.replace('min: 0.05', 'min: 0.01'), ['weaker']],
    [A, A.replace(', ks_p: {min: 0.05}', ''), ['weaker']],
    [A, A.replace(', b: stable', ''), ['weaker']],
    [A, A.replace('b: stable', 'b: {psi: {max: 0.1}}'), ['stricter', 'weaker']],
    [T, T.replace('[id]', '[id, a]'), ['changed']],
    // One column more may be a stable one, and more rows leave open what had failed.
    [T, T.replace(', except: [id]', ''), ['changed']],
    [T, T.replace('except: [id]', 'except: [id], min-rows: 500'), ['changed']],
    [T, T.replace('r.csv', 's.csv'), ['changed']],
    [T, T.replace('except: [id]', 'except: [id], bins: evidently'), ['changed']],
    // Under a share alone PSI counts, so another method takes its place.
    [T, T.replace('features: {', 'features: {"*": {js: {max: 0.1}}, '), ['stricter', 'weaker']],
    [T, T.replace('features: {', 'features: {"*": {psi: {max: 0.2}}, '), ['weaker']],
    [E, E.replace('a: {psi: {max: 0.5}}', 'a: {psi: {max: 0.5}}, b: {psi: {max: 9}}'), ['stricter', 'changed']],
    [E, E.replace('a: {psi: {max: 0.5}}', 'a: {psi: {max: 0.6}}'), ['weaker']],
  ])('%s → %s', (base, head, directions) => {
    const policy = (drift: string) => policyFrom(`drift: ${drift}`)
    expect(comparePolicies(policy(base), policy(head)).map(({ direction }) => direction)).toEqual(directions)
  })
})

test('a share passes exactly where it is proven', async () => {
  const flags = fc.array(fc.constantFrom(true, false, undefined), { maxLength: 8 })
  const stated = fc.option(fc.record({ drifted: fc.nat(9), count: fc.nat(9), wrong: fc.boolean() }), { nil: undefined })
  await fc.assert(
    fc.asyncProperty(flags, stated, fc.nat(99), async (drifted, claim, percent) => {
      const features = Object.fromEntries(
        drifted.map((flag, i) => [`f${i}`, flag === undefined ? { psi: 0.1 } : { drifted: flag }]),
      )
      const share = claim && claim.count > 0 ? claim.drifted / claim.count : undefined
      const shown = share === undefined ? {} : { share: claim?.wrong ? share + 0.1 : share, ...claim }
      const [line = ''] = await run(`{max-share: ${percent / 100}}`, { ...shown, wrong: undefined, features })
      const sure = drifted.filter((flag) => flag === true).length
      const silent = drifted.filter((flag) => flag === undefined).length
      const held = (d: number, n: number) => d * 100 <= percent * n
      const listed = drifted.length
      const proven =
        share === undefined
          ? listed > 0 && silent === 0 && held(sure, listed)
          : claim !== undefined &&
            !claim.wrong &&
            claim.drifted <= claim.count &&
            listed <= claim.count &&
            sure <= claim.drifted &&
            (silent > 0 || claim.drifted <= sure + claim.count - listed) &&
            held(claim.drifted, claim.count)
      expect([line, line.startsWith('drift/max-share pass')]).toEqual([line, proven])
    }),
    { numRuns: 500 },
  )
})
