import { describe, expect, test } from '@jest/globals'
import { readContent } from '../../../src/evidence/formats/choose.js'
import { selectGroups } from '../../../src/evidence/groups.js'
import { ask } from '../../support/ask.js'
import { english } from '../../support/evidence.js'
import { opened } from '../../support/opened.js'

/** `F=0.9 M=0.8`, or what else comes of `metric by attribute`; the policy asks for no other metric and attribute. */
async function groups(file: string | object, asked: string, path = 'x.json', run?: string): Promise<string> {
  const [metric = '', by = ''] = asked.split(' by ')
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  const read = await readContent(opened(text), { path, role: 'groups', ...(run !== undefined && { run }) })
  if (!read.ok) return `refused: ${read.problems.map(({ message }) => english(message)).join('; ')}`
  const found = selectGroups([{ path, content: read.value.content }], metric, by, { metric: true, by: true })
  if (found.kind !== 'found') return found.kind
  return found.groups
    .map(({ name, value }) => {
      if (value.kind === 'refused') return `${name}: ${english(value.why)}`
      return `${name}=${'text' in value && value.kind !== 'null' ? value.text : value.kind}`
    })
    .join(' ')
}

describe('AI Verify', () => {
  const result = (items: object[], features = ['gender']) => ({
    sensitive_feature: features,
    output_classes: [1],
    results: [{ TPR: items }],
  })
  const [f, m] = [
    { group: ['F'], metric: 0.9 },
    { group: ['M'], metric: 0.8 },
  ]

  test('a group stated twice is refused with both places', async () => {
    const file = JSON.stringify(result([f, m, { group: ['F'], metric: 0.1 }]), null, 1)
    const said = await groups(file, 'TPR by gender')
    expect(said).toMatch(/^F: it is stated more than once \(x\.json:15, x\.json:27\)/)
    expect(said).toMatch(/M=0\.8$/)
  })

  test('a group without a value stays', async () => {
    expect(await groups(result([f, m, { group: ['X'] }]), 'TPR by gender')).toMatch(/X: the file states no value/)
    expect(await groups(result([f, m, { group: ['X'], metric: null }]), 'TPR by gender')).toBe('F=0.9 M=0.8 X=null')
  })

  test('a value without a group, and a group of more features than the file names', async () => {
    expect(await groups(result([f, m, { metric: 0.1 }]), 'TPR by gender')).toMatch(/results.*expected.*group/)
    expect(await groups(result([f, m, { group: [], metric: 0.1 }]), 'TPR by gender')).toMatch(/^refused/)
    expect(await groups(result([{ group: ['F', 'x'], metric: 0.1 }, m]), 'TPR by gender')).toMatch(/^refused/)
    const pairs = [
      { group: ['F', 'x'], metric: 0.1 },
      { group: ['M', 'x'], metric: 0.2 },
    ]
    expect(await groups(result(pairs, ['gender', 'age']), 'TPR by intersection')).toBe('F, x=0.1 M, x=0.2')
    expect(await groups(result(pairs, ['gender', 'age']), 'TPR by gender')).toBe('absent')
  })

  test('comparisons between groups are no values of groups, and leave the others readable', async () => {
    const file = (name: string, features = ['gender'], rates: object[] = [f, m]) => ({
      ...result([], features),
      results: [{ TPR: rates, [name]: [{ group: ['F', 'M'], metric: 1.02 }] }],
    })
    for (const name of ['Disparate Impact', 'Equal Selection Parity', 'Another Ratio']) {
      expect(await groups(file(name), 'TPR by gender')).toBe('F=0.9 M=0.8')
      expect(await groups(file(name), `${name} by gender`)).toBe('absent')
    }
    const pairs = [
      { group: ['F', 'x'], metric: 0.1 },
      { group: ['M', 'x'], metric: 0.2 },
    ]
    const said = await groups(file('Disparate Impact', ['gender', 'age'], pairs), 'Disparate Impact by intersection')
    expect(said).toBe('absent')
    expect(
      await groups({ ...file('x'), results: [{ DI: [{ group: ['F', 'M'], metric: 1 }] }] }, 'DI by gender'),
    ).toMatch(/^refused: .*is empty/)
  })

  test('a subgroup of regression stated twice, or without a name', async () => {
    const file = (...results: object[]) => ({ sensitive_feature: ['gender'], output_classes: [], results })
    const rows = [
      { subgroup: 'F', mae: 1 },
      { subgroup: 'M', mae: 2 },
    ]
    expect(await groups(file(...rows), 'mae by gender')).toBe('F=1 M=2')
    expect(await groups(file(...rows, { subgroup: 'F', mae: 9 }), 'mae by gender')).toMatch(/F: it is stated more than/)
    expect(await groups(file(...rows, { mae: 9 }), 'mae by gender')).toMatch(/^refused/)
  })
})

