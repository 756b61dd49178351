import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Keys } from '../../../src/evidence/predictions/keys.js'
import { parseNumber } from '../../../src/evidence/predictions/number.js'
import { openTable } from '../../../src/evidence/predictions/open.js'
import { piecesOf, readTable } from './support.js'

const WANTED = { y_true: 'category', y_score: 'number', gender: 'category' } as const
const EXPECTED = {
  y_true: ['1', '0', '1'],
  y_score: [0.91, 0.2, 0.5],
  gender: ['여', 'M', null],
}

describe('one table in every way it is written', () => {
  test.each([
    ['CSV', 'csv', 'y_true,y_score,gender\n1,0.91,여\n0,0.2,M\n1,0.5,\n'],
    [
      'CSV with CRLF, a byte order mark and no last line end',
      'csv',
      '\ufeffy_true,y_score,gender\r\n1,0.91,여\r\n0,.2,M\r\n1,5e-1,',
    ],
    ['CSV with quotes', 'csv', '"y_true","y_score","gender"\n"1","0.91","여"\n"0.0","0.20","M"\n1.0,0.5,""\n'],
    [
      'CSV with an index, blank lines and blanks',
      'csv',
      ',y_true,y_score,gender\n\n0,1, 0.91,여\n1,0,0.2 , M\n2,1,0.5,NaN\n\n',
    ],
    ['semicolons', 'csv', 'y_true;y_score;gender\n1;0.91;여\n0;0.2;M\n1;0.5;None\n'],
    ['TSV', 'tsv', 'gender\ty_score\ty_true\n여\t0.91\t1\nM\t0.2\t0\n\t0.5\t1\n'],
    [
      'JSON Lines',
      'jsonl',
      '{"y_true": 1, "y_score": 0.91, "gender": "여"}\n{"y_true": 0, "y_score": 0.2, "gender": "M"}\n\n{"y_true": 1.0, "y_score": 0.5, "gender": null}',
    ],
    [
      'JSON Lines that lack a key',
      'jsonl',
      '{"y_true": 1, "y_score": 0.91, "gender": "여"}\r\n{"y_score": 0.2, "gender": "M", "y_true": 0}\r\n{"y_true": 1, "y_score": "0.5"}\r\n',
    ],
    [
      'records',
      'json',
      '[{"y_true": 1, "y_score": 0.91, "gender": "여"}, {"y_true": 0, "y_score": 0.2, "gender": "M"}, {"y_true": 1, "y_score": 0.5, "gender": null}]',
    ],
    [
      'split',
      'json',
      '{"columns": ["y_true", "y_score", "gender"], "index": [0, 1, 2], "data": [[1, 0.91, "여"], [0, 0.2, "M"], [1, 0.5, null]]}',
    ],
    [
      'columns',
      'json',
      '{"y_true": {"0": 1, "1": 0, "10": 1}, "y_score": {"0": 0.91, "1": 0.2, "10": 0.5}, "gender": {"0": "여", "1": "M", "10": null}}',
    ],
  ])('%s', async (_, format, text) => {
    const whole = await readTable(piecesOf(text), WANTED)
    expect(whole).toEqual({ format, rows: 3, columns: EXPECTED, problems: [] })
    // Cut anywhere, it is the same table; one JSON value is read whole.
    const most = format === 'json' ? undefined : 7
    expect(await readTable(piecesOf(text, 'p', most), WANTED, format)).toEqual(whole)
  })

  test('a first line that tells Excel the delimiter is no header', async () => {
    const rows = 'y_true;y_score;gender\r\n1;0.91;여\r\n0;0.2;M\r\n1;0.5;\r\n'
    const expected = { format: 'csv', rows: 3, columns: EXPECTED, problems: [] }
    for (const start of ['sep=;\r\n', '\ufeffsep=;\n'])
      expect(await readTable(piecesOf(start + rows), WANTED)).toEqual(expected)
    expect(await readTable(piecesOf('sep=,\ny_true,y_score,gender\n1,0.91,여\n0,0.2,M\n1,0.5,\n'), WANTED)).toEqual(
      expected,
    )
  })

  test('True, true and TRUE are one label, and 1, 1.0 and 1e0 another', async () => {
    const { columns } = await readTable(piecesOf('y\nTrue\ntrue\nTRUE\n1\n1.0\n1e0\n'), { y: 'category' })
    expect(columns.y).toEqual(['true', 'true', 'true', '1', '1', '1'])
  })
})

