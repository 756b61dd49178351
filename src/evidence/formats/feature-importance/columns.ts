/** What people call the column of the features, and the one of their importances. */
export const NAMES = ['feature', 'feature_name', 'column']
export const VALUES = [
  'importance',
  'importances',
  'mean_abs_shap',
  'mean_abs_shap_value',
  'shap_importance',
  'importance_mean',
]
