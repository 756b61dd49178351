import type { TextFormat } from '../contract.js'

export const format: TextFormat = {
  id: 'wrk',
  title: 'wrk report',
  roles: ['load-test'],
  shape: 'Running … test @ …, Thread Stats, Requests/sec: …',
  from: 'text',
  recognises: (text) => {
    const start = text.slice(0, 2_000)
    // autocannon begins so too, and goes on with the connections alone.
    return /^\s*Running \S+ test @ [^\n]*$(?!\r?\n\d)/m.test(start) || /^unable to connect to \S+ /m.test(start)
  },
  load: () => import('./read.js'),
}
