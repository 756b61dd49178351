import { describe, expect, test } from '@jest/globals'
import { readContent } from '../../../src/evidence/formats/choose.js'
import type { Role } from '../../../src/evidence/kinds.js'
import { lookUpMetric } from '../../../src/evidence/select.js'
import { judged, SEED } from '../../gates/documentation/support.js'
import { english } from '../../support/evidence.js'
import { opened } from '../../support/opened.js'

/** Cards that tools write: which of two statements holds, and what an empty one is worth. */
async function ask(file: object | Uint8Array, selector: string, asked: { role?: Role; run?: string } = {}) {
  const path = 'card.json'
  const content = file instanceof Uint8Array ? file : JSON.stringify(file)
  const read = await readContent(opened(content), { path, role: 'metrics', ...asked })
  if (!read.ok) return `refused: ${read.problems.map(({ message }) => english(message)).join('; ')}`
  const found = lookUpMetric([{ path, content: read.value.content }], selector)
  if (found.kind !== 'found') return found.kind
  return 'text' in found.value ? found.value.text : '…'
}

describe('SageMaker', () => {
  const metric = (name: string, value: unknown) => ({ name, type: 'number', value })
  const evaluation = (name: string, ...data: object[]) => ({
    name,
    metric_groups: [{ name: 'binary', metric_data: data }],
  })
  const card = (...evaluations: object[]) => ({ model_overview: {}, evaluation_details: evaluations })

  test('two evaluations of one metric: each by its own name, neither by a short one', async () => {
    const file = card(evaluation('test', metric('f1', 0.9), metric('auc', 0.95)), evaluation('live', metric('f1', 0.1)))
    const names = ['test/binary/f1', 'live/binary/f1', 'binary/f1', 'f1', 'binary/auc', 'auc']
    expect(await Promise.all(names.map((name) => ask(file, name)))).toEqual([
      '0.9',
      '0.1',
      'absent',
      'absent',
      '0.95',
      '0.95',
    ])
  })

  test('one evaluation that states a metric twice', async () => {
    const file = card(evaluation('test', metric('f1', 0.9), metric('f1', 0.1)))
    expect(await ask(file, 'f1')).toMatch(/states test\/binary\/f1 twice/)
    const unnamed = card(evaluation('test', metric('f1', 0.9)), evaluation('test', metric('f1', 0.1)))
    expect(await ask(unnamed, 'test/binary/f1')).toMatch(/states test\/binary\/f1 twice/)
  })

  test('names of the language itself', async () => {
    const file = card(evaluation('__proto__', metric('constructor', 0.9)))
    expect(await ask(file, '__proto__/binary/constructor')).toBe('0.9')
    expect(await ask(file, 'toString')).toBe('absent')
  })
})

describe('CycloneDX', () => {
  const model = (name: string, value: string) => ({
    type: 'machine-learning-model',
    name,
    'bom-ref': `pkg:${name}`,
    modelCard: { quantitativeAnalysis: { performanceMetrics: [{ type: 'f1', value }] } },
  })
  const bom = (...components: object[]) => ({ bomFormat: 'CycloneDX', specVersion: '1.6', components })

  test('a run that no model has says which there are', async () => {
    expect(await ask(bom(model('a', '0.9')), 'f1', { run: 'b' })).toMatch(/has no model b; it has a \(pkg:a\)/)
    expect(await ask(bom(model('a', '0.9'), model('b', '0.8')), 'f1', { run: 'pkg:b' })).toBe('0.8')
    expect(await ask(bom(model('a', '0.9'), model('b', '0.8')), 'f1')).toMatch(
      /several models: a \(pkg:a\), b \(pkg:b\)/,
    )
    expect(await ask(bom({ type: 'library', name: 'c' }), 'f1', { run: 'c' })).toMatch(/no component of the type/)
  })

  test('the model of the whole bill, and prose for a value', async () => {
    expect(await ask({ ...bom(), metadata: { component: model('a', '0.9') } }, 'f1')).toBe('0.9')
    expect(await ask(bom(model('a', '0.9 or so')), 'f1')).toBe('0.9 or so')
  })
})

describe('a binary card', () => {
  const field = (number: number, content: string | Uint8Array) => {
    const bytes = Buffer.from(content)
    return Buffer.concat([Buffer.from([number * 8 + 2, bytes.length]), bytes])
  }
  const named = field(1, field(1, 'm'))
  const metric = (...values: string[]) => field(1, Buffer.concat([field(1, 'f1'), ...values.map((it) => field(2, it))]))
  const card = (...fields: Uint8Array[]) => new Uint8Array(Buffer.concat([named, ...fields]))

  test('is read by the numbers of its fields', async () => {
    expect(await ask(card(field(3, metric('0.95'))), 'f1')).toBe('0.95')
  })

  test.each<[string, Uint8Array]>([
    ['a value that is stated twice', card(field(3, metric('0.95', '0.10')))],
    ['an analysis that is stated twice', card(field(3, metric('0.95')), field(3, metric('0.10')))],
    ['a field of no schema', card(field(9, 'x'))],
    ['an end in the middle of a field', card(field(3, metric('0.95'))).subarray(0, -2)],
  ])('%s is refused', async (_, bytes) => {
    expect(await ask(bytes, 'f1')).toMatch(/ends in the middle of a field, or is not one of VerifyML/)
  })
})

