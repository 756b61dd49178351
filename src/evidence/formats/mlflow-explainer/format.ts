import type { FolderFormat } from '../contract.js'

export const format: FolderFormat = {
  id: 'mlflow-explainer',
  title: 'MLflow SHAP explanation',
  roles: ['explanations'],
  shape: 'model_explanations_shap/{shap_values.npy, base_values.npy}',
  from: 'folder',
  recognises: (folder) => folder.list('').includes('shap_values.npy'),
  load: () => import('./read.js'),
}
