import type { TextFormat } from '../contract.js'

export const format: TextFormat = {
  id: 'wrk',
  title: 'wrk report',
  roles: ['load-test'],
  shape: 'Running … test @ …, Thread Stats, Requests/sec: …',
  from: 'text',
  recognises: (text) => {
    const start = text.slice(0, 2_000)
    return /^\s*Running \S+ test @ /m.test(start) || /^unable to connect to \S+ /m.test(start)
  },
  load: () => import('./read.js'),
}
