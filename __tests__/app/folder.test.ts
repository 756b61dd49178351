import { expect, test } from '@jest/globals'
import { openFolder } from '../../src/app/folder.js'
import { Workspace } from '../../src/app/workspace.js'
import { makeWorkspace } from '../support/workspace.js'

test('a folder inside the workspace is listed under its whole path, too', async () => {
  await using home = await makeWorkspace({ 'runs/1/meta.yaml': 'x' })
  const workspace = Workspace.open(home.root, '.')
  if (!workspace.ok) throw new Error('no workspace')
  for (const path of ['runs', home.path('runs')]) {
    const { folder } = openFolder(workspace.value, path)
    expect(folder.list('')).toEqual(['1/'])
    expect(folder.list('1')).toEqual(['meta.yaml'])
    expect(folder.shown('1/meta.yaml')).toBe('runs/1/meta.yaml')
  }
})
