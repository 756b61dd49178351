import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { withDatabase } from '../../../src/app/database.js'
import { readCard } from '../../../src/evidence/card/parse.js'
import { type Opened, readContent } from '../../../src/evidence/formats/choose.js'
import type { Folder } from '../../../src/evidence/formats/contract.js'
import type { Role } from '../../../src/evidence/kinds.js'
import { openTable } from '../../../src/evidence/predictions/open.js'
import { MAX_DEPTH, type Node } from '../../../src/evidence/tree.js'
import { parseDecimal } from '../../../src/shared/decimal.js'
import type { Problem } from '../../../src/shared/problem.js'
import { english } from '../../support/evidence.js'
import { mutate, seeded } from '../../support/mutate.js'
import type { Outcome } from '../../support/outcomes.js'
import { repo } from '../../support/repo.js'
import { worked } from '../../support/worked.js'

/**
 * Mutated fixtures: whatever stands in a file, reading it ends soon, in a tree of finite numbers or in problems that
 * say something. `FUZZ_COUNT=2000 FUZZ_SEED=7 npm test -- fuzz` looks longer, and elsewhere.
 */
const COUNT = Number(process.env.FUZZ_COUNT ?? 30)
const SEED = Number(process.env.FUZZ_SEED ?? 1)
/** Far above what any fixture takes, far below what a person waits for. */
const MAX_MS = 5_000
/** An exception that a reader did not see coming. */
const BUG = /undefined|null|not a function|not iterable|Invalid|call stack|BigInt|out of range|of NaN/

const FIXTURES = repo('__tests__/fixtures')
const folders = readdirSync(FIXTURES).filter((name) => name !== 'maturity')
const cases = folders.flatMap((folder) => {
  const rows: readonly Outcome[] = JSON.parse(readFileSync(join(FIXTURES, folder, 'expected.json'), 'utf8'))
  const asked = rows.map(({ file, as }) => JSON.stringify([`${folder}/${file}`, as]))
  return [...new Set(asked)].map((it): [string, Role] => JSON.parse(it))
})

describe('mutated fixtures', () => {
  test.each(cases)('%s as %s', async (file, role) => {
    const random = seeded(SEED + [...file].reduce((sum, sign) => sum * 31 + (sign.codePointAt(0) ?? 0), 7))
    for (let round = 0; round < COUNT; round += 1) {
      const started = worked()
      const fault = await faultIn(mutated(join(FIXTURES, file), random), file, role)
      expect({ file, round, fault }).toEqual({ file, round, fault: undefined })
      expect(worked() - started).toBeLessThan(MAX_MS)
    }
  })
})

function mutated(path: string, random: () => number): Opened {
  if (statSync(path).isDirectory()) return { kind: 'folder', folder: mutatedFolder(path, random) }
  const content = readFileSync(path)
  const bytes = mutate(path.endsWith('.gz') ? gunzipSync(content) : content, random)
  return { kind: 'file', bytes, database: (use) => withDatabase(bytes, 'x.db', use) }
}

/** A folder in memory, one of whose files is changed. */
function mutatedFolder(root: string, random: () => number): Folder {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((it) =>
    statSync(join(root, it)).isFile(),
  )
  const victim = files.sort()[Math.floor(random() * files.length)]
  const bytesOf = (name: string) => {
    if (!files.includes(name)) return undefined
    const bytes = readFileSync(join(root, name))
    return name === victim ? mutate(bytes, random) : bytes
  }
  return {
    list: (name) => {
      const below = name === '' || name.endsWith('/') ? name : `${name}/`
      const inside = files.filter((it) => it.startsWith(below)).map((it) => it.slice(below.length))
      return [...new Set(inside.map((it) => (it.includes('/') ? `${it.split('/')[0]}/` : it)))].sort()
    },
    read: (name) => {
      const bytes = bytesOf(name)
      return bytes && { ok: true, value: Buffer.from(bytes).toString() }
    },
    bytes: (name) => {
      const bytes = bytesOf(name)
      return bytes && { ok: true, value: bytes }
    },
    shown: (name) => `folder/${name}`,
  }
}

/** What is wrong with what came of a file; undefined where nothing is. */
async function faultIn(opened: Opened, path: string, role: Role): Promise<string | undefined> {
  if (role === 'predictions' && opened.kind === 'file') {
    const read = (offset: number, length: number) => Uint8Array.from(opened.bytes.subarray(offset, offset + length))
    const table = await openTable({ path, size: opened.bytes.length, read })
    if (!table.ok) return silentIn(table.problems)
    const wanted = table.value.columns.slice(0, 50).map((name) => ({ name, as: 'category' as const }))
    const rows = await table.value.scan(wanted, () => {})
    return rows.ok ? undefined : silentIn(rows.problems)
  }
  if (role === 'model-card') {
    const card = await readCard(opened, { path, role })
    return card.ok ? undefined : silentIn(card.problems)
  }
  const read = await readContent(opened, { path, role })
  return read.ok ? unsoundIn(read.value.content) : silentIn(read.problems)
}

function silentIn(problems: readonly Problem[]): string | undefined {
  if (problems.length === 0) return 'refused without a reason'
  return problems
    .map(({ message }) => ({ id: message.id, text: english(message) }))
    .filter(({ id, text }) => text.length < 20 || (id === 'evidence.unreadable' && BUG.test(text)))
    .map(({ text }) => text)[0]
}

function unsoundIn(node: Node, depth = 0): string | undefined {
  if (depth > MAX_DEPTH + 8) return 'nested too deeply'
  if (node.kind === 'number' && parseDecimal(node.text) === undefined) return `a number that is none: ${node.text}`
  if (node.kind === 'refused') return silentIn([{ message: node.why }])
  const below =
    node.kind === 'map' ? [...node.entries.values()].map(({ value }) => value) : node.kind === 'list' ? node.items : []
  for (const child of below) {
    const fault = unsoundIn(child, depth + 1)
    if (fault !== undefined) return fault
  }
  return undefined
}
