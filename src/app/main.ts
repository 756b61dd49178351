import { writeSync } from 'node:fs'
import { workflowData } from '../report/escape.js'
import { runAction } from './action.js'
import { codeOf } from './workspace.js'

export async function action(): Promise<void> {
  await guarded('action', () => runAction(process.env, (line) => put(1, `${line}\n`)))
}

export async function command(): Promise<void> {
  const terminal = { out: (text: string) => put(1, text), err: (text: string) => put(2, text) }
  // The runner has no use for the command line's own part.
  await guarded('command', async () => (await import('./command.js')).runCommand(process.argv.slice(2), terminal))
}

/**
 * Writes all of a text at once. Node's own streams load a part of the network stack before the first line; a pipe that
 * is full is waited for, and one that nobody reads any more is no concern of the verdict.
 */
function put(descriptor: 1 | 2, text: string): void {
  let bytes: Uint8Array = Buffer.from(text)
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(descriptor, bytes))
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') return
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

/**
 * Sets the exit code and lets the process end by itself. Whatever is thrown here is a bug: it fails the run, shows its
 * stack and asks for a report.
 */
async function guarded(door: 'action' | 'command', run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run()
  } catch (error) {
    process.exitCode = 2
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const ask = 'This is a bug in ML Governance Gate, not in your files. Please report it with the text below.'
    if (door === 'action') put(1, `::error::${workflowData(`${ask}\n${stack}`)}\n`)
    else put(2, `${ask}\n${stack}\n`)
  }
}
