import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lookUp, lookUpMetric } from '../../src/evidence/select.js'
import { worked } from '../support/worked.js'
import { content } from './readers/support.js'

/** Files by path, as the reader for the path's ending reads them. */
async function files(texts: Record<string, string>) {
  return Promise.all(Object.entries(texts).map(async ([path, text]) => ({ path, content: await content(text, path) })))
}

/** What a selector finds in one JSON file: the value's text, what it is, or its pointers where it is ambiguous. */
async function found(json: string, selector: string, path = 'm.json') {
  const lookup = lookUp(await files({ [path]: json }), selector)
  if (lookup.kind === 'absent') return 'absent'
  if (lookup.kind === 'ambiguous') return lookup.matches.map(({ at, shown }) => `${at.pointer} ${shown}`)
  return 'text' in lookup.value ? lookup.value.text : lookup.value.kind
}

describe('one file', () => {
  test.each<[string, string, string | string[]]>([
    ['{"f1": 0.8}', 'f1', '0.8'],
    ['{"eval": {"acc": 0.9}}', 'eval/acc', '0.9'],
    ['{"eval": {"acc": 0.9}}', 'eval.acc', '0.9'],
    ['{"eval": {"acc": 0.9}}', 'eval', 'map'],
    ['{"macro avg": {"f1-score": 0.7}}', 'macro avg/f1-score', '0.7'],
    ['{"macro avg": {"f1-score": 0.7}}', 'macro avg.f1-score', '0.7'],
    ['{"eval/acc": 0.9}', 'eval/acc', '0.9'],
    ['{"eval.acc": 1, "eval": {"acc": 2}}', 'eval.acc', '1'],
    ['{"eval/acc": 1, "eval": {"acc": 2}}', 'eval/acc', '1'],
    ['{"eval/acc": 1, "eval": {"acc": 2}}', 'eval.acc', '2'],
    ['{"a/b": {"c": 1}, "a": {"b/c": 2}}', 'a/b/c', '1'],
    ['{"a/b": {"x": 1}, "a": {"b/c": 2}}', 'a/b/c', '2'],
    ['{"a/b": 1, "a": {"b": {"c": 3}}}', 'a/b/c', '3'],
    ['{"results": {"hellaswag": {"acc,none": 0.5}}}', 'results.hellaswag.acc,none', '0.5'],
    ['{"metrics/mAP50-95(B)": 0.4}', 'metrics/mAP50-95(B)', '0.4'],
    ['{"a.b": {"c/d": 1}}', 'a.b/c/d', '1'],
    ['{"a": [0.1, {"b": 0.2}]}', 'a/1/b', '0.2'],
    ['{"a": [0.1]}', 'a/1', 'absent'],
    ['{"a": [0.1]}', 'a/00', 'absent'],
    ['{"a": [0.1]}', 'a/length', 'absent'],
    ['{"10": 1, "a": {"0": 2}}', 'a/0', '2'],
    ['[{"model": "churn", "f1": 0.8}, {"model": "fraud", "f1": 0.7}]', 'fraud/f1', '0.7'],
    ['[{"model": "churn", "f1": 0.8}, {"model": "fraud", "f1": 0.7}]', '0/f1', '0.8'],
    ['[{"model": "churn", "f1": 0.8}, {"model": "churn", "f1": 0.7}]', 'churn/f1', 'absent'],
    ['[{"c": "1", "f1": 0.8}, {"c": "0", "f1": 0.7}]', '1/f1', ['/0/f1 0.8', '/1/f1 0.7']],
    ['{"f1": null}', 'f1', 'null'],
    ['{"f1": NaN}', 'f1', 'NaN'],
    ['{"a": 1}', '', 'absent'],
    ['{"": {"a": 1}}', '/a', 'absent'],
    ['{"a": 1}', '__proto__', 'absent'],
    ['{"a": 1}', 'constructor/name', 'absent'],
    ['{"a": {"b": 1}}', 'a//b', 'absent'],
    ['{"a": 1}', 'a/', 'absent'],
    [`{"${'x'.repeat(501)}": 1}`, 'x'.repeat(501), 'absent'],
  ])('%s: %s', async (json, selector, expected) => {
    expect(await found(json, selector)).toEqual(expected)
  })

  test('says where the value stands', async () => {
    const lookup = lookUp(await files({ 'out/m.json': '{"eval":\n {"a/c~c": 0.9}}' }), 'eval/a/c~c')
    expect(lookup).toMatchObject({
      kind: 'found',
      at: { path: 'out/m.json', line: 2, column: 12, pointer: '/eval/a~1c~0c' },
    })
  })

  test('a bare value goes by the name of its file', async () => {
    expect(await found('0.602818', 'auc', 'out/auc.metric')).toBe('0.602818')
    expect(await found('0.602818', 'f1', 'out/auc.metric')).toBe('absent')
  })

  test('every leaf is found by its full path', async () => {
    const keys = fc.constantFrom('a', 'b', 'a b', 'c-1', '__proto__', '7')
    const tree = fc.letrec((tie) => ({
      node: fc.oneof({ maxDepth: 4 }, fc.nat(), fc.dictionary(keys, tie('node'), { minKeys: 1, maxKeys: 3 })),
    })).node
    await fc.assert(
      fc.asyncProperty(fc.dictionary(keys, tree, { minKeys: 1 }), async (value) => {
        const items = await files({ 'm.json': JSON.stringify(value) })
        for (const [path, leaf] of leaves(value)) {
          const lookup = lookUp(items, path)
          expect(lookup.kind === 'found' && 'text' in lookup.value && lookup.value.text).toBe(leaf)
        }
      }),
      { numRuns: 100 },
    )
  })
})

