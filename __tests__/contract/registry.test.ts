import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { VERSION } from '../../src/app/version.js'
import { formats } from '../../src/evidence/formats/registry.generated.js'
import { readers } from '../../src/evidence/readers/choose.js'
import { allGates } from '../support/evidence.js'
import { repo, root } from '../support/repo.js'

const read = (...path: string[]) => readFileSync(repo(...path), 'utf8')
const foldersOf = (path: string) =>
  readdirSync(repo(path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()

interface Generator {
  readmeWithTables(): string
  docsWithFormats(build: string): Promise<string>
  registries(): Record<string, string>
  schemaFiles(build: string): Promise<Record<string, string>>
}

async function generator(): Promise<Generator> {
  return import(pathToFileURL(repo('.github/scripts/generate.mjs')).href)
}

describe('what is generated', () => {
  test('the registries are those of the folders', async () => {
    for (const [path, text] of Object.entries((await generator()).registries())) expect(read(path)).toBe(text)
    expect(allGates.map(({ id }) => id)).toEqual(foldersOf('src/gates'))
    expect(formats.map(({ id }) => id)).toEqual(foldersOf('src/evidence/formats'))
  })

  test('the published schemas are those that files are held against', async () => {
    const build = `${root}/${process.env.BUILD_DIR ?? 'build'}`
    for (const [path, text] of Object.entries(await (await generator()).schemaFiles(build)))
      expect(read(path)).toBe(text)
  })
})

test('the documented formats are those that are read', async () => {
  const build = `${root}/${process.env.BUILD_DIR ?? 'build'}`
  expect(read('docs/formats.md')).toBe(await (await generator()).docsWithFormats(build))
})

describe.each(allGates.map((gate) => [gate.id, gate] as const))('the gate %s', (id, gate) => {
  test('has tests, texts of its own and a place in the documentation', () => {
    const tests = readdirSync(repo('__tests__/gates'), { recursive: true, encoding: 'utf8' })
    expect(tests.some((path) => path.startsWith(id))).toBe(true)
    expect(Object.keys(gate.texts.en()).every((key) => key.startsWith(`${id}.`))).toBe(true)
    expect(read('docs/policy.md')).toContain(`## \`${id}\``)
  })
})

test('the formats that a policy can name are those that can be read', () => {
  const { format } = JSON.parse(read('schema/policy.schema.json')).$defs
  const known = [...readers, ...formats].map(({ id }) => id)
  expect([...format.enum].sort()).toEqual(known.sort())
})

test('the version is one', () => {
  expect(JSON.parse(read('package.json')).version).toBe(VERSION)
  expect(read('CHANGELOG.md')).toContain(VERSION)
})

describe('action.yml', () => {
  const action = parse(read('action.yml'))

  test('points at files that are there', () => {
    expect(existsSync(repo(action.runs.main))).toBe(true)
    expect(action.runs.using).toBe('node24')
    expect(existsSync(repo(JSON.parse(read('package.json')).bin['ml-gate']))).toBe(true)
  })

  test('and the README tell the same inputs and outputs', async () => {
    const { readmeWithTables } = await generator()
    expect(read('README.md')).toBe(readmeWithTables())
    expect(Object.keys({ ...action.inputs, ...action.outputs })).toHaveLength(
      read('README.md').match(/^\| `[a-z-]+` \|/gm)?.length ?? 0,
    )
  })
})
