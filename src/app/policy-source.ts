import { readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { decode } from '../evidence/readers/decode.js'
import type { PolicyText } from '../policy/document.js'
import { compareText, type Position } from '../shared/location.js'
import { failed, ok, problem, type Result } from '../shared/problem.js'
import type { Sources } from './extends/sources.js'
import { locateInline, type WorkflowFile } from './inline-policy.js'
import type { Finder } from './models/find.js'
import type { Options } from './options.js'
import type { PolicyOrigin } from './run.js'
import { Workspace } from './workspace.js'

const MAX_BYTES = 512 * 1024
const WORKFLOWS = '.github/workflows'

/** Where an inline policy is looked for. */
export interface Workflows {
  readonly path?: string
  readonly job?: string
}

/** The policy's text, and how its positions map onto files of the workspace. */
export function readPolicy(
  { policy }: Pick<Options, 'policy'>,
  workspace: Workspace,
  workflows: Workflows = {},
): Result<PolicyOrigin> {
  if (policy.kind === 'inline') return ok(inline(policy.text, workspace, workflows))
  const file = workspace.read(policy.path, MAX_BYTES)
  if (!file.ok) {
    const path = workspace.shown(policy.path)
    const problems = file.problems.map(({ message, absent }) =>
      absent ? problem('app.no-policy', { path }) : problem('app.policy-unreadable', { why: message }),
    )
    return failed(...problems)
  }
  const { path } = file.value
  const text = decode(file.value)
  if (!text.ok) return text
  return ok({ text: text.value, source: path, from: 'head', place: (position) => ({ path, ...position }) })
}

/** The policy with those that it extends. They are looked for by the runs whose policy seems to extend any. */
export async function withExtended<T extends PolicyText>(
  policy: T & { readonly source: string },
  sources: () => Promise<Sources>,
): Promise<T> {
  if (!mayHave(policy, 'extends')) return policy
  const { extendedBy } = await import('./extends/resolve.js')
  return { ...policy, extended: await extendedBy(policy, policy.source, await sources()) }
}

/** The policy with the models that it names, where it seems to name any. */
export async function withModels<T extends PolicyText>(policy: T, find: () => Promise<Finder>): Promise<T> {
  const texts = [policy, ...(policy.extended?.layers ?? [])]
  if (!texts.some((text) => mayHave(text, 'models'))) return policy
  const { modelsIn } = await import('./models/find.js')
  const found = await modelsIn(policy, async (pattern) => (await find())(pattern))
  return found === undefined ? policy : { ...policy, found }
}

/** Whether a text may have a key. YAML knows stranger ways to write one; the parser then says that nobody looked after it. */
function mayHave({ text }: PolicyText, key: 'extends' | 'models'): boolean {
  return new RegExp(`(?:^|[\\s{,"'])${key}["']?[ \\t]*:`, 'm').test(text)
}

function inline(text: string, workspace: Workspace, { path, job }: Workflows): PolicyOrigin {
  const files = workflowFiles(workspace, path)
  const origin = locateInline(text, files, job)
  if (origin !== undefined) return { text, source: origin.path, from: 'inline', place: origin.place }
  // Lines of the input itself: right, but of no file.
  const place = (position: Position) => ({ path: 'policy', ...position, input: true as const })
  return { text, source: path ?? 'policy', from: 'inline', place }
}

/** The workflow that runs, or all of them where the runner does not say which one does. */
function workflowFiles({ root }: Workspace, path: string | undefined): WorkflowFile[] {
  const opened = Workspace.open(root, '.')
  if (!opened.ok) return []
  const names = path === undefined ? workflowNames(root) : [path]
  const files: WorkflowFile[] = []
  for (const name of names) {
    const file = opened.value.read(name, MAX_BYTES)
    const text = file.ok ? decode(file.value) : file
    if (file.ok && text.ok) files.push({ path: file.value.path, text: text.value })
  }
  return files
}

function workflowNames(root: string): string[] {
  const folder = resolve(root, WORKFLOWS)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort(compareText)
    .slice(0, 50)
    .map((name) => `${WORKFLOWS}/${name}`)
}
