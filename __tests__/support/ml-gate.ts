import { spawnSync } from 'node:child_process'
import { repo } from './repo.js'

/** What a run of the command gave. */
export interface Done {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `ml-gate` in a folder as a person does, with nothing of a runner's around it. */
export function mlGate(cwd: string, args: readonly string[]): Done {
  const node = process.env.ML_GATE_NODE ?? process.execPath
  const { status, stdout, stderr } = spawnSync(node, [repo('dist/cli.js'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '' },
    timeout: 30_000,
  })
  return { status, stdout, stderr }
}