describe('an integer that no double holds', () => {
  const numbers = ['9007199254740992', '9007199254740993', '1234567890123456789', '-9007199254740993']

  test.each([
    ['JSON Lines', 'jsonl', numbers.map((it) => `{"y": ${it}, "score": 0.5}`).join('\n')],
    ['JSON Lines without blanks', 'jsonl', numbers.map((it) => `{"score":0.5,"y":${it}}`).join('\n')],
    ['records', 'json', `[${numbers.map((it) => `{"y": ${it}, "score": 0.5}`).join(', ')}]`],
    ['CSV', 'csv', `y,score\n${numbers.map((it) => `${it},0.5`).join('\n')}\n`],
  ])('is the name that is written, in %s', async (_, format, text) => {
    const { columns, problems } = await readTable(piecesOf(text), { y: 'category', score: 'number' }, format)
    expect({ columns, problems }).toEqual({ columns: { y: numbers, score: numbers.map(() => 0.5) }, problems: [] })
  })

  test('is a key of its own in JSON Lines', async () => {
    const keys = new Keys()
    const text = '{"id": 1234567890123456001}\n{"id": 1234567890123456002}\n'
    const table = await openTable(piecesOf(text), 'jsonl')
    const rows = table.ok && (await table.value.scan([{ name: 'id', as: 'category', book: keys }], () => undefined))
    expect(rows).toEqual({ ok: true, value: 2 })
    expect([keys.size, keys.nameOf(1)]).toEqual([2, '1234567890123456002'])
  })
})

describe('what is refused', () => {
  const refused = async (text: string, wanted: Parameters<typeof readTable>[1] = WANTED, format?: string) =>
    (await readTable(piecesOf(text), wanted, format)).problems

  test.each([
    ['an empty file', '', '-: The file is empty.'],
    ['a heading alone', 'y_true,y_score,gender\n', '-: The table has a heading and no row.'],
    ['a ragged row', 'y_true,y_score,gender\n1,0.5,M\n1,0.5\n', '3: Cells in this row: 2'],
    ['a text for a score', 'y_true,y_score,gender\n1,high,M\n', '2: The column y_score holds high'],
    ['an empty score', 'y_true,y_score,gender\n1,,M\n', '2: The column y_score holds an empty cell'],
    ['NaN', 'y_true,y_score,gender\n1,NaN,M\n', '2: The column y_score holds NaN'],
    ['1e999', 'y_true,y_score,gender\n1,1e999,M\n', '2: The column y_score holds 1e999'],
    ['per cent', 'y_true,y_score,gender\n1,91%,M\n', '2: The column y_score holds 91%'],
    ['per cent, and what is meant', 'y_true,y_score,gender\n1,91.5 %,M\n', 'Write numbers without the sign'],
    [
      'a decimal comma',
      'y_true;y_score;gender\n1;0,91;M\n',
      '2: The column y_score holds 0,91 where a number belongs. Write numbers with a decimal point',
    ],
    ['thousands', 'y_true;y_score;gender\n1;1,234.50;M\n', 'without any other separators'],
    [
      'lines that end in a carriage return alone',
      'y_true,y_score,gender\r1,0.5,M\r',
      '1: Lines end in a carriage return alone',
    ],
    [
      'two cells too many after the delimiter for Excel',
      'sep=,\ny_true,y_score,gender\n1,0.5,M,1,2\n',
      '3: Cells in this row: 5',
    ],
    ['an unclosed quote', 'y_true,y_score,gender\n1,"0.5,M\n', '2: A quoted cell begins or ends'],
    ['a quote inside a cell', 'y_true,y_score,gender\n1,0.5,5"\n2,"', '2: A quoted cell begins or ends'],
    ['text behind a quote', 'y_true,y_score,gender\n1,"0.5"x,M\n', '2: A quoted cell begins or ends'],
    ['a null byte', 'y_true,y_score,gender\n1,0.5,\0\n', '2: The table holds a null byte'],
    [
      'a column that is missing',
      'y_true,score,gender\n1,0.5,M\n',
      '1: There is no column y_score. Nearest names: score',
    ],
    ['a column twice', 'y_true,y_score,gender,y_score\n1,0.5,M,0.6\n', '1: Two columns are called y_score'],
    [
      'a JSON line that is no object',
      '{"y_true": 1, "y_score": 1, "gender": 1}\n[1]\n',
      '2: The line is no JSON object',
    ],
    ['a JSON line cut off', '{"y_true": 1, "y_score": 1, "gender": 1}\n{"y_true"', '2: This is not JSON'],
    [
      'a key twice in a JSON line',
      '{"y_true": 1, "y_score": 1, "gender": 1, "y_true": 0}\n{"a": 1}',
      '1: The key y_true is there twice',
    ],
    ['NaN in a JSON line', '{"y_true": 1, "y_score": NaN, "gender": 1}\n{"a": 1}', '1: The column y_score holds NaN'],
    ['a JSON value that is no table', '{"f1": 0.9}', '-: The JSON value is no table'],
  ])('%s', async (_, text, said) => {
    const [problem = ''] = await refused(text)
    expect(problem).toContain(said)
  })

  test.each<[string, readonly number[], RegExp]>([
    ['gzip', [0x1f, 0x8b, 8, 0], /compressed with gzip.*unpacked/],
    ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd], /Zstandard/],
    ['a workbook', [0x50, 0x4b, 3, 4], /Excel workbook.*`to_csv`/],
    ['a pickle', [0x80, 4, 0x95, 0], /a pickle \(it runs code/],
    ['Feather', [...Buffer.from('ARROW1\0\0')], /Feather/],
    ['an SQLite database', [...Buffer.from('SQLite format 3\0')], /an SQLite database/],
    ['UTF-16', [0xff, 0xfe, 0x79, 0], /text in UTF-16.*UTF-8/],
  ])('%s is said to be such, whatever it is named', async (_, bytes, said) => {
    for (const format of [undefined, 'csv', 'parquet']) {
      const { problems } = await readTable(piecesOf(Uint8Array.from(bytes)), { y: 'category' }, format)
      expect(problems).toEqual([expect.stringMatching(said)])
    }
  })

  test('a row longer than a megabyte', async () => {
    expect(await refused(`y\n${'x'.repeat(3_000_000)}\n`, { y: 'category' })).toEqual([
      expect.stringContaining('2: The row is longer than 1 MiB'),
    ])
  })

  test('identifiers as groups', async () => {
    const rows = Array.from({ length: 100_002 }, (_, index) => `id${index}`)
    const [problem = ''] = await refused(`g\n${rows.join('\n')}\n`, { g: 'category' })
    expect(problem).toContain('one of too many')
  })

  test('text that is not UTF-8, as a name', async () => {
    const bytes = Uint8Array.from([...Buffer.from('g\nM\n'), 0xff, 0xfe, 10])
    const { problems } = await readTable(piecesOf(bytes), { g: 'category' })
    expect(problems).toEqual([expect.stringContaining('3: The column g holds a value')])
  })

  test('at most twenty problems are told', async () => {
    expect(await refused(`y\n${'x\n'.repeat(1000)}`, { y: 'number' })).toHaveLength(20)
  })

  test('a format that is none', async () => {
    expect(await refused('y\n1\n', { y: 'number' }, 'xlsx')).toEqual([
      expect.stringContaining('There is no reader called'),
    ])
  })
})

