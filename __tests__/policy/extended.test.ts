import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { judge } from '../../src/app/judge.js'
import type { Extended, Layer } from '../../src/policy/beside.js'
import { parsePolicy } from '../../src/policy/parse.js'
import { referenceIn } from '../../src/policy/reference.js'
import { VERDICTS } from '../../src/verdict/outcome.js'
import { english, evidenceFrom } from '../support/evidence.js'

const place = (path: string) => (position: { line: number; column: number }) => ({ path, ...position })

/** What comes of a policy over others, the nearest first. */
async function over(own: string, ...below: readonly string[]) {
  const layers = below.map((text, index): Layer => {
    const source = `base-${index + 1}.yaml`
    return { text, source, place: place(source) }
  })
  const extended: Extended = { layers, problems: [], unread: false }
  return parsePolicy({ text: `extends: base-1.yaml\n${own}`, place: place('own.yaml'), extended })
}

/** Each mistake with its line. */
async function mistakes(own: string, ...below: readonly string[]): Promise<string[]> {
  const policy = await over(own, ...below)
  return policy.ok ? [] : policy.problems.map(({ message, at }) => `${at?.path}:${at?.line} ${english(message)}`)
}

const BASE = 'performance:\n  f1: {min: 0.85}\n  auc: {min: 0.9}\nenforcement: {performance: block}\n'
const fair = (bound: string) => `fairness:\n  - {metric: accuracy, by: gender, gap: {below: ${bound}}}\n`

describe('a policy that extends another', () => {
  test('demands what both demand, each at its own line', async () => {
    const policy = await over('performance: {auc: {min: 0.95}}', BASE)
    if (!policy.ok) throw new Error('refused')
    const [gate] = policy.value.gates
    expect(gate?.options).toEqual({ auc: { min: 0.95 }, f1: { min: 0.85 } })
    expect(gate?.locate('/f1/min')).toMatchObject({ path: 'base-1.yaml', line: 2 })
    expect(gate?.locate('/auc/min')).toMatchObject({ path: 'own.yaml', line: 2 })
    expect(policy.value.resolved).toMatchObject({ extends: 'base-1.yaml' })
    expect(policy.value.notes.map(english)).toContain('The policy extends base-1.yaml.')
  })

  test('may demand nothing itself, and extend one that demands nothing alone', async () => {
    expect(await mistakes('model: churn', BASE)).toEqual([])
    expect(await mistakes('performance: {f1: {min: 0.5}}', 'risk: high')).toEqual([])
    expect(await mistakes('model: churn', 'risk: high')).toEqual([expect.stringContaining('demands nothing')])
  })

  test.each([
    ['a stricter bound', 'performance: {f1: {min: 0.9}}'],
    ['the same in another writing', 'performance: {f1: ">= 0.850"}'],
    ['a further metric', 'performance: {mcc: {min: 0.1}}'],
    ['its own evidence and name', 'model: churn\nevidence: {metrics: mine.json}'],
    ['a further gate, even one that only warns', `${fair('0.05')}enforcement: {fairness: warn}`],
    ['a stricter remainder', 'on-insufficient: fail\nrisk: high'],
    ['a framework that reports', 'compliance: [nist-ai-rmf]'],
    ['a waiver of its own demand', `performance: {mcc: {min: 0.1}}\n${waiver('performance/mcc')}`],
  ])('%s is allowed', async (_name, own) => {
    expect(await mistakes(own, BASE)).toEqual([])
  })

  test.each([
    ['a looser bound', 'performance:\n  f1: {min: 0.8}', 3, 'f1 is >= 0.8 here and >= 0.85 in base-1.yaml'],
    ['the other side', 'performance:\n  f1: "<= 1"', 3, 'f1 is <= 1 here and >= 0.85 in base-1.yaml'],
    ['per cent', 'performance:\n  f1: {min: 90, unit: percent}', 3, 'f1 is >= 90 here and >= 0.85 in base-1.yaml'],
    ['a milder enforcement', 'enforcement:\n  performance: observe', 3, 'enforcement: performance is observe here'],
    ['a milder remainder', 'on-insufficient: pass', 2, 'on-insufficient is pass here and warn in'],
    ['a waiver', waiver('performance/f1'), 3, 'waiver for performance/f1 (2026-12-31) makes base-1.yaml'],
  ])('%s is a mistake', async (_name, own, line, said) => {
    expect(await mistakes(own, BASE)).toContainEqual(expect.stringContaining(`own.yaml:${line} ${said}`))
  })

  test('a list that leaves an entry out is a mistake', async () => {
    const found = await mistakes('documentation: {require: [owner]}', 'documentation: {require: [owner, limitations]}')
    expect(found).toEqual([
      expect.stringMatching(/^own.yaml:2 .*limitations.* of base-1.yaml is left out here\. A list/),
    ])
  })

  test('every such mistake is told at once', async () => {
    const own = `performance:\n  f1: {min: 0.1}\n  auc: {min: 0.1}\n${fair('0.5')}`
    expect(await mistakes(own, `${BASE}${fair('0.05')}`)).toHaveLength(3)
  })
})

