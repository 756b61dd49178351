import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@jest/globals'
import { repo } from '../support/repo.js'

interface Eager {
  calledIn(file: string, job: { args: string[]; cwd: string; env: NodeJS.ProcessEnv }): Set<string>
  eager(code: string, called: ReadonlySet<string>): string
}

const { calledIn, eager } = (await import(pathToFileURL(repo('.github/scripts/eager.mjs')).href)) as Eager

/** A module whose functions of all kinds are called before and after they are written. */
const MODULE = `import { sep } from 'node:path'
const early = declared(1)
export const results = [early]
function declared(n) { return n + sep.length }
function idle() { return 0 }
async function later() { return [1, 2].map((n) => n * 2) }
function* several() { yield 1; yield 2 }
let once = function () { const kept = 7; return (once = () => kept)() }
function replaced() { replaced = () => 'second'; return 'first' }
class Kind { get size() { return 3 } method() { return () => 4 } static of = () => new Kind() }
const table = { short() { return 5 }, get got() { return 6 }, long: function () { return 8 } }
results.push(...(await later()), ...several(), once(), once(), Kind.of().size, Kind.of().method()())
results.push(table.short(), table.got, table.long(), declared.name, later.name)
try { results.push(replaced(), replaced()) } catch (error) { results.push(error.name) }
if (results.length < 0) idle()
`

test('what a run calls is put into parentheses, and does what it did', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ml-gate-eager-'))
  try {
    const [before, after] = ['before.mjs', 'after.mjs'].map((name) => join(folder, name)) as [string, string]
    writeFileSync(before, MODULE)
    const called = calledIn(before, { args: [before], cwd: folder, env: { PATH: process.env.PATH } })
    const written = eager(MODULE, called)
    writeFileSync(after, written)
    const [plain, compiled] = await Promise.all([before, after].map((path) => import(pathToFileURL(path).href)))
    expect(plain.results.length).toBe(16)
    expect(compiled.results).toEqual(plain.results)
    expect(written).toContain('function idle() { return 0 }')
    expect(written).toContain('var declared=(function (n)')
    expect(written).toContain('.map(((n) => n * 2))')
    expect(written).toContain('short() { return 5 }, get got() { return 6 }, long: (function () { return 8 })')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('where nothing is called, nothing is changed', () => {
  expect(eager(MODULE, new Set())).toBe(MODULE)
})
