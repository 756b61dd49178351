import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@jest/globals'
import { repo } from '../support/repo.js'

interface Job {
  args: string[]
  cwd: string
  env: NodeJS.ProcessEnv
  check: (done: { status: number | null }) => void
}

interface Eager {
  calledIn(file: string, job: Job): Set<string>
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

const job = (cwd: string, file: string): Job => ({
  args: [file],
  cwd,
  env: { PATH: process.env.PATH },
  check: ({ status }) => expect(status).toBe(0),
})

test('what a run calls is put into parentheses, and does what it did', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ml-gate-eager-'))
  try {
    const [before, after] = ['before.mjs', 'after.mjs'].map((name) => join(folder, name)) as [string, string]
    writeFileSync(before, MODULE)
    const called = calledIn(before, job(folder, before))
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

test.each([
  ['at the start of a file', 'function f(){return 1}export const x=f();', 0, 22],
  ['right behind the imports', "import'node:fs';function f(){return 1}export const x=f();", 16, 38],
])('a function %s stays where it is', (_, code, start, end) => {
  expect(eager(code, new Set([`${start}:${end}`]))).toMatch(/\nvar f=\(function \(\)\{return 1\}\);export const x/)
})

test.each([
  ['of a file', "import './other.js';"],
  ['behind other statements', "f();import 'node:fs';"],
])('an import %s is refused: what it runs may call a function that is not there yet', (_, code) => {
  expect(() => eager(code, new Set())).toThrow(/^the import of .* may call/)
})

test('a run that fails, and one that never comes to the file, is no run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ml-gate-eager-'))
  try {
    const [failing, other] = ['failing.mjs', 'other.mjs'].map((name) => join(folder, name)) as [string, string]
    writeFileSync(failing, 'process.exit(3)')
    writeFileSync(other, '')
    const refusing = {
      ...job(folder, failing),
      check: ({ status }: { status: number | null }) => {
        throw new Error(`exit ${status}`)
      },
    }
    expect(() => calledIn(failing, refusing)).toThrow('exit 3')
    expect(() => calledIn(failing, job(folder, other))).toThrow(/nothing of .*failing\.mjs was called/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
