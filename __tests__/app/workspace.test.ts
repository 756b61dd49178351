import { execFileSync } from 'node:child_process'
import { truncateSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Workspace } from '../../src/app/workspace.js'
import { decode } from '../../src/evidence/readers/decode.js'
import { makeWorkspace } from '../support/workspace.js'

function open(root: string, base = '.'): Workspace {
  const opened = Workspace.open(root, base)
  if (!opened.ok) throw new Error('not a workspace')
  return opened.value
}

const refusal = (workspace: Workspace, path: string, limit = 1000) => {
  const read = workspace.read(path, limit)
  return read.ok ? 'read' : read.problems[0]?.message.id
}

test('reads regular files inside, and shows paths relative to the workspace', async () => {
  await using folder = await makeWorkspace({ 'sub/m.json': 'x', 'link.json': { symlink: 'sub/m.json' } })
  const workspace = open(folder.root, 'sub')
  expect(workspace.read('m.json', 10)).toMatchObject({ ok: true, value: { path: 'sub/m.json' } })
  expect(workspace.read('../link.json', 10)).toMatchObject({ ok: true, value: { path: 'link.json' } })
})

test('refuses everything else, each with its own reason', async () => {
  await using folder = await makeWorkspace({
    'big.json': 'x'.repeat(2000),
    'dir/a': '',
    'out.json': { symlink: '/etc/hostname' },
    'chain.json': { symlink: 'out.json' },
    outdir: { symlink: '/etc' },
    loop: { symlink: 'loop' },
    'dangling.json': { symlink: 'nowhere' },
  })
  execFileSync('mkfifo', [folder.path('pipe')])
  const workspace = open(folder.root)
  expect(refusal(workspace, 'big.json')).toBe('file.too-large')
  expect(refusal(workspace, 'dir')).toBe('file.folder')
  expect(refusal(workspace, 'out.json')).toBe('file.outside')
  expect(refusal(workspace, 'chain.json')).toBe('file.outside')
  expect(refusal(workspace, 'outdir/hostname')).toBe('file.outside')
  expect(refusal(workspace, '/etc/hostname')).toBe('file.outside')
  expect(refusal(workspace, '/dev/zero')).toBe('file.outside')
  expect(refusal(workspace, 'loop')).toBe('file.unreadable')
  expect(refusal(workspace, 'dangling.json')).toBe('file.absent')
  expect(refusal(workspace, 'absent.json')).toBe('file.absent')
  expect(refusal(workspace, '../../absent.json')).toBe('file.outside')
  expect(refusal(workspace, 'a\0b')).toBe('file.absent')
  expect(refusal(workspace, 'pipe')).toBe('file.not-a-file')
})

describe('globs', () => {
  test('name files in order of path, links not followed', async () => {
    await using folder = await makeWorkspace({ 'b/m.json': '', 'a/m.json': '', 'a/n.txt': '', c: { symlink: '/etc' } })
    expect(await open(folder.root).find('**/*.json')).toEqual({ ok: true, value: ['a/m.json', 'b/m.json'] })
  })

  test('that match nothing, lead out or match too much are refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`many/${i}.json`, '']))
    await using folder = await makeWorkspace(many)
    const workspace = open(folder.root)
    const id = async (pattern: string) => {
      const found = await workspace.find(pattern)
      return found.ok ? found.value.length : found.problems[0]?.message.id
    }
    expect(await id('*.yaml')).toBe('file.no-match')
    expect(await id('../*')).toBe('file.outside')
    expect(await id('/etc/*')).toBe('file.outside')
    expect(await id('many/*.json')).toBe('file.too-many')
    expect(await id('many/1*.json')).toBe(111)
    for (const pattern of ['*a*a*a*a*a*b', '['.repeat(70_000), '+(a|b)*', `${'**/'.repeat(40)}*.json`]) {
      expect(await id(pattern)).toBe('file.pattern')
    }
  })

  test('do not reach into dependencies', async () => {
    await using folder = await makeWorkspace({ 'node_modules/x/m.json': '', '.git/m.json': '', '.dvc/m.json': '' })
    expect(await open(folder.root).find('**/m.json')).toEqual({ ok: true, value: ['.dvc/m.json'] })
  })

  test('a name that looks like a pattern is a name where such a file exists', async () => {
    await using folder = await makeWorkspace({ 'm[1].json': '' })
    expect(await open(folder.root).find('m[1].json')).toEqual({ ok: true, value: ['m[1].json'] })
  })
})

test('a working directory outside or absent is refused', async () => {
  await using folder = await makeWorkspace({ file: '', out: { symlink: '/etc' } })
  for (const base of ['..', '/etc', 'out', 'absent', 'file']) expect(Workspace.open(folder.root, base).ok).toBe(false)
})

test('text is UTF-8; a byte order mark is dropped', () => {
  const bytes = (...values: number[]) => decode({ path: 'p', bytes: Uint8Array.from(values) })
  expect(bytes(0xef, 0xbb, 0xbf, 0x7b)).toEqual({ ok: true, value: '{' })
  expect(bytes(0xff, 0xfe, 0x7b, 0)).toMatchObject({ ok: false, problems: [{ message: { id: 'file.encoding' } }] })
})

test('the files of a run have a limit together', async () => {
  // Holes take no room on the disk.
  await using folder = await makeWorkspace({ 'large.json': '' })
  const size = 32 * 1024 * 1024
  truncateSync(folder.path('large.json'), size)
  const workspace = open(folder.root)
  const read = Array.from({ length: 9 }, () => refusal(workspace, 'large.json', size))
  expect(read).toEqual([...Array.from({ length: 8 }, () => 'read'), 'file.total'])
})
