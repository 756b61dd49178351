import { describe, expect, test } from '@jest/globals'
import { isFilled } from '../../../src/gates/documentation/placeholder.js'
import { worked } from '../../support/worked.js'

describe('what a template asks for', () => {
  test.each([
    'PLACEHOLDER. Known failure modes, domain and language limits.',
    'PLACEHOLDER one to three sentences. What this model does, the\ntask it targets, and the intended audience.',
    '- Base model: PLACEHOLDER\n- Adapter type: PLACEHOLDER (LoRA, QLoRA, full fine tune)',
    'PLACEHOLDER. If the data was made by a tool, record:\n\n- column mapping used for the prompt and the completion',
    'This is a placeholder.',
    'Placeholder for the known limitations',
    'List known weaknesses, uncertainty, and recommended mitigations.',
    'Document weaker performance areas, data quality limitations, unsupported uses.',
    'Describe supported use cases, target users, and domains.',
    'Describe disallowed or unsupported domains, safety-sensitive settings, and required human review.',
    'Summarize SFT data sources, preference data collection, curation filters, and decontamination checks.',
    'Include MT-Bench, AlpacaEval 2.0, custom domain benchmarks, reward model accuracy, bias checks, and human A/B results.',
    'Report the metric, the evaluation set, the baseline, and the result.',
    'Document input datasets, data owners, personal information, refresh frequency, retention, quality checks, and excluded variables.',
    'Describe the dataset used for training:\n- Source of data\n- Time period covered',
    "Summarize the model's overall performance on the evaluation dataset.",
    'If applicable, report performance across different subgroups or factors.',
    'Discuss any potential biases identified in the model or training data.',
    'Provide details about the training data used, including sources and sizes.',
    'Give an overview of the training data.',
    'Add evaluation metrics.',
    'Describe: limitations, biases.',
    '(e.g. fails on rare classes)',
    'List risks\nList known biases',
    '- Tasks, domains, users.',
    'Identify who should use this model (e.g., data scientists).',
    'Identify intended users.',
    'Discuss known limitations of the model.',
    'Explicitly state the limitations of the model.',
    'Note any known biases.',
    'Include evaluation metrics and results here.',
    'State where the model fails and what alternative explanations remain.',
    'Describe the limitations of the model, e.g. where\nit fails and for whom.',
    'Describe the known limitations. Be concrete.',
    'List known limitations of the model:\n- Data limitations\n- Edge cases',
    '모델의 알려진 한계를 나열하세요:\n- 데이터 한계\n- 예외 사례\n- 성능 제약 사항\n- 모델 가정',
    'State where the model fails. Specifically discuss:\n\n- tuning-budget fairness;\n- one-region external validity.',
    'At minimum report:\n- masked RMSE;\n- MAE;\n- anomaly correlation.',
    '- **Limits:** Describe the known limitations\n- Uses: list intended uses and users.',
    '| Part | Content |\n|---|---|\n| Limitations of the model | List known limitations |',
    '_What is this model bad at?_',
    '*Where does the data come from, how large is it, which period does it cover?*',
    '- What is this model bad at?\n- Who should not use it?',
    '_이 모델은 어떤 데이터에 약한가요?_',
    '- Known failure modes, out-of-scope uses.',
    '- Known limitations\n- Edge cases',
  ])('%j', (text) => {
    expect(isFilled(text)).toMatchObject({ filled: false, why: 'placeholder' })
  })
})

describe('what a card asks of its users, or says', () => {
  test.each([
    ...["Include the customer's consent before scoring.", 'Do not use for minors.', 'Report errors to the owner.'],
    ...['Report errors to ml-team@example.com.', 'Report suspected bias to the team.', 'Report bias to the owner.'],
    ...['Record the model version in the audit log.', 'Record linkage of customers', 'Discuss risks with the patient.'],
    ...['Note: English only.', 'Note that the model fails on children.', 'Note:\n- English only\n- Not for minors'],
    ...[
      'Document classification of invoices.',
      'Document images only',
      'Document has an owner.',
      'Provide a review of each rejected case.',
      'Add data to the table.',
      'List all affected users in the report.',
      'Summarize long articles.',
      'Describe images',
    ],
    ...['Identify which customers will churn.', 'Identify fraud in claims.', 'Identify risk factors in contracts.'],
    ...[
      'Identify customer churn risks.',
      'Explain the decision to the customer before use.',
      'State of the art results.',
    ],
    ...['Explain how the model decides to each applicant.', 'State-of-the-art performance', 'List prices of used cars'],
    ...['Provide customers with results.', 'Include age, income, and region as inputs.', 'Include only adults.'],
    ...['State that this is a forecast of analysed temperatures.', 'Use only for research.', 'Review each refusal.'],
    // What stands there is filled in.
    'Describe the limitations of the model. It fails for children under twelve.',
    'List known limitations of the model:\n- It fails on children under twelve\n- Bias',
    '모델의 알려진 한계를 나열하세요:\n- 어린이 음성에서는 오류가 많음',
    'List known limitations of the model.\n\nNot tested on children under twelve.',
    'What is this model bad at?\nIt fails on children.',
    '_What is this model bad at?_\n\nEnglish only.',
    'Which customers will churn?',
    'It masks PLACEHOLDER tokens.',
    'It fails for:\n- children\n- dogs',
    'Known limitations: English only',
    ...[
      'Report when the model fails.',
      'If applicable, report errors to the owner.',
      'Classification tasks, retail data',
    ],
    ...['Risk assessment', 'Performance monitoring', 'Credit risk, market risk', 'Downstream tasks'],
  ])('%j', (text) => {
    expect(isFilled(text)).toEqual({ filled: true })
  })
})

test.each([
  ...['list known limitations, ', 'describe a, ', 'report the ', 'what is the model ', 'what is the model? '],
  ...[
    'list the data:\n- a\n',
    '| list risks ',
    'PLACEHOLDER ',
    'PLACEHOLDER\n',
    'list risks e.g. ',
    'list risks (e.g. ',
  ],
  ...['a: list ', 'known limitations, ', 'include the known, ', 'describe what '],
])('ten megabytes of %j take seconds at most', (part) => {
  const text = part.repeat(Math.ceil(10_000_000 / part.length))
  const started = worked()
  isFilled(text)
  expect(worked() - started).toBeLessThan(6_000)
})
