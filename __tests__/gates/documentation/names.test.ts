import { describe, expect, test } from '@jest/globals'
import { judged } from './support.js'

describe('a key that only names or classifies states nothing', () => {
  test.each<[string, string, string]>([
    ['the toolkit: a data set', 'training_data_description', '{"data": [{"name": "train", "description": ""}]}'],
    [
      'its picture',
      'training_data_description',
      '{"data": [{"graphics": {"collection": [{"image": "iVBORw0KGgo"}]}}]}',
    ],
    [
      'the toolkit: a metric',
      'evaluation_results',
      '{"quantitative_analysis": {"performance_metrics": [{"type": "accuracy at 0.5", "value": "", "slice": "18 to 25"}]}}',
    ],
    ['SageMaker: a use', 'intended_use', '{"intended_uses": {"purpose_of_model": "", "risk_rating": "Low"}}'],
    [
      'SageMaker: an evaluation',
      'evaluation_results',
      '{"evaluation_details": [{"name": "e", "evaluation_job_arn": "arn:1", "metric_groups": [{"name": "g", "metric_data": []}]}]}',
    ],
    ['CycloneDX: a data set', 'training_data_description', '{"modelParameters": {"datasets": [{"ref": "ds-1"}]}}'],
    [
      'CycloneDX: a component',
      'training_data_description',
      '{"datasets": [{"bom-ref": "d", "type": "dataset", "name": "A long name of a data set", "classification": "public"}]}',
    ],
    ['CycloneDX: a metric', 'evaluation_results', '{"quantitativeAnalysis": {"performanceMetrics": [{"type": "f1"}]}}'],
    ['written by hand', 'evaluation_results', '{"results": [{"metric": "f1", "value": null}]}'],
    ['names of measures', 'evaluation_results', '{"evaluation_results": {"metrics": ["accuracy", "recall@5"]}}'],
    ['a limitation', 'limitations', '{"limitations": [{"id": "L1", "type": "language", "severity": "high"}]}'],
  ])('%s', async (_name, field, text) => {
    expect(await judged('c.json', text, [field])).toEqual([`${field}: named at c.json:1`])
  })

  test('beside a placeholder it does not make up for it', async () => {
    const text = '{"data": [{"name": "The customers of the years 2019 to 2023", "description": "TODO"}]}'
    expect(await judged('c.json', text, ['training_data_description'])).toEqual([
      'training_data_description: placeholder at c.json:1',
    ])
  })

  test('of true or of a placeholder it is told as such', async () => {
    for (const value of ['true', '"TBD"', '{"risk_rating": "Unknown"}'])
      expect(await judged('c.json', `{"purpose": ${value}}`, ['intended_use'])).toEqual([
        'intended_use: placeholder at c.json:1',
      ])
  })

  test('the number in a name is no result', async () => {
    const text = '{"performance_metrics": [{"type": "recall at 5", "id": 17}]}'
    expect(await judged('c.json', text, ['evaluation_results'])).toEqual([
      'evaluation_results: absent-near at c.json:1',
    ])
  })
})

describe('what is said beside a name, or asked for by one, counts', () => {
  test.each<[string, string]>([
    ['training_data_description', '{"data": [{"name": "train", "link": "https://example.com/train.csv"}]}'],
    ['training_data_description', '{"data": [{"link": "https://example.com/train.csv", "sensitive": true}]}'],
    ['training_data_description', '{"data": [{"name": "train", "rows": 1200}]}'],
    ['training_data_description', '{"training_data": {"features": [{"name": "age", "type": "int"}]}}'],
    ['training_data_description', '{"training_data": "train"}'],
    ['training_data_description', '{"training_data": ["churn-2023"]}'],
    ['evaluation_results', '{"performance_metrics": [{"type": "accuracy", "value": "0.9"}]}'],
    ['evaluation_results', '{"results": {"best_metric": 0.91}}'],
    ['evaluation_results', '{"results": {"average_rating": 4.2, "type": "survey"}}'],
    ['evaluation_results', '{"results": {"classification": 0.93}}'],
    ['evaluation_results', '{"results": {"metric": "F1 0.91"}}'],
    ['limitations', '{"limitations": [{"name": "Long texts"}]}'],
    ['intended_use', '{"use_cases": [{"name": "Ranking"}]}'],
    ['owner', '{"owners": [{"name": "ACME"}]}'],
    ['license', '{"licenses": [{"license": {"id": "MIT"}}]}'],
    ['version', '{"version": {"name": "1.4"}}'],
    ['architecture', '{"architecture": {"type": "forest"}}'],
    ['ethical_considerations', '{"ethical_considerations": [{"name": "Unequal recall"}]}'],
    ['metrics', '{"metrics": [{"type": "f1"}]}'],
  ])('%s in %s', async (field, text) => {
    expect(await judged('c.json', text, [field])).toEqual([`${field}: pass at c.json:1`])
  })

  test.each([
    { field: 'purpose_code', names: ['Risk rating'] },
    { field: 'limitations', names: ['Risk rating'] },
  ])('a key of a name that the policy asks for: %j', async (wanted) => {
    expect(await judged('c.json', '{"risk_rating": "Low"}', [wanted])).toEqual([`${wanted.field}: pass at c.json:1`])
  })
})
