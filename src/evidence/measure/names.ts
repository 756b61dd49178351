import { canonicalMetric } from '../metrics.js'

/** What a metric is computed from. */
export type Family =
  /** Labels and predicted classes. */
  | 'classes'
  /** The same, one class of which is positive. */
  | 'binary'
  /** Labels and the order of the scores. */
  | 'ranking'
  /** Labels and scores that are probabilities. */
  | 'probability'
  /** Labels and predictions that are numbers. */
  | 'numbers'

const FAMILIES: Readonly<Record<Family, readonly string[]>> = {
  classes: [
    ...['accuracy', 'balanced_accuracy', 'mcc'],
    ...['precision_macro', 'precision_micro', 'precision_weighted'],
    ...['recall_macro', 'recall_micro', 'recall_weighted'],
    ...['f1_macro', 'f1_micro', 'f1_weighted'],
  ],
  binary: [
    ...['precision', 'recall', 'f1', 'selection_rate'],
    ...['true_positive_rate', 'false_positive_rate', 'true_negative_rate', 'false_negative_rate'],
  ],
  ranking: ['roc_auc', 'pr_auc'],
  probability: ['log_loss', 'brier', 'ece'],
  numbers: ['mae', 'mse', 'rmse', 'r2', 'mape', 'pinball'],
}

const FAMILY_OF: ReadonlyMap<string, Family> = new Map(
  (['classes', 'binary', 'ranking', 'probability', 'numbers'] as const).flatMap((family) =>
    FAMILIES[family].map((name) => [name, family] as const),
  ),
)

/** What a metric is computed from; undefined for a name that is no metric of predictions. */
export function familyOf(name: string): Family | undefined {
  return FAMILY_OF.get(canonicalMetric(name))
}

/** Every name under which a metric can be asked for. */
export const METRIC_NAMES: readonly string[] = [...FAMILY_OF.keys(), 'auc']
