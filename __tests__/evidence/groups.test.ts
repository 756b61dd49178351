import { describe, expect, test } from '@jest/globals'
import { selectGroups } from '../../src/evidence/groups.js'
import { worked } from '../support/worked.js'
import { content } from './readers/support.js'

const NONE = { metric: false, by: false }
const BOTH = { metric: true, by: true }

async function select(text: string, only = NONE, path = 'groups.json', metric = 'accuracy', by = 'gender') {
  return selectGroups([{ path, content: await content(text, path) }], metric, by, only)
}

/** `F=0.9 M=0.8`, or what else came of it. */
async function shown(text: string, only = NONE, path?: string, metric?: string) {
  const lookup = await select(text, only, path, metric)
  if (lookup.kind !== 'found') return lookup.kind
  return lookup.groups
    .map(({ name, value }) => `${name}=${'text' in value ? value.text || value.kind : value.kind}`)
    .join(' ')
}

describe('groups below the attribute, beside other things', () => {
  const GROUPS = '{"F": {"accuracy": 0.9, "n": 10}, "M": {"accuracy": 0.8, "n": 12}}'
  const RECORDS = '[{"group": "F", "accuracy": 0.9}, {"group": "M", "accuracy": 0.8}]'
  const OVERALL = '"overall": {"accuracy": 0.85}, "difference": {"accuracy": 0.1}'

  test.each([
    `{"gender": {"by_group": ${GROUPS}}}`,
    `{"gender": {${OVERALL}, "by_group": ${GROUPS}}}`,
    `{"gender": {${OVERALL}, "by_group": {"accuracy": {"F": 0.9, "M": 0.8}}}}`,
    '{"gender": {"accuracy": {"overall": 0.85, "by_group": {"F": 0.9, "M": 0.8}}}}',
    '{"accuracy": {"overall": 0.85, "gender": {"by_group": {"F": 0.9, "M": 0.8}}}}',
    `{"gender": {${OVERALL}, "groups": ${RECORDS}}}`,
    `{"gender": {"by_group": [{"gender": "F", "accuracy": 0.9}, {"gender": "M", "accuracy": 0.8}]}}`,
    `{"threshold": 0.1, "accuracy": 0.85, "fairness": {"gender": {${OVERALL}, "by_group": ${GROUPS}}}}`,
    `{"overall": {"accuracy": 0.85, "n": 22}, "slices": {"gender": ${GROUPS}}}`,
    `{"rule": "x", "attributes": {"gender": {"groups": ${RECORDS}}}}`,
  ])('%s', async (text) => {
    expect(await shown(text)).toBe('F=0.9 M=0.8')
  })

  test('so are groups below a metric, where the policy asks for one attribute', async () => {
    const text = '{"accuracy": {"overall": 0.85, "by_group": {"F": 0.9, "M": 0.8}}}'
    expect(await shown(text, BOTH)).toBe('F=0.9 M=0.8')
    expect(await shown(text)).toBe('unnamed')
  })

  test('a number under such a key holds no groups', async () => {
    expect(await shown('{"gender": {"groups": 2, "by_group": {"F": {"accuracy": 0.9}, "M": {"accuracy": 0.8}}}}')).toBe(
      'F=0.9 M=0.8',
    )
  })

  test('two such keys are two readings', async () => {
    expect(await shown(`{"gender": {"by_group": ${GROUPS}, "groups": ${GROUPS}}}`)).toBe('ambiguous')
    expect(await shown(`{"gender": ${GROUPS}, "fairness": {"gender": ${GROUPS}}}`)).toBe('ambiguous')
  })

  test('what stands under fairness counts where it names everything itself', async () => {
    expect(await shown('{"fairness": {"parity_of_one": 0.1, "parity_of_two": 0.05}}', BOTH)).toBe('absent')
    expect(await shown('{"fairness": {"F": 0.9, "M": 0.8}}', BOTH)).toBe('absent')
    expect(await shown('{"fairness": {"accuracy": {"F": 0.9, "M": 0.8}}}', BOTH)).toBe('absent')
  })
})

