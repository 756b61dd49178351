import type { TextFormat } from '../contract.js'
import { exportOf } from './exports.js'

export const format: TextFormat = {
  id: 'not-read',
  title: 'exports that are not read',
  roles: ['metrics', 'groups', 'drift', 'explanations', 'load-test', 'model-card'],
  shape: 'a printed table, XML, HTML, promptfoo as CSV or JSON Lines',
  from: 'text',
  recognises: (text) => exportOf(text) !== undefined,
  load: () => import('./read.js'),
}
