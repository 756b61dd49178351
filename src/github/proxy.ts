/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * The proxy that a runner's `https_proxy` or `http_proxy` names for an address (lower case first); undefined where none
 * does, where `no_proxy` exempts the host, and for this machine itself.
 */
export function proxyFor(url: URL, env: Environment): string | undefined {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const proxy = env[name] || env[name.toUpperCase()]
  if (!proxy || isLocal(url.hostname) || isExempt(url, env.no_proxy || env.NO_PROXY || '')) return undefined
  return proxy.includes('://') ? proxy : `http://${proxy}`
}

/**
 * As the runner reads `no_proxy`: `example.com` and `.example.com` exempt what lies below that name too, `host:443` that
 * port only, `*` everything. Node's own reading takes `example.com` for that one host, so it is not asked.
 */
function isExempt({ hostname, port, protocol }: URL, noProxy: string): boolean {
  const named = [hostname, `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`]
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some(
      (entry) => entry === '*' || named.some((it) => `.${it}`.endsWith(entry.startsWith('.') ? entry : `.${entry}`)),
    )
}

function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.[\d.]+$/.test(hostname)
}