describe('records that name several attributes', () => {
  const HEAD = 'gender,band,accuracy,count\n'
  const ROWS = 'F,"(17, 30]",0.93,59\nF,"(30, 50]",0.92,90\nM,"(17, 30]",0.94,79\nM,"(30, 50]",0.88,89\n'
  const asked = async (text: string, by: string | readonly string[] = ['gender', 'band'], path = 'groups.csv') => {
    const lookup = selectGroups([{ path, content: await content(text, path) }], 'accuracy', by, BOTH)
    if (lookup.kind !== 'found') return lookup.kind
    return lookup.groups.map(({ name, value }) => `${name}=${'text' in value ? value.text : ''}`).join('; ')
  }
  const ALL = 'F & (17, 30]=0.93; F & (30, 50]=0.92; M & (17, 30]=0.94; M & (30, 50]=0.88'

  test('their groups are the intersections, in the order that is asked for', async () => {
    expect(await asked(HEAD + ROWS)).toBe(ALL)
    expect(await asked(HEAD + ROWS, ['band', 'gender'])).toMatch(/^\(17, 30\] & F=0\.93; /)
    const records = ['F', 'M'].map((gender) => ({ gender, band: 'old', accuracy: 0.9 }))
    expect(await asked(JSON.stringify(records), undefined, 'x.json')).toBe('F & old=0.9; M & old=0.9')
    expect(await asked(JSON.stringify({ by_group: records }), undefined, 'x.json')).toBe('F & old=0.9; M & old=0.9')
  })

  test('one of the attributes alone is not told by them', async () => {
    expect(await asked(HEAD + ROWS, 'gender')).toBe('ambiguous')
    expect(await asked(HEAD + ROWS, ['gender', 'region'])).toBe('absent')
  })

  test.each([
    ['a row of one attribute alone', 'F,,0.91,149\n'],
    ['an intersection twice', 'F,"(17, 30]",0.5,59\n'],
  ])('what cannot be told is not taken for a group: %s', async (_, row) => {
    expect(await asked(HEAD + ROWS + row)).toBe('ambiguous')
  })

  test('rows that a third attribute divides are ambiguous', async () => {
    const text = 'gender,band,region,accuracy\nF,old,north,0.9\nM,old,south,0.8\n'
    expect(await asked(text)).toBe('ambiguous')
    expect(await asked(text, ['gender', 'band', 'region'])).toBe('F & old & north=0.9; M & old & south=0.8')
  })

  test('rows of other attributes are left out, and one for everyone is not counted', async () => {
    const other = 'gender,band,region,accuracy\nF,old,,0.9\nM,old,,0.8\n,,north,0.1\n'
    expect(await asked(other)).toBe('F & old=0.9; M & old=0.8')
    expect(await asked('gender,band,accuracy\nF,old,0.9\nall,all,0.8\n')).toBe('F & old=0.9')
  })
})

