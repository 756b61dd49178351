import type { Pack } from '../contract.js'

/** The ids are ours: they name the themes of the letter, whose paragraphs are not numbered here. */
export const pack: Pack = {
  id: 'us-sr-26-2',
  title: { en: 'US model risk guidance SR 26-2', ko: '미국 모형 위험 관리 지침 SR 26-2' },
  kind: 'guidance',
  version: 'SR 26-2, OCC Bulletin 2026-13, FDIC FIL-15-2026, 2026-04-17',
  verified: '2026-11-25',
  from: '2026-04-17',
  source: 'https://www.federalreserve.gov/supervisionreg/srletters/SR2602.htm',
  controls: [
    { id: 'scope', title: 'The model is in scope; generative and agentic AI are not' },
    { id: 'materiality', title: 'Materiality is tiered by exposure and purpose' },
    { id: 'inventory', title: 'The model is in the inventory', supporting: ['documentation/owner'] },
    {
      id: 'development',
      title: 'Development is sound, with a clear purpose, design and data',
      direct: ['documentation/intended_use', 'documentation/training_data_description', 'performance/*'],
      supporting: ['documentation/design_choices'],
    },
    {
      id: 'use',
      title: 'Limitations are known to those who use the model',
      direct: ['documentation/limitations'],
      supporting: ['documentation/out_of_scope'],
    },
    {
      id: 'validation',
      title: 'Validation is independent in substance',
      supporting: ['performance/*', 'approval/*', 'explainability/*'],
    },
    { id: 'effective-challenge', title: 'Effective challenge by people who can give it', supporting: ['approval/*'] },
    {
      id: 'monitoring',
      title: 'Monitoring is ongoing',
      direct: ['drift/*'],
      supporting: ['documentation/monitoring', 'serving/*'],
    },
    {
      id: 'outcomes-analysis',
      title: 'Outcomes are analysed',
      supporting: ['drift/*', 'performance/*/max-drop|performance/*/max-rise'],
    },
    { id: 'governance', title: 'Policies, roles and accountability', supporting: ['approval/*', 'policy/base'] },
    {
      id: 'documentation',
      title: 'Documentation lets others understand and go on',
      supporting: ['documentation/*', 'audit/*'],
    },
    { id: 'third-party', title: 'Models and data of vendors are managed', supporting: ['documentation/base_model'] },
  ],
}
