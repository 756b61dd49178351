import type { Pack } from '../contract.js'
import { annexIV } from './eu-annex-iv.js'

/** Chapter III, Sections 1 to 3: for uses of Annex III from this day, for products of Annex I from 2028-08-02. */
const HIGH_RISK = { highRisk: true, from: '2027-12-02' } as const
/** What concerns high-risk uses but was not postponed with these sections. */
const HIGH_RISK_NOW = { highRisk: true, from: '2026-08-02' } as const

const MEASURED = 'documentation/measured|documentation/measured/*'
const NO_WORSE = 'performance/*/max-drop|performance/*/max-rise'

/** Titles are summaries in our own words. */
export const pack: Pack = {
  id: 'eu-ai-act',
  title: { en: 'EU Artificial Intelligence Act', ko: '유럽연합 인공지능법' },
  kind: 'law',
  version: 'Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744, 2026-07-27',
  verified: '2026-11-25',
  from: '2026-08-02',
  source: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
  controls: [
    { id: 'Article 4a', title: 'Special-category data to detect bias, under safeguards', supporting: ['fairness/*'] },
    {
      id: 'Article 9(1)',
      title: 'A risk management system is established, documented and maintained',
      ...HIGH_RISK,
      supporting: ['documentation/risk_management'],
    },
    {
      id: 'Article 9(2)',
      title: 'Risks are identified, estimated and met in a continuous, iterative process',
      ...HIGH_RISK,
      supporting: ['documentation/risks', 'documentation/risk_management'],
    },
    { id: 'Article 9(5)', title: 'Residual risk is judged acceptable', ...HIGH_RISK, supporting: ['approval/*'] },
    {
      id: 'Article 9(6)',
      title: 'Tests find measures and show consistent performance for the intended purpose',
      ...HIGH_RISK,
      direct: ['performance/*', 'fairness/*'],
      supporting: [NO_WORSE],
    },
    {
      id: 'Article 9(8)',
      title: 'Tests are made against metrics and probabilistic thresholds defined beforehand',
      ...HIGH_RISK,
      direct: ['policy/base', 'performance/*@confidence'],
      supporting: ['performance/*'],
    },
    {
      id: 'Article 9(9)',
      title: 'Adverse impact on minors and vulnerable groups is considered',
      ...HIGH_RISK,
      supporting: ['fairness/*', 'documentation/factors'],
    },
    ...data('a', 'design choices'),
    ...data('b', 'collection and origin of data'),
    ...data('c', 'preparation of data'),
    ...data('d', 'assumptions about what the data measure'),
    ...data('e', 'availability, quantity and suitability of data'),
    {
      id: 'Article 10(2)(f)',
      title: 'Data governance: examination for biases',
      ...HIGH_RISK,
      supporting: ['fairness/*'],
    },
    {
      id: 'Article 10(2)(g)',
      title: 'Data governance: measures against biases',
      ...HIGH_RISK,
      supporting: ['fairness/*', 'documentation/fairness'],
    },
    {
      id: 'Article 10(2)(h)',
      title: 'Data governance: gaps and shortcomings',
      ...HIGH_RISK,
      supporting: ['documentation/limitations'],
    },
    {
      id: 'Article 10(3)',
      title: 'Data are relevant, representative and of appropriate statistical properties',
      ...HIGH_RISK,
      supporting: ['drift/*', 'fairness/*'],
    },
    {
      id: 'Article 10(4)',
      title: 'Data take the setting of use into account',
      ...HIGH_RISK,
      supporting: ['drift/*', 'documentation/training_data_description'],
    },
    {
      id: 'Article 11(1)',
      title: 'Technical documentation is drawn up beforehand and kept up to date (Annex IV)',
      ...HIGH_RISK,
      supporting: ['documentation/*'],
    },
    { id: 'Article 12(1)', title: 'The system records events automatically', ...HIGH_RISK },
    { id: 'Article 12(2)', title: 'Its logs make risks, monitoring and operation traceable', ...HIGH_RISK },
    {
      id: 'Article 13(2)',
      title: 'Instructions for use accompany the system',
      ...HIGH_RISK,
      supporting: ['documentation/instructions_for_use'],
    },
    ...instruction('(a)', 'the provider and how to reach it', ['documentation/owner', 'documentation/contact']),
    ...instruction('(b)(i)', 'the intended purpose', ['documentation/intended_use']),
    ...instruction('(b)(ii)', 'accuracy, its metrics, robustness and cybersecurity', [
      ...['performance/*', MEASURED, 'documentation/cybersecurity'],
    ]),
    ...instruction('(b)(iii)', 'circumstances that may lead to risks', [], ['documentation/risks']),
    ...instruction('(b)(iv)', 'capabilities that explain the output', [], ['explainability/*']),
    ...instruction('(b)(v)', 'performance for specific persons or groups', ['fairness/*', 'documentation/fairness']),
    ...instruction('(b)(vi)', 'specifications of the input data', [], ['documentation/input_specification']),
    ...instruction('(b)(vii)', 'how to interpret the output', [], ['explainability/*']),
    ...instruction('(c)', 'changes determined beforehand', [], ['documentation/predetermined_changes']),
    ...instruction('(d)', 'human oversight', [], ['documentation/human_oversight']),
    ...instruction('(e)', 'resources, lifetime and maintenance', [], ['documentation/hardware_requirements']),
    ...instruction('(f)', 'collection of logs', []),
    ...oversight('a', 'understand capacities and limits', 'documentation/limitations'),
    ...oversight('b', 'remain aware of automation bias'),
    ...oversight('c', 'interpret the output', 'explainability/*'),
    ...oversight('d', 'disregard or override the output'),
    ...oversight('e', 'intervene or stop the system'),
    {
      id: 'Article 15(1)',
      title: 'Accuracy, robustness and cybersecurity are appropriate',
      ...HIGH_RISK,
      direct: ['performance/*', 'documentation/cybersecurity'],
    },
    {
      id: 'Article 15(3)',
      title: 'Levels of accuracy and their metrics are declared in the instructions for use',
      ...HIGH_RISK,
      direct: [MEASURED],
    },
    { id: 'Article 15(4)', title: 'The system is resilient to errors, faults and feedback loops', ...HIGH_RISK },
    {
      id: 'Article 15(5)',
      title: 'The system is resilient to attacks',
      ...HIGH_RISK,
      supporting: ['documentation/cybersecurity'],
    },
    ...quality('a', 'a strategy, with the management of modifications', [], [NO_WORSE, 'policy/base']),
    ...quality('b', 'design, its control and verification', []),
    ...quality('c', 'development, quality control and assurance', []),
    ...quality('d', 'examination, test and validation before, during and after', [], ['policy/base', 'performance/*']),
    ...quality('f', 'data management', [], ['documentation/training_data_description']),
    ...quality('h', 'post-market monitoring', [], ['drift/*', 'documentation/monitoring']),
    ...quality('i', 'reporting of serious incidents', []),
    ...quality('k', 'record-keeping', [], ['audit/*']),
    ...quality('m', 'an accountability framework', [], ['approval/*']),
    { id: 'Article 18(1)', title: 'Documentation is kept for ten years', ...HIGH_RISK, supporting: ['audit/*'] },
    { id: 'Article 19(1)', title: 'Logs of the system are kept by the provider', ...HIGH_RISK, outside: true },
    { id: 'Article 26(1)', title: 'Deployers use the system as its instructions say', ...HIGH_RISK },
    { id: 'Article 26(2)', title: 'Deployers assign human oversight', ...HIGH_RISK },
    { id: 'Article 26(4)', title: 'Deployers see to relevant input data', ...HIGH_RISK, supporting: ['drift/*'] },
    { id: 'Article 26(5)', title: 'Deployers monitor the operation', ...HIGH_RISK, supporting: ['drift/*'] },
    { id: 'Article 26(6)', title: 'Logs of the system are kept by the deployer', ...HIGH_RISK, outside: true },
    { id: 'Article 26(11)', title: 'Deployers inform the persons concerned', ...HIGH_RISK },
    {
      id: 'Article 43(4)',
      title: 'A substantial modification needs a new conformity assessment',
      ...HIGH_RISK_NOW,
      supporting: ['documentation/predetermined_changes', NO_WORSE],
    },
    {
      id: 'Article 47',
      title: 'EU declaration of conformity (Annex V)',
      ...HIGH_RISK_NOW,
      supporting: ['documentation/declaration_of_conformity'],
    },
    { id: 'Article 49', title: 'Registration in the EU database', ...HIGH_RISK_NOW },
    { id: 'Article 50(1)', title: 'People are told that they deal with an AI system' },
    { id: 'Article 50(2)', title: 'Generated content is marked in a machine-readable way' },
    { id: 'Article 50(3)', title: 'People are told of emotion recognition and biometric categorisation' },
    { id: 'Article 50(4)', title: 'Deep fakes and generated text on public matters are disclosed' },
    { id: 'Article 53(1)(a)', title: 'General-purpose models: technical documentation (Annex XI)', from: '2025-08-02' },
    { id: 'Article 53(1)(b)', title: 'General-purpose models: information downstream (Annex XII)', from: '2025-08-02' },
    { id: 'Article 53(1)(c)', title: 'General-purpose models: copyright policy', from: '2025-08-02' },
    { id: 'Article 53(1)(d)', title: 'General-purpose models: summary of training content', from: '2025-08-02' },
    {
      id: 'Article 72',
      title: 'Post-market monitoring system and plan',
      ...HIGH_RISK_NOW,
      supporting: ['drift/*', 'documentation/monitoring'],
    },
    { id: 'Article 73', title: 'Serious incidents are reported', ...HIGH_RISK_NOW },
    {
      id: 'Article 86',
      title: 'Right to explanation of individual decisions',
      ...HIGH_RISK_NOW,
      supporting: ['explainability/*'],
    },
    ...annexIV(HIGH_RISK),
  ],
}

type Controls = Pack['controls']

function data(letter: string, about: string): Controls {
  const supporting = ['documentation/training_data_description']
  return [{ id: `Article 10(2)(${letter})`, title: `Data governance: ${about}`, ...HIGH_RISK, supporting }]
}

function instruction(
  part: string,
  about: string,
  direct: readonly string[],
  supporting: readonly string[] = [],
): Controls {
  return [{ id: `Article 13(3)${part}`, title: `Instructions for use: ${about}`, ...HIGH_RISK, direct, supporting }]
}

function oversight(letter: string, about: string, more?: string): Controls {
  const supporting = ['documentation/human_oversight', ...(more === undefined ? [] : [more])]
  return [{ id: `Article 14(4)(${letter})`, title: `Who oversees can ${about}`, ...HIGH_RISK, supporting }]
}

function quality(
  letter: string,
  about: string,
  direct: readonly string[],
  supporting: readonly string[] = [],
): Controls {
  return [{ id: `Article 17(1)(${letter})`, title: `Quality management: ${about}`, ...HIGH_RISK, direct, supporting }]
}