describe('shapes that name metric and attribute', () => {
  test.each([
    ['{"gender": {"M": {"accuracy": 0.8, "n": 12}, "F": {"accuracy": 0.9, "count": 10.0}}}', 'F=0.9 M=0.8'],
    ['{"gender": {"accuracy": {"F": 0.9, "M": 0.8}, "support": {"F": 10, "M": 12}}}', 'F=0.9 M=0.8'],
    ['{"accuracy": {"gender": {"F": 0.9, "M": 0.8}}, "n": {"gender": {"F": 10}}}', 'F=0.9 M=0.8'],
    ['{"accuracy": {"overall": 0.85, "gender": {"F": 0.9, "M": 0.8}}}', 'F=0.9 M=0.8'],
    ['{"by_group": {"gender": {"F": {"accuracy": 0.9}, "M": {"accuracy": 0.8}}}, "accuracy": 0.85}', 'F=0.9 M=0.8'],
    ['[{"gender": "F", "accuracy": 0.9, "n": 10}, {"gender": "M", "accuracy": 0.8}]', 'F=0.9 M=0.8'],
    ['{"groups": [{"gender": "F", "accuracy": 0.9}, {"gender": "M", "accuracy": 0.8}]}', 'F=0.9 M=0.8'],
    ['{"gender": [{"group": "F", "accuracy": 0.9}, {"group": "M", "accuracy": 0.8}]}', 'F=0.9 M=0.8'],
    [
      '[{"attribute": "gender", "group": "F", "accuracy": 0.9}, {"attribute": "gender", "group": "M", "accuracy": 0.8}, {"attribute": "age", "group": "old", "accuracy": 0.1}]',
      'F=0.9 M=0.8',
    ],
    [
      '[{"attribute": "gender", "group": "F", "metric": "accuracy", "value": 0.9}, {"attribute": "gender", "group": "F", "metric": "f1", "value": 0.1}, {"attribute": "gender", "group": "M", "metric": "accuracy", "value": 0.8}]',
      'F=0.9 M=0.8',
    ],
    [
      '[{"gender": "F", "metric": "accuracy", "value": 0.9}, {"gender": "M", "metric": "accuracy", "value": 0.8}]',
      'F=0.9 M=0.8',
    ],
    [
      '[{"gender": "F", "accuracy": 0.9}, {"gender": "M", "accuracy": 0.8}, {"age": "old", "accuracy": 0.1}]',
      'F=0.9 M=0.8',
    ],
    ['{"gender": {"F": {"accuracy": 0.9}, "M": {"accuracy": NaN}}}', 'F=0.9 M=NaN'],
    ['{"gender": {"0": {"accuracy": 0.9}, "__proto__": {"accuracy": 0.8}}}', '0=0.9 __proto__=0.8'],
  ])('%s', async (text, expected) => {
    expect(await shown(text)).toBe(expected)
  })

  test.each([
    ['gender,accuracy,n\r\nF,0.9,10\r\nM,0.8,12\r\n', 'F=0.9 M=0.8'],
    ['gender,accuracy\nF,0.9\nM,0.8', 'F=0.9 M=0.8'],
    ['gender,age,accuracy\nF,,0.9\nM,,0.8\n,old,0.1', 'F=0.9 M=0.8'],
    ['attribute_name,attribute_value,accuracy\ngender,F,0.9\ngender,M,0.8\nage,old,0.1', 'F=0.9 M=0.8'],
  ])('%j', async (text, expected) => {
    expect(await shown(text, NONE, 'groups.csv')).toBe(expected)
  })

  test('says where each value stands', async () => {
    const lookup = await select('{"gender":\n {"F": {"accuracy": 0.9},\n  "M": {"accuracy": 0.8}}}')
    expect(lookup.kind === 'found' && lookup.groups.map(({ at }) => at)).toEqual([
      { path: 'groups.json', line: 2, column: 21, pointer: '/gender/F/accuracy' },
      { path: 'groups.json', line: 3, column: 21, pointer: '/gender/M/accuracy' },
    ])
  })

  test('auc and roc_auc are one metric, the name as written first', async () => {
    const only = '{"gender": {"F": {"roc_auc": 0.9}, "M": {"roc_auc": 0.8}}}'
    const both = '{"gender": {"F": {"auc": 0.7, "roc_auc": 0.9}, "M": {"auc": 0.6, "roc_auc": 0.8}}}'
    expect(await shown(only, NONE, 'g.json', 'auc')).toBe('F=0.9 M=0.8')
    expect(await shown(both, NONE, 'g.json', 'auc')).toBe('F=0.7 M=0.6')
    expect(await shown('{"roc_auc": {"gender": {"F": 0.9, "M": 0.8}}}', NONE, 'g.json', 'auc')).toBe('F=0.9 M=0.8')
  })
})