describe('numbers', () => {
  const parse = (text: string) => {
    const bytes = new TextEncoder().encode(text)
    return parseNumber(bytes, 0, bytes.length)
  }

  test('every double is read as JavaScript reads its text', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parse(String(value))).toBe(JSON.parse(String(value)))
      }),
      { numRuns: 2_000 },
    )
  })

  test('every decimal is read as JavaScript reads it', () => {
    const digits = fc.stringMatching(/^\d{1,25}$/)
    fc.assert(
      fc.property(fc.constantFrom('', '-'), digits, digits, (sign, whole, fraction) => {
        const text = `${sign}${whole}.${fraction}`
        expect(parse(text)).toBe(JSON.parse(`${sign}${BigInt(whole)}.${fraction}`))
      }),
      { numRuns: 2_000 },
    )
  })

  test.each(['', '-', '.', '1,5', '0x10', '1e', '1e5x', '--1', 'Infinity', 'nan', '1 2', '１'])(
    '%j is none',
    (text) => {
      expect(parse(text)).toBeNaN()
    },
  )
})

test('any table comes back as it was written', async () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'b', ',', '"', '\n', ' ', '가', ';'), maxLength: 6 })
    .map((it) => `x${it}x`)
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 60 })
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), fc.constantFrom('\n', '\r\n'), async (data, piece, end) => {
      const text = ['a,b', ...data.map((row) => row.map(quoted).join(','))].join(end)
      const { columns } = await readTable(piecesOf(text, 'p', piece), { a: 'category', b: 'category' }, 'csv')
      expect(columns).toEqual({ a: data.map(([a]) => a), b: data.map(([, b]) => b) })
    }),
    { numRuns: 200 },
  )
})