describe('Fairlearn', () => {
  const TUPLES = { "('F', '18-29')": 0.9, "('M', '18-29')": 0.8 }

  test.each<[string, object]>([
    ['at the top', { accuracy: TUPLES }],
    ['below by_group', { by_group: { accuracy: TUPLES } }],
    [
      'below by_group, groups first',
      { by_group: { "('F', '18-29')": { accuracy: 0.9 }, "('M', '18-29')": { accuracy: 0.8 } } },
    ],
    ['below groups', { overall: { accuracy: 0.85 }, groups: { accuracy: TUPLES } }],
    ['behind a key that is none', { accuracy: { overall: 0.85, ...TUPLES } }],
    ['behind a metric without groups', { note: 'x', accuracy: TUPLES }],
  ])('several features %s are an intersection only', async (_, file) => {
    expect(await groups(file, 'accuracy by sex')).toBe('absent')
    expect(await groups(file, 'accuracy by intersection')).toMatch(/F, 18-29=0.9.*M, 18-29=0.8/)
  })

  test.each<[string, object]>([
    ['a group of one feature among those of two', { accuracy: { ...TUPLES, F: 0.9 } }],
    [
      'a label of one level among those of two',
      { columns: ['accuracy'], index: ['F', ['M', 'x']], data: [[0.9], [0.8]] },
    ],
  ])('%s is not what pandas writes', async (_, file) => {
    expect(await groups(file, 'accuracy by intersection')).toMatch(/^refused: .*all of the same length/)
  })

  test('a group that two spellings of a tuple name', async () => {
    const file = JSON.stringify({ accuracy: { ...TUPLES, "('F','18-29')": 0.1 } }, null, 1)
    expect(await groups(file, 'accuracy by intersection')).toMatch(/refused: .*F, 18-29 \(x\.json:3, x\.json:5\)/)
  })

  test('an index that only counts the rows names no group', async () => {
    const split = (columns: string[], data: unknown[][]) => ({ columns, index: data.map((_, row) => row), data })
    const sexes = split(
      ['sex', 'accuracy'],
      [
        ['F', 0.9],
        ['M', 0.8],
      ],
    )
    expect(await groups(sexes, 'accuracy by sex')).toBe('F=0.9 M=0.8')
    const crossed = split(
      ['sex', 'age_band', 'accuracy'],
      [
        ['F', 'a', 0.9],
        ['M', 'b', 0.9],
      ],
    )
    expect(await groups(crossed, 'accuracy by sex')).toBe('ambiguous')
    expect(await groups(split(['accuracy'], [[0.9], [0.8]]), 'accuracy by sex')).toBe('0=0.9 1=0.8')
  })

  test('what stands beside by_group stays', async () => {
    const file = { overall: { accuracy: 0.85 }, by_group: { accuracy: TUPLES } }
    expect(await ask(file, 'overall/accuracy', { role: 'groups' })).toBe('0.85')
    expect(await ask(file, 'by_group/intersection/F, 18-29/accuracy', { role: 'groups' })).toBe('0.9')
  })

  test('tuples too long or too deep to be taken apart are no groups of one attribute', async () => {
    const long = (name: string) => `('${name.repeat(600)}', 'x')`
    for (const file of [
      { accuracy: { [long('F')]: 0.9, [long('M')]: 0.8 } },
      { by_group: { [long('F')]: { accuracy: 0.9 }, [long('M')]: { accuracy: 0.8 } } },
    ]) {
      expect(await groups(file, 'accuracy by sex')).toMatch(/^(refused|ambiguous|absent)/)
    }
  })

  test('columns, rows and bins that are stated twice', async () => {
    const split = (columns: unknown[], index: unknown[], data: unknown[][]) => ({ columns, index, data })
    const columns = split(
      ['accuracy', 'accuracy'],
      ['F', 'M'],
      [
        [0.9, 0.1],
        [0.8, 0.8],
      ],
    )
    expect(await groups(columns, 'accuracy by sex')).toMatch(/F: it is stated more than once.*M: it is stated/)
    const rows = split(['accuracy'], ['F', 'M', 'F'], [[0.9], [0.8], [0.1]])
    expect(await groups(rows, 'accuracy by sex')).toMatch(/refused: .*F.*x\.json:1.*x\.json:1/)
    const several = split(
      [
        ['accuracy', 'mean'],
        ['accuracy', 'std'],
      ],
      ['F', 'M'],
      [
        [0.9, 0.1],
        [0.8, 0.1],
      ],
    )
    expect(await groups(several, 'accuracy, mean by sex')).toBe('F=0.9 M=0.8')
  })

  test('a table of two features names an intersection', async () => {
    const fields = ['gender', 'age', 'accuracy'].map((name) => ({ name }))
    const data = [
      { gender: 'F', age: 'young', accuracy: 0.9 },
      { gender: 'M', age: 'old', accuracy: 0.9 },
    ]
    const file = { schema: { fields, primaryKey: ['gender', 'age'] }, data }
    expect(await groups(file, 'accuracy by gender')).toBe('absent')
    expect(await groups(file, 'accuracy by intersection')).toBe('F, young=0.9 M, old=0.9')
  })

  const dashboard = (change: object) => ({
    modelNames: ['a'],
    precomputedFeatureBins: [{ featureBinName: 'sex', binLabels: ['F', 'M'] }],
    precomputedMetrics: [[{ accuracy: { global: 0.85, bins: [0.9, 0.8] } }]],
    ...change,
  })

  test.each<[string, object, string | RegExp]>([
    ['as it is', {}, 'F=0.9 M=0.8'],
    ['a bin twice', { precomputedFeatureBins: [{ featureBinName: 'sex', binLabels: ['F', 'F'] }] }, /^refused: .*F/],
    ['a bin without its name', { precomputedFeatureBins: [{ featureBinName: 'sex', binLabels: ['F'] }] }, /^refused/],
    [
      'a bin without its value',
      { precomputedFeatureBins: [{ featureBinName: 'sex', binLabels: ['F', 'M', 'X'] }] },
      /X: the file states no value/,
    ],
    ['a feature without its name', { precomputedFeatureBins: [{ binLabels: ['F', 'M'] }] }, /^refused/],
    [
      'a feature twice',
      {
        precomputedFeatureBins: [
          { featureBinName: 'sex', binLabels: ['F', 'M'] },
          { featureBinName: 'sex', binLabels: ['x', 'y'] },
        ],
        precomputedMetrics: [[{ accuracy: { bins: [0.9, 0.8] } }], [{ accuracy: { bins: [0.1, 0.2] } }]],
      },
      /^refused: .*sex/,
    ],
  ])('a dashboard: %s', async (_, change, expected) => {
    const said = await groups(dashboard(change), 'accuracy by sex')
    if (typeof expected === 'string') expect(said).toBe(expected)
    else expect(said).toMatch(expected)
  })

  test('two models of one name are not chosen among', async () => {
    const metrics = [[{ accuracy: { bins: [0.9, 0.9] } }, { accuracy: { bins: [0.9, 0.1] } }]]
    const file = dashboard({ modelNames: ['a', 'a'], precomputedMetrics: metrics })
    expect(await groups(file, 'accuracy by sex', 'x.json', 'a')).toMatch(/refused: The file holds several models/)
  })
})

