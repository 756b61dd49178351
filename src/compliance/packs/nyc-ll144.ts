import type { Pack } from '../contract.js'

const SEX = ['sex', 'gender']
const RACE = ['race', 'ethnicity', 'race_ethnicity']
const BOTH = SEX.flatMap((sex) => RACE.flatMap((race) => [`${sex}+${race}`, `${race}+${sex}`]))

/** The law asks for figures and an independent auditor, and sets no threshold: no check of a developer can stand for it. */
export const pack: Pack = {
  id: 'nyc-ll144',
  title: { en: 'New York City Local Law 144', ko: '뉴욕시 조례 제144호' },
  kind: 'law',
  version: 'Administrative Code 20-870 to 20-874; 6 RCNY 5-300 to 5-304',
  verified: '2026-11-22',
  from: '2023-07-05',
  source: 'https://rules.cityofnewyork.us/rule/automated-employment-decision-tools-updated/',
  controls: [
    { id: '20-871(a)(1)', title: 'A bias audit no more than a year before use', outside: true },
    { id: '20-871(a)(2)', title: "A summary of the audit's results is public", outside: true },
    { id: '20-871(b)', title: 'Candidates are told beforehand, and of data that is kept', outside: true },
    { id: '5-301 auditor', title: 'The auditor is independent of developer and employer', outside: true },
    { id: '5-301 sex', title: 'Selection rate and impact ratio by sex', supporting: [by(SEX)] },
    {
      id: '5-301 race/ethnicity',
      title: 'Selection rate and impact ratio by race or ethnicity',
      supporting: [by(RACE)],
    },
    {
      id: '5-301 intersectional',
      title: 'Selection rate and impact ratio by sex and race or ethnicity together',
      supporting: [by(BOTH)],
    },
    { id: '5-301 scoring rate', title: 'Scoring rate above the median, where the tool gives a score' },
    { id: '5-301 unknown', title: 'Number of persons of unknown category' },
    { id: '5-302', title: 'Historical data, or test data with the reasons for it' },
  ],
}

/** Comparisons of the selection rate by one of these attributes. */
function by(attributes: readonly string[]): string {
  const metrics = ['selection_rate', 'demographic_parity']
  return metrics.flatMap((metric) => attributes.map((attribute) => `fairness/${metric}/${attribute}/*`)).join('|')
}
