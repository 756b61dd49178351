import type { Pack } from '../contract.js'

/** Rescinded; kept so that a policy that still names it is told its successor. */
export const pack: Pack = {
  id: 'us-sr-11-7',
  title: { en: 'US model risk guidance SR 11-7', ko: '미국 모형 위험 관리 지침 SR 11-7' },
  kind: 'guidance',
  version: 'SR 11-7, OCC Bulletin 2011-12, 2011-04-04',
  verified: '2026-11-25',
  from: '2011-04-04',
  supersededBy: 'us-sr-26-2',
  source: 'https://www.federalreserve.gov/supervisionreg/srletters/sr1107.htm',
  controls: [
    {
      id: 'IV',
      title: 'Model development, implementation and use',
      supporting: ['documentation/*', 'performance/*'],
    },
    { id: 'V', title: 'Model validation', supporting: ['performance/*', 'drift/*', 'approval/*'] },
    { id: 'VI', title: 'Governance, policies and controls', supporting: ['approval/*', 'audit/*', 'policy/base'] },
  ],
}
