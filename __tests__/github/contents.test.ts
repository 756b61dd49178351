import { describe, expect, test } from '@jest/globals'
import { commitFiles, type FileRead } from '../../src/github/contents.js'
import { sha } from '../support/events.js'
import { english } from '../support/evidence.js'
import { type FakeGitHubOptions, type Matcher, startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { PACE } from './setting.js'

const BASE = sha('base')
const KIB = 1024
const FILES: FakeGitHubOptions = {
  files: {
    [BASE]: {
      'p.yaml': 'performance: {f1: {min: 0.85}}\n',
      'a folder/한 글.yaml': 'x',
      'empty.yaml': '',
      'bytes.bin': new Uint8Array([0xff, 0x00, 0xfe]),
      'large.json': `{"a": "${'x'.repeat(2 * KIB * KIB)}"}`,
      link: { symlink: '/etc/passwd' },
    },
  },
}

/** What is read of a path, as one text. */
function told(read: FileRead): string {
  if (read.kind === 'file') return `${read.bytes.byteLength} bytes`
  return read.kind === 'absent' ? 'absent' : english(read.why)
}

async function readOne(
  path: string,
  {
    limit = 10 * KIB * KIB,
    token = TOKENS.readOnly as string,
    commit = BASE,
    fail = [] as [Matcher, number, number?][],
  } = {},
) {
  await using github = await startFakeGitHub(FILES)
  for (const [matcher, status, times] of fail) github.fail(matcher, { status }, times)
  const files = commitFiles({ owner: 'acme', repo: 'churn', sha: commit }, { token, apiUrl: github.url, pace: PACE })
  const read = await files.read(path, limit)
  const again = await files.read(path, limit)
  expect(again).toEqual(read)
  return { said: told(read), requests: github.requests.map(({ operation }) => operation), read }
}

describe('a file of a commit', () => {
  test.each([
    ['p.yaml', '31 bytes', ['repos/get-content']],
    ['a folder/한 글.yaml', '1 bytes', ['repos/get-content']],
    ['empty.yaml', '0 bytes', ['repos/get-content']],
    ['large.json', `${2 * KIB * KIB + 9} bytes`, ['repos/get-content', 'git/get-blob']],
    ['none.yaml', 'absent', ['repos/get-content', 'git/get-commit']],
  ])('%s', async (path, said, requests) => {
    expect(await readOne(path)).toMatchObject({ said, requests })
  })

  test('comes byte by byte', async () => {
    const { read } = await readOne('bytes.bin')
    expect(read.kind === 'file' && [...read.bytes]).toEqual([0xff, 0x00, 0xfe])
  })

  test.each([
    ['link', {}, /no file there but a symlink/],
    ['a folder', {}, /no file there but a folder/],
    ['p.yaml', { limit: 10 }, /has 31 bytes there; at most 10/],
    ['large.json', { limit: KIB }, /at most 1024/],
    ['../../../user', {}, /no path in a repository/],
    ['a//b', {}, /no path in a repository/],
    ['', {}, /no path in a repository/],
    ['p.yaml', { token: '' }, /no usable token/],
    ['p.yaml', { token: 'wrong' }, /401/],
    ['p.yaml', { commit: '../../x' }, /headSha is not valid/],
  ] as const)('%s is refused', async (path, asked, said) => {
    const { said: found } = await readOne(path, asked)
    expect(found).toMatch(said)
  })
})

describe('absent is said only where the commit can be seen', () => {
  test.each([
    ['a token without the permission', 'none.yaml', { token: TOKENS.noContents }],
    ['a file that is there, and such a token', 'p.yaml', { token: TOKENS.noContents }],
    ['a commit that is not there', 'none.yaml', { commit: sha('other') }],
  ] as const)('%s', async (_name, path, asked) => {
    const { said } = await readOne(path, asked)
    expect(said).toMatch(/404.*`contents: read`/)
  })

  test.each([
    ['403', 403, /403.*contents: read/],
    ['500, each time', 500, /did not answer usably/],
  ] as const)('%s when the commit is asked for', async (_name, status, said) => {
    const fail: [Matcher, number, number][] = [['git/get-commit', status, Number.POSITIVE_INFINITY]]
    expect((await readOne('none.yaml', { fail })).said).toMatch(said)
  })
})

describe('an answer that is lost', () => {
  test('once is asked for again', async () => {
    const { said, requests } = await readOne('p.yaml', { fail: [['repos/get-content', 502, 1]] })
    expect([said, requests.length]).toEqual(['31 bytes', 2])
  })

  test('each time is no absence', async () => {
    const { said } = await readOne('p.yaml', { fail: [['repos/get-content', 502, Number.POSITIVE_INFINITY]] })
    expect(said).toMatch(/did not answer usably/)
  })
})
