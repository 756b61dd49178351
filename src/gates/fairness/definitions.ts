/**
 * Fairness by name, as Fairlearn defines it (https://fairlearn.org/stable/user_guide/assessment/common_fairness_metrics.html):
 * the rates that are compared between groups. Of several the widest gap and the smallest ratio count.
 */
const DEFINITIONS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  demographic_parity: ['selection_rate'],
  equal_opportunity: ['true_positive_rate'],
  predictive_parity: ['precision'],
  equalized_odds: ['true_positive_rate', 'false_positive_rate'],
}

/** Names that files give to the same rate; the first that has groups is taken. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  true_positive_rate: ['tpr', 'recall', 'sensitivity'],
  false_positive_rate: ['fpr'],
  selection_rate: ['positive_rate'],
  precision: ['ppv', 'positive_predictive_value'],
}

/** The metrics that a rule's `metric` compares: those of a definition, or the one that it names. */
export function ratesOf(metric: string): readonly [string, ...string[]] {
  return Object.hasOwn(DEFINITIONS, metric) ? (DEFINITIONS[metric] ?? [metric]) : [metric]
}

/** Under which other names a rate of a definition may stand in a file; none for a metric that a rule names itself. */
export function synonymsOf(rule: string, rate: string): readonly string[] {
  return rule === rate ? [] : (SYNONYMS[rate] ?? [])
}
