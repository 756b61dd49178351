import type { ColumnWanted, Pieces } from '../../../src/evidence/predictions/contract.js'
import { openTable } from '../../../src/evidence/predictions/open.js'
import { english } from '../../support/evidence.js'

/** A file in memory that gives at most `most` bytes at a time, as a disk may. */
export function piecesOf(content: string | Uint8Array, path = 'p.csv', most = Number.POSITIVE_INFINITY): Pieces {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const read = (offset: number, length: number) =>
    Uint8Array.from(bytes.subarray(offset, Math.min(bytes.length, offset + Math.min(length, most))))
  return { path, size: bytes.length, read }
}

/** What a table holds, column by column, or what is wrong with it. */
export interface Read {
  readonly format?: string
  readonly rows?: number
  readonly columns: Record<string, (number | string | null)[]>
  readonly problems: string[]
}

export async function readTable(
  pieces: Pieces,
  wanted: Readonly<Record<string, ColumnWanted['as']>>,
  format?: string,
): Promise<Read> {
  const opened = await openTable(pieces, format)
  const said = (
    problems: readonly { readonly message: Parameters<typeof english>[0]; readonly at?: { line?: number } }[],
  ) => problems.map(({ message, at }) => `${at?.line ?? '-'}: ${english(message)}`)
  if (!opened.ok) return { columns: {}, problems: said(opened.problems) }
  const names = Object.entries(wanted).map(([name, as]) => ({ name, as }))
  const columns: Read['columns'] = Object.fromEntries(names.map(({ name }) => [name, []]))
  const rows = await opened.value.scan(names, (batch) => {
    for (const [index, column] of batch.columns.entries()) {
      const into = columns[names[index]?.name ?? '']
      if (column.as === 'number') into?.push(...column.values)
      else for (const code of column.codes) into?.push(column.names[code] ?? null)
    }
  })
  if (!rows.ok) return { format: opened.value.format, columns: {}, problems: said(rows.problems) }
  return { format: opened.value.format, rows: rows.value, columns, problems: [] }
}