describe('Aequitas', () => {
  const HEAD = 'attribute_name,attribute_value,group_size,fpr,fnr'

  test('a row twice, with both places', async () => {
    const said = await groups(`${HEAD}\nsex,F,9,0.1,0.2\nsex,M,9,0.1,0.2\nsex,F,9,0.3,0.2\n`, 'fpr by sex', 'g.csv')
    expect(said).toMatch(/refused: .*F.*g\.csv:2.*g\.csv:4/)
  })

  test('a row without a group stays as a group that cannot be compared', async () => {
    const said = await groups(`${HEAD}\nsex,F,9,0.1,0.2\nsex,M,9,0.1,0.2\nsex,,9,0.9,0.2\n`, 'fpr by sex', 'g.csv')
    expect(said).toMatch(/^F=0\.1 M=0\.1 null: the row does not say of which group it is/)
    const rows = ['F', 'M'].map((attribute_value) => ({ attribute_name: 'sex', attribute_value, fpr: 0.1, fnr: 0.2 }))
    const nameless = { attribute_name: 'sex', fpr: 0.9, fnr: 0.2 }
    expect(await groups([...rows, nameless], 'fpr by sex')).toMatch(/null: the row does not say/)
  })

  test('a row without an attribute may be of any', async () => {
    const rows = `${HEAD}\nsex,F,9,0.1,0.2\nsex,M,9,0.1,0.2\n,X,9,0.9,0.2\n`
    expect(await groups(rows, 'fpr by sex', 'g.csv')).toMatch(/^refused: .*attribute_name/)
  })

  test('a rate that is a text is there, as a text', async () => {
    const rows = ['F', 'M'].map((attribute_value) => ({ attribute_name: 'sex', attribute_value, fpr: '0.1', fnr: 0.2 }))
    expect(await groups(rows, 'fpr by sex')).toBe('F=0.1 M=0.1')
    expect(await ask(rows, 'sex/F/attribute_value', { role: 'groups' })).toBe('absent')
  })
})

