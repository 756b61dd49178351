import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { parseAllDocuments } from 'yaml'
import { STARTERS } from '../../src/maturity/advice/starters.js'
import { ITEMS } from '../../src/maturity/items.js'
import { ROADMAP } from '../../src/maturity/table.js'
import { parsePolicy } from '../../src/policy/parse.js'
import { answer, assessed } from '../support/assessed.js'

test('every field of the roadmap has a beginning', () => {
  const areas = new Set(STARTERS.map(({ area }) => area))
  expect(
    Object.values(ROADMAP)
      .flat()
      .filter((area) => !areas.has(area)),
  ).toEqual([])
})

describe.each(STARTERS.map((starter) => [starter.path, starter] as const))('%s', (path, { text }) => {
  if (/\.ya?ml$/.test(path)) {
    test('is YAML', () => {
      const documents = parseAllDocuments(text)
      expect(Array.isArray(documents) ? documents.flatMap(({ errors }) => errors) : [documents]).toEqual([])
    })
  }

  if (path.endsWith('.py') && hasPython()) {
    test('is Python', () => {
      const read = 'import ast, sys; ast.parse(sys.stdin.read())'
      expect(() => execFileSync('python3', ['-c', read], { input: text, stdio: 'pipe' })).not.toThrow()
    })
  }
})

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('the policy is one', async () => {
  const text = STARTERS.find(({ path }) => path === '.github/ml-gate.yaml')?.text ?? ''
  const parsed = await parsePolicy({ text, place: (position) => ({ path: 'p', ...position }) })
  expect(parsed.ok).toBe(true)
})

describe('whoever takes a beginning is seen to have begun', () => {
  test.each(ITEMS.map(({ id, area }) => [id, area] as const))('%s', async (id, area) => {
    const own = STARTERS.filter((starter) => starter.area === area)
    const files = Object.fromEntries(own.map(({ path, text }) => [path, text.replace('OWNER/', 'acme/')]))
    // The trail of audited decisions is what running the gate leaves behind.
    const expected = id === 'automated-governance' ? ['trail'] : []
    expect(answer(await assessed(files), id).lacks).toEqual(expected)
  })
})
