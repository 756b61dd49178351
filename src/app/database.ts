import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import type { Cell, Database } from '../evidence/formats/contract.js'
import { failed, ok, problem, type Result, reasonOf } from '../shared/problem.js'
import type { Workspace } from './workspace.js'

/** Most rows that one query may give. */
const MAX_ROWS = 200_000

type Row = Readonly<Record<string, Cell>>

/**
 * Opens an SQLite file for reading. The bytes that were read are opened as a private copy: SQLite would otherwise read
 * a file that may have been exchanged since, and write a journal beside it. The schema is hostile too: views and
 * triggers could make a plain question run for ever, so only real tables are asked.
 */
export async function withDatabase<T>(
  bytes: Uint8Array,
  path: string,
  use: (database: Database) => Result<T>,
): Promise<Result<T>> {
  const sqlite = await loadSqlite()
  if (sqlite === undefined) {
    return failed(problem('file.no-sqlite', { path, version: process.versions.node }, { path }))
  }
  const folder = mkdtempSync(join(tmpdir(), 'ml-gate-'))
  let database: InstanceType<Sqlite['DatabaseSync']> | undefined
  try {
    refuseCut(bytes)
    const copy = join(folder, 'copy.db')
    writeFileSync(copy, bytes)
    database = new sqlite.DatabaseSync(copy, { readOnly: true, allowExtension: false })
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON')
    return use(databaseOf(database))
  } catch (error) {
    return failed(problem('evidence.unreadable', { title: 'SQLite', detail: reasonOf(error) }, { path }))
  } finally {
    database?.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * SQLite fills a last page that is cut with zeros, and a number with them; whole pages that are missing it finds itself.
 * The size of a page stands in the header (https://www.sqlite.org/fileformat.html#page_size).
 * @throws where the file ends within a page.
 */
function refuseCut(bytes: Uint8Array): void {
  const written = ((bytes[16] ?? 0) << 8) | (bytes[17] ?? 0)
  const page = written === 1 ? 65_536 : written
  if (bytes.length % page !== 0)
    throw new Error(`${bytes.length} bytes are not a whole number of pages of ${page} bytes`)
}

/** How a rollback journal begins that must be played back (https://www.sqlite.org/fileformat.html#the_rollback_journal). */
const HOT = 'd9d505f920a163d7'

/**
 * The problem where SQLite's log or journal lies beside a database: what was written last stands there, or what must be
 * taken back. SQLite looks beside the file itself, not beside a link to it. Undefined where the file alone is all.
 */
export async function journalBeside(workspace: Workspace, path: string): Promise<Result<never> | undefined> {
  const file = relative(workspace.base, realpathSync(resolve(workspace.base, path)))
  for (const ending of ['-wal', '-journal']) {
    const looked = await workspace.pieces(`${file}${ending}`, async ({ size, read }) =>
      ok(ending === '-wal' ? size > 0 : Buffer.from(read(0, HOT.length / 2)).toString('hex') === HOT),
    )
    if (!looked.ok && !looked.problems.every(({ absent }) => absent)) return looked
    const journal = workspace.shown(`${file}${ending}`)
    if (looked.ok && looked.value) return failed(problem('evidence.mlflow.journal', { journal }, { path: journal }))
  }
  return undefined
}

type Sqlite = typeof import('node:sqlite')

/** Node's own SQLite, which Node 22.13 and newer have without a flag. */
async function loadSqlite(): Promise<Sqlite | undefined> {
  try {
    return await import('node:sqlite')
  } catch {
    return undefined
  }
}

function databaseOf(database: InstanceType<Sqlite['DatabaseSync']>): Database {
  const all = (sql: string, ...params: readonly (string | number | bigint)[]) => {
    const statement = database.prepare(sql)
    statement.setReadBigInts(true)
    const rows: ReadonlyMap<string, Cell>[] = []
    for (const row of statement.iterate(...params)) {
      if (rows.length >= MAX_ROWS) throw new Error(`more than ${MAX_ROWS} rows`)
      rows.push(new Map(Object.entries(row as Row)))
    }
    return rows
  }
  const names = (sql: string, ...params: readonly string[]) =>
    all(sql, ...params).flatMap((row) => {
      const name = row.get('name')
      return typeof name === 'string' ? [name] : []
    })
  return {
    tables: names("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"),
    columns: (table) => names('SELECT name FROM pragma_table_info(?)', table),
    all,
  }
}
