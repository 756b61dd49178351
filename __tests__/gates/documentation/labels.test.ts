import { describe, expect, test } from '@jest/globals'
import { FIELD_IDS, FIELDS, namesOf } from '../../../src/gates/documentation/fields.js'
import { forms, normalise } from '../../../src/gates/documentation/labels.js'

describe('labels of one meaning are one', () => {
  test.each([
    ...['Intended use', 'Intended Uses', 'INTENDED USE:', 'intended_use', 'intended-use', 'intendedUse', 'IntendedUse'],
    ...[
      '1. Intended use',
      '1.2 Intended use',
      '3) Intended use',
      '(4) Intended use',
      'IV. Intended use',
      '① Intended use',
    ],
    ...[
      '🎯 Intended use',
      '🎯 2. Intended use',
      '  Intended   use  ',
      'Intended use [optional]',
      'Intended use (optional)',
    ],
    ...['intended_uses', 'Ｉntended use', '**Intended use**'],
  ])('%s', (label) => {
    expect(forms(label)).toContain('intended use')
  })

  test.each([
    ['의도된 용도', '의도된용도'],
    ['2. 의도된 용도', '의도된용도'],
    ['제1장 의도된 용도', '의도된용도'],
    ['가. 의도된 용도', '의도된용도'],
    ['의도된 용도 (Intended Use)', '의도된용도'],
    ['의도된 용도 (Intended Use)', 'intended use'],
    ['Intended Use / 의도된 용도', '의도된용도'],
    ['Intended Use / 의도된 용도', 'intended use'],
    ['Intended Use - 의도된 용도', 'intended use'],
    ['한계점 (선택)', '한계점'],
    ['Bias, Risks & Limitations', 'bias risk and limitation'],
    ['Quantitative Analyses', 'quantitative analysis'],
    ["The model's limitations", 'the model limitation'],
  ])('%s is looked up as %s', (label, form) => {
    expect(forms(label)).toContain(form)
  })

  test.each([
    ['Training data (license)', 'license'],
    ['Limitations of the licence', 'limitation'],
    ['Evaluation / Limitations', 'limitation'],
    ['3D data', 'data'],
  ])('%s is not looked up as %s', (label, form) => {
    expect(forms(label)).not.toContain(form)
  })

  test.each(['', '---', '🎯', '###'])('%j is no label', (label) => {
    expect(forms(label)).toEqual([])
  })

  test('the short way and the long way agree', () => {
    for (const label of ['Intended use', 'Model uses 2 data sets', 'Results', 'Analyses of biases']) {
      expect(normalise(label)).toBe(normalise(`${label}:`))
    }
  })
})

