import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { ColumnReader } from '../../../src/evidence/drift/cells.js'
import { compareTables } from '../../../src/evidence/drift/compare.js'
import type { Compared, TablesWanted } from '../../../src/evidence/drift/contract.js'
import type { Table } from '../../../src/evidence/predictions/contract.js'
import { MAX_NAMES } from '../../../src/evidence/predictions/contract.js'
import { openTable } from '../../../src/evidence/predictions/open.js'
import { english } from '../../support/evidence.js'
import { repo } from '../../support/repo.js'

async function tableOf(content: string | Uint8Array, path = 't.csv'): Promise<Table> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const read = (offset: number, length: number) => Uint8Array.from(bytes.subarray(offset, offset + length))
  const table = await openTable({ path, size: bytes.length, read })
  if (!table.ok) throw new Error(table.problems.map(({ message }) => english(message)).join())
  return table.value
}

const wanted = (more: Partial<TablesWanted>): TablesWanted => ({
  reference: { path: 'r', at: { path: 'p' } },
  current: { path: 'c', at: { path: 'p' } },
  columns: new Map(),
  every: ['psi', 'ks', 'js', 'wasserstein', 'missing_rise'],
  except: [],
  categorical: [],
  bins: 10,
  ...more,
})

function figuresOf({ columns }: Compared) {
  return [...columns]
    .map(([name, it]) => [name, it.reference, it.current, [...it.figures], it.why?.id])
    .sort((a, b) => String(a[0]).localeCompare(String(b[0])))
}

const rows = (n: number, cells: (i: number) => readonly unknown[]) =>
  Array.from({ length: n }, (_, i) => cells(i).join(',')).join('\n')
const A = `a,b,c\n${rows(300, (i) => [i % 97, i % 3 ? 'x' : 'y', (i * i) % 31])}\n`
const B = `a,b,c\n${rows(200, (i) => [i % 80, i % 2 ? 'x' : 'z', i % 29])}\n`

describe('memory is bounded', () => {
  test('columns are read again and again, some at a time, and give the same', async () => {
    const [a, b] = [await tableOf(A), await tableOf(B)]
    const all = await compareTables(a, b, wanted({}))
    const some = await compareTables(a, b, wanted({}), 300)
    if (!all.ok || !some.ok) throw new Error('not compared')
    expect(figuresOf(some.value)).toEqual(figuresOf(all.value))
    expect(all.value.columns.size).toBe(3)
    expect(some.value.reference.rows).toBe(300)
  })

  test('a single column that is longer is refused, with its length', async () => {
    const result = await compareTables(await tableOf(A, 'long.csv'), await tableOf(B), wanted({}), 299)
    expect(result.ok ? [] : result.problems.map(({ message, at }) => `${at?.path} ${english(message)}`)).toEqual([
      expect.stringMatching(/^long\.csv The table has 300 rows; at most 299 are compared/),
    ])
  })

  test('more columns than can be meant are refused', async () => {
    const names = Array.from({ length: 2_001 }, (_, i) => `c${i}`)
    const wide = await tableOf(`${names.join(',')}\n${names.map(() => '1').join(',')}\n`)
    const result = await compareTables(wide, wide, wanted({}))
    expect(result.ok ? [] : result.problems.map(({ message }) => message.id)).toEqual(['evidence.drift.many-columns'])
  })
})

describe('cells', () => {
  test('text that differs in each row makes a column unusable, not the table', () => {
    const reader = new ColumnReader(false)
    const take = (codes: Int32Array) => reader.take({ as: 'category', codes, names: [] })
    take(Int32Array.from({ length: MAX_NAMES + 2 }, (_, i) => reader.codeOfValue(`name ${i}`)))
    expect(reader.column().names.size).toBe(MAX_NAMES)
    expect(reader.column().unusable).toBe(2)
  })

  test.each([
    [[1, '1.0', ' 1e0 ', 1n, '+1'], { numbers: [1, 1, 1, 1, 1] }],
    [[undefined, null, Number.NaN, '', 'NaN', 'n/a', 'None'], { missing: 7 }],
    [[true, 'True', 'a'], { names: { true: 2, a: 1 } }],
    [
      [Number.POSITIVE_INFINITY, '1,5', '0x10', '__proto__'],
      { names: { Infinity: 1, '1,5': 1, '0x10': 1, ['__proto__']: 1 } },
    ],
    [[new Date(0), [1], {}], { unusable: 3 }],
  ])('%p', (values, expected: { numbers?: number[]; names?: object; missing?: number; unusable?: number }) => {
    const reader = new ColumnReader(true)
    const codes = Int32Array.from(values as unknown[], (value) => reader.codeOfValue(value))
    reader.take({ as: 'category', codes, names: [] })
    const { numbers, names, missing, unusable } = reader.column()
    expect({ numbers: [...numbers], names: [...names].sort(), missing, unusable }).toEqual({
      numbers: expected.numbers ?? [],
      names: Object.entries(expected.names ?? {}).sort(),
      missing: expected.missing ?? 0,
      unusable: expected.unusable ?? 0,
    })
  })
})

test('Parquet gives what CSV gives, dictionaries and several row groups included', async () => {
  const fixture = (name: string) => readFileSync(repo('__tests__/fixtures/predictions', name))
  const csv = await tableOf(fixture('predictions.csv'))
  const other = await tableOf(B.replace('a,b,c', csv.columns.slice(0, 3).join(',')))
  const asked = wanted({ every: ['psi', 'js', 'missing_rise'] })
  const first = await compareTables(csv, other, asked)
  if (!first.ok) throw new Error('not compared')
  expect(first.value.reference.rows).toBe(40)
  for (const name of ['pyarrow-snappy.parquet', 'pyarrow-gzip.parquet', 'duckdb.parquet', 'predictions.jsonl']) {
    const result = await compareTables(await tableOf(fixture(name), name), other, asked)
    if (!result.ok) throw new Error(name)
    expect([name, figuresOf(result.value)]).toEqual([name, figuresOf(first.value)])
  }
})
