import type { Result } from '../../../shared/problem.js'
import type { Node } from '../../tree.js'
import { readRows } from './rows.js'
import { shape } from './shape.js'

/** CSV text → the common tree, or what is wrong and where. */
export async function parseCsv(text: string, path: string): Promise<Result<Node>> {
  const rows = await readRows(text, path)
  return rows.ok ? shape(rows.value, path) : rows
}
