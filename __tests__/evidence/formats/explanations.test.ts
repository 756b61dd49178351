import { describe, expect, test } from '@jest/globals'
import { readContent } from '../../../src/evidence/formats/choose.js'
import { lookUpMetric } from '../../../src/evidence/select.js'
import { ok } from '../../../src/shared/problem.js'
import { ask } from '../../support/ask.js'
import { english } from '../../support/evidence.js'
import { opened } from '../../support/opened.js'

const explained = (file: string | object, feature: string, path?: string) =>
  ask(file, `feature_importance/${feature}`, { role: 'explanations', ...(path !== undefined && { path }) })

/** The format that a file is read as. */
async function formatOf(file: string | object, role: 'explanations' | 'metrics' | 'groups', path = 'x.json') {
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  const read = await readContent(opened(text), { path, role })
  return read.ok ? read.value.format : 'refused'
}

describe('feature importance', () => {
  test.each<[string, string, string, string | RegExp]>([
    ["pandas' series", ',importance\ntenure,0.41\ngender,0.1\n', 'tenure', '0.41'],
    ["pandas' series of one", ',importance\ntenure,0.41\n', 'tenure', '0.41'],
    ["pandas' series without a name", ',0\ntenure,0.41\ngender,0.1\n', 'gender', '0.1'],
    ["pandas' frame", ',feature,importance\n0,tenure,0.41\n1,gender,0.1\n', 'gender', '0.1'],
    ["pandas' frame of one row", ',feature,importance\n0,tenure,0.41\n', 'tenure', '0.41'],
    ['features in the index', ',importance,std\ntenure,0.41,0.1\ngender,0.1,0.1\n', 'tenure', '0.41'],
    ['no value', ',importance\ntenure,0.41\ngender,\n', 'gender', 'null'],
    ['a row without a name', 'feature,importance\ntenure,0.41\n,0.9\n', 'tenure', /refused: .*feature/],
    ['a feature twice', 'feature,importance\ntenure,0.41\ngender,1\ntenure,0.1\n', 'tenure', /x\.csv:2, x\.csv:4/],
    ['a feature twice in the index', ',feature,importance\n0,a,0.1\n1,a,0.2\n', 'a', /x\.csv:2, x\.csv:3/],
  ])('as CSV: %s', async (_, text, feature, expected) => {
    const said = await explained(text, feature, 'x.csv')
    if (typeof expected === 'string') expect(said).toBe(expected)
    else expect(said).toMatch(expected)
  })

  test.each<[string, object | string, string, string | RegExp]>([
    ['a record without a value', [{ feature: 'a', importance: 1 }, { feature: 'b' }], 'b', /the file states no value/],
    ['a record without a name', [{ feature: 'a', importance: 1 }, { importance: 9 }], 'a', /refused: .*feature/],
    ['an item that is no record', [{ feature: 'a', importance: 1 }, null], 'a', /^refused/],
    [
      'columns of other lengths',
      { feature: { 0: 'a', 1: 'b' }, importance: { 0: 1 } },
      'b',
      /the file states no value/,
    ],
    ['a value without a name', { feature: { 0: 'a' }, importance: { 0: 1, 1: 9 } }, 'a', /refused: .*feature/],
    ['columns as lists', { feature: ['a', 'b'], importance: [0.1, 0.2] }, 'b', '0.2'],
    ['lists of other lengths', { feature: ['a', 'b'], importance: [0.1, 0.2, 9] }, 'b', /refused: .*feature/],
    ['an empty map', { feature_importance: {} }, 'a', /refused: feature importance: .* is empty/],
    ['NaN', '{"feature_importance": {"a": NaN, "b": 1}}', 'a', 'NaN'],
    ['values by class', [{ feature: 'a', importance: [1, 2] }], 'a', '…'],
    [
      'a name and a blank',
      [
        { feature: 'a', importance: 1 },
        { feature: 'a ', importance: 9 },
      ],
      'a',
      /more than once/,
    ],
    ['the same in a map', { feature_importance: { a: 1, '\u200ba': 9 } }, 'a', /refused: .*more than once/],
    ['a map and columns', { feature_importance: { a: 1 }, feature: ['a'], importance: [9] }, 'a', /more than once/],
    ['an empty name', [{ feature: '', importance: 1 }], 'a', /refused: .*feature/],
  ])('%s', async (_, file, feature, expected) => {
    const said = await explained(file, feature)
    if (typeof expected === 'string') expect(said).toBe(expected)
    else expect(said).toMatch(expected)
  })
})

