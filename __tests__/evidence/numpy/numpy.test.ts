import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { parseNpy } from '../../../src/evidence/numpy/parse.js'
import { ask } from '../../support/ask.js'
import { english } from '../../support/evidence.js'
import { worked } from '../../support/worked.js'

/** An array as `np.save` writes it: format 1.0, 64-bit little-endian floats unless the header says otherwise. */
function npy(header: string, values: readonly number[] | Uint8Array): Uint8Array {
  const padded = header.padEnd(Math.ceil((header.length + 11) / 64) * 64 - 11)
  const head = Buffer.alloc(10)
  head.write('\x93NUMPY\x01\x00', 'latin1')
  head.writeUInt16LE(padded.length + 1, 8)
  const data = values instanceof Uint8Array ? values : new Uint8Array(new Float64Array(values).buffer)
  return Buffer.concat([head, Buffer.from(`${padded}\n`, 'latin1'), data])
}

const header = (shape: string, descr = "'<f8'", order = 'False') =>
  `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${shape}, }`

/** Texts as `np.array([...])` stores them, four bytes a character. */
function names(texts: readonly string[]): Uint8Array {
  const width = Math.max(...texts.map((text) => text.length))
  const data = Buffer.alloc(4 * width * texts.length)
  for (const [row, text] of texts.entries())
    for (const [column, char] of [...text].entries())
      data.writeUInt32LE(char.codePointAt(0) ?? 0, 4 * (row * width + column))
  return npy(header(`(${texts.length},)`, `'<U${width}'`), data)
}

/** A zip of these entries; `method` is what its directory says of how they are packed. */
function zip(entries: readonly (readonly [string, Uint8Array])[], method = 0): Uint8Array {
  const [locals, centrals]: Buffer[][] = [[], []]
  let offset = 0
  for (const [name, content] of entries) {
    const packed = method === 8 ? deflateRawSync(content) : content
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(method, 4)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    locals?.push(local)
    centrals?.push(Buffer.concat([Buffer.from('PK\x01\x02\0\0'), fields, place, Buffer.from(name)]))
    offset += local.length
  }
  const directory = Buffer.concat(centrals ?? [])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...(locals ?? []), directory, Buffer.from('PK\x05\x06'), end])
}

const explained = (bytes: Uint8Array, feature = 'feature_0') =>
  ask(bytes, `feature_importance/${feature}`, { path: 'x.npy', role: 'explanations' })

/** The shape of an array, or why it is refused. */
function shapeOf(bytes: Uint8Array): string {
  const read = parseNpy(bytes, 'values', 'x.npy')
  return read.ok ? read.value.shape.join('×') : read.problems.map(({ message }) => english(message)).join('; ')
}

describe('a header', () => {
  test.each<[string, string, string | RegExp]>([
    ['as NumPy writes it', header('(2, 1)'), '2×1'],
    ['of Python 2', header('(2L, 1L)'), '2×1'],
    ['in another order', "{'shape': (2, 1), 'fortran_order': False, 'descr': '<f8'}", '2×1'],
    ['with double quotes', '{"descr": "<f8", "fortran_order": False, "shape": (2, 1)}', '2×1'],
    ['with a key twice', "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), 'shape': (2, 1)}", /damaged/],
    ['with the type twice', "{'descr': '<f4', 'descr': '<f8', 'fortran_order': False, 'shape': (2, 1)}", /damaged/],
    [
      'with the order twice',
      "{'descr': '<f8', 'fortran_order': False, 'fortran_order': True, 'shape': (2, 1)}",
      /damaged/,
    ],
    ['with another key', "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 1), 'x': 1}", /damaged/],
    ['without a key', "{'descr': '<f8', 'shape': (2, 1)}", /damaged/],
    ['in a text', "{'descr': \"'shape': (1, 2)\", 'fortran_order': False, 'shape': (2, 1)}", /are not read/],
    ['with something behind', `${header('(2, 1)')} {'shape': (1, 2)}`, /damaged/],
    ['with something before', `x ${header('(2, 1)')}`, /damaged/],
    ['with a negative size', header('(-2, -1)'), /damaged/],
    ['with a size in a list', header('[2, 1]'), /damaged/],
    ['with a number for the order', header('(2, 1)', "'<f8'", '0'), /damaged/],
    ['of fields', header('(2,)', "[('a', '<f8')]"), /are not read/],
    ['of objects', header('(2,)', "'|O'"), /Python objects/],
    ['of fields that hold objects', header('(2,)', "[('a', '|O'), ('b', '<f8', (2,))]"), /Python objects/],
    ['that is not closed', "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 1", /damaged/],
    ['that is empty', '', /damaged/],
  ])('%s', (_, text, expected) => {
    const found = shapeOf(npy(text, [1, 2]))
    if (typeof expected === 'string') expect(found).toBe(expected)
    else expect(found).toMatch(expected)
  })

  test('too many axes are refused before anything is laid out', () => {
    const shape = `(${Array.from({ length: 60 }, () => '1').join(', ')}, 4194304)`
    const bytes = npy(header(shape, "'|u1'", 'True'), new Uint8Array(4_194_304))
    const started = worked()
    expect(shapeOf(bytes)).toMatch(/axes/)
    expect(worked() - started).toBeLessThan(1000)
  })

  test('more features or names than anyone explains do not become a tree', async () => {
    const many = 4_194_304
    expect(await explained(npy(header(`(1, ${many})`, "'|u1'"), new Uint8Array(many)))).toMatch(/more than 100000/)
    expect(shapeOf(npy(header(`(${many},)`, "'<U1'"), new Uint8Array(4 * many)))).toMatch(/more than 100000 texts/)
  })

  test('sizes that overflow are refused, whatever their order', () => {
    expect(shapeOf(npy(header('(999999999999999, 999999999999999, 999999999999999)'), []))).toMatch(/more than/)
    expect(shapeOf(npy(header('(99999999999999999999999, 1)'), []))).toMatch(/more than/)
    expect(shapeOf(npy(header('(0, 5)'), []))).toBe('0×5')
    expect(shapeOf(npy(header('(4294967296, 4294967296)'), []))).toMatch(/more than/)
  })
})

