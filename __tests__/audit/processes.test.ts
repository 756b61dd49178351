import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { appendToFolder } from '../../src/app/audit/folder.js'
import { isTrail, walk } from '../../src/app/audit/trail.js'
import type { Link } from '../../src/audit/chain.js'
import { startFakeGitHub } from '../support/fake-github/index.js'
import { repo } from '../support/repo.js'
import { makeWorkspace } from '../support/workspace.js'
import { aChain, aDecision, putTrail } from './trails.js'

const WRITER = repo('build/__tests__/audit/writer.js')

/** The entries of a trail that holds. */
function linksOf(root: string): Link[] {
  const links: Link[] = []
  expect(walk(root, (link) => links.push(link))).toBeUndefined()
  return links
}

/** Lets ten processes append five decisions each, all at once, and gives what each was told. */
async function fifty(
  mode: 'folder' | 'branch',
  target: string,
  folder: string,
): Promise<{ ok: boolean; entry: { sequence: number } }[]> {
  const go = join(folder, 'go')
  const writers = Array.from({ length: 10 }, (_, index) => {
    const child = spawn(process.execPath, [WRITER, mode, target, `w${index}`, '5', go], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return { child, said: collected(child) }
  })
  await Promise.all(writers.map(({ child }) => new Promise((resolve) => child.stdout?.once('data', resolve))))
  writeFileSync(go, '')
  const all = await Promise.all(writers.map(({ said }) => said))
  return all.flatMap((text) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line)),
  )
}

function collected(child: ChildProcess): Promise<string> {
  let text = ''
  child.stdout?.on('data', (piece) => {
    text += String(piece)
  })
  return new Promise((resolve) => child.once('close', () => resolve(text)))
}

const IDS = Array.from({ length: 50 }, (_, index) => `w${Math.floor(index / 5)}-${index % 5}`)

describe('fifty decisions of ten processes at once', () => {
  test('are fifty records in one chain of a folder', async () => {
    await using workspace = await makeWorkspace()
    const root = join(workspace.root, 'audit')
    const told = await fifty('folder', root, workspace.root)
    const links = linksOf(root)
    expect(links.map(({ entry }) => entry.id).sort()).toEqual([...IDS].sort())
    expect(told.map(({ entry }) => entry.sequence).sort((a, b) => a - b)).toEqual(links.map(({ sequence }) => sequence))
    expect(readdirSync(join(root, '.writing'))).toEqual([])
  }, 60_000)

  test('are fifty records in one chain of a branch, each with a commit of its own', async () => {
    await using workspace = await makeWorkspace()
    await using github = await startFakeGitHub()
    const told = await fifty('branch', github.url, workspace.root)
    expect(told.filter(({ ok }) => !ok)).toEqual([])
    const branch = github.branch('ml-governance')
    for (const [path, bytes] of branch?.files ?? []) {
      mkdirSync(dirname(join(workspace.root, path)), { recursive: true })
      writeFileSync(join(workspace.root, path), bytes)
    }
    const links = linksOf(workspace.root)
    expect(links.map(({ entry }) => entry.id).sort()).toEqual([...IDS].sort())
    expect(told.map(({ entry }) => entry.sequence).sort((a, b) => a - b)).toEqual(links.map(({ sequence }) => sequence))
    expect(branch?.commits).toHaveLength(50)
    // They did get into each other's way, and nobody pushed the others aside.
    const moves = github.requestsOf('git/update-ref')
    expect(moves.filter(({ status }) => status === 422).length).toBeGreaterThan(0)
    expect(moves.every(({ body }) => (body as { force?: unknown }).force === false)).toBe(true)
  }, 180_000)
})

describe('a writer that is killed', () => {
  const run = (root: string, step: number, when: string) =>
    spawnSync(process.execPath, [WRITER, 'killed', root, String(step), when], { encoding: 'utf8' })

  test.each([
    ['the first entry', 0],
    ['a later entry', 1],
  ])(
    'at any of its steps towards %s leaves a chain that holds, no half record, and no obstacle for the next',
    async (_what, before) => {
      await using workspace = await makeWorkspace()
      const fresh = (name: string): string => {
        putTrail(join(workspace.root, name), aChain(before))
        return join(workspace.root, name)
      }
      const calls = Number(/^whole (\d+)$/m.exec(run(fresh('whole'), Number.MAX_SAFE_INTEGER, 'before').stdout)?.[1])
      expect(calls).toBeGreaterThan(8)
      const gained: number[] = []
      const drafts: number[] = []
      for (let step = 1; step <= calls; step++) {
        for (const when of ['before', 'after', 'half']) {
          const root = fresh(`${step}-${when}`)
          const { signal } = run(root, step, when)
          expect({ step, when, signal }).toEqual({ step, when, signal: 'SIGKILL' })
          const now = isTrail(root) ? linksOf(root).length : 0
          gained.push(now - before)
          const left = existsSync(join(root, '.writing')) ? readdirSync(join(root, '.writing')) : []
          drafts.push(...left.map((name) => readFileSync(join(root, '.writing', name)).length))
          expect(appendToFolder(root, aDecision('next'), { now: Date.now, nonce: 'next' })).toMatchObject({ ok: true })
          expect(linksOf(root)).toHaveLength(now + 1)
        }
      }
      // All of an entry or none of it, and both did happen; half a file did, too, where no entry lies.
      expect(new Set(gained)).toEqual(new Set([0, 1]))
      expect(drafts).toContain(200)
    },
  )
})