describe('what a file is read for decides what it is', () => {
  const METRICS = { f1: 0.9, feature_importance: { tenure: 0.4 } }
  const HARNESS = { results: { t: { 'acc,none': 0.7 } }, versions: { t: 1 }, feature_importance: { tenure: 0.4 } }

  test('metrics that also hold importances stay metrics', async () => {
    expect(await ask(METRICS, 'f1')).toBe('0.9')
    expect(await formatOf(METRICS, 'metrics')).toBe('json')
    expect(await ask(METRICS, 'feature_importance/tenure')).toBe('0.4')
    expect(await ask(HARNESS, 't/acc')).toBe('0.7')
    expect(await ask(METRICS, 'feature_importance/tenure', { role: 'explanations' })).toBe('0.4')
    expect(await ask(HARNESS, 'feature_importance/tenure', { role: 'explanations' })).toBe('0.4')
  })

  test('groups that also hold importances stay groups', async () => {
    const file = { ...METRICS, sex: { F: { f1: 0.9 }, M: { f1: 0.8 } } }
    expect(await ask(file, 'sex/M/f1', { role: 'groups' })).toBe('0.8')
  })

  test('records that hold more than importances keep it as metrics', async () => {
    const record = { feature: 'tenure', importance: 0.4, f1: 0.9 }
    expect(await ask(record, 'f1')).toBe('0.9')
    expect(await ask([record, { ...record, feature: 'age' }], 'tenure/f1')).toBe('0.9')
    const arrays = { f1: 0.9, importances_mean: [0.1] }
    expect(await ask(arrays, 'f1')).toBe('0.9')
    expect(await ask({ f1: 0.9, names: ['a'], scores: [0.1] }, 'f1')).toBe('0.9')
  })

  test('importances alone are importances under metrics, too', async () => {
    expect(await ask([{ feature: 'tenure', importance: 0.4 }], 'feature_importance/tenure')).toBe('0.4')
    expect(await formatOf({ feature_importance: { tenure: 0.4 } }, 'metrics')).toBe('feature-importance')
    expect(await formatOf({ feature_importance: { tenure: 0.4 } }, 'groups')).toBe('refused')
    expect(await formatOf(',importance\ntenure,0.41\n', 'metrics', 'x.csv')).toBe('csv')
  })
})

describe('permutation importance', () => {
  test.each<[string, object, string, string | RegExp]>([
    ['a record without a value', [{ feature: 'a', importances_mean: 1 }, { feature: 'b' }], 'b', /states no value/],
    [
      'a feature twice',
      [
        { feature: 'a', importances_mean: 1 },
        { feature: 'a', importances_mean: 2 },
      ],
      'a',
      /more than/,
    ],
    ['more names than values', { feature: ['a', 'b'], importances_mean: [1] }, 'a', /^refused/],
    ['more values than names', { feature: ['a'], importances_mean: [1, 2] }, 'a', /^refused/],
    ['names that are numbers', { feature: [10, 20], importances_mean: [1, 2] }, '20', '2'],
    ['a null', { importances_mean: { a: 1, b: null } }, 'b', 'null'],
    ['by index', { a: { importances_mean: 1 }, b: { importances_mean: 2 } }, 'b', '2'],
    [
      'by a counting index',
      { 0: { importances_mean: 1, feature: 'a' }, 1: { importances_mean: 2, feature: 'b' } },
      'b',
      '2',
    ],
    ['nothing', { importances_mean: [] }, 'feature_0', /is empty/],
  ])('%s', async (_, file, feature, expected) => {
    const said = await explained(file, feature)
    if (typeof expected === 'string') expect(said).toBe(expected)
    else expect(said).toMatch(expected)
  })
})

