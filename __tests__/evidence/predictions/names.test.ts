import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { PARSERS } from '../../../src/evidence/predictions/parquet-values.js'
import { repo } from '../../support/repo.js'
import { piecesOf, readTable } from './support.js'

/** Columns of a Parquet file among the fixtures. */
async function parquet(file: string, wanted: Parameters<typeof readTable>[1]) {
  return readTable(piecesOf(readFileSync(repo('__tests__/fixtures/predictions', file)), file), wanted)
}

describe('what is one name', () => {
  test('in text without types: a number however it is written, but for a leading zero', async () => {
    const cells = [
      '1',
      '1.0',
      '1e0',
      '+1',
      '01',
      '001',
      '0',
      '0.0',
      '00',
      '-1',
      '-01',
      '0.5',
      '.50',
      '00.5',
      '1E2',
      '100',
    ]
    const { columns } = await readTable(piecesOf(`y\n${cells.join('\n')}\n`), { y: 'category' })
    const expected = ['1', '1', '1', '1', '01', '001', '0', '0', '00', '-1', '-01', '0.5', '0.5', '00.5', '100', '100']
    expect(columns.y).toEqual(expected)
  })

  test.each([
    ['records', 'json', (rows: string[]) => `[${rows.join(',')}]`],
    ['JSON Lines', 'jsonl', (rows: string[]) => rows.join('\n')],
  ])('in %s: a text as its letters are, a number however it is written', async (_, format, written) => {
    const cells = [
      '"01"',
      '"1"',
      '"1.0"',
      '"1E2"',
      '"True"',
      '"1.10"',
      '1',
      '1.0',
      '1e0',
      '1.10',
      '1e2',
      '1E-7',
      '-0.0',
      'true',
    ]
    const { columns } = await readTable(piecesOf(written(cells.map((it) => `{"y": ${it}}`))), { y: 'category' }, format)
    const numbers = ['1', '1', '1', '1.1', '100', '0.0000001', '0', 'true']
    expect(columns.y).toEqual(['01', '1', '1.0', '1E2', 'true', '1.10', ...numbers])
  })

  test('in Parquet likewise', async () => {
    const { columns } = await parquet('pyarrow-codes.parquet', { text: 'category', number: 'category' })
    expect(columns).toEqual({
      text: ['01', '1', '1.0', '1E2', '100', 'true'],
      number: ['1', '1', '1', '100', '100', '1'],
    })
  })
})

describe('typed values of Parquet', () => {
  test('decimals are what they say, as names and as numbers', async () => {
    const names = await parquet('pyarrow-codes.parquet', { large: 'category', rate: 'category' })
    expect(names.columns).toEqual({
      large: ['9007199254740992', '9007199254740993', '1', '1', '-1', null],
      rate: ['0.57', '0.5', '1', '-0.07', '12345678901234567890.12', null],
    })
    const { columns } = await parquet('pyarrow-types.parquet', { charge: 'number' })
    for (const value of columns.charge ?? []) expect(String(value)).toMatch(/^\d+(?:\.\d\d?)?$/)
  })

  test('dates and instants are names', async () => {
    const days = await parquet('pyarrow-types.parquet', { day: 'category', scored_at: 'category' })
    expect(days.columns.day?.slice(0, 2)).toEqual(['2024-01-01', '2024-01-02'])
    expect(days.columns.scored_at?.slice(0, 2)).toEqual(['2024-01-01 00:00:00', '2024-01-01 01:00:00'])
    const { columns } = await parquet('pyarrow-codes.parquet', { instant: 'category' })
    expect(columns.instant).toEqual([
      '1970-01-01 00:00:00',
      '1970-01-01 00:00:00.000001',
      '1970-01-01 00:00:01',
      '1970-01-01 00:00:01.500000',
      '1969-12-31 23:59:59.999999',
      '1970-01-01 01:00:00',
    ])
  })

  test('every day is the one of the calendar', () => {
    for (let day = -719_162; day < 2_932_896; day += 619) {
      const expected = new Date(day * 86_400_000).toISOString().slice(0, 10)
      expect(PARSERS.dateFromDays(day)).toEqual({ text: expected })
    }
  })

  test('bytes are names where they are text, and else said to be bytes', async () => {
    const { columns } = await parquet('pyarrow-codes.parquet', { letter: 'category' })
    expect(columns.letter).toEqual(['a', 'b', 'a', 'b', 'a', 'b'])
    const { problems } = await parquet('pyarrow-codes.parquet', { bytes: 'category' })
    expect(problems[0]).toMatch(/^1: The column bytes holds bytes that are no text/)
    const dates = await parquet('pyarrow-types.parquet', { day: 'number' })
    expect(dates.problems[0]).toMatch(/^1: The column day holds 2024-01-01 where a number belongs/)
  })
})

describe('values that are no plain ones', () => {
  test.each([
    ['JSON Lines', 'jsonl', '{"g": ["a"], "s": [0.1, 0.9]}\n{"g": ["a"], "s": {}}\n'],
    [
      'JSON Lines that the strict reader takes',
      'jsonl',
      '{"g": ["a"], "s": [0.1, 0.9], "n": NaN}\n{"g": {"a": 1}, "s": {}}\n',
    ],
    ['records', 'json', '[{"g": ["a"], "s": [0.1, 0.9]}]'],
  ])('are said to be such in %s', async (_, format, text) => {
    const names = await readTable(piecesOf(text), { g: 'category' }, format)
    expect(names.problems[0]).toMatch(/^1: The column g holds a list or an object/)
    const scores = await readTable(piecesOf(text), { s: 'number' }, format)
    expect(scores.problems[0]).toMatch(/^1: The column s holds a list or an object where a number belongs/)
  })

  test('a nested column of Parquet is there, and cannot be read', async () => {
    const list = await parquet('pyarrow-nested.parquet', { probabilities: 'number' })
    expect(list.problems).toEqual([expect.stringMatching(/^-: The column probabilities holds lists or nested values/)])
    const struct = await parquet('pyarrow-nested.parquet', { features: 'number' })
    expect(struct.problems).toEqual([expect.stringMatching(/^-: The column features holds lists or nested values/)])
  })
})

test('a compression that is not read is named, and what is read instead', async () => {
  const { problems } = await parquet('pyarrow-lz4.parquet', { y_true: 'category' })
  expect(problems).toEqual([
    expect.stringMatching(/^-: The column y_true is compressed with LZ4\w*, which is not read\. .*compression="zstd"/),
  ])
})
