import { push, sha, type WorkflowEvent } from './events.js'
import { repo } from './repo.js'
import { type Annotation, showAnnotations } from './runner/annotations.js'
import type { Command } from './runner/commands.js'
import { stepEnvironment } from './runner/environment.js'
import { makeCommandFiles, readCommandFiles } from './runner/files.js'
import { resolveInputs } from './runner/inputs.js'
import { runProcess } from './runner/process.js'
import { makeWorkspace } from './workspace.js'

export * from './events.js'
export type { Annotation } from './runner/annotations.js'
export type { Command } from './runner/commands.js'

export interface RunOptions {
  /** Absolute path of the checked-out repository; the step runs there. */
  readonly workspace: string
  /** What the workflow writes under `with:`. */
  readonly inputs?: Readonly<Record<string, string>>
  /** `${{ github.token }}`, the default of the input `token`; default: none. */
  readonly token?: string
  /** Default: a push to `main`. */
  readonly event?: WorkflowEvent
  /** The API, such as `FakeGitHub.url`; by default an address where nothing listens. */
  readonly apiUrl?: string
  /** Default: the repository's `dist/index.js`. */
  readonly script?: string
  /** Where the defaults of inputs stand; default: the repository's `action.yml`. A missing file means no defaults. */
  readonly actionYml?: string
  /** Variables beside the runner's; `undefined` takes one of the runner's away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly job?: string
  readonly workflow?: string
  readonly runId?: number
  readonly runAttempt?: number
  /** After this the step is killed (default 30 000). */
  readonly timeoutMs?: number
  /** Cancels the step as a person does on the run's page. */
  readonly cancel?: AbortSignal
}

export interface RunResult extends AsyncDisposable {
  /** Null where a signal ended it. */
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly timedOut: boolean
  /** What the run's page shows for the step: a failure also where the exit code is 0 but a command failed. */
  readonly conclusion: 'success' | 'failure'
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  /** The job summary; empty where it was too large to be shown. */
  readonly summary: string
  /** From both streams, cut to ten of a level and 4096 characters. */
  readonly annotations: readonly Annotation[]
  /** Annotations beyond the limit. */
  readonly droppedAnnotations: number
  /** Every command found in the output, in order. */
  readonly commands: readonly Command[]
  /**
   * Commands that change what the runner does (`add-mask`, `stop-commands`, `set-env`, `set-output` …). An action that
   * masks no secret of its own has none: whatever stands here came out of a file it read.
   */
  readonly injected: readonly Command[]
  /** What it wrote to GITHUB_ENV, GITHUB_STATE and GITHUB_PATH. */
  readonly exported: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly path: readonly string[]
  /** Errors the runner itself reports: a broken output file, a forbidden command, an oversized summary. */
  readonly runnerErrors: readonly string[]
  /** Inputs given that the action does not declare. */
  readonly unexpectedInputs: readonly string[]
  /** The runner's temporary folder, where report files may lie; it lasts until `dispose()`. */
  readonly temp: string
  readonly durationMs: number
  /** Removes the temporary folder. */
  dispose(): Promise<void>
}

const HARMLESS: ReadonlySet<string> = new Set(['error', 'warning', 'notice', 'debug', 'group', 'endgroup'])
const FORBIDDEN: ReadonlySet<string> = new Set(['set-env', 'add-path'])

/**
 * Runs an action's script as a step of a job: a clean environment, the runner's variables and files, and the runner's
 * reading of what the script prints. The Node is the one that runs the tests, or the one `ML_GATE_NODE` names.
 *
 * ```ts
 * await using workspace = await makeWorkspace({ 'metrics.json': '{"f1": 0.9}' })
 * await using run = await runAction({
 *   workspace: workspace.root, inputs: { metrics: 'metrics.json' }, token: TOKENS.full, apiUrl: github.url,
 *   event: pullRequest({ number: 7, headSha: HEAD, fork: true }),
 * })
 * expect(run.outputs.verdict).toBe('pass')
 * expect(run.injected).toEqual([])
 * ```
 */
export async function runAction(options: RunOptions): Promise<RunResult> {
  const scratch = await makeWorkspace()
  try {
    return await run(options, scratch.root, () => scratch.dispose())
  } catch (error) {
    await scratch.dispose()
    throw error
  }
}

async function run(options: RunOptions, scratch: string, dispose: () => Promise<void>): Promise<RunResult> {
  const { workspace, inputs = {}, token = '', actionYml } = options
  const resolved = resolveInputs(inputs, token, actionYml)
  const files = await makeCommandFiles(`${scratch}/_temp`)
  const job = { job: options.job ?? 'gate', workflow: options.workflow ?? 'ML Pipeline' }
  const numbers = { runId: options.runId ?? 4242, runAttempt: options.runAttempt ?? 1 }
  const event = options.event ?? push({ sha: sha('head') })
  // Port 9 discards: a step that speaks to the network without being told to where fails at once.
  const apiUrl = options.apiUrl ?? 'http://127.0.0.1:9'
  const runner = await stepEnvironment({ workspace, scratch, event, files, apiUrl, ...job, ...numbers })
  const done = await runProcess({
    node: process.env.ML_GATE_NODE ?? process.execPath,
    script: options.script ?? repo('dist/index.js'),
    cwd: workspace,
    env: defined({ ...runner, ...resolved.env, ...options.env }),
    timeoutMs: options.timeoutMs ?? 30_000,
    cancel: options.cancel,
  })
  const told = await readCommandFiles(files)
  const { commands } = done.reader
  const forbidden = commands.filter(({ name }) => FORBIDDEN.has(name))
  const { annotations, dropped } = showAnnotations(commands, workspace)
  const { exitCode, signal, timedOut, stdout, stderr, durationMs } = done
  const failed = exitCode !== 0 || told.failed || forbidden.length > 0
  return {
    ...{ exitCode, signal, timedOut, stdout, stderr, durationMs, commands, annotations },
    conclusion: failed ? 'failure' : 'success',
    outputs: { ...told.outputs, ...setBy(commands, 'set-output') },
    summary: told.summary,
    droppedAnnotations: dropped,
    injected: commands.filter(({ name }) => !HARMLESS.has(name)),
    exported: told.env,
    state: { ...told.state, ...setBy(commands, 'save-state') },
    path: told.path,
    runnerErrors: [...told.errors, ...forbidden.map(({ name }) => `Unable to process command '${name}' successfully.`)],
    unexpectedInputs: resolved.unexpected,
    temp: `${scratch}/_temp`,
    dispose,
    [Symbol.asyncDispose]: dispose,
  }
}

/** What the old commands set: they still work, which is why text that was read must never be printed raw. */
function setBy(commands: readonly Command[], name: 'set-output' | 'save-state'): Record<string, string> {
  const found = commands.filter((command) => command.name === name)
  return Object.fromEntries(found.map((command) => [command.properties.get('name') ?? '', command.data]))
}

function defined(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
}
