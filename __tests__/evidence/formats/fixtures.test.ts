import { readdirSync, readFileSync } from 'node:fs'
import * as zlib from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { formats } from '../../../src/evidence/formats/registry.generated.js'
import { readers } from '../../../src/evidence/readers/choose.js'
import { type Outcome, outcomeOf } from '../../support/outcomes.js'
import { repo } from '../../support/repo.js'

/** Who wrote a fixture: the tool itself, or a hand that followed the tool's own source. */
interface MadeBy {
  readonly file: string
  readonly tool: string
  readonly version: string
  readonly origin: 'tool' | 'schema'
  readonly why?: string
  readonly source?: string
}

const FIXTURES = repo('__tests__/fixtures')
/** Folders of files that no single format reads: cards in plain syntaxes, predictions, counts of them. */
const OTHERS = ['plain-card', 'predictions', 'counts']
/** What describes the fixtures beside them. */
const TABLES = ['made-by.json', 'expected.json']

/** What a row comes to where this Node lacks what its file needs: it is refused, and says so. */
function onThisNode(row: Outcome): Outcome {
  const { file, as, run, experiment } = row
  const asked = { file, as, ...(run && { run }), ...(experiment && { experiment }) }
  const hasSqlite = process.getBuiltinModule?.('node:sqlite') !== undefined
  if (file.endsWith('.db.gz') && !hasSqlite) return { ...asked, refused: ['file.no-sqlite'] }
  const isZstandard = ['pyarrow-zstd.parquet', 'polars.parquet', 'pyarrow-nested.parquet'].includes(file)
  if (isZstandard && zlib.zstdDecompressSync === undefined) return { ...asked, refused: ['evidence.unreadable'] }
  return row
}

// Whole repositories for the assessment of maturity, and no files of one format.
const folders = readdirSync(FIXTURES)
  .filter((name) => name !== 'maturity')
  .sort()
const table = <T>(folder: string, name: string): readonly T[] =>
  JSON.parse(readFileSync(`${FIXTURES}/${folder}/${name}`, 'utf8'))

test('every format has fixtures, and every folder of fixtures a format', () => {
  const known = [...formats, ...readers].map(({ id }) => id)
  expect(formats.map(({ id }) => id).filter((id) => !folders.includes(id))).toEqual([])
  expect(folders.filter((folder) => !known.includes(folder) && !OTHERS.includes(folder))).toEqual([])
})

describe.each(folders)('fixtures of %s', (folder) => {
  const madeBy = table<MadeBy>(folder, 'made-by.json')
  const rows = table<Outcome>(folder, 'expected.json')
  const files = readdirSync(`${FIXTURES}/${folder}`).filter((name) => !TABLES.includes(name))

  test('say who made them, and the outcome of each is written down', () => {
    expect(madeBy.map(({ file }) => file).sort()).toEqual(files.sort())
    for (const { tool, version, origin, why } of madeBy) {
      expect([tool, version].every((it) => it !== '')).toBe(true)
      expect(origin === 'tool' || (why ?? '') !== '').toBe(true)
    }
    const expected = rows.map(({ file }) => file.split('/')[0])
    expect(files.filter((file) => !expected.includes(file))).toEqual([])
  })

  test.each(rows.map((row) => [`${row.file} as ${row.as}`, row] as const))('%s', async (_, row) => {
    expect(await outcomeOf(`${FIXTURES}/${folder}`, row)).toEqual(onThisNode(row))
  })

  if (!OTHERS.includes(folder)) {
    test('one of them at least is read as this format, or all are refused', () => {
      const isRefused = rows.every(({ as, refused }) => as === 'model-card' || refused !== undefined)
      expect(isRefused || rows.some(({ format }) => format === folder)).toBe(true)
    })
  }
})
