import type { ColumnMetaData, DecodedArray, SchemaTree } from 'hyparquet'
import { parquetHeader, readPage } from 'hyparquet/src/column.js'
import { decompressPage, readDataPage, readDataPageV2 } from 'hyparquet/src/datapage.js'
import { readRleBitPackedHybrid } from 'hyparquet/src/encoding.js'
import { readPlain } from 'hyparquet/src/plain.js'
import type { TypedValues } from './columns.js'
import { compressors } from './compression.js'
import { meant, PARSERS } from './parquet-values.js'

type PageHeader = ReturnType<typeof parquetHeader>
type Decoder = Parameters<typeof readDataPage>[2]

/**
 * The values of a plain column in one row group, a page at a time, numbers of a dictionary's entries left as they are:
 * the library's own `readColumn` makes an object of each value, and keeps all of them. Sizes have to be checked before.
 * Throws where the bytes are no pages.
 */
export function* pagesOf(
  bytes: Uint8Array,
  schema: SchemaTree,
  column: SchemaTree,
  data: ColumnMetaData,
): Generator<TypedValues> {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
  const decoder: Decoder = {
    pathInSchema: data.path_in_schema,
    ...{ element: column.element, schemaPath: [schema, column], parsers: PARSERS },
    ...{ type: data.type, codec: data.codec, compressors },
  }
  let dictionary: DecodedArray | undefined
  let read = 0
  while (read < data.num_values && reader.offset < bytes.length - 1) {
    const header = parquetHeader(reader)
    const about = header.data_page_header ?? header.data_page_header_v2
    if (about === undefined) {
      const entries = readPage(reader, header, decoder, undefined, undefined, 0).data
      dictionary = entries && meant(entries, decoder)
      continue
    }
    const compressed = bytes.subarray(reader.offset, reader.offset + header.compressed_page_size)
    reader.offset += header.compressed_page_size
    const { values, levels } = decoded(compressed, header, decoder)
    const rows = about.num_values
    read += rows
    const isNumbered = dictionary !== undefined && about.encoding.endsWith('_DICTIONARY')
    // Levels are left out where no value is missing; a value that is there has level 1.
    const known = levels?.length === rows ? levels : undefined
    if (isNumbered) yield { rows, values, levels: known, dictionary }
    else yield { rows, values: meant(values, decoder), levels: known }
  }
}

interface Decoded {
  readonly values: DecodedArray
  readonly levels: ArrayLike<number> | undefined
}

function decoded(compressed: Uint8Array, header: PageHeader, decoder: Decoder): Decoded {
  const { data_page_header: about } = header
  if (about === undefined) {
    const page = readDataPageV2(compressed, header, decoder)
    return { values: page.dataPage, levels: page.definitionLevels }
  }
  const bytes = decompressPage(compressed, header.uncompressed_page_size, decoder.codec, compressors)
  const isNumbered = about.encoding.endsWith('_DICTIONARY')
  if (!isNumbered && about.encoding !== 'PLAIN') {
    const page = readDataPage(bytes, about, decoder)
    return { values: page.dataPage, levels: page.definitionLevels }
  }
  // What nearly every page is: read into plain memory, where the library takes an array of objects.
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
  const levels = decoder.element.repetition_type === 'REQUIRED' ? undefined : new Uint8Array(about.num_values)
  if (levels !== undefined) readRleBitPackedHybrid(reader, 1, levels)
  const there = levels === undefined ? about.num_values : levels.reduce((sum, level) => sum + level, 0)
  const known = there === about.num_values ? undefined : levels
  if (!isNumbered) {
    return { values: readPlain(reader, decoder.type, there, decoder.element.type_length), levels: known }
  }
  const width = reader.view.getUint8(reader.offset)
  reader.offset += 1
  const values = new Int32Array(there)
  if (width > 0) readRleBitPackedHybrid(reader, width, values, reader.view.byteLength - reader.offset)
  return { values, levels: known }
}
