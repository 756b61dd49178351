import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { judge } from '../../src/app/judge.js'
import { VERDICTS } from '../../src/verdict/outcome.js'
import { allGates, evidenceFrom, policyFrom } from '../support/evidence.js'

const name = fc.stringMatching(/^[a-z]{1,4}$/)
const hundredths = fc.integer({ min: 0, max: 100 }).map((value) => (value / 100).toFixed(2))
/** Metrics as the file has them: numbers, and all that is none. */
const value = fc.oneof(hundredths, fc.constantFrom('NaN', 'null', '"0.9"', 'true', '[]', '{}'))
const metrics = fc.dictionary(name, value, { maxKeys: 6 })
const bound = fc.record({ option: fc.constantFrom('min', 'max', 'above', 'below'), limit: hundredths })
const bounds = fc.dictionary(name, bound, { minKeys: 1, maxKeys: 6 })
type Bounds = Record<string, { option: string; limit: string }>

const object = (entries: readonly (readonly [string, string])[]) =>
  `{${entries.map(([key, v]) => `"${key}": ${v}`).join(', ')}}`
const policy = (entries: readonly (readonly [string, Bounds[string]])[], more = '') =>
  `performance:\n${entries.map(([key, { option, limit }]) => `  "${key}": {${option}: ${limit}}\n`).join('')}${more}`

async function verdictOf(policyText: string, ...files: readonly string[]) {
  const evidence = await evidenceFrom({
    metrics: Object.fromEntries(files.map((text, index) => [`${index}.json`, text])),
  })
  return judge(policyFrom(policyText), evidence).verdict
}

test('a demand that cannot be met, added to any policy, never improves the verdict', async () => {
  await fc.assert(
    fc.asyncProperty(bounds, metrics, async (demanded, measured) => {
      const file = object(Object.entries(measured))
      const before = await verdictOf(policy(Object.entries(demanded)), file)
      const after = await verdictOf(policy(Object.entries(demanded), '  "never measured": {min: 1}\n'), file)
      expect(VERDICTS.indexOf(after)).toBeGreaterThanOrEqual(
        Math.max(VERDICTS.indexOf(before), VERDICTS.indexOf('fail')),
      )
    }),
    { numRuns: 200 },
  )
})

test('the order of keys and files never changes the verdict', async () => {
  await fc.assert(
    fc.asyncProperty(bounds, metrics, metrics, async (demanded, first, second) => {
      const wanted = Object.entries(demanded)
      const [a, b] = [Object.entries(first), Object.entries(second)]
      const verdict = await verdictOf(policy(wanted), object(a), object(b))
      const reversed = <T>(list: readonly T[]) => [...list].reverse()
      expect(await verdictOf(policy(reversed(wanted)), object(reversed(b)), object(reversed(a)))).toBe(verdict)
    }),
    { numRuns: 200 },
  )
})

test('passes exactly where every demand is proven', async () => {
  await fc.assert(
    fc.asyncProperty(bounds, metrics, async (demanded, measured) => {
      const proven = Object.entries(demanded).every(([key, { option, limit }]) => {
        const text = measured[key]
        if (text === undefined || !/^[0-9.]+$/.test(text)) return false
        const [is, asked] = [Math.round(Number(text) * 100), Math.round(Number(limit) * 100)]
        return { min: is >= asked, max: is <= asked, above: is > asked, below: is < asked }[option]
      })
      const verdict = await verdictOf(policy(Object.entries(demanded)), object(Object.entries(measured)))
      expect(verdict === 'pass').toBe(proven)
    }),
    { numRuns: 300 },
  )
})

test('a gate that throws is an error of its own; the others are still judged', async () => {
  const model = judge(
    {
      ...policyFrom('performance: {f1: {min: 0.8}}\nfairness: {metric: a, by: g, gap: "< 0.1"}'),
      gates: policyFrom('performance: {f1: {min: 0.8}}\nfairness: {metric: a, by: g, gap: "< 0.1"}').gates.map(
        (demanded) => (demanded.id === 'fairness' ? { ...demanded, locate: broken } : demanded),
      ),
    },
    await evidenceFrom({ metrics: { 'm.json': '{"f1": 0.9}' }, groups: { 'g.json': '{"a": 1, "b": 1}' } }),
  )
  expect(model.verdict).toBe('error')
  expect(model.gates.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['fairness', 'error'],
    ['performance', 'pass'],
  ])
})

/** Throws for every place below the gate's own key. */
function broken(pointer: string) {
  if (pointer !== '') throw new Error('a bug')
  return { path: 'p.yaml', line: 1, column: 1 }
}

test('every gate yields at least one check for the least that its schema accepts', async () => {
  const least: Readonly<Record<string, string>> = {
    approval: '{from: ["@kim"]}',
    performance: '{f1: {min: 0}}',
    fairness: '{metric: a, by: g, gap: "< 0.1"}',
    documentation: '{require: [limitations]}',
    explainability: '{required: true}',
    serving: '{latency_p95_ms: {max: 50}}',
    drift: '{max-share: 0}',
  }
  for (const { id } of allGates) {
    const model = judge(policyFrom(`${id}: ${least[id]}`), await evidenceFrom({}))
    expect(model.gates[0]?.checks.length).toBeGreaterThan(0)
    // Who approved is no evidence that is missing: nobody was asked.
    expect(model.verdict).toBe(id === 'approval' ? 'warn' : 'fail')
  }
})
