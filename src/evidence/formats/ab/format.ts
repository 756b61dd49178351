import type { TextFormat } from '../contract.js'

export const format: TextFormat = {
  id: 'ab',
  title: 'ApacheBench report',
  roles: ['load-test'],
  shape: 'This is ApacheBench, …, or Percentage served,Time in ms',
  from: 'text',
  recognises: (text) => {
    const start = text.slice(0, 3_000)
    const isTable = start.startsWith('Percentage served,Time in ms') || start.startsWith('starttime\tseconds\tctime')
    return isTable || /^This is ApacheBench, /m.test(start) || /^Percentage of the requests served within/m.test(start)
  },
  load: () => import('./read.js'),
}
