import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { repo } from '../support/repo.js'

/**
 * Who may import whom. The story runs from inputs to effects and nothing walks back: policy, evidence, gates, verdict
 * and report are plain data and pure functions.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  stats: [],
  verdict: ['shared'],
  evidence: ['shared', 'stats'],
  gates: ['shared', 'stats', 'verdict', 'evidence'],
  compliance: ['shared', 'verdict', 'report/model', 'report/compliance-model'],
  policy: [
    ...[
      'shared',
      'verdict',
      'gates',
      'maturity/ids',
      'compliance/contract',
      'compliance/ids.generated',
      'evidence/kinds',
      'evidence/formats/ids.generated',
    ],
    ...['evidence/measure/contract', 'evidence/predictions/contract'],
  ],
  'model-config': [...['shared', 'policy/document', 'policy/explain', 'policy/violations', 'policy/waivers']],
  report: ['shared', 'verdict'],
  audit: ['shared', 'verdict', 'report/model'],
  maturity: ['shared', 'report', 'evidence/tree', 'evidence/readers'],
  merge: ['shared', 'verdict', 'report', 'evidence/tree', 'evidence/readers/json'],
  github: ['shared', 'report'],
  catalog: ['shared', 'verdict', 'audit', 'model-config', 'report'],
  app: [
    ...['shared', 'verdict', 'evidence', 'gates', 'compliance', 'policy', 'model-config', 'report', 'audit', 'catalog'],
    ...['maturity', 'merge', 'github'],
  ],
}

/** Only the two ends of the story have effects. */
const SHELL = ['app', 'github']

/** Modules of Node that a pure file may use all the same, each with its reason. */
const PURE: Readonly<Record<string, readonly string[]>> = {
  'audit/digest.ts': ['node:crypto'],
  // Decompressing bytes is a function of these bytes.
  'evidence/numpy/archive.ts': ['node:zlib'],
  'evidence/predictions/compression.ts': ['node:zlib'],
}

const MODULE = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(['"`])([^'"`]+)\1/g
const GLOBALS = [
  /\bprocess\b[.[]/,
  /\bglobalThis\b/,
  /\bconsole\./,
  /\bDate\.now\b/,
  /\bnew Date\b/,
  /\bperformance\.(?:now|mark|timeOrigin)\b/,
  /\bMath\.random\b/,
  /\bcrypto\.\w/,
  /\b(?:fetch|setTimeout|setInterval|setImmediate|queueMicrotask)\s*\(/,
  /\bnew (?:WebSocket|XMLHttpRequest|Worker)\b/,
]

/** Every module that a text imports, statically, for its effects alone or when it gets there. */
function modulesOf(text: string): string[] {
  return [...text.matchAll(MODULE)].map(([, , target = '']) => target)
}

function isEffect(module: string): boolean {
  return module.startsWith('node:') || builtinModules.includes(module) || /^@(?:actions|octokit)\//.test(module)
}

function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/.*$/gm, '')
}

/** What a pure file does that is not pure. */
function effectsOf(path: string, text: string): string[] {
  const code = codeOf(text)
  const modules = modulesOf(code).filter((module) => isEffect(module) && !PURE[path]?.includes(module))
  return [...modules, ...GLOBALS.flatMap((pattern) => pattern.exec(code)?.[0] ?? [])]
}

test.each([
  "import { readFileSync } from 'node:fs'",
  "import type { A } from './a.js'\nimport 'node:process'",
  "export * from 'node:os'",
  "const { hostname } = await import('node:os')",
  "import { join } from 'path'",
  'import { a } from "node:dns"',
  "import { context } from '@actions/github'",
  "const fs = require('fs')",
  'const now = performance.now()',
  'const id = crypto.randomUUID()',
  'setTimeout(done, 10)',
  "console.log('x')",
  'const today = new Date()',
  "const home = process.env['HOME']",
])('%j is seen as an effect', (text) => {
  expect(effectsOf('gates/x.ts', text)).toHaveLength(1)
})

test.each([
  "message('performance.fail')",
  "// console.log('x')",
  "const address = 'https://example.org' // the time is new Date()",
  "import Big from 'big.js'",
  '/** from process.env */',
])('%j is seen as pure', (text) => {
  expect(effectsOf('gates/x.ts', text)).toEqual([])
})

const files = readdirSync(repo('src'), { recursive: true, encoding: 'utf8' }).filter((path) => /\.[jt]s$/.test(path))
const gateFolders = readdirSync(repo('src/gates'), { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe.each(files.filter((path) => path.includes('/')))('src/%s', (path) => {
  const room = path.split('/')[0] ?? ''
  const text = readFileSync(join(repo('src'), path), 'utf8')
  const imports = modulesOf(codeOf(text))
    .filter((target) => target.startsWith('.'))
    .map((target) => posix.join(posix.dirname(path), target))

  test('imports only from rooms to its left', () => {
    const allowed = [room, ...(MAY_IMPORT[room] ?? [])]
    const wrong = imports.filter(
      (target) => !allowed.some((prefix) => target.startsWith(`${prefix}/`) || target === `${prefix}.js`),
    )
    expect(wrong).toEqual([])
  })

  // The registry alone knows all gates.
  if (room === 'gates' && !path.endsWith('.generated.ts')) {
    test('imports no other gate', () => {
      const others = gateFolders.map(({ name }) => `gates/${name}/`).filter((folder) => !path.startsWith(folder))
      expect(imports.filter((target) => others.some((folder) => target.startsWith(folder)))).toEqual([])
    })
  }

  if (!SHELL.includes(room)) {
    test('has no effects', () => {
      expect(effectsOf(path, text)).toEqual([])
    })
  }

  test('is short enough to be held in the head', () => {
    if (path.includes('.generated.')) return
    expect(text.split('\n').length).toBeLessThanOrEqual(251)
  })
})

test('what is allowed by name is still there', () => {
  for (const [path, modules] of Object.entries(PURE)) {
    expect(modulesOf(readFileSync(join(repo('src'), path), 'utf8'))).toEqual(expect.arrayContaining([...modules]))
  }
})
