import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { repo } from '../support/repo.js'

/**
 * Who may import whom. The story runs from inputs to effects and nothing walks back: policy, evidence, gates, verdict
 * and report are plain data and pure functions.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  verdict: ['shared'],
  evidence: ['shared', 'report/model'],
  gates: ['shared', 'verdict', 'evidence'],
  policy: ['shared', 'verdict', 'gates'],
  report: ['shared', 'verdict'],
  github: ['shared', 'report'],
  app: ['shared', 'verdict', 'evidence', 'gates', 'policy', 'report', 'github'],
}

/** Node modules and globals that are effects; only the two ends of the story may use them. */
const EFFECTS =
  /from '(?:node:(?:fs|net|http|https|child_process|os|process|timers)[^']*|@actions\/[^']*|@octokit\/[^']*)'|\bprocess\.|\bDate\.now\(|new Date\(|Math\.random\(|\bfetch\(/
const SHELL = ['app', 'github']

const files = readdirSync(repo('src'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))

describe.each(files.filter((path) => path.includes('/')))('src/%s', (path) => {
  const room = path.split('/')[0] ?? ''
  const text = readFileSync(join(repo('src'), path), 'utf8')
  const imports = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, target = '']) =>
    posix.join(posix.dirname(path), target),
  )

  test('imports only from rooms to its left', () => {
    const allowed = [room, ...(MAY_IMPORT[room] ?? [])]
    const wrong = imports.filter(
      (target) => !allowed.some((prefix) => target.startsWith(`${prefix}/`) || target === `${prefix}.js`),
    )
    expect(wrong).toEqual([])
  })

  if (!SHELL.includes(room)) {
    test('has no effects', () => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      expect(EFFECTS.exec(code)?.[0]).toBeUndefined()
    })
  }

  test('is short enough to be held in the head', () => {
    if (path.includes('.generated.')) return
    expect(text.split('\n').length).toBeLessThanOrEqual(251)
  })
})
