import type { Wording } from '../../report/wording.js'
import { message } from '../../shared/message.js'
import { yamlText } from '../../shared/yaml-text.js'
import type { Found, Measured } from './find.js'

/** What the first files are made of. */
export interface Facts extends Found {
  /** The model's name, made of the folder's. */
  readonly model: string
  readonly framework?: string
  /** Demands that were tried and do not hold on this very evidence: they become comments. */
  readonly refused: ReadonlySet<string>
}

export const POLICY = '.github/ml-gate.yaml'
export const CONFIG = 'model_config.yaml'
export const WORKFLOW = '.github/workflows/ml-gate.yaml'
export const CARD = 'MODEL_CARD.md'

/** The first policy: bounds that the measured values meet, and everything else as a comment. */
export function policyText(facts: Facts, wording: Wording): string {
  const { model, metrics, groups, card = CARD } = facts
  const say = (id: string, params = {}) => wording.say(message(id, params))
  const comment = (id: string, params = {}) => `# ${say(id, params)}`
  const bounded = metrics?.values.filter((one) => isBounded(one, facts)) ?? []
  const unbounded = metrics?.values.filter((one) => !isBounded(one, facts)) ?? []
  const gaps = groups?.gaps.filter(({ metric, by }) => !facts.refused.has(`fairness/${metric}/${by}`)) ?? []
  const evidence = [
    ...(metrics === undefined ? [`  ${comment('init.no-metrics')}`] : [`  metrics: ${yamlText(metrics.path)}`]),
    ...(groups === undefined || gaps.length === 0 ? [] : [`  groups: ${yamlText(groups.path)}`]),
    `  model-card: ${yamlText(card)}`,
  ]
  const lines = [
    comment('init.written'),
    'version: 1',
    `model: ${yamlText(model)}   ${comment('init.name')}`,
    'evidence:',
    ...evidence,
    ...(bounded.length > 0 ? [`performance:   ${comment('init.bounds')}`] : [comment('init.no-bounds')]),
    ...bounded.map(boundLine),
    ...unbounded.map((one) => `${bounded.length > 0 ? '  ' : ''}# ${yamlText(one.selector)}: ${oneLine(one.value)}`),
    ...(unbounded.length > 0 ? [`${bounded.length > 0 ? '  ' : ''}${comment('init.unbounded')}`] : []),
    ...(gaps.length > 0 ? [`fairness:   ${comment('init.gaps')}`] : []),
    ...gaps.map(
      ({ metric, by, limit }) => `  - {metric: ${yamlText(metric)}, by: ${yamlText(by)}, gap: {max: ${limit}}}`,
    ),
    `documentation:   ${comment('init.card-fields')}`,
    '  require: [intended_use, limitations, training_data_description, evaluation_results]',
  ]
  return `${lines.join('\n')}\n`
}

function isBounded({ selector, bound }: Measured, { refused }: Facts): boolean {
  return bound !== undefined && !refused.has(`performance/${selector}`)
}

function boundLine({ selector, value, place, bound }: Measured): string {
  return `  ${yamlText(selector)}: {${bound?.option}: ${bound?.limit}}   # ${oneLine(value)} (${oneLine(place)})`
}

/** What a data scientist says of the model; who owns it nobody else can know. */
export function configText({ model, framework, tracked }: Facts, wording: Wording): string {
  const comment = (id: string) => `# ${wording.say(message(id))}`
  return [
    comment('init.config'),
    'model:',
    `  name: ${yamlText(model)}`,
    `  owner: TODO   ${comment('init.owner')}`,
    ...(framework === undefined ? [] : [`  framework: ${framework}`]),
    'training:',
    `  experiment_tracking: ${tracked}`,
    'serving:',
    `  type: batch   ${comment('init.serving')}`,
    'monitoring:',
    `  data_drift: false   ${comment('init.monitoring')}`,
    '',
  ].join('\n')
}

/** A workflow that judges; the training is to be put before it. */
export function workflowText(_: Facts, wording: Wording): string {
  const comment = (id: string) => `# ${wording.say(message(id))}`
  return `name: ML governance gate
on:
  pull_request:
  merge_group:
permissions:
  contents: read
jobs:
  gate:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      checks: write
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      ${comment('init.train')}
      - uses: OWNER/ml-governance-gate@v1   ${comment('init.action')}
`
}

/** A card with the fields that the policy asks for, each to be filled in. */
export function cardText({ model, metrics }: Facts, wording: Wording): string {
  const say = (id: string, params = {}) => wording.say(message(id, params))
  const measured = metrics?.values.filter(({ bound }) => bound !== undefined) ?? []
  const rows = measured.map(({ selector, value }) => `| ${cell(selector)} | ${cell(value)} |`)
  const results = rows.length === 0 ? 'TODO' : ['| | |', '|---|---|', ...rows].join('\n')
  return `${say('init.card', { model, results })}\n`
}

function cell(text: string): string {
  return oneLine(text).replace(/[\\|<>[\]`*_#]/g, '\\$&')
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 120)
}