describe('shapes that leave something unsaid', () => {
  test.each([
    ['{"F": 0.9, "M": 0.8, "n": 22}', ['metric', 'by'], 'F=0.9 M=0.8'],
    ['{"group_metrics": {"F": 0.9, "M": 0.8}}', ['metric', 'by'], 'F=0.9 M=0.8'],
    ['{"gender": {"F": 0.9, "M": 0.8}}', ['metric'], 'F=0.9 M=0.8'],
    ['{"accuracy": {"F": 0.9, "M": 0.8}, "count": {"F": 57, "M": 58}}', ['by'], 'F=0.9 M=0.8'],
    ['{"F": {"accuracy": 0.9, "n": 5}, "M": {"accuracy": 0.8}}', ['by'], 'F=0.9 M=0.8'],
    ['[{"group": "F", "accuracy": 0.9}, {"group": "M", "accuracy": 0.8}]', ['by'], 'F=0.9 M=0.8'],
    ['[{"gender": "F", "value": 0.9}, {"gender": "M", "value": 0.8}]', ['metric'], 'F=0.9 M=0.8'],
    ['[{"group": "F", "value": 0.9}, {"group": "M", "value": 0.8}]', ['metric', 'by'], 'F=0.9 M=0.8'],
  ])('%s', async (text, unnamed, expected) => {
    const lookup = await select(text)
    expect(lookup.kind === 'unnamed' && [...lookup.unnamed].sort()).toEqual([...unnamed].sort())
    expect(await shown(text, { metric: unnamed.includes('metric'), by: unnamed.includes('by') })).toBe(expected)
    for (const facet of unnamed) expect(await shown(text, { ...BOTH, [facet]: false })).toBe('unnamed')
  })

  test('what names both wins over what does not', async () => {
    const text = '{"gender": {"F": {"accuracy": 0.9}, "M": {"accuracy": 0.8}}, "overall": {"accuracy": 0.85}}'
    expect(await shown(text, BOTH)).toBe('F=0.9 M=0.8')
  })

  test.each([
    ['a flat map of metrics', '{"precision": 0.9, "f1": 0.91}'],
    ['an attribute of metrics', '{"gender": {"precision": 0.9, "f1": 0.91}}'],
    ['a metric by split', '{"accuracy": {"train": 0.9, "test": 0.91}}'],
    ['the metric alone', '{"accuracy": 0.9, "loss": 0.1}'],
    ['another attribute', '{"age": {"old": {"accuracy": 0.9}, "young": {"accuracy": 0.9}}}'],
    ['another metric', '{"gender": {"F": {"f1": 0.9}, "M": {"f1": 0.9}}}'],
    ['lists', '{"gender": {"F": [0.9], "M": [0.9]}}'],
    ['nothing', '{}'],
    ['no groups', '{"gender": {}, "accuracy": {}}'],
    ['no records', '[]'],
    ['records and others', '[{"gender": "F", "accuracy": 0.9}, 3]'],
    ['a value', '0.9'],
  ])('%s is not taken for groups', async (_, text) => {
    expect(await shown(text, BOTH)).toBe('absent')
  })

  test('a size is no metric', async () => {
    expect(await shown('{"gender": {"F": {"count": 5}, "M": {"count": 6}}}', BOTH, 'g.json', 'count')).toBe('absent')
  })
})

