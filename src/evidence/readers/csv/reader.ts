import type { Reader } from '../contract.js'
import { delimiterOf } from './delimiter.js'

export const reader: Reader = {
  id: 'csv',
  title: 'CSV',
  extensions: ['csv', 'tsv'],
  maxBytes: 10 * 1024 * 1024,
  sniff,
  parse: async (text, path) => (await import('./parse.js')).parseCsv(text, path),
}

/** Two lines or more that hold the same delimiter equally often. */
function sniff(text: string): boolean {
  const lines = text
    .slice(0, 10_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
  const [first, second] = lines
  if (first === undefined || second === undefined) return false
  const delimiter = delimiterOf(first)
  const columns = first.split(delimiter).length
  return columns > 1 && second.split(delimiter).length === columns
}
