import type { ColumnMetaData, FileMetaData, RowGroup } from 'hyparquet'
import { failed, ok, type Problem, problem, type Result, reasonOf } from '../../shared/problem.js'
import { complaint } from '../readers/excerpt.js'
import { Collector, Enough, positionsOf } from './columns.js'
import { compressors, MAX_PAGE } from './compression.js'
import type { Batch, ColumnWanted, Pieces, Table } from './contract.js'

/** Largest footer: it grows with columns and row groups, of which predictions have few. */
const MAX_FOOTER = 16 * 1024 * 1024
/** Most values of a row group that are in memory at once, all wanted columns together. */
const MAX_CELLS = 64 * 1024 * 1024
/** A few bytes in this encoding can stand for gigabytes of text: each value may repeat all of the one before it. */
const EXPLOSIVE = 'DELTA_BYTE_ARRAY'

type Library = Pick<typeof import('hyparquet'), 'parquetMetadataAsync' | 'parquetScan' | 'parquetSchema'> &
  Pick<typeof import('hyparquet/src/column.js'), 'parquetHeader'>

/** Names what is used, so that the bundler leaves the rest out. */
async function library(): Promise<Library> {
  const { parquetMetadataAsync, parquetScan, parquetSchema } = await import('hyparquet')
  const { parquetHeader } = await import('hyparquet/src/column.js')
  return { parquetMetadataAsync, parquetScan, parquetSchema, parquetHeader }
}

/** Opens a Parquet file (https://parquet.apache.org/docs/file-format/); its columns are the plain ones of the schema. */
export async function openParquet(pieces: Pieces): Promise<Result<Table>> {
  const { path } = pieces
  const parquet = await library()
  const file = fileOf(pieces)
  const footer = new DataView(file.slice(Math.max(0, pieces.size - 8), pieces.size))
  const length = footer.byteLength === 8 ? footer.getUint32(0, true) : 0
  if (length === 0 || length > MAX_FOOTER || length + 12 > pieces.size) return refused(path, 'its footer is damaged')
  try {
    const metadata = await parquet.parquetMetadataAsync(file)
    const columns = parquet
      .parquetSchema(metadata)
      .children.filter(({ children, element }) => children.length === 0 && element.repetition_type !== 'REPEATED')
      .flatMap(({ element: { name } }) => (typeof name === 'string' ? [name] : []))
    const scan: Table['scan'] = async (wanted, visit) => {
      const positions = positionsOf(columns, wanted, path)
      return positions.ok ? scanGroups(parquet, pieces, metadata, wanted, visit) : positions
    }
    return ok({ format: 'parquet', columns, scan })
  } catch (error) {
    return refused(path, detailOf(error))
  }
}

function refused(path: string, detail: string): Result<never> {
  return failed(problem('evidence.unreadable', { title: 'Parquet', detail }, { path }))
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

async function scanGroups(
  parquet: Library,
  pieces: Pieces,
  metadata: FileMetaData,
  wanted: readonly ColumnWanted[],
  visit: (batch: Batch) => void,
): Promise<Result<number>> {
  const { path } = pieces
  const names = [...new Set(wanted.map(({ name }) => name))]
  const collector = new Collector(path, wanted, visit)
  let before = 0
  try {
    const options = { file: fileOf(pieces), metadata, columns: names, compressors, useOffsetIndex: false }
    const scan = await parquet.parquetScan(options)
    for (const group of metadata.row_groups) {
      const rows = Number(group.num_rows)
      const wrong = names.flatMap((name) => mistakesOf(parquet, pieces, group, name, names.length) ?? [])
      if (wrong.length > 0) return failed(...wrong)
      const cells = new Map<string, ArrayLike<unknown>>()
      for (const column of names) {
        const data = await scan.readColumn({ column, rowStart: before, rowEnd: before + rows })
        if (data.length !== rows) return refused(path, `${column} has ${data.length} of ${rows} values`)
        cells.set(column, data)
      }
      for (let row = 0; row < rows; row += 1) {
        for (const [index, { name }] of wanted.entries()) {
          collector.value(index, cells.get(name)?.[row], before + row + 1)
        }
        collector.next()
      }
      before += rows
    }
  } catch (error) {
    if (!(error instanceof Enough)) return refused(path, detailOf(error))
  }
  return collector.end()
}

/** What makes a column of a row group unsafe to decode: the library believes every size that the file states. */
function mistakesOf(
  parquet: Library,
  pieces: Pieces,
  group: RowGroup,
  name: string,
  columns: number,
): Problem | undefined {
  const { path } = pieces
  const say = (detail: string) => problem('evidence.unreadable', { title: 'Parquet', detail }, { path })
  const column = group.columns.find(({ meta_data: it }) => it?.path_in_schema.join('.') === name)?.meta_data
  const rows = group.num_rows
  if (typeof rows !== 'bigint') return say('it is damaged')
  if (column === undefined) return say(`a row group lacks ${name}`)
  if (column.num_values !== rows) return say(`${name} has ${column.num_values} values in ${rows} rows`)
  if (rows * BigInt(columns) > MAX_CELLS) {
    return problem('evidence.predictions.row-group', { rows: String(rows), limit: MAX_CELLS }, { path })
  }
  if (column.encodings.includes(EXPLOSIVE)) {
    return problem('evidence.predictions.encoding', { column: name, encoding: EXPLOSIVE }, { path })
  }
  return pageMistake(parquet, pieces, column, say)
}

/** Walks over the headers of a column's pages without decoding them. */
function pageMistake(
  { parquetHeader }: Library,
  pieces: Pieces,
  column: ColumnMetaData,
  say: (detail: string) => Problem,
): Problem | undefined {
  const { data_page_offset: data, dictionary_page_offset: dictionary = 0n } = column
  const start = dictionary > 0n && dictionary < data ? dictionary : data
  const size = column.total_compressed_size
  if (start < 0n || size < 0n || start + size > BigInt(pieces.size)) return say('a column reaches beyond the file')
  const bytes = new Uint8Array(pieces.read(Number(start), Number(size)))
  const reader = { view: new DataView(bytes.buffer), offset: 0 }
  let values = 0
  while (values < column.num_values && reader.offset < bytes.length) {
    const page = parquetHeader(reader)
    const data = page.data_page_header ?? page.data_page_header_v2
    const count = data?.num_values ?? page.dictionary_page_header?.num_values ?? 0
    const compressed = page.compressed_page_size
    if (!(compressed >= 0) || reader.offset + compressed > bytes.length) return say('a page reaches beyond its column')
    if (!(page.uncompressed_page_size >= 0) || page.uncompressed_page_size > MAX_PAGE) return say('a page is too large')
    if (!(count >= 0) || count > column.num_values) return say('a page holds more values than the table has rows')
    if (data !== undefined) values += count
    reader.offset += compressed
  }
  return values <= column.num_values ? undefined : say('its pages hold more values than the table has rows')
}
