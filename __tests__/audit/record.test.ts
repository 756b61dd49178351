import { describe, expect, test } from '@jest/globals'
import { canonical } from '../../src/audit/canonical.js'
import { fileOf, sequenceOf } from '../../src/audit/place.js'
import { parseEntry, serialiseEntry } from '../../src/audit/record.js'
import { anEntry, asData } from './entry.js'

/** The ids of what is wrong with a text, and the members that are named. */
function faults(written: string): string[] {
  const read = parseEntry(written)
  return read.ok ? [] : read.problems.map(({ message: { id, params } }) => `${id} ${params.pointer ?? ''}`.trim())
}

const spoilt = (change: (data: Record<string, unknown>) => void): string => {
  const data = asData(anEntry())
  change(data)
  return `${canonical(data)}\n`
}

describe('canonical JSON', () => {
  test('is that of RFC 8785, section 3.2.3', () => {
    const members = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 }
    expect([...canonical(members).matchAll(/:(\d)/g)].map(([, digit]) => digit).join('')).toBe('2467153')
  })

  test('writes the numbers of RFC 8785, section 3.2.2', () => {
    const numbers: unknown = JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0]')
    expect(canonical(numbers)).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,0]')
  })

  test('does not follow what is nested without an end', () => {
    const deep = JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) as unknown
    expect(() => canonical(deep)).toThrow(RangeError)
  })
})

describe('an entry', () => {
  test('is read as it was written, and written as it was read', () => {
    const read = parseEntry(serialiseEntry(anEntry()))
    expect(read).toEqual({ ok: true, value: anEntry() })
    expect(read.ok && serialiseEntry(read.value)).toBe(serialiseEntry(anEntry()))
  })

  test('keeps a metric whose name is a property of every object', () => {
    const [model] = anEntry().models
    const hostile = new Map([
      ['__proto__', '1'],
      ['constructor', '2'],
    ])
    const written = serialiseEntry(anEntry({ models: model === undefined ? [] : [{ ...model, metrics: hostile }] }))
    const read = parseEntry(written)
    expect(read.ok && read.value.models[0]?.metrics).toEqual(hostile)
  })

  test('is read without what may be absent', () => {
    const written = spoilt((data) => {
      for (const name of ['retention', 'tool', 'problems']) delete data[name]
      data.models = [{ name: 'm', verdict: 'pass' }]
    })
    const read = parseEntry(written)
    expect(read.ok && read.value.models).toEqual([
      { name: 'm', verdict: 'pass', gates: [], metrics: new Map(), evidence: [], approvals: [], waivers: [] },
    ])
  })

  test('of a later version may say more', () => {
    expect(faults(spoilt((data) => Object.assign(data, { later: true })))).toEqual([])
  })

  test.each([
    ['nothing', '', 'audit.not-json'],
    ['half of it', serialiseEntry(anEntry()).slice(0, 200), 'audit.not-json'],
    ['no line feed', serialiseEntry(anEntry()).trimEnd(), 'audit.not-canonical'],
    ['another order', `${JSON.stringify({ z: 1, a: 2 })}\n`, 'audit.not-canonical'],
    ['a member twice', serialiseEntry(anEntry()).replace('{', '{"counts":{},'), 'audit.not-canonical'],
    ['a mark of byte order', `\ufeff${serialiseEntry(anEntry())}`, 'audit.not-json'],
    ['nested without an end', `${'['.repeat(9_000)}${']'.repeat(9_000)}\n`, 'audit.not-json'],
    ['no object', '[]\n', 'audit.field /'],
  ])('is refused where it is %s', (_what, written, fault) => {
    expect(faults(written)).toEqual([fault])
  })

  test('is refused with all that is wrong at once', () => {
    const written = spoilt((data) => {
      data.schema = 'ml-gate-audit/2'
      data.sequence = 1.5
      data.previous = 'A'.repeat(64)
      data.time = 'yesterday'
      data.verdict = 'great'
      data.models = [{ name: 'm', verdict: 'pass', evidence: [{ kind: 'metrics', path: 'x', sha256: '', bytes: -1 }] }]
      delete data.policy
    })
    expect(faults(written)).toEqual(
      ['schema', 'sequence', 'previous', 'time', 'verdict', 'policy', 'models/0/evidence/0/sha256']
        .map((pointer) => `audit.field /${pointer}`)
        .concat('audit.field /models/0/evidence/0/bytes'),
    )
  })
})

describe('the file of an entry', () => {
  test.each([
    [1, 'entries/000000/000000001.json'],
    [42, 'entries/000000/000000042.json'],
    [12_345, 'entries/000012/000012345.json'],
    [999_999_999, 'entries/999999/999999999.json'],
  ])('%i lies in %s', (sequence, path) => {
    expect(fileOf(sequence)).toBe(path)
    expect(sequenceOf(path)).toBe(sequence)
  })

  test.each(['entries/000001/000000042.json', 'entries/000000/42.json', 'entries/000000/000000000.json', 'README.md'])(
    '%s is none',
    (path) => expect(sequenceOf(path)).toBeUndefined(),
  )
})
