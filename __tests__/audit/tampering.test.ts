import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { walk } from '../../src/app/audit/trail.js'
import { runCommand } from '../../src/app/command.js'
import type { Break } from '../../src/audit/chain.js'
import { sha256 } from '../../src/audit/digest.js'
import { fileOf } from '../../src/audit/place.js'
import { type AuditEntry, parseEntry, serialiseEntry } from '../../src/audit/record.js'
import { worked } from '../support/worked.js'
import { makeWorkspace } from '../support/workspace.js'
import { aChain, putTrail } from './trails.js'

/** Puts a chain somewhere after a change to its texts, and gives what is found. */
async function found(
  texts: readonly (string | Uint8Array | undefined)[],
  head?: string,
  disturb?: (root: string) => void,
): Promise<Break | undefined> {
  await using workspace = await makeWorkspace()
  putTrail(workspace.root, texts)
  disturb?.(workspace.root)
  return walk(workspace.root, () => {}, head)
}

const told = (broken: Break | undefined) => (broken === undefined ? 'holds' : `${broken.file} ${broken.why.id}`)

function changed(text: string | undefined, change: (entry: AuditEntry) => Partial<AuditEntry>): string {
  const read = parseEntry(text ?? '')
  if (!read.ok) throw new Error('no entry')
  return serialiseEntry({ ...read.value, ...change(read.value) })
}

const CHAIN = aChain(12)
const HEAD = sha256(CHAIN[11] ?? '')
/** The entry of a number. */
const at = (sequence: number) => CHAIN[sequence - 1] ?? ''
const put = (...changes: readonly (readonly [number, string | Uint8Array | undefined])[]) =>
  CHAIN.map((text, index) => {
    const [, other] = changes.find(([sequence]) => sequence === index + 1) ?? [0, text]
    return other
  })
const renumbered = (texts: readonly string[]) =>
  texts.map((text, index) => changed(text, () => ({ sequence: index + 1 })))

describe('a chain', () => {
  test('of any length holds', async () => {
    expect(told(await found(CHAIN))).toBe('holds')
  })

  test.each<[string, readonly (string | Uint8Array | undefined)[], number, string]>([
    ['a verdict that is another one', put([5, changed(at(5), () => ({ verdict: 'fail' }))]), 5, 'audit.altered-before'],
    ['a value that is another one', put([1, at(1).replace('>= 0.85', '>= 0.84')]), 1, 'audit.altered-before'],
    ['a digest that is another one', put([5, changed(at(5), () => ({ previous: HEAD }))]), 5, 'audit.unlinked'],
    ['a digest where none should be', put([1, changed(at(1), () => ({ previous: HEAD }))]), 1, 'audit.unlinked'],
    ['a blank', put([7, at(7).replace(':', ': ')]), 7, 'audit.altered'],
    ['no content', put([7, '']), 7, 'audit.altered'],
    ['half of its content', put([7, at(7).slice(0, 300)]), 7, 'audit.altered'],
    ['bytes that are no text', put([7, Buffer.from(at(7).replace('churn', '\u00ff'), 'latin1')]), 7, 'audit.altered'],
    ['a number that is another one', put([6, changed(at(6), () => ({ sequence: 9 }))]), 6, 'audit.misplaced'],
    ['another version of the format', put([3, at(3).replace('audit/1', 'audit/2')]), 3, 'audit.altered'],
    ['an entry that is gone', put([4, undefined]), 4, 'audit.missing'],
    ['the first entry gone', put([1, undefined]), 1, 'audit.missing'],
    ['several entries gone', put([2, undefined], [3, undefined], [9, undefined]), 2, 'audit.missing'],
    ['an entry gone and the others moved up', [...CHAIN.slice(0, 3), ...CHAIN.slice(4)], 4, 'audit.removed'],
    ['the same, numbered anew', renumbered([...CHAIN.slice(0, 3), ...CHAIN.slice(4)]), 4, 'audit.unlinked'],
    ['two neighbours exchanged', put([4, at(5)], [5, at(4)]), 4, 'audit.swapped'],
    ['two distant ones exchanged', put([2, at(10)], [10, at(2)]), 2, 'audit.swapped'],
    ['two exchanged and numbered anew', renumbered([at(1), at(3), at(2), ...CHAIN.slice(3)]), 2, 'audit.unlinked'],
    [
      'one inserted, linked',
      [...CHAIN.slice(0, 5), changed(at(6), () => ({ verdict: 'warn' })), ...CHAIN.slice(5)],
      6,
      'audit.inserted',
    ],
    ['one inserted at the beginning', [changed(at(1), () => ({ verdict: 'warn' })), ...CHAIN], 1, 'audit.inserted'],
    ['one doubled', [...CHAIN.slice(0, 5), at(5), ...CHAIN.slice(5)], 5, 'audit.inserted'],
    [
      'one inserted, not linked',
      [...CHAIN.slice(0, 5), changed(at(1), () => ({ sequence: 6 })), ...CHAIN.slice(5)],
      6,
      'audit.unlinked',
    ],
    ['the entry before the last altered', put([11, at(11).replace('>= 0.85', '>= 0.84')]), 11, 'audit.altered-or'],
  ])('with %s is named', async (_what, texts, sequence, id) => {
    expect(told(await found(texts))).toBe(`${fileOf(sequence)} ${id}`)
  })

  test('whose end is known from elsewhere tells which of the last two was altered', async () => {
    const texts = put([11, at(11).replace('>= 0.85', '>= 0.84')])
    expect(told(await found(texts, HEAD))).toBe(`${fileOf(11)} audit.altered-before`)
  })

  test.each<[string, string, (root: string) => void, string]>([
    [
      'a file beside its entries',
      'entries/000000/notes.txt',
      (root) => writeFileSync(join(root, 'entries/000000/notes.txt'), ''),
      'audit.stray',
    ],
    ['a file beside its folders', 'entries/x', (root) => writeFileSync(join(root, 'entries/x'), ''), 'audit.stray'],
    [
      'an entry under another name',
      'entries/000000/12.json',
      (root) => renameSync(join(root, fileOf(12)), join(root, 'entries/000000/12.json')),
      'audit.stray',
    ],
    [
      'an entry that is a link',
      fileOf(3),
      (root) => {
        renameSync(join(root, fileOf(3)), join(root, 'x'))
        symlinkSync(join(root, 'x'), join(root, fileOf(3)))
      },
      'audit.no-file',
    ],
    [
      'a folder that is a link',
      'entries/000000',
      (root) => {
        renameSync(join(root, 'entries/000000'), join(root, 'x'))
        symlinkSync(join(root, 'x'), join(root, 'entries/000000'))
      },
      'audit.stray',
    ],
  ])('with %s is named', async (_what, file, disturb, id) => {
    expect(told(await found(CHAIN, undefined, disturb))).toBe(`${file} ${id}`)
  })
})

