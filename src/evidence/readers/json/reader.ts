import type { Reader } from '../contract.js'
import { parseJson } from './parse.js'

/** An object, or a list that begins as no TOML table heading does. */
const COLLECTION = /^\s*(?:\{|\[\s*(?:$|[[\]{"\-\d]|(?:true|false|null|NaN|Infinity)\b))/
/** One bare value, such as a DVC metric file's. */
const BARE = /^\s*(?:-?\d[\d.]{0,40}(?:[eE][-+]?\d{1,4})?|-?Infinity|NaN)\s*$/

export const reader: Reader = {
  id: 'json',
  title: 'JSON',
  // Files of JSON lines are known by name so that they get the message about themselves.
  extensions: ['json', 'jsonl', 'ndjson'],
  maxBytes: 10 * 1024 * 1024,
  sniff: (text) => COLLECTION.test(text) || (text.length < 200 && BARE.test(text)),
  parse: parseJson,
}