describe('nothing is guessed', () => {
  test.each([
    [
      'two shapes',
      '{"gender": {"F": {"accuracy": 0.9}, "M": {"accuracy": 0.8}}, "accuracy": {"gender": {"F": 0.9, "M": 0.7}}}',
      2,
    ],
    ['two unnamed shapes', '{"accuracy": {"F": 0.9, "M": 0.8}, "F": {"accuracy": 0.9}, "M": {"accuracy": 0.1}}', 2],
    ['wide and long at once', '[{"gender": "F", "accuracy": 0.9, "metric": "accuracy", "value": 0.1}]', 2],
    [
      'a row twice',
      '[{"gender": "F", "accuracy": 0.9}, {"gender": "F", "accuracy": 0.1}, {"gender": "M", "accuracy": 0.9}]',
      2,
    ],
    [
      'crossed attributes',
      '[{"gender": "F", "age": "old", "accuracy": 0.9}, {"gender": "F", "age": "young", "accuracy": 0.9}]',
      2,
    ],
    [
      'an intersection of each group',
      '[{"gender": "F", "age": "old", "accuracy": 0.9}, {"gender": "M", "age": "young", "accuracy": 0.9}]',
      2,
    ],
    [
      'tuples of an attribute that is not named',
      "{\"accuracy\": {\"('large', 'F')\": 0.9, \"('small', 'M')\": 0.9}}",
      2,
    ],
    ['names that look the same', '{"gender": {"accuracy": {"F": 0.9, "F ": 0.9}}}', 2],
  ])('%s: ambiguous', async (_, text, count) => {
    const lookup = await select(text, BOTH)
    expect(lookup.kind === 'ambiguous' && lookup.readings).toHaveLength(count)
  })

  test('the same groups in two files are ambiguous, groups in one of two are found', async () => {
    const gender = { path: 'a.csv', content: await content('gender,accuracy\nF,0.9\nM,0.8', 'a.csv') }
    const age = { path: 'b.csv', content: await content('age,accuracy\nold,0.9\nyoung,0.8', 'b.csv') }
    expect(selectGroups([age, gender], 'accuracy', 'gender', NONE).kind).toBe('found')
    expect(selectGroups([gender, age], 'accuracy', 'age', NONE).kind).toBe('found')
    const lookup = selectGroups([{ ...gender, path: 'c.csv' }, gender], 'accuracy', 'gender', NONE)
    expect(lookup).toEqual({ kind: 'ambiguous', readings: ['a.csv:1 gender, accuracy', 'c.csv:1 gender, accuracy'] })
  })

  test.each([
    ['{"gender": {"F": {"accuracy": 0.9}, "M": {"f1": 0.8}}}', 'F=0.9 M=null'],
    ['{"gender": {"F": {"accuracy": 0.9}, "M": null}}', 'F=0.9 M=null'],
    ['{"gender": {"F": {"accuracy": 0.9}, "M": 0.9}}', 'F=0.9 M=null'],
    ['[{"gender": "F", "accuracy": 0.9}, {"gender": "M"}]', 'F=0.9 M=null'],
    [
      '[{"gender": "F", "accuracy": 0.9}, {"gender": "M", "accuracy": 0.8}, {"gender": null, "accuracy": 0.1}]',
      'F=0.9 M=0.8 null=0.1',
    ],
    [
      '[{"gender": "F", "accuracy": 0.9, "model": "a"}, {"gender": "M", "accuracy": 0.8, "model": "a"}, {"gender": null, "accuracy": 0.1, "model": "a"}]',
      'F=0.9 M=0.8 null=0.1',
    ],
  ])('no group hides by leaving its value out: %s', async (text, expected) => {
    expect(await shown(text)).toBe(expected)
  })

  test.each([
    ['{"gender": {"accuracy": {"F": 0.9, "M": 0.8, "overall": 0.85}}}', 'F=0.9 M=0.8 overall=0.85'],
    ['{"gender": {"accuracy": {"F": 0.9, "Overall": 0.9}}}', 'F=0.9'],
    ['{"gender": {"accuracy": {"all": 0.9, "total": 0.9}}}', ''],
  ])('a group is not compared with everyone: %s', async (text, expected) => {
    expect(await shown(text)).toBe(expected)
  })
})

describe('names that are there instead', () => {
  test('the nearest to what is missing', async () => {
    const lookup = await select('{"Gender": {"F": {"acuracy": 0.9}}}')
    expect(lookup).toEqual({ kind: 'absent', nearest: ['acuracy', 'Gender'] })
    const deep = await select('{"gender": {"F": {"accuracy@0": 0.9}, "M": {"accuracy@0": 0.8}}}')
    expect(deep.kind === 'absent' && deep.nearest).toEqual(['accuracy@0'])
    const metric = await select('{"gender": {"acuracy": {"F": 0.9}}}')
    expect(metric.kind === 'absent' && metric.nearest).toEqual(['acuracy'])
  })

  test('columns of records', async () => {
    const lookup = await select('gender,acc,n\nF,0.9,1\nM,0.8,2', NONE, 'g.csv')
    expect(lookup.kind === 'absent' && lookup.nearest).toEqual(['acc'])
  })
})

