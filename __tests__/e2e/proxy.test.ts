import { execFile, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { promisify } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { startProxy } from '../support/proxy.js'
import { push, runAction, sha } from '../support/runner.js'
import { INPUTS, seedWorkspace } from './seed.js'

const HEAD = sha('head')
const RUN = { inputs: INPUTS, event: push({ sha: HEAD }), token: TOKENS.full }

const NODE = process.env.ML_GATE_NODE ?? process.execPath

/** Whether the Node that runs the action speaks through proxies: 24.5 and later. */
const speaksThroughProxies = (() => {
  const [major = 0, minor = 0] = execFileSync(NODE, ['-p', 'process.versions.node'], { encoding: 'utf8' })
    .split('.')
    .map((part) => Number.parseInt(part, 10))
  return major > 24 || (major === 24 && minor >= 5)
})()

// Nobody knows the way to these hosts but the proxy.
describe(`behind a proxy, on a Node that ${speaksThroughProxies ? 'knows' : 'does not know'} how to ask one`, () => {
  test('the check run is posted through it', async () => {
    await using github = await startFakeGitHub({ shas: [HEAD], basePath: '/api/v3' })
    await using proxy = await startProxy(github.url)
    await using workspace = await seedWorkspace()
    await using run = await runAction({
      ...RUN,
      workspace: workspace.root,
      apiUrl: 'http://github.invalid/api/v3',
      env: { http_proxy: `http://me:secret@${proxy.address}`, no_proxy: 'elsewhere.invalid' },
    })
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' }, stderr: '' })
    expect(run.stdout + run.summary).not.toContain('secret')
    if (!speaksThroughProxies) {
      expect(proxy.seen).toEqual([])
      expect(run.summary).toMatch(/answer was lost \(E\w+\)/)
      return
    }
    expect(github.checkRuns).toHaveLength(1)
    expect(proxy.seen).toEqual([
      expect.objectContaining({ target: 'http://github.invalid/api/v3/repos/acme/churn/check-runs' }),
    ])
    expect(proxy.seen[0]?.headers).toMatchObject({
      host: 'github.invalid',
      'proxy-authorization': `Basic ${Buffer.from('me:secret').toString('base64')}`,
    })
  })

  test('to an address of https it asks for a tunnel, and nothing but TLS goes in', async () => {
    await using proxy = await startProxy('http://127.0.0.1:9')
    await using workspace = await seedWorkspace()
    await using run = await runAction({
      ...RUN,
      workspace: workspace.root,
      apiUrl: 'https://github.invalid',
      env: { HTTPS_PROXY: proxy.address },
    })
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' }, stderr: '' })
    expect(run.summary).toMatch(/answer was lost \(E\w+\)/)
    if (!speaksThroughProxies) {
      expect(proxy.seen).toEqual([])
      return
    }
    expect(proxy.seen.length).toBeGreaterThan(0)
    for (const it of proxy.seen) expect(it).toMatchObject({ method: 'CONNECT', target: 'github.invalid:443' })
    expect(JSON.stringify(proxy.seen)).not.toContain(TOKENS.full)
    // The first record is a handshake that names the host.
    expect(proxy.tunnelled()[0]).toBe(0x16)
    expect(proxy.tunnelled().includes('github.invalid')).toBe(true)
    expect(proxy.tunnelled().includes(TOKENS.full)).toBe(false)
  })

  test('one that never answers is left after its time, and keeps no process alive', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    try {
      await once(silent, 'listening')
      const script = `
        import { transport } from '${new URL('../../src/github/transport.js', import.meta.url)}'
        const env = { https_proxy: 'http://127.0.0.1:${(silent.address() as AddressInfo).port}' }
        const post = transport({ token: 'x', apiUrl: 'https://github.invalid', env })
        console.log(JSON.stringify(await post({ route: 'GET /user', params: {} }, 500)))`
      const { stdout } = await promisify(execFile)(NODE, ['--input-type=module', '-e', script], { timeout: 10_000 })
      expect(JSON.parse(stdout)).toEqual({
        dropped: speaksThroughProxies ? expect.stringMatching(/^(?:timeout|ERR_PROXY_TUNNEL)$/) : expect.any(String),
      })
    } finally {
      silent.close()
    }
  })

  test('a host that is exempt is asked without it', async () => {
    await using github = await startFakeGitHub({ shas: [HEAD] })
    await using proxy = await startProxy('http://127.0.0.1:9')
    await using workspace = await seedWorkspace()
    await using run = await runAction({
      ...RUN,
      workspace: workspace.root,
      apiUrl: github.url,
      env: { http_proxy: `http://${proxy.address}` },
    })
    expect(run.exitCode).toBe(0)
    expect(github.checkRuns).toHaveLength(1)
    expect(proxy.seen).toEqual([])
  })
})
