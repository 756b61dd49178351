import type { ColumnMetaData, DecodedArray, SchemaTree } from 'hyparquet'
import { parquetHeader, readPage } from 'hyparquet/src/column.js'
import { convert, DEFAULT_PARSERS } from 'hyparquet/src/convert.js'
import { decompressPage, readDataPage, readDataPageV2 } from 'hyparquet/src/datapage.js'
import type { TypedValues } from './columns.js'
import { compressors } from './compression.js'

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
  const decoder = {
    pathInSchema: data.path_in_schema,
    ...{ element: column.element, schemaPath: [schema, column], parsers: DEFAULT_PARSERS },
    ...{ type: data.type, codec: data.codec, compressors },
  }
  let dictionary: DecodedArray | undefined
  let read = 0
  while (read < data.num_values && reader.offset < bytes.length - 1) {
    const header = parquetHeader(reader)
    const { data_page_header: first, data_page_header_v2: second } = header
    const about = first ?? second
    if (about === undefined) {
      const entries = readPage(reader, header, decoder, undefined, undefined, 0).data
      dictionary = entries && convert(entries, decoder)
      continue
    }
    const compressed = bytes.subarray(reader.offset, reader.offset + header.compressed_page_size)
    reader.offset += header.compressed_page_size
    const page =
      first === undefined
        ? readDataPageV2(compressed, header, decoder)
        : readDataPage(
            decompressPage(compressed, header.uncompressed_page_size, data.codec, compressors),
            first,
            decoder,
          )
    const isNumbered = dictionary !== undefined && about.encoding.endsWith('_DICTIONARY')
    const values = isNumbered ? page.dataPage : convert(page.dataPage, decoder)
    const levels = page.definitionLevels ?? []
    const rows = about.num_values
    read += rows
    // Levels are left out where no value is missing; a value that is there has level 1.
    yield { rows, values, levels: levels.length === rows ? levels : undefined, ...(isNumbered && { dictionary }) }
  }
}
