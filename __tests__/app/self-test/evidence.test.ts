import { describe, expect, test } from '@jest/globals'
import { exitCodeOf } from '../../../src/app/self-test/command.js'
import { selfTest } from '../../../src/app/self-test/self-test.js'
import type { Policy } from '../../../src/policy/policy.js'
import { english, policyFrom } from '../../support/evidence.js'

const NOW = Date.UTC(2026, 0, 1)
const PERFORMANCE = 'performance: {f1: {min: 0.85, max-drop: 0.01}}\n'
const tried = (text: string) => selfTest(policyFrom(text), NOW)

/** What was tried of checks whose id begins so, in words. */
async function saidOf(text: string, start: string) {
  const { checks, notTested } = await tried(text)
  return [
    ...checks
      .filter(({ id }) => id.startsWith(start))
      .map((it) => `${it.id}: ${english(it.change)} ${it.outcome} ${it.verdict} ${it.blocks}`),
    ...notTested.filter(({ id }) => id.startsWith(start)).map(({ id, why }) => `${id}: ${english(why)}`),
  ]
}

describe('what files state of themselves', () => {
  test('files of another commit, and files that state none, are refused; the baseline may be of another one', async () => {
    expect(await saidOf(`${PERFORMANCE}evidence: {bind: {commit: git/sha}}`, 'evidence/')).toEqual([
      'evidence/bind/commit: files of metrics that name another commit error error true',
      'evidence/bind/commit: files of metrics that do not state git/sha error error true',
    ])
  })

  test.each(['data', 'metric-version'])('files of another %s are refused, the baseline among them', async (facet) => {
    const said = await saidOf(`${PERFORMANCE}evidence: {bind: {${facet}: about}}`, 'evidence/')
    expect(said).toEqual(
      ['metrics', 'baseline'].flatMap((kind) => [
        `evidence/bind/${facet}: files of ${kind} that name another ${facet} error error true`,
        `evidence/bind/${facet}: files of ${kind} that do not state about error error true`,
      ]),
    )
  })

  test('each kind by a selector of its own, a card by its front matter, and a kind that no gate reads', async () => {
    const bind =
      '{model: {metrics: model, model-card: meta/name, drift: m}, data: {model-card: meta/data, metrics: model}}'
    const { checks, notTested } = await tried(
      `${PERFORMANCE}documentation: {require: [limitations]}\nevidence: {bind: ${bind}}`,
    )
    expect(notTested).toEqual([])
    const bound = checks.filter(({ id }) => id.startsWith('evidence/bind'))
    expect(bound).toHaveLength(2 * (3 + 2))
    expect(bound.every(({ blocks }) => blocks)).toBe(true)
  })

  test('one file alone can be compared with nothing, which is the reason', async () => {
    const [only] = await saidOf('performance: {f1: {min: 0.8}}\nevidence: {bind: {model: {metrics: m}}}', 'evidence/')
    expect(only).toMatch(/^evidence\/bind\/model: no evidence was found that passes it: Nothing to compare/)
  })
})

describe('how old files are', () => {
  test('by the file system', async () => {
    const policy = `${PERFORMANCE}evidence: {max-age: 7d}`
    expect(await saidOf(policy, 'evidence/')).toEqual([
      'evidence/age/metrics: files of metrics that are just older than 7d error error true',
    ])
  })

  test('as they state it, the baseline too where it is named', async () => {
    const policy = `${PERFORMANCE}evidence: {max-age: 12h, bind: {created: {metrics: made, baseline: at}}}`
    expect(await saidOf(policy, 'evidence/')).toEqual([
      'evidence/age/baseline: files of baseline that are just older than 12h error error true',
      'evidence/age/baseline: files of baseline that do not state at error error true',
      'evidence/age/metrics: files of metrics that are just older than 12h error error true',
      'evidence/age/metrics: files of metrics that do not state made error error true',
    ])
  })

  test('without a limit what was made in the future is refused', async () => {
    const said = await saidOf(`${PERFORMANCE}evidence: {bind: {created: made}}`, 'evidence/')
    expect(said).toEqual([
      'evidence/age/metrics: files of metrics that were made in the future error error true',
      'evidence/age/metrics: files of metrics that do not state made error error true',
    ])
  })

  test('a limit that is not looked at is found out', async () => {
    const policy = policyFrom(`${PERFORMANCE}evidence: {max-age: 7d}`)
    const { maxAge } = policy.bindings
    const lax = maxAge && { ...policy.bindings, maxAge: { ...maxAge, length: Number.POSITIVE_INFINITY } }
    const result = await selfTest({ ...policy, bindings: lax ?? policy.bindings }, NOW)
    expect(result.checks.filter(({ id }) => id.startsWith('evidence/')).map(({ blocks }) => blocks)).toEqual([false])
    expect(exitCodeOf(result, false)).toBe(1)
  })

  test('an error that is another one than expected is no proof', async () => {
    const policy: Policy = policyFrom(PERFORMANCE)
    const broken: Policy = {
      ...policy,
      gates: policy.gates.map((demanded) => ({
        ...demanded,
        gate: {
          ...demanded.gate,
          evaluate: (demand, evidence, circumstances) =>
            demanded.gate
              .evaluate(demand, evidence, circumstances)
              .map((check) => (check.outcome === 'fail' ? { ...check, outcome: 'error' } : check)),
        },
      })),
    }
    const { checks } = await selfTest(broken, NOW)
    expect(checks.map(({ verdict, blocks }) => [verdict, blocks])).toEqual([
      ['error', false],
      ['error', false],
    ])
  })
})

