import type { TextFormat } from '../contract.js'

export const format: TextFormat = {
  id: 'hey',
  title: 'hey report',
  roles: ['load-test'],
  shape: 'Summary:, Total: … secs, Latency distribution:, Status code distribution:',
  from: 'text',
  recognises: (text) => {
    const start = text.slice(0, 2_000)
    return /^Summary:\s*$/m.test(start) && /^\s*Slowest:\s+\S+ secs/m.test(start)
      ? true
      : start.startsWith('response-time,DNS+dialup,DNS,')
  },
  load: () => import('./read.js'),
}
