import type { TextFormat } from '../contract.js'

export const format: TextFormat = {
  id: 'genai-perf',
  title: 'GenAI-Perf statistics as CSV',
  roles: ['load-test'],
  shape: 'Metric,avg,min,max,p99,…, a blank line, Metric,Value',
  from: 'text',
  recognises: (text) => /^Metric,avg,min,max,p99,/.test(text),
  load: () => import('./read.js'),
}
