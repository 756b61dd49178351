import { spawn } from 'node:child_process'
import { StringDecoder } from 'node:string_decoder'
import { CommandReader, LineSplitter } from './commands.js'

export interface ProcessOptions {
  readonly node: string
  readonly script: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly cancel: AbortSignal | undefined
}

export interface ProcessResult {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly timedOut: boolean
  readonly stdout: string
  readonly stderr: string
  readonly reader: CommandReader
  readonly durationMs: number
}

/** A step that prints more than this is stopped: no test needs it, and it would fill the memory. */
const MAX_PRINTED = 64 * 1024 * 1024

/** Spawns Node on a script and reads both streams in the order in which their lines arrive. */
export async function runProcess(options: ProcessOptions): Promise<ProcessResult> {
  const reader = new CommandReader()
  const started = performance.now()
  const child = spawn(options.node, [options.script], {
    cwd: options.cwd,
    env: { ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { stdout: '', stderr: '' }
  const collect = (stream: 'stdout' | 'stderr'): void => {
    const decoder = new StringDecoder('utf8')
    const lines = new LineSplitter((line) => reader.line(line, stream))
    const take = (text: string): void => {
      printed[stream] += text
      lines.push(text)
      if (printed[stream].length > MAX_PRINTED) child.kill('SIGKILL')
    }
    child[stream].on('data', (chunk: Buffer) => take(decoder.write(chunk)))
    child[stream].on('end', () => {
      take(decoder.end())
      lines.end()
    })
  }
  collect('stdout')
  collect('stderr')
  const stopping = limit(options, (signal) => {
    child.kill(signal)
    if (signal !== 'SIGKILL') return
    // A process the step left behind would hold the streams open, and the test with them.
    child.stdout.destroy()
    child.stderr.destroy()
  })
  try {
    const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, by) => resolve([code, by]))
    })
    const durationMs = performance.now() - started
    return { exitCode, signal, timedOut: stopping.timedOut(), ...printed, reader, durationMs }
  } finally {
    stopping.clear()
  }
}

/** Ends a step that lasts too long, and one that is cancelled as the runner does: SIGINT, SIGTERM, SIGKILL. */
function limit(options: ProcessOptions, kill: (signal: NodeJS.Signals) => void) {
  let timedOut = false
  const timers: NodeJS.Timeout[] = []
  const after = (ms: number, action: () => void): void => {
    timers.push(setTimeout(action, ms))
  }
  const cancelled = (): void => {
    kill('SIGINT')
    after(7500, () => kill('SIGTERM'))
    after(10_000, () => kill('SIGKILL'))
  }
  after(options.timeoutMs, () => {
    timedOut = true
    kill('SIGKILL')
  })
  if (options.cancel?.aborted === true) cancelled()
  else options.cancel?.addEventListener('abort', cancelled)
  const clear = (): void => {
    for (const timer of timers) clearTimeout(timer)
    options.cancel?.removeEventListener('abort', cancelled)
  }
  return { clear, timedOut: () => timedOut }
}
