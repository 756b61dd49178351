/** What is known of a metric by its name alone: one list, so that no two places take one name for different things. */

/** A cell of the confusion matrix. */
type Cell = 'tp' | 'fp' | 'tn' | 'fn'

/** A metric, and what follows from which one it is. */
export interface Metric {
  /** It lies between 0 and 1 by definition. */
  readonly isFraction: boolean
  /** Where less of it is better and nothing is perfect, or neither less nor more is; else more is. */
  readonly better?: 'less' | 'neither'
  /** What it is a share of: all rows, those whose label is positive or negative, or those that were predicted positive. */
  readonly of?: 'n' | 'positives' | 'negatives' | 'predicted'
  /** The cells that it counts; absent for a share that a confusion matrix does not have. */
  readonly hits?: readonly Cell[]
  /** What it is computed from, where it is no share. */
  readonly basis?: 'f1' | 'auc'
}

type Traits = Omit<Metric, 'isFraction'>

/** Names by what is known of them. */
const FRACTIONS: readonly (readonly [names: string, Traits])[] = [
  ['accuracy acc f1_micro', { of: 'n', hits: ['tp', 'tn'] }],
  ['error_rate', { of: 'n', hits: ['fp', 'fn'], better: 'less' }],
  ['selection_rate', { of: 'n', hits: ['tp', 'fp'], better: 'neither' }],
  ['exact_match pass_rate', { of: 'n' }],
  ['recall sensitivity tpr true_positive_rate', { of: 'positives', hits: ['tp'] }],
  ['false_negative_rate fnr', { of: 'positives', hits: ['fn'], better: 'less' }],
  ['specificity tnr true_negative_rate', { of: 'negatives', hits: ['tn'] }],
  ['false_positive_rate fpr', { of: 'negatives', hits: ['fp'], better: 'less' }],
  ['precision ppv', { of: 'predicted', hits: ['tp'] }],
  ['f1 f1_score', { basis: 'f1' }],
  ['auc roc_auc auroc', { basis: 'auc' }],
  ['brier ece', { better: 'less' }],
  ['balanced_accuracy precision_macro precision_micro precision_weighted recall_macro recall_micro', {}],
  ['recall_weighted f1_macro f1_weighted macro_f1 micro_f1 weighted_f1 pr_auc auc_pr auprc', {}],
  ['average_precision iou dice map50 top1 top_1_accuracy top5 top_5_accuracy 정확도 정밀도 재현율', {}],
]

/** Metrics that may be stated on another scale. */
const OTHERS: typeof FRACTIONS = [
  ['log_loss mae mse rmse mape', { better: 'less' }],
  ['exact_match_rate', { of: 'n' }],
]

const METRICS: ReadonlyMap<string, Metric> = new Map([...listed(FRACTIONS, true), ...listed(OTHERS, false)])

function listed(lines: typeof FRACTIONS, isFraction: boolean) {
  return lines.flatMap(([names, traits]) => names.split(' ').map((name) => [name, { ...traits, isFraction }] as const))
}

/** What is known of a metric of exactly this name, in lower case and with `_` between its words. */
export function metricNamed(name: string): Metric | undefined {
  return METRICS.get(name)
}

/** What is known of a selector's metric, also as tools call it: `eval_accuracy`, `acc,none`, `Accuracy Score`. */
export function metricSelected(selector: string): Metric | undefined {
  const [name = ''] = selector
    .slice(selector.lastIndexOf('/') + 1)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-\s]+/g, '_')
    .split(',')
  const plain = name.replace(/^(?:eval|test|val|valid|validation|train|mean|avg)_/, '')
  return metricNamed(name) ?? metricNamed(plain) ?? metricNamed(plain.replace(/_score$/, ''))
}

/** Whether a selector's metric is a fraction by definition. */
export function isFraction(selector: string): boolean {
  return metricSelected(selector)?.isFraction ?? false
}

/** Metrics that are looked up by two names. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['auc', 'roc_auc'],
  ['roc_auc', 'auc'],
])

/** The other name of a metric, if it has one. */
export function aliasOf(metric: string): string | undefined {
  return ALIASES.get(metric)
}

/** The one name under which a metric of two names is computed. */
export function canonicalMetric(name: string): string {
  return name === 'auc' ? 'roc_auc' : name
}
