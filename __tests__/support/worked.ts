/**
 * Milliseconds for which this process has kept a processor busy: what a test of bounded time may compare. A clock on the
 * wall would count what else the machine does.
 */
export function worked(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
