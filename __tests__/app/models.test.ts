import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { glob } from 'tinyglobby'
import { matcher } from '../../src/app/models/glob.js'
import { touchedModels } from '../../src/app/models/touched.js'
import { documentsOf } from '../../src/model-config/documents.js'
import { parseModelConfig } from '../../src/model-config/parse.js'
import { CONFIG } from '../support/model-config.js'
import { makeWorkspace } from '../support/workspace.js'

describe('a pattern', () => {
  test.each([
    ['models/*/model_config.yaml', 'models/churn/model_config.yaml', true],
    ['models/*/model_config.yaml', 'models/a/b/model_config.yaml', false],
    ['models/**/model_config.yaml', 'models/model_config.yaml', true],
    ['models/**/model_config.yaml', 'models/a/b/model_config.yaml', true],
    ['./models/*/m?.yaml', 'models/.x/m1.yaml', true],
    ['models/*/a.b', 'models/x/aXb', false],
    ['**/model_config.yaml', 'node_modules/x/model_config.yaml', false],
  ])('%s on %s', (pattern, path, expected) => {
    expect(matcher(pattern)?.(path)).toBe(expected)
  })

  test.each([
    '../*/x',
    '/models/*/x',
    'a/[b]/x',
    'a/{b,c}/x',
    'a/****/x',
    'a/**',
    'a/(b)/x',
    '**/**/**/x',
    `${'a/'.repeat(30)}x`,
  ])('%s is none', (pattern) => expect(matcher(pattern)).toBeUndefined())

  test('matches what the library finds in a folder', async () => {
    const paths = [
      'a/x.yaml',
      'a/b/x.yaml',
      'a/b/c/x.yaml',
      'b/x.yaml',
      '.a/x.yaml',
      'a/xy.yaml',
      'x.yaml',
      'a+/x.yaml',
    ]
    await using workspace = await makeWorkspace(Object.fromEntries(paths.map((path) => [path, ''])))
    const part = fc.constantFrom('a', 'b', '*', '**', '?', 'a*', '.a', 'a+')
    const pattern = fc.tuple(fc.array(part, { maxLength: 3 }), fc.constantFrom('x.yaml', '*.yaml', 'x?.yaml'))
    await fc.assert(
      fc.asyncProperty(pattern, async ([folders, file]) => {
        const text = [...folders, file].join('/')
        const matches = matcher(text)
        if (matches === undefined) return
        const found = await glob([text], { cwd: workspace.root, dot: true, expandDirectories: false })
        expect(paths.filter(matches).sort()).toEqual(found.sort())
      }),
      { numRuns: 100 },
    )
  })
})

test('of two hundred models a pull request that touches one judges one', () => {
  const models = Array.from({ length: 200 }, (_, index) => ({
    name: `m${index}`,
    problems: [],
    notes: [],
    folder: `models/m${index}`,
  }))
  const paths = ['models/m7/metrics.json', 'models/m7/MODEL_CARD.md']
  const { models: chosen } = touchedModels(models, { kind: 'files', paths }, ['.github/ml-gate.yaml'])
  expect(chosen.map(({ name }) => name)).toEqual(['m7'])
})

test('a path belongs to the nearest folder of a model, and to none above', () => {
  const models = ['models/a', 'models/a/deep', 'models/b'].map((folder) => ({
    name: folder,
    problems: [],
    notes: [],
    folder,
  }))
  const chosen = (...paths: string[]) =>
    touchedModels(models, { kind: 'files', paths }, ['models/a/policy.yaml']).models.map(({ name }) => name)
  expect(chosen('models/a/x')).toEqual(['models/a'])
  expect(chosen('models/a/deep/y/z')).toEqual(['models/a/deep'])
  expect(chosen('models/ab/x')).toHaveLength(3)
  expect(chosen('models/a/policy.yaml')).toHaveLength(3)
  expect(chosen('models/b/x', 'README.md')).toHaveLength(3)
  expect(chosen()).toHaveLength(3)
})

test('a config’s own figures lie above the policy, what only has to be there below it, each at its line', () => {
  const place = (position: { line: number; column: number }) => ({ path: 'model_config.yaml', ...position })
  const config = parseModelConfig({ text: CONFIG, place })
  if (!config.ok) throw new Error('no config')
  const { upper, lower } = documentsOf(config.value)
  expect(upper.data).toEqual({ model: 'churn_predictor', serving: { latency_p95_ms: { max: 50 } } })
  expect(lower.data).toEqual({ evidence: { tracked: true }, drift: { 'max-share': 1 } })
  expect(upper.locate(['serving', 'latency_p95_ms', 'max'])).toMatchObject({ line: 15 })
  expect(upper.locate(['model'])).toMatchObject({ line: 3 })
  expect(lower.locate(['drift'])).toMatchObject({ line: 21 })
})
