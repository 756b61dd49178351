import { describe, expect, test } from '@jest/globals'
import { readContent } from '../../../src/evidence/formats/choose.js'
import { lookUpMetric } from '../../../src/evidence/select.js'
import { ok } from '../../../src/shared/problem.js'
import { ask } from '../../support/ask.js'
import { english } from '../../support/evidence.js'
import { opened } from '../../support/opened.js'
import { worked } from '../../support/worked.js'

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
    [
      'a map and columns',
      { feature_importance: { a: 1 }, feature: ['a'], importance: [9] },
      'a',
      /feature_importance, importance/,
    ],
    ['an empty name', [{ feature: '', importance: 1 }], 'a', /refused: .*feature/],
  ])('%s', async (_, file, feature, expected) => {
    const said = await explained(file, feature)
    if (typeof expected === 'string') expect(said).toBe(expected)
    else expect(said).toMatch(expected)
  })
})

describe('names of columns', () => {
  test.each([
    ['Feature,Importance'],
    ['Feature,MeanAbsSHAP'],
    ['Feature,SHAP_Importance'],
    ['feature,mean_absolute_shap'],
    ['feature,shap_value'],
    ['feature,gain'],
    ['feature,split'],
    ['variable,importance'],
    ['Feature Id,Importances'],
    ['col_name,feature_importance_vals'],
    ['feature,feature_importance'],
  ])('%s', async (heading) => {
    expect(await explained(`${heading}\ntenure,0.41\ngender,0.1\n`, 'tenure', 'x.csv')).toBe('0.41')
  })

  test.each([
    ['weight, of eli5', 'feature,weight,std\ntenure,0.41,0.1\ngender,0.1,0.1\n'],
    ['relative_importance, of h2o', 'variable,relative_importance,scaled_importance\ntenure,0.41,1\ngender,0.1,0.2\n'],
    ['importance beside a less usual name', 'feature,gain,importance\ntenure,9,0.41\ngender,1,0.1\n'],
  ])('%s', async (_, text) => {
    expect(await explained(text, 'tenure', 'x.csv')).toBe('0.41')
  })

  test.each<[string, object]>([
    ['lists', { features: ['tenure', 'age'], importance_mean: [0.41, 0.1], importance_std: [0.1, 0.1] }],
    ['lists by other names', { feature_names: ['tenure', 'age'], feature_importances: [0.41, 0.1] }],
    ['a map by another name', { model: 'rf', feature_importances: { tenure: 0.41, age: 0.1 } }],
    ['a map beside a time', { created: '2026-11-25', importance: { tenure: 0.41, age: 0.1 } }],
    ['a map beside names', { feature_names: ['tenure', 'age'], feature_importances: { tenure: 0.41, age: 0.1 } }],
    ['records below a name', { feature_importance: [{ feature: 'tenure', importance: 0.41 }] }],
    ['records by index', { 0: { Feature: 'tenure', gain: 0.41 }, 1: { Feature: 'age', gain: 0.1 } }],
    [
      'pairs of the whole model',
      [
        ['tenure', 0.41],
        ['age', 0.1],
      ],
    ],
  ])('%s', async (_, file) => {
    expect(await explained(file, 'tenure')).toBe('0.41')
  })

  test('what stands beside a map stays', async () => {
    const file = { importance: { tenure: 0.41 }, samples: 500, model: { sha256: 'abc' } }
    expect(await ask(file, 'samples', { role: 'explanations' })).toBe('500')
    expect(await ask(file, 'model/sha256', { role: 'explanations' })).toBe('abc')
  })

  test('weights of conditions are those of one row', async () => {
    const text = 'feature,weight\ngender,0.1\ntenure <= 3.00,-0.4\n'
    const asked = (name: string) => ask(text, name, { path: 'x.csv', role: 'explanations' })
    expect(await asked('local_importance/gender')).toBe('0.1')
    expect(await asked('samples')).toBe('1')
    expect(await asked('feature_importance/gender')).toBe('absent')
  })

  test('a map of very many names is looked at in bounded time, and is no table', async () => {
    const many = Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`Some Feature_${index}`, 1]))
    const text = JSON.stringify(many)
    await formatOf('{"a": 1}', 'explanations')
    const started = worked()
    expect(await formatOf(text, 'explanations')).toBe('json')
    expect(worked() - started).toBeLessThan(1500)
  })

  test('features that are called like a column are features', async () => {
    expect(await formatOf({ weight: 0.4, column: 0.3, age: 0.1 }, 'explanations')).toBe('json')
    expect(await formatOf({ low: { weight: 0.3, age: 0.2 }, high: { weight: 0.1, age: 0.2 } }, 'explanations')).toBe(
      'json',
    )
    expect(await explained('name,value\nweight,0.4\ngain,0.3\n', 'gain', 'x.csv')).toBe('0.3')
    expect(await formatOf('variable,weight\na,1\nb,2\n', 'metrics', 'x.csv')).toBe('csv')
  })

  test.each<[string, string | object, RegExp]>([
    ['values', 'feature,importance,mean_abs_shap\na,0.9,0.1\nb,0.1,0.9\n', /importance, mean_abs_shap/],
    ['values of one tool', 'feature,gain,split\na,0.9,1\nb,0.1,9\n', /gain, split/],
    ['values in two spellings', 'feature,importance,Importance\na,0.9,1\nb,0.1,9\n', /importance, Importance/],
    ['names', 'feature,feature_name,importance\nf1,gender,0.9\nf2,age,0.1\n', /feature, feature_name/],
    ['maps', { importance: { a: 0.9 }, mean_abs_shap: { a: 0.1 } }, /importance, mean_abs_shap/],
    ['maps of one tool', { gain: { a: 0.9 }, weight: { a: 0.1 } }, /gain, weight/],
    ['lists', { feature: ['a'], importance: [0.9], shap_importance: [0.1] }, /importance, shap_importance/],
    [
      'records that differ',
      [
        { feature: 'a', importance: 0.9 },
        { feature: 'b', mean_abs_shap: 0.1 },
      ],
      /importance, mean_abs_shap/,
    ],
  ])('two that could be meant are an error that names both: %s', async (_, file, columns) => {
    const said = await explained(file, 'a', typeof file === 'string' ? 'x.csv' : 'x.json')
    expect(said).toMatch(/^refused: .*several columns/)
    expect(said).toMatch(columns)
  })
})