describe('whatever a team writes', () => {
  const limit = fc.integer({ min: 0, max: 10 }).map((tenths) => (tenths / 10).toFixed(1))
  const option = fc.tuple(fc.constantFrom('min', 'max', 'above', 'below'), limit)
  const bound = fc.oneof(
    fc.uniqueArray(option, { minLength: 1, maxLength: 3, selector: ([name]) => name }).map((options) => {
      return `{${options.map(([name, value]) => `${name}: ${value}`).join(', ')}}`
    }),
    fc.tuple(fc.constantFrom('>=', '<=', '>', '<'), limit).map(([sign, value]) => `"${sign} ${value}"`),
  )
  const enforcement = fc.constantFrom('block', 'warn', 'observe')
  const policy = fc
    .tuple(bound, fc.option(bound), fc.option(enforcement))
    .map(([f1, auc, softened]) =>
      [
        `performance:\n  f1: ${f1}\n${auc === null ? '' : `  auc: ${auc}\n`}`,
        softened === null ? '' : `enforcement: {performance: ${softened}}\n`,
      ].join(''),
    )

  test('what the organisation’s policy fails is failed by what is accepted', async () => {
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(policy, policy, limit, limit, async (own, base, f1, auc) => {
        const whole = await over(own, base)
        const alone = await parsePolicy({ text: base, place: place('base-1.yaml') })
        if (!whole.ok || !alone.ok) return
        accepted += 1
        const evidence = await evidenceFrom({ metrics: { 'm.json': `{"f1": ${f1}, "auc": ${auc}}` } })
        const graver = (verdict: string) => (VERDICTS as readonly string[]).indexOf(verdict)
        const [strict, plain] = [whole.value, alone.value].map((one) => graver(judge(one, evidence).verdict))
        expect(strict).toBeGreaterThanOrEqual(plain ?? 0)
      }),
      { numRuns: 600 },
    )
    // Else nothing was tried.
    expect(accepted).toBeGreaterThan(20)
  })
})

