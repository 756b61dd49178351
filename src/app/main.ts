/** What the two doors open onto; each loads only what its run needs. */
export async function action(): Promise<void> {
  const { runAction } = await import('./action.js')
  await guarded('action', () => runAction(process.env, (line) => process.stdout.write(`${line}\n`)))
}

export async function command(): Promise<void> {
  const { runCommand } = await import('./command.js')
  const terminal = {
    out: (text: string) => void process.stdout.write(text),
    err: (text: string) => void process.stderr.write(text),
  }
  await guarded('command', () => runCommand(process.argv.slice(2), terminal))
}

/**
 * Sets the exit code and lets the process end by itself, so that nothing written is cut off. Whatever is thrown here
 * is a bug: it fails the run, shows its stack and asks for a report.
 */
async function guarded(door: 'action' | 'command', run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run()
  } catch (error) {
    process.exitCode = 2
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const ask = 'This is a bug in ML Governance Gate, not in your files. Please report it with the text below.'
    // One command on one line: no part of the error can be read as a command of its own.
    const escaped = `${ask}\n${stack}`.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
    if (door === 'action') process.stdout.write(`::error::${escaped}\n`)
    else process.stderr.write(`${ask}\n${stack}\n`)
  }
}
