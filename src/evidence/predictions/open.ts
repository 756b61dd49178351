import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { readTree } from '../readers/choose.js'
import { decode } from '../readers/decode.js'
import { type Pieces, TABLE_FORMATS, type Table } from './contract.js'
import { openDelimited } from './delimited.js'
import { foreignFile } from './foreign.js'

/** Largest table in one JSON value: it is read whole. */
const MAX_WHOLE = 10 * 1024 * 1024
const PARQUET = 'PAR1'

/**
 * Opens a table of predictions by its content: Parquet by its magic bytes, JSON Lines where the first line is an object
 * alone, a JSON value of pandas, else cells separated by commas, semicolons or tabs. `format` decides where it is given.
 */
export async function openTable(pieces: Pieces, format?: string): Promise<Result<Table>> {
  const { path } = pieces
  if (pieces.size === 0) return failed(problem('evidence.empty', {}, { path }))
  const known = TABLE_FORMATS.find((it) => it === format)
  if (format !== undefined && known === undefined) {
    return failed(problem('evidence.format', { format, known: [...TABLE_FORMATS] }, { path }))
  }
  const start = pieces.read(0, 64 * 1024)
  const foreign = foreignFile(start)
  if (foreign !== undefined) {
    const { what, instead } = foreign
    return failed(problem('evidence.tool.export', { what, instead }, { path }))
  }
  switch (known ?? sniff(start)) {
    case 'parquet':
      return (await import('./parquet.js')).openParquet(pieces)
    case 'jsonl':
      return (await import('./json-lines.js')).openJsonLines(pieces)
    case 'json':
      return openWhole(pieces)
    default:
      return openDelimited(pieces)
  }
}

function sniff(start: Uint8Array): (typeof TABLE_FORMATS)[number] {
  const text = new TextDecoder().decode(start)
  if (text.startsWith(PARQUET)) return 'parquet'
  const [line = ''] = text.trimStart().split('\n', 1)
  if (/^\{.*\}\s*$/.test(line) && text.trimStart().length > line.length + 1) return 'jsonl'
  return /^[[{]/.test(line) ? 'json' : 'csv'
}

async function openWhole(pieces: Pieces): Promise<Result<Table>> {
  const { path, size } = pieces
  if (size > MAX_WHOLE) return failed(problem('evidence.predictions.whole', { limit: MAX_WHOLE }, { path }))
  const text = decode({ path, bytes: pieces.read(0, size) })
  if (!text.ok) return text
  const tree = await readTree(text.value, path, 'json')
  if (!tree.ok) return tree
  const table = (await import('./whole.js')).tableOf(tree.value.content, path)
  return table === undefined ? failed(problem('evidence.predictions.no-table', {}, { path })) : ok(table)
}