describe('may-loosen', () => {
  test.each([
    ['performance/f1', []],
    ['performance', []],
    ['performance/auc', ['f1']],
    ['on-insufficient', ['f1']],
  ])('%s', async (name, left) => {
    const found = await mistakes('performance: {f1: {min: 0.5}}', `${BASE}may-loosen: [${name}]`)
    expect(found.map((text) => text.split(' ')[1])).toEqual(left)
  })

  test('names waivers, by themselves or by their check', async () => {
    const own = waiver('performance/f1')
    for (const name of ['waivers', 'waivers/performance/f1', 'performance/f1'])
      expect(await mistakes(own, `${BASE}may-loosen: [${name}]`)).toEqual([])
    expect(await mistakes(own, `${BASE}may-loosen: [performance/auc]`)).toHaveLength(1)
  })

  test('must name what is demanded', async () => {
    expect(await mistakes('model: m', `${BASE}may-loosen: [performance/f2, performance/f1]`)).toEqual([
      expect.stringMatching(
        /^own.yaml:1 base-1.yaml lets others loosen what it does not demand itself: performance\/f2\./,
      ),
    ])
  })

  test('has no place in the policy in force', async () => {
    expect(await mistakes('may-loosen: [performance]', BASE)).toEqual([
      expect.stringMatching(/^own.yaml:2 .*Remove it/),
    ])
    const alone = await parsePolicy({ text: `${BASE}may-loosen: [performance]`, place: place('p.yaml') })
    expect(alone.ok ? [] : alone.problems.map(({ message }) => message.id)).toEqual(['extends.own-list'])
  })

  test('of a policy in between does not reach the one below it', async () => {
    const between = 'extends: base-2.yaml\nperformance: {mcc: {min: 0.2}}\nmay-loosen: [performance]'
    const found = await mistakes('performance: {f1: {min: 0.5}, mcc: {min: 0.1}}', between, BASE)
    expect(found).toEqual([expect.stringContaining('f1 is >= 0.5 here and >= 0.85 in base-2.yaml')])
  })

  test('of the lowest one holds for those above, where these take its demand over', async () => {
    const between = 'extends: base-2.yaml\nperformance: {mcc: {min: 0.2}}'
    const lowest = `${BASE}may-loosen: [performance/f1]`
    expect(await mistakes('performance: {f1: {min: 0.5}}', between, lowest)).toEqual([])
    const stricter = 'extends: base-2.yaml\nperformance: {f1: {min: 0.9}}'
    expect(await mistakes('performance: {f1: {min: 0.5}}', stricter, lowest)).toEqual([
      expect.stringContaining('>= 0.9 in base-1.yaml'),
    ])
  })
})

describe('an extended policy that is none', () => {
  test.each([
    ['no YAML', 'performance: [', /base-1.yaml:1: This is not valid YAML/],
    ['a list', '- 1', /A policy is a mapping/],
    ['an unknown key', 'performanse: {f1: {min: 0.8}}', /has no key performanse/],
    ['a mistake in a gate', 'performance: {f1: {min: 0.9, max: 0.1}}', /base-1.yaml:1/],
  ])('%s', async (_name, base, said) => {
    const found = await mistakes('performance: {auc: {min: 0.5}}', base)
    expect(found).toEqual([expect.stringMatching(/^own.yaml:1 base-1.yaml is extended here and is not a valid policy/)])
    expect(found[0]).toMatch(said)
  })

  test('hides no mistake of one’s own', async () => {
    const found = await mistakes('performance: {auc: 0.5}', 'performanse: 1')
    expect(found).toHaveLength(2)
  })

  test('that nobody has read is never passed over', async () => {
    const text = '"\\x65xtends": base.yaml\nperformance: {f1: {min: 0.5}}'
    const policy = await parsePolicy({ text, place: place('p.yaml') })
    expect(policy.ok ? [] : policy.problems.map(({ message }) => message.id)).toEqual(['extends.unread'])
  })

  test.each(['extends: []', 'extends: 3', 'extends: ""'])('%s is refused by the schema', async (line) => {
    const policy = await parsePolicy({
      text: `${line}\nperformance: {f1: {min: 0.5}}`,
      place: place('p.yaml'),
      extended: { layers: [], problems: [], unread: false },
    })
    expect(policy.ok).toBe(false)
  })
})

test.each([
  ['acme/ml-policies/policy.yaml@v2', { owner: 'acme', repo: 'ml-policies', path: 'policy.yaml', ref: 'v2' }],
  ['acme/p/a/b.yaml@feature/x', { owner: 'acme', repo: 'p', path: 'a/b.yaml', ref: 'feature/x' }],
  ['policies/base.yaml', undefined],
  ['policies/base@2.yaml', undefined],
  ['./a/b/c@d.yaml', undefined],
  ['acme/p/../x.yaml@v1', undefined],
  ['acme/p/x.yaml@../../x', undefined],
  ['acme/../p/x.yaml@v1', undefined],
  ['acme/p/x.yaml@', undefined],
])('%s', (text, reference) => {
  expect(referenceIn(text)).toEqual(reference)
})

function waiver(check: string): string {
  const who = 'reason: "known", owner: "@lee", approved-by: "@kim", expires: 2026-12-31'
  return `waivers:\n  - {check: ${check}, ${who}}\n`
}
