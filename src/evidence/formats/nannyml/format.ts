import type { TextFormat } from '../contract.js'

export const format: TextFormat = {
  id: 'nannyml',
  title: 'NannyML results as CSV',
  roles: ['drift', 'metrics'],
  shape: 'headings in two or three lines, the first `chunk,chunk,…`, the last with `value,…,alert`',
  from: 'text',
  recognises: (text) => {
    const [first = '', second = '', third = ''] = text.slice(0, 20_000).split(/\r?\n/, 3)
    const starts = /^"?,?"?chunk"?,"?chunk"?,/.test(first)
    return (
      starts && [second, third].some((line) => /(?:^|,)value(?:,|$)/.test(line) && /(?:^|,)alert(?:,|$)/.test(line))
    )
  },
  load: () => import('./read.js'),
}
