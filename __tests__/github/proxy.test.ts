import { describe, expect, test } from '@jest/globals'
import { proxyFor } from '../../src/github/proxy.js'

const PROXY = 'http://proxy.corp:8080'

function asked(url: string, env: Record<string, string>): string | undefined {
  return proxyFor(new URL(url), env)
}

describe('which proxy', () => {
  test.each([
    ['https_proxy', { https_proxy: PROXY }, PROXY],
    ['HTTPS_PROXY', { HTTPS_PROXY: PROXY }, PROXY],
    ['the lower case before the upper', { https_proxy: PROXY, HTTPS_PROXY: 'http://other' }, PROXY],
    ['the upper case where the lower is empty', { https_proxy: '', HTTPS_PROXY: PROXY }, PROXY],
    ['one without a scheme', { https_proxy: 'proxy.corp:8080' }, PROXY],
    ['one with a name and a password', { https_proxy: 'http://a:b@proxy.corp' }, 'http://a:b@proxy.corp'],
    ['none for the other scheme', { http_proxy: PROXY }, undefined],
    ['none at all', {}, undefined],
  ])('%s', (_, env, expected) => {
    expect(asked('https://api.github.com', env)).toBe(expected)
  })

  test('http_proxy is for http', () => {
    expect(asked('http://ghe.corp/api/v3', { http_proxy: PROXY, https_proxy: 'http://other' })).toBe(PROXY)
  })
})

describe('no_proxy', () => {
  test.each([
    'ghe.corp.example',
    'GHE.Corp.Example',
    'corp.example',
    '.corp.example',
    'other, corp.example',
    'other corp.example',
    'ghe.corp.example:8443',
    '*',
  ])('%s exempts ghe.corp.example:8443', (no_proxy) => {
    expect(asked('https://ghe.corp.example:8443/api/v3', { https_proxy: PROXY, no_proxy })).toBeUndefined()
    expect(asked('https://ghe.corp.example:8443/api/v3', { https_proxy: PROXY, NO_PROXY: no_proxy })).toBeUndefined()
  })

  test.each(['', ',', 'orp.example', 'x.corp.example', 'ghe.corp.example:443', 'example.com', 'ghe.corp'])(
    '%j does not',
    (no_proxy) => {
      expect(asked('https://ghe.corp.example:8443/api/v3', { https_proxy: PROXY, no_proxy })).toBe(PROXY)
    },
  )

  test('443 is the port of https and 80 of http', () => {
    const env = { https_proxy: PROXY, http_proxy: PROXY, no_proxy: 'a:443,b:80' }
    expect(['https://a', 'http://b', 'https://b', 'http://a'].map((url) => asked(url, env))).toEqual([
      undefined,
      undefined,
      PROXY,
      PROXY,
    ])
  })

  test.each(['http://localhost:8080', 'http://127.0.0.1:9', 'http://127.1.2.3', 'http://[::1]:80'])(
    '%s is this machine',
    (url) => {
      expect(asked(url, { http_proxy: PROXY })).toBeUndefined()
    },
  )

  test('a host that only begins like this machine is another one', () => {
    expect(asked('http://127.0.0.1.example', { http_proxy: PROXY })).toBe(PROXY)
  })
})