describe('values', () => {
  test('are laid out in either order', async () => {
    expect(await explained(npy(header('(2, 2)'), [1, 2, 3, 4]))).toBe('2')
    expect(await explained(npy(header('(2, 2)', "'<f8'", 'True'), [1, 2, 3, 4]))).toBe('1.5')
  })

  test('that are none, or no table of rows and features', async () => {
    expect(await explained(npy(header('(1, 2)'), [1, Number.NaN]))).toMatch(/holds NaN or infinity/)
    expect(await explained(npy(header('(2,)'), [1, 2]))).toMatch(/has the shape 2/)
    expect(await explained(npy(header('()'), [1]))).toMatch(/has the shape/)
    expect(await explained(npy(header('(0, 3)'), []))).toMatch(/is empty/)
    expect(await explained(npy(header('(3, 2)'), [1, 2]))).toMatch(/not have the length/)
  })
})

describe('the axes of three', () => {
  /** Values of two rows, three features and four classes: the first feature is ten times the others. */
  const last = [0, 1].flatMap(() => [10, 1, 1].flatMap((size) => [1, 2, 3, 4].map((by) => size * by)))
  const first = [1, 2, 3, 4].flatMap((by) => [0, 1].flatMap(() => [10, 1, 1].map((size) => size * by)))
  const NAMES = ['feature_names.npy', names(['a', 'b', 'c'])] as const
  const base = (shape: string, values: readonly number[]) => ['base_values.npy', npy(header(shape), values)] as const

  test('names tell which is that of the features', async () => {
    for (const values of [npy(header('(2, 3, 4)'), last), npy(header('(4, 2, 3)'), first)]) {
      expect(await explained(zip([['values.npy', values], NAMES]), 'a')).toBe('25')
      expect(await explained(zip([['values.npy', values], NAMES]), 'b')).toBe('2.5')
    }
  })

  test('rows are counted by their own axis', async () => {
    const bytes = zip([['values.npy', npy(header('(4, 2, 3)'), first)], NAMES])
    expect(await ask(bytes, 'samples', { path: 'x.npz', role: 'explanations' })).toBe('2')
  })

  test('base values of each class tell that the last is that of the classes', async () => {
    const values = ['values.npy', npy(header('(2, 3, 4)'), last)] as const
    expect(await explained(zip([values, base('(4,)', [0, 0, 0, 0])]))).toBe('25')
    expect(await explained(zip([values, base('(2, 4)', [0, 0, 0, 0, 0, 0, 0, 0])]))).toBe('25')
    expect(await explained(zip([values, base('(2,)', [0, 0])]))).toMatch(/which axis is that of the features/)
  })

  test('values that sum to zero over the last axis are those of probabilities by class', async () => {
    expect(await explained(npy(header('(2, 2, 2)'), [3, -3, 1, -1, 3, -3, 1, -1]))).toBe('3')
    expect(await explained(npy(header('(2, 2, 1)'), [3, 1, 3, 1]))).toBe('3')
  })

  test.each<[string, Uint8Array]>([
    ['classes first', npy(header('(4, 2, 3)'), first)],
    ['classes last', npy(header('(2, 3, 4)'), last)],
    ['zeros', npy(header('(2, 3, 4)'), Array(24).fill(0))],
    ['interactions', zip([['values.npy', npy(header('(2, 3, 3)'), Array(18).fill(1))], NAMES])],
    [
      'interactions and base values of rows',
      zip([['values.npy', npy(header('(3, 3, 3)'), Array(27).fill(1))], NAMES, base('(3,)', [0, 0, 0])]),
    ],
  ])('without a proof the array is refused, with what to do: %s', async (_, bytes) => {
    expect(await explained(bytes)).toMatch(
      /^refused: .*which axis is that of the features: SHAP writes rows.*np\.savez/,
    )
  })

  test('names that are as many as neither axis are the mistake', async () => {
    const bytes = zip([
      ['values.npy', npy(header('(2, 3, 4)'), last)],
      ['feature_names.npy', names(['a', 'b'])],
    ])
    expect(await explained(bytes, 'a')).toMatch(/2 names stand beside 3/)
  })
})

