import type { TreeFormat } from '../contract.js'
import { at, hasKeys, textAt } from '../shape.js'

export const format: TreeFormat = {
  id: 'genai-perf-json',
  title: 'GenAI-Perf statistics as JSON',
  roles: ['load-test'],
  shape: '{"request_throughput": {"unit", "avg"}, "request_latency": {"unit", "avg", "p99", …}, …, "input_config"}',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) =>
    hasKeys(root, 'request_throughput', 'input_config') &&
    hasKeys(at(root, 'request_latency'), 'avg') &&
    textAt(root, 'request_latency', 'unit') !== undefined,
  load: () => import('./read.js'),
}
