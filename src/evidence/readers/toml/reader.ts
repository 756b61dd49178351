import type { Reader } from '../contract.js'
import { firstLine } from '../first-line.js'

/** The first line that is no comment: a table heading, or a key and its equals sign. */
const START = /^\s*(?:\[\[?[^[\]{}]{1,200}\]\]?\s*(?:#|$)|[\w."'-][\w."' -]{0,200}=)/

export const reader: Reader = {
  id: 'toml',
  title: 'TOML',
  extensions: ['toml'],
  maxBytes: 1024 * 1024,
  sniff: (text) => START.test(firstLine(text)),
  parse: async (text, path) => (await import('./parse.js')).parseToml(text, path),
}
