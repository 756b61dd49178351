import { Lines } from '../code/lines.js'
import { at, entriesAt, entry, everyEntry, itemsAt, type Tree, textAt } from '../code/tree.js'
import type { Signal } from '../facts.js'
import type { Grade } from '../ids.js'
import type { Finding } from './python.js'
import { QUALITY } from './python-rules.js'

/** What of a YAML file a rule has found: a signal at a line. */
type Found = readonly [Signal, Grade, number]

/** A model that a self-service file declares. */
export interface DeclaredModel {
  readonly name: string
  readonly path: string
  readonly line: number
}

/** Words without which no rule below can apply. */
export const MANIFEST_WORDS =
  /^[ \t]*(?:apiVersion|stages|outs|\$schema|pipelineInfo|entry_points|groups|scrape_configs|provider|registry|model|bundle|kind|updates|server|tracking|prompts|-[ \t]*job_name)[ \t]*:/m

/** What one document of a YAML file shows, whatever the file is called. */
export function readManifest(path: string, tree: Tree, text: string): Finding[] {
  const lines = new Lines(text)
  const name = path.split('/').at(-1) ?? ''
  const found = [...byName(path, name, tree), ...byKind(tree), ...byShape(tree)]
  return found.map(([signal, grade, line]) => ({ signal, grade, path, line, text: lines.line(line) }))
}

function byName(path: string, name: string, tree: Tree): Found[] {
  const has = (key: string) => entry(tree, key)
  if (name === 'dvc.yaml')
    return entriesAt(tree, 'stages')
      .slice(0, 1)
      .map(() => ['pipeline', 'wired', has('stages')?.line ?? 1])
  if (name === 'dvc.lock') {
    const stages = has('stages')
    return stages === undefined
      ? []
      : [
          ['pipeline', 'proven', stages.line],
          ['data-version', 'declared', stages.line],
        ]
  }
  if (name.endsWith('.dvc')) return lineOf(has('outs'), 'data-version', 'declared')
  if (name === 'MLproject') return lineOf(has('entry_points'), 'pipeline', 'wired')
  if (name === 'mlflow.yml' || name === 'mlflow.yaml')
    return lineOf(has('tracking') ?? has('server'), 'tracking', 'wired')
  if (name === 'feature_store.yaml') return lineOf(has('registry') ?? has('provider'), 'feature-store', 'wired')
  if (name === 'catalog-info.yaml' && /^(?:Component|Template)$/.test(textAt(tree, 'kind')))
    return lineOf(has('kind'), 'platform-config', 'declared')
  if (/^\.github\/dependabot\.ya?ml$/.test(path)) return lineOf(has('updates'), 'dependency-updates', 'wired')
  if (/^model_config\.ya?ml$/.test(name)) return modelConfig(tree)
  if (/^ml-gate\.ya?ml$/.test(name)) return policy(tree)
  return []
}

function lineOf(found: { line: number } | undefined, signal: Signal, grade: Grade): Found[] {
  return found === undefined ? [] : [[signal, grade, found.line]]
}

/** Gates that a policy can ask for; one at least makes it a policy. */
function policy(tree: Tree): Found[] {
  const gates = entriesAt(tree).filter(([key]) =>
    [
      'performance',
      'fairness',
      'documentation',
      'explainability',
      'drift',
      'serving',
      'approval',
      'compliance',
    ].includes(key),
  )
  const [first] = gates
  const fair = gates.find(([key]) => key === 'fairness')
  return [...lineOf(first?.[1], 'policy', 'wired'), ...lineOf(fair?.[1], 'fairness', 'wired')]
}

/** The self-service file of a model: what its platform is asked for. */
function modelConfig(tree: Tree): Found[] {
  const name = entry(tree, 'model', 'name')
  if (name === undefined) return []
  const on = (...keys: string[]) => (textAt(tree, ...keys) === 'true' ? entry(tree, ...keys) : undefined)
  const source = entry(tree, 'training', 'data_source')
  const stored = /^feature_store:\/\//.test(source?.value.text ?? '') ? source : undefined
  const whole = entry(tree, 'model', 'owner') !== undefined && at(tree, 'serving') !== undefined
  return [
    ['platform-config', whole ? 'wired' : 'declared', name.line],
    ...lineOf(on('training', 'experiment_tracking'), 'tracking', 'declared'),
    ...lineOf(entry(tree, 'training', 'schedule'), 'pipeline', 'declared'),
    ...lineOf(stored, 'feature-store', 'declared'),
    ...lineOf(on('monitoring', 'performance_tracking'), 'monitor-quality', 'declared'),
    ...lineOf(on('monitoring', 'data_drift'), 'drift', 'declared'),
    ...lineOf(entry(tree, 'serving', 'max_replicas'), 'autoscale', 'declared'),
  ]
}

/** The name of the model that a self-service file declares. */
export function declaredModel(path: string, tree: Tree): DeclaredModel | undefined {
  const name = entry(tree, 'model', 'name')
  const isConfig = /(?:^|\/)model_config\.ya?ml$/.test(path) && (name?.value.text ?? '').trim() !== ''
  return isConfig && name !== undefined ? { name: name.value.text ?? '', path, line: name.line } : undefined
}