describe('the known fields', () => {
  /** Names of two things at once, and measures, which may hold results. */
  const SHARED = new Set(
    [
      [
        'intended use and limitation',
        'use and limitation',
        'caveat and recommendation',
        'limitation and recommendation',
      ],
      [
        'recommendation and limitation',
        'training and evaluation data',
        'training and test data',
        'training and testing data',
      ],
      [
        'training validation and test data',
        'ethical consideration and limitation',
        'limitation and ethical consideration',
      ],
      ['out of scope use and limitation', 'limitation and out of scope use', 'testing data factor and metric'],
      [
        '의도된용도및한계',
        '의도된용도와한계',
        '의도된용도및제한사항',
        '용도및한계',
        '용도와한계',
        '사용목적및한계',
        '사용목적과한계',
      ],
      [
        '학습및평가데이터',
        '학습과평가데이터',
        '학습평가데이터',
        '훈련및평가데이터',
        '학습및테스트데이터',
        '평가데이터요인및지표',
      ],
      ['한계및윤리적고려사항', '윤리적고려사항및한계', '범위외사용및한계', '한계및권고사항'],
      // What a wider field of the usual card holds, and a profile asks for by itself.
      ['intended user', 'primary intended user', '의도된사용자', '주요사용자', 'model architecture', '모델구조'],
      ['bias risk and limitation', 'risk and limitation', 'limitation and risk', 'risk and harm'],
      ['편향위험및한계', '위험및한계', '한계및위험', '위험및피해', 'metric rationale', 'choice of metric'],
      ['intended use and out of scope use'],
      ['지표선정근거', 'version history', 'changelog', '버전이력', '변경이력', '개정이력'],
    ].flat(),
  )

  test('are those of the policy', () => {
    expect(FIELD_IDS).toEqual([
      ...[
        'intended_use',
        'limitations',
        'training_data_description',
        'evaluation_results',
        'out_of_scope',
        'evaluation_data',
      ],
      ...[
        'model_details',
        'factors',
        'metrics',
        'ethical_considerations',
        'recommendations',
        'owner',
        'license',
        'version',
      ],
      ...['contact', 'fairness', 'monitoring', 'human_oversight'],
      ...['intended_users', 'training_procedure', 'base_model', 'data_preprocessing', 'environmental_impact'],
      ...['getting_started', 'tradeoffs', 'architecture', 'compute', 'design_choices', 'interfaces'],
      ...['software_versions', 'distribution_forms', 'hardware_requirements', 'user_interface'],
      ...['instructions_for_use', 'predetermined_changes', 'cybersecurity', 'risks', 'input_specification'],
      ...['metric_rationale', 'risk_management', 'changelog', 'standards', 'declaration_of_conformity'],
      ...['explanation_method', 'user_protection', 'record_keeping'],
    ])
  })

  test.each(FIELDS.map((field) => [field.id, field] as const))('%s shares no name but a double one', (_id, field) => {
    for (const name of [...field.names, ...(field.broad ?? [])].map(normalise)) {
      const others = FIELDS.filter(
        ({ id, names, broad = [] }) => id !== field.id && [id, ...names, ...broad].map(normalise).includes(name),
      )
      expect({ name, others: SHARED.has(name) ? [] : others.map(({ id }) => id) }).toEqual({ name, others: [] })
    }
  })

  test.each(FIELDS.map((field) => [field.id, field] as const))(
    '%s lists each name once, and in both languages',
    (_id, field) => {
      const all = [...field.names, ...(field.broad ?? []), ...(field.withNumber ?? [])].map(normalise)
      expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([])
      expect(all).not.toContain('')
      const shown = namesOf(field.id).shown
      expect(shown).toHaveLength(3)
      expect(shown.some((name) => /[가-힣]/.test(name)) && shown.some((name) => /^[A-Za-z]/.test(name))).toBe(true)
    },
  )
})

test.each([
  ['Training Data (2023)', 'training data'],
  ['Evaluation Results (test set)', normalise('evaluation results')],
  ['한계 (요약)', '한계'],
])('%s is found as %s', (label, form) => {
  expect(forms(label)).toContain(form)
})

test.each<[string, string[]]>([
  ...['Benchmark performance', 'Model Benchmark', 'Results on common benchmarks', 'Main Results', '검증 요약'].map(
    (label): [string, string[]] => [label, ['evaluation_results']],
  ),
  ['Open LLM Leaderboard Evaluation Results', ['evaluation_results']],
  ...['Pre-training corpora', 'Dataset and Training', 'Training Data And Tokenization'].map(
    (label): [string, string[]] => [label, ['training_data_description']],
  ),
  ['Intended use and out-of-scope use', ['intended_use', 'out_of_scope']],
  ['Limitations & ethical considerations', ['limitations', 'ethical_considerations']],
  ['Performance and Limitations', ['limitations', 'evaluation_results']],
])('%s is %j', (label, fields) => {
  const bears = ({ id }: { id: string }) => namesOf(id).tiers.some(({ names }) => names.has(normalise(label)))
  expect(FIELDS.filter(bears).map(({ id }) => id)).toEqual(fields)
})
