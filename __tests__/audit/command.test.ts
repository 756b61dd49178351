import { describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { runCommand } from '../../src/app/command.js'
import { fileOf } from '../../src/audit/place.js'
import type { AuditEntry } from '../../src/audit/record.js'
import { makeWorkspace } from '../support/workspace.js'
import { aChain, putTrail } from './trails.js'

async function audit(texts: readonly (string | undefined)[], ...args: readonly string[]) {
  await using workspace = await makeWorkspace()
  putTrail(workspace.root, texts)
  let [out, err] = ['', '']
  const code = await runCommand(['audit', ...args.map((arg) => (arg === 'DIR' ? workspace.root : arg))], {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { code, out, err }
}

const HOSTILE = "=cmd|' /C calc'!A0"

/** Six decisions that differ in what they can be asked for. */
const CHAIN = aChain(6, (entry) => {
  const [model] = entry.models
  if (model === undefined) return entry
  const changes: Partial<AuditEntry>[] = [
    {},
    { verdict: 'fail', subject: { actor: 'Park' } },
    { verdict: 'warn', models: [{ ...model, name: HOSTILE, version: '+1', owner: '@acme/ops' }] },
    { verdict: 'error', models: [], problems: [{ code: 'policy.empty' }] },
    { models: [model, { ...model, name: 'other, "second"\n::error::x', approvals: [], waivers: [] }] },
    { time: '2026-11-26T00:00:00.000Z', subject: { author: 'choi', repository: '##[error]x' } },
  ]
  return { ...entry, ...changes[entry.sequence - 1] }
})

/** The numbers of the entries that a filter lets through, each way of showing them. */
async function numbers(...filter: readonly string[]): Promise<number[]> {
  const json = JSON.parse((await audit(CHAIN, 'show', 'DIR', '--format', 'json', ...filter)).out)
  const found = json.entries.map(({ entry }: { entry: AuditEntry }) => entry.sequence)
  const csv: string[][] = parse((await audit(CHAIN, 'show', 'DIR', '--format', 'csv', ...filter)).out)
  expect([...new Set(csv.slice(1).map(([sequence]) => Number(sequence)))]).toEqual(found)
  const text = (await audit(CHAIN, 'show', 'DIR', ...filter)).out.split('\n').filter((line) => /^ +\d/.test(line))
  expect(text.map((line) => Number.parseInt(line, 10))).toEqual(found)
  return found
}

describe('audit show', () => {
  test.each([
    [[], [1, 2, 3, 4, 5, 6]],
    [
      ['--model', 'churn'],
      [1, 2, 5, 6],
    ],
    [['--model', 'none'], []],
    [['--verdict', 'fail'], [2]],
    [
      ['--verdict', 'fail', '--verdict', 'error'],
      [2, 4],
    ],
    [['--person', '@PARK'], [2]],
    [['--person', 'choi'], [6]],
    [['--person', '@acme/ops'], [3]],
    [
      ['--since', '2026-11-25T08:03:00Z', '--until', '2026-11-25T08:04:00Z'],
      [3, 4],
    ],
    [['--since', '2026-11-26'], [6]],
    [
      ['--until', '2026-11-25'],
      [1, 2, 3, 4, 5],
    ],
    [
      ['--model', 'churn', '--verdict', 'pass', '--until', '2026-11-25'],
      [1, 5],
    ],
  ])('%j: %j', async (filter, expected) => {
    expect(await numbers(...filter)).toEqual(expected)
  })

  test('finds whoever had a part in it: started, approved, owned or waived', async () => {
    expect(await numbers('--person', 'kim')).toEqual([1, 2, 3, 4, 5, 6])
    expect(await numbers('--person', '@lee')).toEqual([1, 2, 3, 5, 6])
  })

  test('stops where the chain breaks, and says so', async () => {
    const broken = CHAIN.map((text, index) => (index === 3 ? undefined : text))
    const text = await audit(broken, 'show', 'DIR')
    expect(text.code).toBe(1)
    expect(text.err).toMatch(/^entries\/000000\/000000004\.json: /)
    expect(text.out).toMatch(/Entries shown: 3 of 3/)
    const json = await audit(broken, 'show', 'DIR', '--format', 'json')
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject({
      chain: { holds: false, entries: 3, broken: { file: fileOf(4), code: 'audit.missing' } },
    })
  })

  test('gives a spreadsheet no formula, and each model a line', async () => {
    const rows: Record<string, string>[] = parse((await audit(CHAIN, 'show', 'DIR', '--format', 'csv')).out, {
      columns: true,
    })
    expect(rows).toHaveLength(7)
    expect(rows[2]).toMatchObject({ sequence: '3', model: `'${HOSTILE}`, version: "'+1", owner: "'@acme/ops" })
    expect(rows[3]).toMatchObject({ verdict: 'error', model: '' })
    expect(rows[5]).toMatchObject({ model: 'other, "second" ::error::x', approved_by: '' })
    const cells = rows.flatMap((row) => Object.values(row))
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  })

  test.each(['text', 'json', 'csv'])('says nothing that a runner would obey (%s)', async (format) => {
    const { out } = await audit(CHAIN, 'show', 'DIR', '--format', format)
    expect(out).not.toMatch(/^\s*::|##\[/m)
  })

  test('in Korean', async () => {
    expect((await audit(CHAIN, 'show', 'DIR', '--language', 'ko')).out).toMatch(/6개 가운데 6개/)
  })
})

describe('audit verify', () => {
  test('as JSON', async () => {
    const { code, out } = await audit(CHAIN, 'verify', 'DIR', '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      holds: true,
      entries: 6,
      first: '2026-11-25T08:01:00.000Z',
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
      anchored: false,
    })
    const { head } = JSON.parse(out)
    expect(JSON.parse((await audit(CHAIN, 'verify', 'DIR', '--format', 'json', '--head', head)).out)).toMatchObject({
      anchored: true,
    })
    const gone = await audit([undefined, ...CHAIN.slice(1)], 'verify', 'DIR', '--format', 'json')
    expect(gone.code).toBe(1)
    expect(JSON.parse(gone.out)).toMatchObject({
      holds: false,
      entries: 0,
      broken: { file: fileOf(1), code: 'audit.missing' },
    })
  })
})

describe('wrong usage', () => {
  test.each([
    [['verify'], /folder is missing: `ml-gate audit verify DIR`/],
    [[], /What to do is missing: `ml-gate audit verify DIR`/],
    [['prove', 'DIR'], /not by "prove".*verify, show/],
    [['verify', 'DIR', 'other'], /other/],
    [['verify', '/nowhere'], /\/nowhere holds no trail/],
    [['show', '/nowhere'], /holds no trail/],
    [['verify', 'DIR', '--head', 'abc'], /--head is abc.*64/],
    [['verify', 'DIR', '--count', '0'], /--count is 0/],
    [['verify', 'DIR', '--model', 'x'], /--model says nothing to `audit verify`/],
    [['show', 'DIR', '--head', 'x'.repeat(64)], /--head says nothing to `audit show`/],
    [['show', 'DIR', '--verdict', 'good'], /--verdict is good.*pass, warn, fail, error/],
    [['show', 'DIR', '--since', 'yesterday'], /--since is yesterday/],
    [['show', 'DIR', '--until', '2026-02-30'], /--until is 2026-02-30/],
    [['verify', 'DIR', '--format', 'csv'], /--format is csv.*text, json/],
    [['show', 'DIR', '--format', 'markdown'], /--format is markdown/],
  ])('%j', async (args, said) => {
    const { code, out, err } = await audit(CHAIN, ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(said)
  })

  test('names all mistakes at once', async () => {
    const { err } = await audit(CHAIN, 'show', 'DIR', '--since', 'x', '--until', 'y', '--verdict', 'z')
    expect(err.trim().split('\n')).toHaveLength(3)
  })
})
