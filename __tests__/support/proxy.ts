import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as the proxy saw it: the whole address, or the `host:port` of a tunnel. */
export interface Proxied {
  readonly method: string
  readonly target: string
  readonly headers: IncomingHttpHeaders
}

export interface Proxy extends AsyncDisposable {
  /** `127.0.0.1:port` */
  readonly address: string
  readonly seen: readonly Proxied[]
  /** What was sent through tunnels. */
  readonly tunnelled: () => Buffer
}

/**
 * A proxy of a runner's network. Plain requests go on to `to`, whatever host they name, as only the proxy knows the way
 * there; a tunnel is granted, notes what comes in and is closed, as nothing here could speak TLS for another host.
 */
export async function startProxy(to: string): Promise<Proxy> {
  const seen: Proxied[] = []
  const pieces: Buffer[] = []
  const note = ({ method = '', url = '', headers }: IncomingMessage) => seen.push({ method, target: url, headers })
  const server = createServer((incoming, outgoing) => {
    note(incoming)
    forward(incoming, outgoing, to)
  })
  server.on('connect', (incoming, socket) => {
    note(incoming)
    socket.on('error', () => {})
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    socket.once('data', (piece) => {
      pieces.push(piece)
      socket.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `127.0.0.1:${port}`,
    seen,
    tunnelled: () => Buffer.concat(pieces),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, to: string): void {
  const { pathname, search } = new URL(incoming.url ?? '')
  const { 'proxy-authorization': _, 'proxy-connection': __, ...headers } = incoming.headers
  const onward = request(new URL(pathname + search, to), { method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}