/** A stream of numbers from a seed (mulberry32), so that a failure can be repeated. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

test('a byte that is another one anywhere is found, and its file is named', async () => {
  await using workspace = await makeWorkspace()
  const { root } = workspace
  putTrail(root, CHAIN)
  const random = numbers(20261125)
  for (let tried = 0; tried < 1_000; tried++) {
    // All but the last: of that one nothing behind it knows, which the next test shows.
    const sequence = 1 + random(CHAIN.length - 1)
    const bytes = Buffer.from(at(sequence))
    const place = random(bytes.length)
    const flip = 1 + random(255)
    bytes[place] = (bytes[place] ?? 0) ^ flip
    writeFileSync(join(root, fileOf(sequence)), bytes)
    const broken = walk(root, () => {}, HEAD)
    writeFileSync(join(root, fileOf(sequence)), at(sequence))
    expect({ sequence, place, flip, file: broken?.file }).toEqual({ sequence, place, flip, file: fileOf(sequence) })
  }
})

/** What `audit verify` says of a chain. */
async function verify(texts: readonly (string | Uint8Array | undefined)[], ...options: readonly string[]) {
  await using workspace = await makeWorkspace()
  putTrail(workspace.root, texts)
  const said: string[] = []
  const code = await runCommand(['audit', 'verify', workspace.root, ...options], {
    out: (text) => said.push(text),
    err: (text) => said.push(text),
  })
  return { code, said: said.join('') }
}

describe('the end of a chain', () => {
  const shorter = CHAIN.slice(0, 9)

  test('is known from elsewhere, or not at all', async () => {
    expect(await verify(shorter)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Without --head or --count nothing can tell/),
    })
    expect(await verify(shorter, '--count', '9')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Without --head nothing can tell whether the last/),
    })
    expect(await verify(shorter, '--count', '12')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^entries\/000000\/000000010\.json: .*9 entries.*12/),
    })
    expect(await verify(shorter, '--head', HEAD)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/None of the 9 entries/),
    })
  })

  test('may have gone on since it was noted', async () => {
    const { code, said } = await verify(CHAIN, '--head', sha256(at(9)).toUpperCase(), '--count', '9')
    expect({ code, said }).toMatchObject({
      code: 0,
      said: expect.stringMatching(/000000009\.json: everything up to it/),
    })
  })

  test('that was altered into another entry is found by its digest alone', async () => {
    const texts = put([12, at(12).replace('>= 0.85', '>= 0.84')])
    expect((await verify(texts)).code).toBe(0)
    expect((await verify(texts, '--head', HEAD)).code).toBe(1)
  })

  test('of no entries proves nothing', async () => {
    expect(await verify([undefined])).toMatchObject({ code: 1, said: expect.stringMatching(/no entry/) })
  })
})

test('two thousand entries are proved in seconds', async () => {
  await using workspace = await makeWorkspace()
  putTrail(workspace.root, aChain(2_000))
  const begin = worked()
  expect(walk(workspace.root, () => {})).toBeUndefined()
  expect(worked() - begin).toBeLessThan(10_000)
  rmSync(join(workspace.root, fileOf(1_998)))
  expect(told(walk(workspace.root, () => {}))).toBe(`${fileOf(1_998)} audit.missing`)
})
