import type { TextFormat } from '../contract.js'

/** `precision recall f1-score support` over aligned columns; the harness's table in Markdown. */
const SKLEARN = /^\s*precision {2,}recall {2,}f1-score {2,}support\s*$/m
const LM_EVAL = /^\|\s*(?:Tasks|Groups|Task)\s*\|\s*Version\s*\|/m

export const format: TextFormat = {
  id: 'printed-table',
  title: 'a table printed for reading (scikit-learn, lm-evaluation-harness)',
  roles: ['metrics', 'groups'],
  shape: 'refused: its numbers are rounded',
  from: 'text',
  recognises: (text) => SKLEARN.test(text.slice(0, 2_000)) || LM_EVAL.test(text.slice(0, 2_000)),
  load: () => import('./read.js'),
}
