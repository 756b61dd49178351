import type { Opened } from '../../src/evidence/formats/choose.js'

/** A file with this content, as the shell hands it to the readers; it is no database. */
export function opened(content: string | Uint8Array): Opened {
  return {
    kind: 'file',
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    database: () => {
      throw new Error('not a database')
    },
  }
}
