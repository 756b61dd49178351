import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { type Outcome, outcomeOf } from '../support/outcomes.js'
import { repo } from '../support/repo.js'

/**
 * What comes of real files that other projects wrote. The tables are committed; the files are other people's, and lie
 * beside the repository where somebody has put them.
 */
const SAMPLES = repo('../shared/samples')
const tables = readdirSync(repo('__tests__/samples')).filter((name) => name.endsWith('.json'))
const rows = tables.flatMap((name): Outcome[] => JSON.parse(readFileSync(repo('__tests__/samples', name), 'utf8')))

test('every row says what comes of its file', () => {
  expect(rows.length).toBeGreaterThan(100)
  const silent = rows.filter(({ format, refused }) => (format === undefined) === (refused === undefined))
  expect(silent).toEqual([])
  expect(rows.filter(({ refused, why }) => refused !== undefined && !why)).toEqual([])
  const names = rows.map(({ file, as, run, forced }) => JSON.stringify([file, as, run, forced]))
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

if (existsSync(SAMPLES)) {
  test('every file has a row', () => {
    const files = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(`${SAMPLES}/${path}`).isFile() && path !== 'INDEX.md')
      .sort()
    expect([...new Set(rows.map(({ file }) => file))].sort()).toEqual(files)
  })

  describe('each file', () => {
    test.each(rows.map((row) => [`${row.file} as ${row.as}`, row] as const))('%s', async (_, row) => {
      expect(await outcomeOf(SAMPLES, row)).toEqual(row)
    })
  })
}
