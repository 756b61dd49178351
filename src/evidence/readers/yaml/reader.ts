import type { Reader } from '../contract.js'
import { firstLine } from '../first-line.js'

/** The first line that is no comment: a document mark, a list item, or a key and its colon. */
const START = /^(?:---|%YAML |- |-$|[^\s,:=[\]{}][^:={}\n]{0,200}:(?:\s|$))/

export const reader: Reader = {
  id: 'yaml',
  title: 'YAML',
  extensions: ['yaml', 'yml'],
  maxBytes: 2 * 1024 * 1024,
  sniff: (text) => START.test(firstLine(text)),
  parse: async (text, path) => (await import('./parse.js')).parseYaml(text, path),
}
