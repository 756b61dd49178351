import { Lines } from '../code/lines.js'
import { type Command, commandsOf } from '../code/shell.js'
import { at, entriesAt, entry, itemsAt, type Tree, textAt } from '../code/tree.js'
import type { Evidence } from '../facts.js'

/** A workflow of GitHub Actions, as far as it decides what runs after what. */
export interface Workflow {
  readonly path: string
  readonly name: string
  /** Events that start it. */
  readonly triggers: readonly string[]
  /** Names of the workflows that it waits for (`workflow_run`). */
  readonly after: readonly string[]
  /** Path filters of its events. */
  readonly paths: readonly string[]
  readonly jobs: readonly Job[]
}

export interface Job {
  readonly id: string
  readonly line: number
  readonly needs: readonly string[]
  /** It runs although what it needs has failed (`if: always()`). */
  readonly regardless: boolean
  /** Its failure fails nothing. */
  readonly soft: boolean
  readonly condition: string
  /** A workflow of the same repository that it calls. */
  readonly calls?: string
  readonly steps: readonly Step[]
}

export interface Step extends Evidence {
  readonly soft: boolean
  /** It runs although a step before it has failed. */
  readonly regardless: boolean
  /** The action it uses, and what that is given. */
  readonly uses?: { readonly action: string; readonly with: ReadonlyMap<string, string> }
  /** Its commands, each with its own line. */
  readonly commands: readonly (Command & { readonly text: string })[]
  readonly folder: string
}

const MAX_JOBS = 200
const MAX_STEPS = 200

/** Reads a workflow; undefined where a document is none. */
export function readWorkflow(path: string, tree: Tree, text: string): Workflow | undefined {
  const jobs = entriesAt(tree, 'jobs').slice(0, MAX_JOBS)
  const on = at(tree, 'on') ?? at(tree, 'true')
  if (jobs.length === 0 || on === undefined) return undefined
  const lines = new Lines(text)
  const triggers = on.text !== undefined ? [on.text] : [...(on.items?.map(textOf) ?? []), ...(on.entries?.keys() ?? [])]
  const paths = entriesAt(on).flatMap(([, { value }]) => itemsAt(value, 'paths').map(textOf))
  const name = textAt(tree, 'name') || path
  const after = textsOf(at(on, 'workflow_run', 'workflows'))
  const defaults = at(tree, 'defaults', 'run')
  return {
    ...{ path, name, triggers, after, paths },
    jobs: jobs.flatMap(([id, { line, value }]) => jobOf(id, line, value, { path, lines, defaults }) ?? []),
  }
}

interface Around {
  readonly path: string
  readonly lines: Lines
  readonly defaults: Tree | undefined
}

function textOf(tree: Tree): string {
  return tree.text ?? ''
}

function textsOf(tree: Tree | undefined): string[] {
  return tree?.text !== undefined ? [tree.text] : (tree?.items ?? []).map(textOf)
}

/** A job; none where it never runs. */
function jobOf(id: string, line: number, tree: Tree, around: Around): Job | undefined {
  const condition = textAt(tree, 'if')
  if (isNever(condition)) return undefined
  const calls = /^\.\/(.+)$/.exec(textAt(tree, 'uses'))?.[1]
  const own = at(tree, 'defaults', 'run')
  return {
    ...{ id, line, condition },
    needs: textsOf(at(tree, 'needs')),
    regardless: isRegardless(condition),
    soft: isSoft(tree),
    ...(calls !== undefined && { calls }),
    steps: itemsAt(tree, 'steps')
      .slice(0, MAX_STEPS)
      .flatMap((step) => stepOf(step, { ...around, defaults: own ?? around.defaults }) ?? []),
  }
}

export function stepOf(tree: Tree, { path, lines, defaults }: Around): Step | undefined {
  const condition = textAt(tree, 'if')
  if (isNever(condition)) return undefined
  const run = entry(tree, 'run')
  const uses = entry(tree, 'uses')
  const line = run?.line ?? uses?.line ?? tree.line
  const shell = textAt(tree, 'shell') || textAt(defaults, 'shell')
  const script = run?.value.text ?? ''
  const first = run === undefined ? line : run.value.block === true ? run.line + 1 : run.value.line
  // Bash that a workflow names itself gets `-eo pipefail`; the default has no pipefail.
  const commands = commandsOf(script, first, shell === 'bash' || /pipefail/.test(shell)).map((command) => ({
    ...command,
    text: lines.line(command.line),
  }))
  const given = entriesAt(tree, 'with').map(([key, { value }]) => [key, textOf(value)] as const)
  return {
    ...{ path, line, text: lines.line(line) },
    soft: isSoft(tree),
    regardless: isRegardless(condition),
    ...(uses && { uses: { action: textOf(uses.value), with: new Map(given) } }),
    commands,
    folder: textAt(tree, 'working-directory') || textAt(defaults, 'working-directory'),
  }
}

function isNever(condition: string): boolean {
  return /^(?:\$\{\{\s*)?false(?:\s*\}\})?$/.test(condition.trim())
}

/** `always()`, `failure()`, `!cancelled()`: it runs although something has failed, unless success is asked for besides. */
function isRegardless(condition: string): boolean {
  return (
    /\b(?:always|failure|cancelled)\s*\(/.test(condition) && !/\bsuccess\s*\(|\.result\s*==\s*'success'/.test(condition)
  )
}

function isSoft(tree: Tree): boolean {
  const value = textAt(tree, 'continue-on-error')
  return value !== '' && value !== 'false'
}
