/** Seeded mutations of files: the same seed gives the same bytes on every machine. */

/** A generator of numbers in [0, 1): mulberry32, public domain, by Tommy Ettinger. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Texts that have broken parsers before. */
const NASTY = [
  ...[
    'NaN',
    '-Infinity',
    '1e999',
    '-0',
    '0x10',
    '1_000',
    '9'.repeat(400),
    '١',
    '1,5',
    'null',
    'true',
    '""',
    '{}',
    '[]',
  ],
  ...[
    '[['.repeat(200),
    '{"a":'.repeat(200),
    '__proto__',
    'constructor',
    '&a *a',
    '!!python/object:os.system ls',
    '\u0000',
  ],
  ...[
    '\ufeff',
    '\r',
    '\r\n',
    '\n\n',
    '\t',
    '"',
    "'",
    ',',
    ';',
    ':',
    '---\n',
    '%',
    '\u202e',
    '\ud83d',
    `"${'k'.repeat(5000)}":1,`,
  ],
]
/** Values that any other value is replaced by. */
const OTHER: readonly unknown[] = [null, '', 'text', 0, -1, 1e308, true, [], {}, [[]], [null], { a: { b: [1] } }, '0.5']

/** One mutation of a file's bytes. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = (limit: number) => Math.floor(random() * Math.max(1, limit))
  const kinds = [replaceValue, replaceValue, flip, truncate, cut, repeat, insert]
  const kind = kinds[at(kinds.length)] ?? flip
  return kind(bytes, at)
}

type At = (limit: number) => number

/** Another value somewhere in a JSON document; another byte where it is none. */
function replaceValue(bytes: Uint8Array, at: At): Uint8Array {
  let document: unknown
  try {
    document = JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return insert(bytes, at)
  }
  const places: (() => void)[] = []
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const key of Object.keys(value)) {
      const holder = value as Record<string, unknown>
      places.push(() => {
        if (at(5) === 0) delete holder[key]
        else holder[key] = OTHER[at(OTHER.length)]
      })
      visit(holder[key])
    }
  }
  visit(document)
  places[at(places.length)]?.()
  return Buffer.from(JSON.stringify(document))
}

function flip(bytes: Uint8Array, at: At): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (let count = 1 + at(4); count > 0; count -= 1) copy[at(copy.length)] = at(256)
  return copy
}

function truncate(bytes: Uint8Array, at: At): Uint8Array {
  return bytes.slice(0, at(bytes.length))
}

function cut(bytes: Uint8Array, at: At): Uint8Array {
  const from = at(bytes.length)
  return joined(bytes.subarray(0, from), bytes.subarray(from + 1 + at(40)))
}

function repeat(bytes: Uint8Array, at: At): Uint8Array {
  const from = at(bytes.length)
  const part = bytes.subarray(from, from + 1 + at(200))
  return joined(bytes.subarray(0, from), ...Array.from({ length: 2 + at(20) }, () => part), bytes.subarray(from))
}

function insert(bytes: Uint8Array, at: At): Uint8Array {
  const from = at(bytes.length)
  return joined(bytes.subarray(0, from), Buffer.from(NASTY[at(NASTY.length)] ?? ''), bytes.subarray(from + at(3)))
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts))
}