/** Kubernetes and its extensions. */
function byKind(tree: Tree): Found[] {
  const api = textAt(tree, 'apiVersion')
  const kind = textAt(tree, 'kind')
  const line = entry(tree, 'kind')?.line ?? tree.line
  if (api === '' || kind === '') return []
  const is = (group: RegExp, ...kinds: string[]) => group.test(api) && kinds.includes(kind)
  if (is(/^argoproj\.io\//, 'Workflow', 'WorkflowTemplate', 'CronWorkflow'))
    return /train/i.test(
      [...everyEntry(tree)]
        .map(([, { value }]) => value.text ?? '')
        .join('\n')
        .slice(0, 20_000),
    )
      ? [['pipeline', 'wired', line]]
      : []
  if (is(/^argoproj\.io\//, 'AnalysisTemplate', 'Experiment')) return [['ab', 'wired', line]]
  if (is(/^argoproj\.io\//, 'Rollout')) return lineOf(entry(tree, 'spec', 'strategy', 'canary'), 'ab', 'wired')
  if (is(/^flagger\.app\//, 'Canary')) return [['ab', 'wired', line]]
  if (is(/^serving\.kserve\.io\//, 'InferenceService')) return inferenceService(tree, line)
  if (is(/seldon\.io\//, 'Experiment')) return [['ab', 'wired', line]]
  if (is(/seldon\.io\//, 'SeldonDeployment')) return [['serving', 'wired', line], ...weighted(tree, 'traffic')]
  if (is(/istio\.io\//, 'VirtualService')) return weighted(tree, 'weight')
  if (is(/^gateway\.networking\.k8s\.io\//, 'HTTPRoute')) return weighted(tree, 'weight')
  if (is(/^monitoring\.coreos\.com\//, 'ServiceMonitor', 'PodMonitor')) return [['monitor-infra', 'wired', line]]
  if (is(/^monitoring\.coreos\.com\//, 'PrometheusRule')) return alerts(at(tree, 'spec'), line)
  if (is(/trustyai/, 'TrustyAIService'))
    return [
      ['monitor-quality', 'wired', line],
      ['drift', 'wired', line],
    ]
  if (kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject') return [['autoscale', 'wired', line]]
  return []
}

function inferenceService(tree: Tree, line: number): Found[] {
  const predictor = at(tree, 'spec', 'predictor')
  const canary = entry(predictor, 'canaryTrafficPercent')
  const split = /^[1-9]\d?$/.test(canary?.value.text ?? '') ? canary : undefined
  return [
    ['serving', 'wired', line],
    ...lineOf(split, 'ab', 'wired'),
    ...lineOf(entry(predictor, 'maxReplicas') ?? entry(predictor, 'minReplicas'), 'autoscale', 'wired'),
  ]
}

/** Traffic that is divided: at least two shares above none. */
function weighted(tree: Tree, key: string): Found[] {
  const shares = [...everyEntry(tree)].filter(
    ([name, { value }]) => name === key && /^[1-9]\d*$/.test(value.text ?? ''),
  )
  return shares.length >= 2 ? lineOf(shares[0]?.[1], 'ab', 'wired') : []
}

/** Alerts: about how well the model predicts where their expression names such a metric. */
function alerts(tree: Tree | undefined, line: number): Found[] {
  const rules = itemsAt(tree, 'groups').flatMap((group) => [...itemsAt(group, 'rules')])
  const alerting = rules.filter((rule) => entry(rule, 'alert') !== undefined)
  const quality = alerting.find((rule) => QUALITY.test(textAt(rule, 'expr')))
  const drift = alerting.find((rule) => /drift/i.test(textAt(rule, 'expr')))
  return [
    ...lineOf(alerting.length > 0 ? { line } : undefined, 'monitor-infra', 'wired'),
    ...lineOf(entry(quality, 'expr'), 'monitor-quality', 'wired'),
    ...lineOf(entry(drift, 'expr'), 'drift', 'wired'),
  ]
}

function byShape(tree: Tree): Found[] {
  const schema = entry(tree, '$schema')
  const scrape = entry(tree, 'scrape_configs')
  const compiled = entry(tree, 'pipelineInfo', 'name')
  return [
    ...lineOf(/pipelineJob\.schema/i.test(schema?.value.text ?? '') ? schema : undefined, 'pipeline', 'wired'),
    ...lineOf(
      /monitorSchedule\.schema/i.test(schema?.value.text ?? '') ? schema : undefined,
      'monitor-quality',
      'wired',
    ),
    ...lineOf((scrape?.value.items?.length ?? 0) > 0 ? scrape : undefined, 'monitor-infra', 'wired'),
    ...lineOf(compiled, 'pipeline', 'wired'),
    ...(at(tree, 'apiVersion') === undefined && at(tree, 'groups') !== undefined
      ? alerts(tree, entry(tree, 'groups')?.line ?? 1)
      : []),
    ...lineOf(entry(tree, 'bundle', 'name'), 'platform-config', 'declared'),
  ]
}