test('a hundred thousand groups are found in time', async () => {
  const entries = Array.from({ length: 100_000 }, (_, i) => `"g${i}": {"accuracy": 0.9}`)
  const item = { path: 'g.json', content: await content(`{"gender": {${entries.join(',')}}}`, 'g.json') }
  const start = worked()
  const lookup = selectGroups([item], 'accuracy', 'gender')
  expect(lookup.kind === 'found' && lookup.groups.length).toBe(100_000)
  expect(worked() - start).toBeLessThan(10_000)
})

describe('other things than groups are not taken for them', () => {
  test.each([
    ['measures of fairness', '{"gender": {"demographic_parity_difference": 0.30, "equalized_odds_difference": 0.32}}'],
    ['metrics', '{"sensitivity": 0.9, "specificity": 0.91}'],
    ['metrics with a suffix', '{"balanced_accuracy": 0.6, "roc_auc_ovr": 0.62}'],
    ['metrics in other spellings', '{"F1-Score": 0.6, "rocAuc": 0.62, "정확도": 0.61}'],
    ['metrics by split', '{"train_accuracy": 0.9, "val_accuracy": 0.89}'],
    ['settings', '{"seed": 1, "threshold": 1.01}'],
    ['statistics of a metric', '{"accuracy": {"mean": 0.9, "std": 0.9}}'],
    ['statistics of everything named', '{"gender": {"accuracy": {"difference": 0.3, "ratio": 0.31}}}'],
    ['averages of a metric', '{"accuracy": {"macro": 0.9, "weighted": 0.91}}'],
    ['folds', '{"accuracy": {"fold_0": 0.9, "fold_1": 0.91}}'],
    ['splits', '{"train": {"accuracy": 0.9}, "test": {"accuracy": 0.89}, "holdout": {"accuracy": 0.9}}'],
    ['split values', '{"accuracy": {"Training": 0.9, "out-of-time": 0.9}}'],
    ['records of splits', '[{"group": "train", "accuracy": 0.9}, {"group": "test", "accuracy": 0.9}]'],
    ['records of statistics', '[{"gender": "mean", "accuracy": 0.9}, {"gender": "std", "accuracy": 0.9}]'],
  ])('%s: %s', async (_, text) => {
    expect(await shown(text, BOTH)).toBe('absent')
  })

  test.each([
    [
      'classes of a report',
      '{"cat": {"accuracy": 0.9}, "dog": {"accuracy": 0.9}, "macro avg": {"accuracy": 0.9}, "weighted avg": {"accuracy": 0.9}}',
      ['g.json:1 macro avg', 'g.json:1 weighted avg'],
    ],
    ['one metric among them', '{"F": 0.9, "M": 0.9, "train_loss": 0.9}', ['g.json:1 train_loss']],
    ['a statistic', '{"gender": {"accuracy": {"F": 0.9, "M": 0.9, "gap": 0.9}}}', ['g.json:1 gap']],
  ])('where groups may stand beside them it is ambiguous: %s', async (_, text, readings) => {
    expect(await select(text, BOTH, 'g.json')).toEqual({ kind: 'ambiguous', readings })
  })

  test.each([
    ['{"female": 0.9, "male": 0.87}', 'female=0.9 male=0.87'],
    ['{"<30": 0.9, "30-60": 0.8, "70+": 0.7}', '30-60=0.8 70+=0.7 <30=0.9'],
    ['{"남성": 0.9, "여성": 0.8}', '남성=0.9 여성=0.8'],
    [
      '{"Black or African-American": 0.9, "Non-Hispanic White": 0.8}',
      'Black or African-American=0.9 Non-Hispanic White=0.8',
    ],
    ['{"0": 0.9, "1": 0.8}', '0=0.9 1=0.8'],
    ['{"gender": {"accuracy": {"train": 0.9, "recall": 0.8}}}', 'recall=0.8 train=0.9'],
    [
      '{"accuracy": {"gender": {"F": 0.9, "M": 0.8}}, "gender": {"accuracy": {"difference": 0.1, "ratio": 0.9}}}',
      'F=0.9 M=0.8',
    ],
  ])('groups stay groups: %s', async (text, expected) => {
    expect(await shown(text, BOTH)).toBe(expected)
  })
})

