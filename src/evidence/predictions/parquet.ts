import {
  type ColumnMetaData,
  type FileMetaData,
  parquetMetadataAsync,
  parquetSchema,
  type RowGroup,
  type SchemaTree,
} from 'hyparquet'
import { parquetHeader } from 'hyparquet/src/column.js'
import { failed, ok, problem, type Result, reasonOf } from '../../shared/problem.js'
import { complaint } from '../readers/excerpt.js'
import { Collector, Enough, positionsOf } from './columns.js'
import { compressors, MAX_PAGE } from './compression.js'
import type { Batch, ColumnWanted, Pieces, Table } from './contract.js'
import { pagesOf } from './parquet-pages.js'

/** Largest footer: it grows with columns and row groups, of which predictions have few. */
const MAX_FOOTER = 16 * 1024 * 1024
/** Most values of a row group that are in memory at once, all wanted columns together. */
const MAX_CELLS = 64 * 1024 * 1024
/** A few bytes in this encoding can stand for gigabytes of text: each value may repeat all of the one before it. */
const EXPLOSIVE = 'DELTA_BYTE_ARRAY'

/** Opens a Parquet file (https://parquet.apache.org/docs/file-format/); its columns are the plain ones of the schema. */
export async function openParquet(pieces: Pieces): Promise<Result<Table>> {
  const { path } = pieces
  const file = fileOf(pieces)
  const footer = new DataView(file.slice(Math.max(0, pieces.size - 8), pieces.size))
  const length = footer.byteLength === 8 ? footer.getUint32(0, true) : 0
  if (length === 0 || length > MAX_FOOTER || length + 12 > pieces.size) return refused(path, 'its footer is damaged')
  try {
    const metadata = await parquetMetadataAsync(file)
    const schema = parquetSchema(metadata)
    const isPlain = ({ children, element }: SchemaTree) =>
      children.length === 0 && element.repetition_type !== 'REPEATED'
    // A damaged file may hold a column without a name.
    const named = schema.children.filter(({ element }) => typeof element.name === 'string')
    const columns = named.filter(isPlain).map(({ element }) => element.name)
    const nested = named.filter((it) => !isPlain(it)).map(({ element }) => element.name)
    const scan: Table['scan'] = async (wanted, visit) => {
      const positions = positionsOf({ path, columns, nested }, wanted)
      return positions.ok ? scanGroups(pieces, schema, metadata, wanted, visit) : positions
    }
    return ok({ format: 'parquet', path, columns, nested, scan })
  } catch (error) {
    return refused(path, detailOf(error))
  }
}

function refused(path: string, detail: string): Result<never> {
  return failed(problem('evidence.unreadable', { title: 'Parquet', detail }, { path }))
}

function tooLarge(path: string, rows: number): Result<never> {
  return failed(problem('evidence.predictions.row-group', { rows, limit: MAX_CELLS }, { path }))
}

/** What the library says; where it stumbled itself, that helps nobody. */
function detailOf(error: unknown): string {
  const isOwn = error instanceof Error && !['TypeError', 'RangeError', 'SyntaxError'].includes(error.name)
  const said = complaint(reasonOf(error))
  return isOwn && !said.includes('undefined') ? said : 'it is damaged'
}

function fileOf(pieces: Pieces) {
  return {
    byteLength: pieces.size,
    slice: (start: number, end = pieces.size): ArrayBuffer => {
      const bytes = pieces.read(start, end - start)
      return new Uint8Array(bytes).buffer
    },
  }
}

