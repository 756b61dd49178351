import { describe, expect, test } from '@jest/globals'
import { judged, SEED } from './support.js'

describe('a card that states everything', () => {
  const passed = (...lines: number[]) => SEED.map((field, index) => `${field}: pass at X:${lines[index]}`)

  test.each<[string, string, string, string[]]>([
    [
      'English',
      'c.md',
      '# Model\n## Intended use\nTo rank.\n## Limitations\nEnglish only.\n## Training data\nCustomers.\n## Evaluation results\nF1 0.9\n',
      passed(2, 4, 6, 8),
    ],
    [
      'Korean',
      'c.md',
      '## 의도된 용도\n이탈 예측\n## 한계점\n영문 전용\n## 학습 데이터\n고객 로그\n## 성능 평가\nF1 0.9\n',
      passed(1, 3, 5, 7),
    ],
    [
      'both languages',
      'c.md',
      '## 1. 의도된 용도 (Intended Use)\nlogs\n## 2. 한계 (Limitations)\nlogs\n## 3. 학습 데이터 / Training Data\nlogs\n## 4. Results - 결과\nlogs',
      passed(1, 3, 5, 7),
    ],
    [
      'the 2019 headings',
      'c.md',
      '## Intended Use\nlogs\n## Training Data\nlogs\n## Quantitative Analyses\nlogs\n## Caveats and Recommendations\nlogs',
      passed(1, 7, 3, 5),
    ],
    [
      'Windows line ends, setext',
      'c.md',
      'Uses\r\n----\r\nlogs\r\n\r\nKnown Limitations\r\n---\r\nlogs\r\n\r\nDataset\r\n---\r\nlogs\r\n\r\nEvaluation\r\n---\r\nlogs',
      passed(1, 5, 9, 13),
    ],
    [
      'labels in bold type',
      'c.md',
      '# Card\n- **Intended use:** a\n- **Limitations:** b\n- **Training data:** c\n- **Performance:** d',
      passed(2, 3, 4, 5),
    ],
    [
      'YAML',
      'c.yaml',
      'intended_use: rank\nlimitations: [few]\ntraining_data_description: logs\nevaluation_results: {f1: 0.9}',
      passed(1, 2, 3, 4),
    ],
    [
      'JSON',
      'c.json',
      '{"purpose": "logs",\n"knownLimitations": "logs",\n"dataset": "logs",\n"metrics": {"f1": 0.9}}',
      passed(1, 2, 3, 4),
    ],
    [
      'front matter',
      'c.md',
      '---\nintended_use: logs\nlimitations: logs\ntraining_data: logs\nresults: logs\n---\n',
      passed(2, 3, 4, 5),
    ],
    [
      'the toolkit',
      'c.json',
      '{"considerations": {\n"use_cases": ["logs"],\n"limitations": ["logs"]},\n"model_parameters": {"data": [{"name": "logs", "description": "logs"}]},\n"quantitative_analysis": {"performance_metrics": [{"value": "0.9"}]}}',
      passed(2, 3, 4, 5),
    ],
    [
      'a bill of materials',
      'c.json',
      '{"components": [{"modelCard": {"considerations": {\n"useCases": ["logs"],\n"technicalLimitations": ["logs"]},\n"modelParameters": {"datasets": [{"name": "logs", "contents": {"url": "logs"}}]},\n"quantitativeAnalysis": {"performanceMetrics": [{"value": "0.9"}]}}}]}',
      passed(2, 3, 4, 5),
    ],
  ])('in %s', async (_name, path, text, expected) => {
    expect(await judged(path, text)).toEqual(expected.map((line) => line.replace('X', path)))
  })

  test('nested headings: a statement further down counts', async () => {
    expect(await judged('c.md', '# Limitations\n## Language\n### Details\nEnglish only.', ['limitations'])).toEqual([
      'limitations: pass at c.md:1',
    ])
  })
})

const HUB_TEMPLATE = `---
license: mit
datasets: [squad]
---
# Model Card for Model ID
<!-- Provide a quick summary. -->
## Model Details
- **Developed by:** [More Information Needed]
- **License:** [More Information Needed]
## Uses
<!-- How is it intended to be used? -->
### Direct Use
[More Information Needed]
### Out-of-Scope Use
Decisions about people's health, in any country.
## Bias, Risks, and Limitations
[More Information Needed]
### Recommendations
Users (both direct and downstream) should be made aware of the risks, biases and limitations of the model. More information needed for further recommendations.
## Training Details
### Training Data
<!-- This should link to a Dataset Card. -->
[More Information Needed]
## Evaluation
### Testing Data, Factors & Metrics
#### Testing Data
The usual test split of the public data set.
#### Metrics
F1 and accuracy, the usual two.
### Results
[More Information Needed]
#### Summary
## Model Card Contact
[More Information Needed]
`

const TRAINER_CARD = `---
model-index:
- name: whisper
  results:
  - task: {type: asr}
    dataset: {name: Common Voice}
    metrics: [{type: wer, value: 32.01}]
---
<!-- This model card has been generated automatically according to the information the Trainer had access to. You
should probably proofread and complete it, then remove this comment. -->
# whisper
## Model description
More information needed
## Intended uses & limitations
More information needed
## Training and evaluation data
More information needed
`

describe('a card that was only generated', () => {
  test('by the template of the hub', async () => {
    expect(
      await judged('c.md', HUB_TEMPLATE, [
        ...SEED,
        'out_of_scope',
        'evaluation_data',
        'recommendations',
        'contact',
        'license',
      ]),
    ).toEqual([
      'intended_use: placeholder at c.md:12',
      'limitations: template at c.md:16',
      'training_data_description: placeholder at c.md:21',
      'evaluation_results: placeholder at c.md:30',
      'out_of_scope: pass at c.md:14',
      'evaluation_data: pass at c.md:26',
      'recommendations: template at c.md:18',
      'contact: placeholder at c.md:33',
      'license: pass at c.md:2',
    ])
  })

  test('by a trainer', async () => {
    expect(await judged('c.md', TRAINER_CARD, [...SEED, 'evaluation_data'])).toEqual([
      'intended_use: placeholder at c.md:14',
      'limitations: placeholder at c.md:14',
      'training_data_description: placeholder at c.md:16',
      'evaluation_results: pass at c.md:2',
      'evaluation_data: placeholder at c.md:16',
    ])
  })
})