describe('a group called as a size is', () => {
  test.each([
    ['{"gender": {"accuracy": {"x": 0.9, "y": 0.9, "n": 0.2}}}', 'n: 0.2'],
    ['{"gender": {"x": {"accuracy": 0.9}, "y": {"accuracy": 0.9}, "count": -3}}', 'count: -3'],
    ['{"x": 0.9, "y": 0.9, "support": null}', 'support: '],
    ['{"y": 0.9, "x": 0.9, "n": 0}', 'n: 0'],
    ['{"y": 90.5, "x": 90, "n": 57}', 'n: 57'],
    ['{"y": 0.9, "x": 0.9, "n": {"y": 0.1}}', 'n'],
  ])('doubtful in %s', async (text, what) => {
    const lookup = await select(text, BOTH)
    expect(lookup.kind === 'ambiguous' && lookup.readings).toHaveLength(1)
    expect(lookup.kind === 'ambiguous' && lookup.readings[0]).toContain(`groups.json:1 ${what}`)
  })

  test.each([
    ['{"F": 0.9, "M": 0.8, "n": 22.0, "count": {"F": 10, "M": 12}}', 'F=0.9 M=0.8'],
    ['{"F": 90.5, "M": 80, "n": 1409}', 'F=90.5 M=80'],
  ])('a size in %s', async (text, expected) => {
    expect(await shown(text, BOTH)).toBe(expected)
  })
})

describe('no record is left out in silence', () => {
  const two = '{"gender": "F", "accuracy": 0.9},\n{"gender": "M", "accuracy": 0.9},'
  const long = (attribute: string, metric: string) =>
    `attribute,group,metric,value\ngender,F,accuracy,0.9\ngender,M,accuracy,0.9\n${attribute},X,${metric},0.1\n`

  test.each([
    ['a group that is a list', `[${two}\n{"gender": ["X"], "accuracy": 0.1}]`],
    ['a group that is missing', `[${two}\n{"accuracy": 0.1}]`],
    ['a group under another case', `[${two}\n{"Gender": "X", "accuracy": 0.1}]`],
    ['a generic group that is missing', `{"gender": [${two.replaceAll('gender', 'group')}\n{"accuracy": 0.1}]}`],
  ])('%s', async (_, text) => {
    const lookup = await select(text)
    expect(lookup.kind === 'ambiguous' && lookup.readings).toEqual([expect.stringContaining('groups.json:3 ')])
  })

  test.each([
    ['an attribute in another case', long('Gender', 'accuracy')],
    ['a metric in another case', long('gender', 'Accuracy')],
    ['no attribute', long('', 'accuracy')],
    ['no metric', long('gender', '')],
    ['a column that only this row fills', 'gender,note,accuracy\nF,,0.9\nM,,0.9\n,left out,0.1\n'],
  ])('%s, in CSV', async (_, text) => {
    const lookup = await select(text, NONE, 'g.csv')
    expect(lookup.kind === 'ambiguous' && lookup.readings).toEqual([expect.stringContaining('g.csv:4 ')])
  })

  test.each([
    ['another attribute', long('age', 'accuracy')],
    ['another metric', long('gender', 'f1')],
    ['everyone together', long('', 'accuracy').replace('X', 'Overall')],
  ])('%s is left out', async (_, text) => {
    expect(await shown(text, NONE, 'g.csv')).toBe('F=0.9 M=0.9')
  })
})

test.each([
  'macro avg',
  'Micro Avg',
  'weighted_avg',
  'samples avg',
  'Average',
  'AVG',
  'everyone',
  'global',
  '전체',
  '합계',
  '평균',
  '총계',
])('%s is no second group', async (name) => {
  expect(await shown(`{"gender": {"accuracy": {"F": 0.9, "${name}": 0.9}}}`)).toBe('F=0.9')
  expect(await shown(`gender,accuracy,n\nF,0.9,1\n${name},0.9,2`, NONE, 'g.csv')).toBe('F=0.9')
})
