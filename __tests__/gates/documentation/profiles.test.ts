import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { FIELD_IDS, FIELDS } from '../../../src/gates/documentation/fields.js'
import { gate } from '../../../src/gates/documentation/gate.js'
import { fieldsOf, PROFILES } from '../../../src/gates/documentation/profiles.js'
import { comparePolicies } from '../../../src/policy/compare/compare.js'
import { english, parsed, policyFrom } from '../../support/evidence.js'
import { repo } from '../../support/repo.js'
import { judgeOptions, source, summary } from './support.js'

const FILLED = 'This is written out here as a whole sentence about the model.'

test.each(PROFILES.map((one) => [one.id, one] as const))(
  '%s names known fields, each once, and its source',
  (_id, one) => {
    expect(one.fields.filter((field) => !FIELD_IDS.includes(field))).toEqual([])
    expect(new Set(one.fields).size).toBe(one.fields.length)
    expect(one.source).not.toBe('')
    const [, table = ''] = readFileSync(repo('docs/policy.md'), 'utf8').split('| profile | fields |')
    expect(table.split('\n').find((line) => line.startsWith(`| \`${one.id}\``))).toBe(
      `| \`${one.id}\` | ${one.fields.map((field) => `\`${field}\``).join(', ')} |`,
    )
  },
)

test('every field is in the table of names', () => {
  const docs = readFileSync(repo('docs/policy.md'), 'utf8')
  for (const { id, names } of FIELDS) {
    const shown = names.slice(0, 3).join(' · ')
    expect(docs).toContain(`| \`${id}\` | ${shown} |`)
    for (const name of names) expect({ id, name, there: docs.includes(name) }).toEqual({ id, name, there: true })
  }
})

test('a profile asks for each of its fields, beside what is required by name', async () => {
  const require = ['intended_use', { field: 'retraining', names: ['Retraining'] }, { field: 'owner', names: ['Squad'] }]
  const card = await source({ 'c.md': `## Squad\n${FILLED}\n` })
  const checks = judgeOptions(card, { require, profile: ['mitchell-2019', 'model-card-toolkit'] })
  const expected = new Set([
    ...['intended_use', 'retraining', 'owner'],
    ...fieldsOf('mitchell-2019'),
    ...fieldsOf('model-card-toolkit'),
  ])
  expect(checks.map(({ id }) => id.replace('documentation/', ''))).toEqual([...expected])
  expect(checks.map(summary)).toContain('owner: pass at c.md:1')
  expect(checks.find(({ id }) => id === 'documentation/tradeoffs')?.policy.pointer).toBe('/profile/1')
})

describe('cards of the profiles themselves', () => {
  const headings = `# Model Card for churn
## Model Details
### Model Description
## Uses
### Direct Use
### Downstream Use [optional]
### Out-of-Scope Use
## Bias, Risks, and Limitations
### Recommendations
## How to Get Started with the Model
## Training Details
### Training Data
### Training Procedure
#### Preprocessing [optional]
#### Training Hyperparameters
## Evaluation
### Testing Data, Factors & Metrics
#### Testing Data
#### Factors
#### Metrics
### Results
## Environmental Impact
## Technical Specifications [optional]
## Model Card Contact
`
  const filled = headings.replace(/^(#.*)$/gm, `$1\n\n${FILLED} F1 0.91.\n`)

  test("Hugging Face's template, filled in, has all that its profile asks for; untouched it has nothing", async () => {
    const options = { profile: ['hugging-face'] }
    const passed = judgeOptions(await source({ 'c.md': filled }), options)
    expect(passed.filter(({ outcome }) => outcome !== 'pass').map(summary)).toEqual([])
    const untouched = headings.replace(/^(#.*)$/gm, '$1\n\n[More Information Needed]\n')
    const missing = judgeOptions(await source({ 'c.md': untouched }), options)
    expect(missing.filter(({ outcome }) => outcome === 'pass').map(summary)).toEqual([])
  })

  test("a card of Google's toolkit lacks only what it leaves empty", async () => {
    const card = JSON.parse(
      readFileSync(repo('__tests__/fixtures/model-card-toolkit/card-0.0.2-by-2.0.0.json'), 'utf8'),
    )
    const missing = async () =>
      judgeOptions(await source({ 'c.json': JSON.stringify(card) }), { profile: ['model-card-toolkit'] })
        .filter(({ outcome }) => outcome !== 'pass')
        .map(({ id }) => id.replace('documentation/', ''))
    expect(await missing()).toEqual(['input_specification', 'intended_users', 'tradeoffs'])
    card.model_parameters.input_format = 'One row a customer, numbers only'
    card.considerations.users = [{ description: 'Sales staff' }]
    card.considerations.tradeoffs = [{ description: 'Recall before precision' }]
    expect(await missing()).toEqual([])
  })
})

test('an unknown profile is refused with the nearest one', () => {
  const text = 'documentation: {profile: [hugging-fase, eu-annex-4]}'
  const policy = parsed(text, 'p.yaml')
  const allowed = PROFILES.map(({ id }) => id).join(', ')
  expect(policy.ok ? [] : policy.problems.map(({ message }) => english(message))).toEqual([
    `documentation/profile/0 is hugging-fase. Did you mean hugging-face? Allowed: ${allowed}.`,
    `documentation/profile/1 is eu-annex-4. Did you mean eu-annex-iv? Allowed: ${allowed}.`,
  ])
})

test('a profile that is left out is weaker, field by field', () => {
  const base = policyFrom('documentation: {profile: [kr-high-impact], require: [license]}')
  const head = policyFrom('documentation: {require: [license]}')
  const changes = comparePolicies(base, head)
  expect(changes.map(({ direction, base: shown }) => `${direction} ${shown}`)).toEqual(
    [...fieldsOf('kr-high-impact')].sort().map((field) => `weaker ${field}`),
  )
})

test('what a field is asked for twice is a mistake in `require` alone', () => {
  const options = { require: ['owner', 'owner'], profile: ['eu-annex-iv', 'model-card-toolkit'] }
  const found = gate.mistakes?.({ options, locate: (pointer) => ({ path: 'p', pointer }) }) ?? []
  expect(found.map(({ message, at }) => `${message.id} ${at?.pointer}`)).toEqual(['documentation.twice /require/1'])
})
