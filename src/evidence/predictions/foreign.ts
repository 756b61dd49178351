/** A file that is no table, by how it begins, and what to write instead. */
interface Foreign {
  readonly what: string
  readonly instead: string
  /** Its first bytes, each as the character of that number; one of these. */
  readonly begins: readonly string[]
}

const TABLE = '`to_parquet` or `to_csv`'
const UNPACKED = 'the unpacked file, or Parquet'

const FOREIGN: readonly Foreign[] = [
  { what: 'a file compressed with gzip', instead: UNPACKED, begins: ['\x1f\x8b'] },
  { what: 'a file compressed with Zstandard', instead: UNPACKED, begins: ['\x28\xb5\x2f\xfd'] },
  { what: 'a file compressed with bzip2', instead: UNPACKED, begins: ['BZh91AY&SY'] },
  { what: 'a file compressed with xz', instead: UNPACKED, begins: ['\xfd7zXZ\0'] },
  { what: 'a ZIP archive or an Excel workbook', instead: TABLE, begins: ['PK\x03\x04'] },
  {
    what: 'a pickle (it runs code when it is opened)',
    instead: TABLE,
    begins: ['\x80\x02', '\x80\x03', '\x80\x04', '\x80\x05'],
  },
  { what: 'Feather (Arrow)', instead: TABLE, begins: ['ARROW1\0'] },
  { what: 'HDF5', instead: TABLE, begins: ['\x89HDF\r\n'] },
  { what: 'an SQLite database', instead: TABLE, begins: ['SQLite format 3\0'] },
  { what: 'an array of NumPy', instead: TABLE, begins: ['\x93NUMPY'] },
  { what: 'text in UTF-16', instead: 'UTF-8 (`encoding="utf-8"`)', begins: ['\xff\xfe', '\xfe\xff'] },
]

/** What a file is that is no table, where its first bytes tell. */
export function foreignFile(start: Uint8Array): Foreign | undefined {
  const text = String.fromCharCode(...start.subarray(0, 16))
  return FOREIGN.find(({ begins }) => begins.some((it) => text.startsWith(it)))
}
