import type { TreeFormat } from '../contract.js'
import { hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'vllm-bench',
  title: 'vLLM benchmark of serving',
  roles: ['load-test'],
  shape: '{"duration", "completed", "total_input_tokens", "request_throughput", "mean_ttft_ms", "p99_ttft_ms", …}',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) => hasKeys(root, 'duration', 'completed', 'total_input_tokens', 'request_throughput'),
  load: () => import('./read.js'),
}