function scanGroups(
  pieces: Pieces,
  schema: SchemaTree,
  metadata: FileMetaData,
  wanted: readonly ColumnWanted[],
  visit: (batch: Batch) => void,
): Result<number> {
  const { path } = pieces
  const names = [...new Set(wanted.map(({ name }) => name))]
  const collector = new Collector(path, wanted, visit)
  let before = 0
  try {
    for (const group of metadata.row_groups) {
      const rows = Number(group.num_rows)
      if (!(rows * names.length <= MAX_CELLS)) return tooLarge(path, rows)
      const columns = wanted.map(({ as }) => (as === 'number' ? new Float64Array(rows) : new Int32Array(rows)))
      for (const name of names) {
        const column = schema.children.find(({ element }) => element.name === name)
        const checked = checkedColumn(pieces, group, name)
        if (!checked.ok) return checked
        if (column === undefined) return refused(path, `a row group lacks ${name}`)
        let row = 0
        for (const page of pagesOf(checked.value.bytes, schema, column, checked.value.data)) {
          if (row + page.rows > rows) return refused(path, `${name} has more than ${rows} values`)
          for (const [index, into] of columns.entries()) {
            if (wanted[index]?.name === name) collector.fill(index, page, into, row, before + row + 1)
          }
          row += page.rows
        }
        if (row !== rows) return refused(path, `${name} has ${row} of ${rows} values`)
      }
      collector.all(rows, columns)
      before += rows
    }
  } catch (error) {
    if (!(error instanceof Enough)) return refused(path, detailOf(error))
  }
  return collector.end()
}

function dataOf({ columns }: RowGroup, name: string): ColumnMetaData | undefined {
  return columns.find(({ meta_data: it }) => it?.path_in_schema.join('.') === name)?.meta_data
}

/** Where a column's pages begin, its dictionary first. */
function startOf({ data_page_offset: data, dictionary_page_offset: dictionary = 0n }: ColumnMetaData): number {
  return Number(dictionary > 0n && dictionary < data ? dictionary : data)
}

/**
 * A column of a row group and its bytes; or what makes it unsafe to decode: the library believes every size that the file
 * states.
 */
function checkedColumn(
  pieces: Pieces,
  group: RowGroup,
  name: string,
): Result<{ readonly data: ColumnMetaData; readonly bytes: Uint8Array }> {
  const { path } = pieces
  const data = dataOf(group, name)
  const rows = group.num_rows
  if (typeof rows !== 'bigint') return refused(path, 'it is damaged')
  if (data === undefined) return refused(path, `a row group lacks ${name}`)
  if (data.num_values !== rows) return refused(path, `${name} has ${data.num_values} values in ${rows} rows`)
  if (data.encodings.includes(EXPLOSIVE)) {
    return failed(problem('evidence.predictions.encoding', { column: name, encoding: EXPLOSIVE }, { path }))
  }
  if (data.codec !== 'UNCOMPRESSED' && !Object.hasOwn(compressors, data.codec)) {
    return failed(problem('evidence.predictions.codec', { column: name, codec: data.codec }, { path }))
  }
  const start = startOf(data)
  const size = Number(data.total_compressed_size)
  if (!(start >= 0 && size >= 0 && start + size <= pieces.size))
    return refused(path, 'a column reaches beyond the file')
  const bytes = pieces.read(start, size)
  const wrong = pageMistake(bytes, data)
  return wrong === undefined ? ok({ data, bytes }) : refused(path, wrong)
}

/** Walks over the headers of a column's pages without decoding them. */
function pageMistake(bytes: Uint8Array, column: ColumnMetaData): string | undefined {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
  let values = 0
  while (values < column.num_values && reader.offset < bytes.length) {
    const page = parquetHeader(reader)
    const data = page.data_page_header ?? page.data_page_header_v2
    const count = data?.num_values ?? page.dictionary_page_header?.num_values ?? 0
    const compressed = page.compressed_page_size
    if (!(compressed >= 0) || reader.offset + compressed > bytes.length) return 'a page reaches beyond its column'
    if (!(page.uncompressed_page_size >= 0) || page.uncompressed_page_size > MAX_PAGE) return 'a page is too large'
    // A dictionary may have entries that no row has, such as categories of pandas; four bytes each at least.
    const most =
      data === undefined ? Math.max(Number(column.num_values), page.uncompressed_page_size / 4) : column.num_values
    if (!(count >= 0) || count > most) return 'a page holds more values than the table has rows'
    if (data !== undefined) values += count
    reader.offset += compressed
  }
  return values <= column.num_values ? undefined : 'its pages hold more values than the table has rows'
}