describe('InterpretML', () => {
  test('a term twice, and a score without a term', async () => {
    expect(await explained({ names: ['a', 'a'], scores: [1, 2] }, 'a')).toMatch(/refused: .*more than once/)
    expect(await explained({ names: ['a'], scores: [1, 2] }, 'a')).toMatch(/one score for each name/)
    const both = { names: ['a'], scores: [1], term_names: ['a'], term_importances: [9] }
    expect(await explained(both, 'a')).toMatch(/one score for each name/)
  })
})

describe('LIME', () => {
  const local = (file: unknown, name: string) =>
    ask(JSON.stringify(file), `local_importance/${name}`, { role: 'explanations' })

  test('a condition with two weights is refused with both places', async () => {
    const pairs = [
      ['tenure <= 9.75', -0.1],
      ['tenure <= 9.75', 0.4],
      ['age', 0.2],
    ]
    expect(await local(pairs, 'tenure <= 9.75')).toMatch(
      /refused: it is stated more than once \(x\.json:1, x\.json:1\)/,
    )
    expect(await local(pairs, 'tenure')).toMatch(/refused: it is stated more than once/)
    expect(await local(pairs, 'age')).toBe('0.2')
  })

  test('a feature with two conditions is there, and has no one weight', async () => {
    const pairs = [
      ['tenure', 0.1],
      ['tenure <= 3', 0.4],
    ]
    expect(await local(pairs, 'tenure')).toMatch(/refused: it is stated more than once/)
    expect(await local(pairs, 'tenure <= 3')).toBe('0.4')
  })

  test('a weight that is none', async () => {
    expect(await ask('[["a", NaN], ["b", 0.1]]', 'local_importance/a', { role: 'explanations' })).toBe('NaN')
  })

  test('two explanations in one file', async () => {
    expect(await local({ as_list: [['a', 0.1]], lime: [['a', 0.9]] }, 'a')).toMatch(/refused: LIME/)
  })
})

describe('MLflow', () => {
  /** `np.save` of zeros, but for the base values. */
  const zeros = (...shape: number[]) => {
    const text = `{'descr': '<f8', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`.padEnd(117)
    const data = new Uint8Array(8 * shape.reduce((product, size) => product * size, 1))
    return Buffer.concat([Buffer.from(`\x93NUMPY\x01\x00\x76\x00${text}\n`, 'latin1'), data])
  }

  async function explain(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
    const bytes = (path: string) => (files[path] === undefined ? undefined : ok(files[path]))
    const folder = { list: () => Object.keys(files), read: () => undefined, bytes, shown: (path: string) => path }
    const read = await readContent({ kind: 'folder', folder }, { path: 'shap', role: 'explanations' })
    if (!read.ok) return `refused: ${read.problems.map(({ message }) => english(message)).join('; ')}`
    const found = lookUpMetric([{ path: 'shap', content: read.value.content }], 'samples')
    return found.kind === 'found' && 'text' in found.value ? found.value.text : found.kind
  }

  test('which of three axes is that of the classes is told by the base values, or not at all', async () => {
    expect(await explain({ 'shap_values.npy': zeros(10, 4) })).toBe('10')
    expect(await explain({ 'shap_values.npy': zeros(10, 4, 3), 'base_values.npy': zeros(3) })).toBe('10')
    expect(await explain({ 'shap_values.npy': zeros(3, 10, 4), 'base_values.npy': zeros(3) })).toMatch(
      /shape 3 × 10 × 4/,
    )
    expect(await explain({ 'shap_values.npy': zeros(3, 4, 3), 'base_values.npy': zeros(3) })).toMatch(/^refused/)
    expect(await explain({ 'shap_values.npy': zeros(10, 4, 3) })).toMatch(/^refused/)
  })
})