describe('an archive', () => {
  const values = npy(header('(1, 2)'), [1, 2])

  test('stored and deflated, with names', async () => {
    for (const method of [0, 8]) {
      const bytes = zip(
        [
          ['values.npy', values],
          ['feature_names.npy', names(['a', 'b'])],
        ],
        method,
      )
      expect(await explained(bytes, 'b')).toBe('2')
    }
  })

  test.each<[string, readonly (readonly [string, Uint8Array])[], RegExp]>([
    [
      'an entry twice',
      [
        ['values.npy', values],
        ['values.npy', npy(header('(1, 2)'), [9, 9])],
      ],
      /two entries of one name/,
    ],
    [
      'values under two names',
      [
        ['values.npy', values],
        ['shap_values.npy', values],
      ],
      /expected one of `values`, `shap_values`/,
    ],
    [
      'two lists of names',
      [
        ['values.npy', values],
        ['feature_names.npy', names(['a', 'b'])],
        ['columns.npy', names(['b', 'a'])],
      ],
      /expected one of `feature_names`/,
    ],
    [
      'a name twice',
      [
        ['values.npy', values],
        ['feature_names.npy', names(['a', 'a'])],
      ],
      /more than once/,
    ],
    [
      'a name and a blank',
      [
        ['values.npy', values],
        ['feature_names.npy', names(['a', 'a '])],
      ],
      /more than once/,
    ],
    [
      'an empty name',
      [
        ['values.npy', values],
        ['feature_names.npy', names(['a', ''])],
      ],
      /feature/,
    ],
    [
      'too few names',
      [
        ['values.npy', values],
        ['feature_names.npy', names(['a'])],
      ],
      /1 names stand beside 2/,
    ],
    [
      'names of two axes',
      [
        ['values.npy', values],
        ['feature_names.npy', npy(header('(2, 1)'), [1, 2])],
      ],
      /names/,
    ],
    [
      'objects as names',
      [
        ['values.npy', values],
        ['feature_names.npy', npy(header('(2,)', "'|O'"), [1, 2])],
      ],
      /Save the names as texts: `np\.array\(list\(names\), dtype=str\)`/,
    ],
    [
      'arrays without names, one a class',
      [
        ['arr_0.npy', values],
        ['arr_1.npy', values],
      ],
      /several arrays without names \(arr_0, arr_1\).*np\.stack/,
    ],
    ['nothing of the kind', [['other.npy', values]], /expected one of `values`/],
  ])('%s', async (_, entries, expected) => {
    expect(await explained(zip(entries), 'a')).toMatch(expected)
  })

  test('a null inside a name does not end it', async () => {
    const bytes = zip([
      ['values.npy', values],
      ['feature_names.npy', names(['a', 'a\0b'])],
    ])
    expect(await explained(bytes, 'a\0b')).toBe('2')
  })

  test('an entry packed in an unknown way', async () => {
    expect(await explained(zip([['values.npy', values]], 12))).toMatch(/packed in a way that is not read/)
  })

  test('an entry under another name than its directory says', async () => {
    const bytes = Buffer.from(
      zip([
        ['values.npy', values],
        ['xalues.npy', npy(header('(1, 2)'), [9, 9])],
      ]),
    )
    const directory = bytes.indexOf('PK\x01\x02')
    bytes.write('xalues.npy', directory + 46)
    bytes.write('values.npy', bytes.indexOf('PK\x01\x02', directory + 1) + 46)
    expect(await explained(bytes)).toMatch(/its directory is damaged/)
  })
})