describe('required controls', () => {
  test('a control falls with a check that speaks for it', async () => {
    const policy = `${PERFORMANCE}compliance: [{pack: iso-42001, require: [A.6.2.4]}]`
    expect(await saidOf(policy, 'compliance/')).toEqual([
      'compliance/iso-42001/A.6.2.4: 0.8499 for >= 0.85, which fails performance/f1 missing fail true',
    ])
  })

  test('a control falls with a check of predictions too', async () => {
    const policy = `evidence: {predictions: {path: p.csv, label: y, prediction: p}}
performance: {accuracy: {min: 0.7}}
compliance: [{pack: iso-42001, require: [A.6.2.4]}]`
    expect(await saidOf(policy, 'compliance/')).toEqual([
      'compliance/iso-42001/A.6.2.4: 121 of 400 rows wrong, which fails performance/accuracy missing fail true',
    ])
  })

  test("a control whose checks cannot fail falls with a policy that is not the base branch's", async () => {
    const policy = `performance: {f1: {min: 0, confidence: 0.95}}
compliance: [{pack: eu-ai-act, require: [Article 9(8)]}]`
    expect(await saidOf(policy, '')).toEqual([
      'compliance/eu-ai-act/Article 9(8): a policy that is not that of the base branch fail fail true',
      'performance/f1: no possible value of f1 violates >= 0: this check can never fail',
    ])
  })

  test('a control that is attested falls when its day has passed', async () => {
    const attest = '{by: "@owner", link: "https://example.com/9", expires: 2026-06-30}'
    const policy = `${PERFORMANCE}compliance: [{pack: eu-ai-act, attest: {Article 9(1): ${attest}}, require: [Article 9(1)]}]`
    expect(await saidOf(policy, 'compliance/')).toEqual([
      expect.stringMatching(
        /^compliance\/eu-ai-act\/Article 9\(1\): a run on the day after the attestation of @owner ends .* true$/,
      ),
    ])
  })

  test('a control that nothing here can show is not tested, for the reason that its check gives', async () => {
    const [only] = await saidOf(`${PERFORMANCE}compliance: [{pack: eu-ai-act, require: [Annex IV 9]}]`, 'compliance/')
    expect(only).toMatch(/^compliance\/eu-ai-act\/Annex IV 9: no evidence was found that passes it: /)
  })
})

test('what is undecided blocks, warns or is let pass as the policy says', async () => {
  const effects = async (rule: string) => {
    const result = await tried(`explainability: {min-samples: 100}\non-insufficient: ${rule}\n`)
    const found = result.checks.find(({ id }) => id === 'explainability/min-samples')
    return [found?.verdict, found?.blocks, exitCodeOf(result, true)]
  }
  expect([await effects('fail'), await effects('warn'), await effects('pass')]).toEqual([
    ['fail', true, 0],
    ['warn', false, 0],
    ['pass', false, 0],
  ])
})

test('the audit trail is not written on trial, and that is said', async () => {
  const result = await tried(`${PERFORMANCE}audit: {folder: audit}\n`)
  expect(result.notTested.map(({ id, why }) => [id, english(why)])).toEqual([
    ['audit/recorded', 'the trail is written after the verdict, and not by a trial'],
  ])
  expect([exitCodeOf(result, false), exitCodeOf(result, true)]).toEqual([0, 1])
})