describe('documentation by a tool', () => {
  const outcomes = async (file: object) =>
    (await judged('card.json', JSON.stringify(file))).map((line) => line.replace(/ at .*/, ''))
  const all = SEED.map((field) => `${field}: pass`)

  const TOOLKIT = {
    model_details: { name: 'm' },
    model_parameters: { data: [{ name: 'train', description: 'Contracts of 2025' }] },
    quantitative_analysis: { performance_metrics: [{ type: 'f1', value: '0.9' }] },
    considerations: { use_cases: [{ description: 'Ranking' }], limitations: [{ description: 'New customers' }] },
  }
  const BOM = {
    bomFormat: 'CycloneDX',
    components: [
      {
        type: 'machine-learning-model',
        modelCard: {
          modelParameters: { datasets: [{ name: 'contracts', description: 'Contracts of 2025' }] },
          quantitativeAnalysis: { performanceMetrics: [{ type: 'f1', value: '0.9' }] },
          considerations: { useCases: ['Ranking'], technicalLimitations: ['New customers'] },
        },
      },
    ],
  }
  const SAGEMAKER = {
    model_overview: { model_name: 'm' },
    intended_uses: { intended_uses: 'Ranking' },
    training_details: { training_job_details: { training_datasets: ['s3://contracts/2025'] } },
    evaluation_details: [{ name: 'test', metric_groups: [{ name: 'g', metric_data: [{ name: 'f1', value: 0.9 }] }] }],
    additional_information: { caveats_and_recommendations: 'Not for new customers' },
  }

  test.each<[string, object]>([
    ['the Model Card Toolkit', TOOLKIT],
    ['CycloneDX', BOM],
    ['SageMaker', SAGEMAKER],
  ])('%s: filled in, it states all', async (_, file) => {
    expect(await outcomes(file)).toEqual(all)
  })

  const referring = (...components: object[]) => {
    const modelCard = { modelParameters: { task: 'ranking', datasets: [{ ref: 'd1' }] } }
    const model = { type: 'machine-learning-model', name: 'm', modelCard }
    return outcomes({ bomFormat: 'CycloneDX', components: [model, ...components] })
  }
  const dataset = (more: object) => ({ type: 'data', 'bom-ref': 'd1', name: 'contracts', version: '2', ...more })

  test.each<[string, object]>([
    ['its description', dataset({ description: 'Contracts of 2025' })],
    ['what its data are', dataset({ data: [{ type: 'dataset', contents: { url: 'https://example.com/2025' } }] })],
    ['a component within others', { name: 'a', components: [dataset({ description: 'Contracts of 2025' })] }],
  ])('CycloneDX: a data set that is a component of its own is described there: %s', async (_, component) => {
    expect(await referring({ type: 'library', name: 'b' }, component)).toContain('training_data_description: pass')
  })

  test.each<[string, object[]]>([
    ['there is none', []],
    ['it says nothing', [dataset({ description: '', data: [{ type: 'dataset', name: 'd' }] })]],
    ['there are two', [dataset({ description: 'Contracts of 2025' }), dataset({ description: 'Contracts of 2024' })]],
  ])('CycloneDX: and is not where %s', async (_, components) => {
    expect(await referring(...components)).toContain('training_data_description: named')
  })

  test('SageMaker, as DescribeModelCard answers', async () => {
    expect(await outcomes({ ModelCardName: 'm', Content: JSON.stringify(SAGEMAKER) })).toEqual(all)
  })

  test.each<[string, object]>([
    [
      'the Model Card Toolkit',
      {
        model_details: { name: 'm' },
        model_parameters: { data: [{ graphics: {} }] },
        quantitative_analysis: { performance_metrics: [], graphics: {} },
        considerations: { use_cases: [{ description: '' }], limitations: [] },
      },
    ],
    [
      'CycloneDX',
      {
        bomFormat: 'CycloneDX',
        components: [
          {
            type: 'machine-learning-model',
            name: 'm',
            modelCard: { considerations: { useCases: [''], technicalLimitations: [] }, quantitativeAnalysis: {} },
          },
        ],
      },
    ],
    [
      'SageMaker',
      {
        model_overview: { model_name: 'm' },
        intended_uses: { intended_uses: '' },
        training_details: { training_job_details: { training_datasets: [] } },
        evaluation_details: [],
        additional_information: { caveats_and_recommendations: '' },
      },
    ],
  ])('%s: with nothing in it, it states nothing', async (_, file) => {
    expect((await outcomes(file)).filter((line) => line.endsWith(': pass'))).toEqual([])
  })
})