describe('Clarify', () => {
  const bias = (facets: unknown) => ({ post_training_bias_metrics: { facets } })
  const di = (value?: unknown) => ({ name: 'DI', ...(value !== undefined && { value }) })
  const facet = (metrics: unknown, value_or_threshold: unknown = 'F') => ({ value_or_threshold, metrics })

  test('a facet or a metric stated twice', async () => {
    const metric = bias({ sex: [facet([di(1), di(0.2)])] })
    expect(await ask(metric, 'post_training/sex/F/DI')).toMatch(/refused: it is stated more than once \(x\.json:1/)
    const twice = bias({ sex: [facet([di(1)]), facet([di(0.2)])] })
    expect(await ask(twice, 'post_training/sex/F/DI')).toMatch(/refused: it is stated more than once/)
    const apart = bias({ sex: [facet([di(1)]), facet([di(0.2)], 'M')] })
    expect(await ask(apart, 'post_training/sex/M/DI')).toBe('0.2')
  })

  test('a metric without a value stays, with its reason', async () => {
    expect(await ask(bias({ sex: [facet([di()])] }), 'post_training/sex/F/DI')).toMatch(
      /refused: the file states no value/,
    )
    const failed = bias({ sex: [facet([{ name: 'DI', error: 'no such column' }])] })
    expect(await ask(failed, 'post_training/sex/F/DI')).toMatch(/refused: the tool says .* no such column/)
    expect(await ask(bias({ sex: [facet([di(null)])] }), 'post_training/sex/F/DI')).toBe('null')
  })

  test.each<[string, unknown]>([
    ['no facet', {}],
    ['a facet without values', { sex: [] }],
    ['a facet that is no list', { sex: null }],
    ['a value without metrics', { sex: [facet([])] }],
    ['a value whose metrics are none', { sex: [{ value_or_threshold: 'F' }] }],
    ['one of two facets without values', { sex: [facet([di(1)])], age: [] }],
  ])('%s is no pass', async (_, facets) => {
    expect(await ask(bias(facets), 'post_training/sex/F/DI')).toMatch(/refused: SageMaker Clarify: .* is empty/)
  })

  test.each<[string, unknown]>([
    ['a facet value', { sex: [{ metrics: [di(1)] }] }],
    ['a metric', { sex: [facet([{ value: 1 }])] }],
  ])('%s without a name', async (_, facets) => {
    expect(await ask(bias(facets), 'post_training/sex//DI')).toMatch(/refused: SageMaker Clarify: .* is not what/)
  })

  test('a label without values does not leave the other one alone', async () => {
    const file = (second: object) => ({
      explanations: { kernel_shap: { a: { global_shap_values: { tenure: 0.4 } }, b: second } },
    })
    const asked = { role: 'explanations' } as const
    expect(await ask(file({ global_shap_values: {} }), 'feature_importance/tenure', asked)).toMatch(/refused: .*\/b\//)
    expect(await ask(file({}), 'feature_importance/tenure', asked)).toMatch(/refused: .*\/b\//)
    expect(await ask(file({}), 'feature_importance/tenure', { ...asked, run: 'a' })).toBe('0.4')
  })
})

describe('AIF360', () => {
  const file = (change: object) => ({ metric: 'Accuracy', message: 'Accuracy: 0.9', ideal: '1', ...change })

  test('a metric that the file states once more, or does not name', async () => {
    expect(await ask(file({}), 'accuracy')).toBe('0.9')
    expect(await ask(file({ numPositives: 3 }), 'numPositives')).toBe('3')
    expect(await ask(file({ Accuracy: 0.1 }), 'Accuracy')).toMatch(/refused: it is stated more than once/)
    expect(await ask(file({ metric: ' ' }), 'accuracy')).toMatch(/^refused: AIF360/)
  })
})

describe('any file of groups', () => {
  test.each([
    ['{"sex": {"accuracy": {"F": 0.9, "F ": 0.9}}}'],
    ['{"sex": {"accuracy": {"caf\\u00e9": 0.9, "cafe\\u0301": 0.9}}}'],
    ['{"sex": {"accuracy": {"F": 0.9, "\\u200bF": 0.9}}}'],
    ['{"sex": {"accuracy": {"１": 0.9, "1": 0.9}}}'],
    ['[{"sex": "F", "accuracy": 0.9}, {"sex": "F\\u00a0", "accuracy": 0.9}]'],
  ])('names that look the same are not two groups: %s', async (file) => {
    expect(await groups(file, 'accuracy by sex')).toBe('ambiguous')
  })

  test('an empty name and a null are groups of their own', async () => {
    expect(await groups('{"sex": {"accuracy": {"": 0.1, "F": 0.9}}}', 'accuracy by sex')).toBe('=0.1 F=0.9')
    const records = ['null', '"F"', '"M"'].map((sex) => `{"sex": ${sex}, "accuracy": 0.9}`)
    expect(await groups(`[${records.join()}]`, 'accuracy by sex')).toBe('F=0.9 M=0.9 null=0.9')
  })

  test('a size that is a text or negative is never a size', async () => {
    expect(await groups('{"sex": {"accuracy": {"F": 0.9, "M": 0.9, "n": -3}}}', 'accuracy by sex')).toBe('ambiguous')
    expect(await groups('{"sex": {"accuracy": {"F": 0.9, "M": 0.9, "n": "12"}}}', 'accuracy by sex')).toBe('ambiguous')
  })

  test('rows that are of another attribute as well are intersections', async () => {
    const rows = (ages: string[]) =>
      ages.map((age_band, index) => ({ gender: index === 0 ? 'F' : 'M', age_band, accuracy: 0.9 }))
    expect(await groups(rows(['18-29', '50+']), 'accuracy by gender')).toBe('ambiguous')
    expect(await groups(rows(['18-29', '18-29']), 'accuracy by gender')).toBe('F=0.9 M=0.9')
    const labelled = ['F', 'M'].map((gender) => ({ gender, gender_name: `name of ${gender}`, accuracy: 0.9 }))
    expect(await groups(labelled, 'accuracy by gender')).toBe('F=0.9 M=0.9')
  })
})