function leaves(value: unknown, path: string[] = []): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path.join('/'), String(value)]]
  return Object.entries(value).flatMap(([key, below]) => leaves(below, [...path, key]))
}

describe('several files', () => {
  test('the same number in two files is found once, in the first by path', async () => {
    const lookup = lookUp(await files({ 'b.json': '{"f1": 0.80}', 'a.yaml': 'f1: 8e-1' }), 'f1')
    expect(lookup).toMatchObject({ kind: 'found', at: { path: 'a.yaml' } })
  })

  test.each([
    ['two numbers', '{"f1": 0.8}', '{"f1": 0.80000000000000001}', ['a.json 0.8', 'b.json 0.80000000000000001']],
    ['two texts', '{"f1": "x"}', '{"f1": "x"}', ['a.json x', 'b.json x']],
    ['two maps', '{"f1": {"a": 1}}', '{"f1": {"a": 1}}', ['a.json {…}', 'b.json {…}']],
    ['NaN twice', '{"f1": NaN}', '{"f1": NaN}', ['a.json NaN', 'b.json NaN']],
    ['two readings as written', '{"x/f1": 1}', '{"x": {"f1": [2]}}', ['a.json 1', 'b.json […]'], 'x/f1'],
  ])('%s are ambiguous', async (_, a, b, expected, selector = 'f1') => {
    const lookup = lookUp(await files({ 'b.json': b, 'a.json': a }), selector)
    expect(lookup.kind === 'ambiguous' && lookup.matches.map(({ at, shown }) => `${at.path} ${shown}`)).toEqual(
      expected,
    )
  })

  test('a dot is a separator only where no file has the selector as written', async () => {
    const lookup = lookUp(await files({ 'a.json': '{"eval": {"acc": 1}}', 'b.json': '{"eval.acc": 2}' }), 'eval.acc')
    expect(lookup).toMatchObject({ kind: 'found', at: { path: 'b.json' } })
  })
})

describe('the nearest names', () => {
  test.each([
    ['{"test": {"f1": 1}, "train": {"f1": 1}, "f2": 1}', 'f1', ['test/f1', 'train/f1', 'f2']],
    ['{"accuracy": 1, "precision": 1}', 'acuracy', ['accuracy']],
    ['{"accuracy": 1}', 'accuarcy', ['accuracy']],
    ['{"F1-Score": 1}', 'f1_score', ['F1-Score']],
    ['{"b1": 1, "a1": 1, "d1": 1, "c1": 1}', 'x1', ['a1', 'b1', 'c1']],
    ['{"run_id": "f1"}', 'run_idd', []],
    ['{"f1": null}', 'fl', ['f1']],
    ['[{"model": "churn", "f1": 1}]', 'f1', ['churn/f1']],
    ['{"accuracy": 1}', 'latency_p95_ms', []],
  ])('%s: %s', async (json, selector, nearest) => {
    expect(lookUp(await files({ 'm.json': json }), selector)).toEqual({ kind: 'absent', nearest })
  })

  test('do not depend on the order of files', async () => {
    const [a, b] = await files({ 'a.json': '{"f1a": 1}', 'b.json': '{"f1b": 1}' })
    if (a === undefined || b === undefined) throw new Error('two files')
    expect(lookUp([b, a], 'f1')).toEqual(lookUp([a, b], 'f1'))
  })

  test('are looked for in bounded time, and never are megabytes long', async () => {
    const long = 'f1'.repeat(500_000)
    const many = Array.from({ length: 50_000 }, (_, i) => `"${'x'.repeat(150)}${i}": 1`).join(',')
    const items = await files({ 'm.json': `{"${long}": 1, ${many}}` })
    const start = worked()
    const lookup = lookUp(items, 'x'.repeat(150))
    expect(worked() - start).toBeLessThan(10_000)
    expect(lookup.kind === 'absent' && lookup.nearest.every((name) => name.length <= 200)).toBe(true)
  })
})

describe('metrics with two names', () => {
  test.each([
    ['{"roc_auc": 0.9}', 'auc', '/roc_auc'],
    ['{"auc": 0.9}', 'roc_auc', '/auc'],
    ['{"auc": 0.9, "roc_auc": 0.8}', 'auc', '/auc'],
    ['{"auc": 0.9, "roc_auc": 0.8}', 'roc_auc', '/roc_auc'],
  ])('%s: %s', async (json, metric, pointer) => {
    expect(lookUpMetric(await files({ 'm.json': json }), metric)).toMatchObject({ kind: 'found', at: { pointer } })
  })

  test('plain selectors know no other name, and neither is missing names both', async () => {
    const items = await files({ 'm.json': '{"roc_auc": 0.9, "f1": 1}' })
    expect(lookUp(items, 'auc').kind).toBe('absent')
    expect(lookUpMetric(await files({ 'm.json': '{"test": {"roc_auc": 1}}' }), 'auc')).toEqual({
      kind: 'absent',
      nearest: ['test/roc_auc'],
    })
  })
})