describe("pandas' orients", () => {
  const DATA = [
    ['tenure', 0.41],
    ['age', 0.1],
  ]
  const field = (name: string) => ({ name })
  const TABLE = { schema: { fields: ['index', 'feature', 'importance'].map(field), primaryKey: ['index'] } }

  test.each<[string, object]>([
    ['split', { columns: ['feature', 'importance'], index: [0, 1], data: DATA }],
    ['split by the index', { columns: ['gain'], index: ['tenure', 'age'], data: [[0.41], [0.1]] }],
    ['split of a series', { name: null, index: ['tenure', 'age'], data: [0.41, 0.1] }],
    ['table', { ...TABLE, data: DATA.map(([feature, importance], index) => ({ index, feature, importance })) }],
    ['table of a series', { ...TABLE, data: DATA.map(([index, values]) => ({ index, values })) }],
  ])('%s', async (_, file) => {
    expect(await explained(file, 'tenure')).toBe('0.41')
    expect(await explained(file, 'age')).toBe('0.1')
  })

  test('lists of other lengths, and a feature twice', async () => {
    expect(await explained({ name: 'gain', index: ['tenure'], data: [0.41, 0.1] }, 'tenure')).toMatch(/a row for each/)
    expect(await explained({ name: 'gain', index: ['a', 'a'], data: [0.4, 0.1] }, 'a')).toMatch(/more than once/)
  })

  test('what holds no importances is not said to be of Fairlearn', async () => {
    const rows = {
      columns: ['tenure', 'age'],
      index: [0, 1],
      data: [
        [0.1, 0.2],
        [0.3, 0.4],
      ],
    }
    expect(await formatOf(rows, 'explanations')).toBe('json')
    expect(await formatOf(rows, 'groups')).toBe('fairlearn')
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
    [
      'names beside all repeats',
      { feature_names: ['a', 'b'], importances_mean: [1, 2], importances: [[1], [2]] },
      'b',
      '2',
    ],
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

describe('InterpretML, of one row', () => {
  const LOCAL = { names: ['a', 'b'], scores: [-0.2, 0.1], values: [44, 'M'], perf: { actual: 1 } }
  const local = (file: object, name: string) => ask(file, name, { role: 'explanations' })

  test('its values or its prediction tell it from one of the model', async () => {
    for (const file of [LOCAL, { ...LOCAL, perf: undefined }, { ...LOCAL, values: undefined }]) {
      expect(await local(file, 'local_importance/a')).toBe('-0.2')
      expect(await local(file, 'samples')).toBe('1')
      expect(await local(file, 'feature_importance/a')).toBe('absent')
    }
  })

  test('the shape of one term is no explanation', async () => {
    const term = { names: ['F', 'M'], scores: [0.1, -0.1], density: { names: ['F', 'M'], scores: [5, 7] } }
    expect(await local(term, 'feature_importance/F')).toMatch(/^refused: .*explain_global\(\)\.data\(\)/)
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
    expect(await ask('[["a > 0", NaN], ["b", 0.1]]', 'local_importance/a', { role: 'explanations' })).toBe('NaN')
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
