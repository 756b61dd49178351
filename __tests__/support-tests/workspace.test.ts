import { existsSync, readFileSync, readlinkSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { makeWorkspace } from '../support/workspace.js'

test('makes text, bytes and links, replaces them, and goes with its scope', async () => {
  let root = ''
  {
    await using workspace = await makeWorkspace({
      'a/b.txt': '가',
      bytes: new Uint8Array([0, 255]),
      'out.json': { symlink: '/etc/passwd' },
    })
    root = workspace.root
    expect(await workspace.read('a/b.txt')).toBe('가')
    expect([...readFileSync(workspace.path('bytes'))]).toEqual([0, 255])
    expect(readlinkSync(workspace.path('out.json'))).toBe('/etc/passwd')
    await workspace.write('a/b.txt', 'new')
    expect(await workspace.read('a/b.txt')).toBe('new')
  }
  expect(existsSync(root)).toBe(false)
})

test.each(['../x', '/opt/x', 'a/../../x', ''])('refuses to write outside: %j', async (path) => {
  await using workspace = await makeWorkspace()
  await expect(workspace.write(path, 'x')).rejects.toThrow('not inside the workspace')
})
