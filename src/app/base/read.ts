import { decode } from '../../evidence/readers/decode.js'
import { type Message, message } from '../../shared/message.js'
import { type Problem, problem } from '../../shared/problem.js'
import type { RunContext } from '../environment.js'
import { EXPRESSION, locateInline, sameText } from '../inline-policy.js'
import type { ActionOptions } from '../inputs.js'
import { DEFAULT_POLICY_FILE } from '../options.js'
import type { BaseReading } from './base.js'
import { type BaseReader, repositoryPath } from './files.js'
import { findStep, type StepInputs } from './step.js'

/** Largest policy and largest workflow that are read. */
const MAX_BYTES = 512 * 1024

export interface FoundBase {
  readonly reading: BaseReading
  readonly step?: StepInputs
}

/** What is looked for: the judged commit's choice of a policy, with its path as the repository has it. */
export interface Sought {
  readonly options: ActionOptions
  readonly context: RunContext
  /** The path of the policy file that the judged commit uses; undefined for an inline policy. */
  readonly file?: string
}

/**
 * Finds the policy that the base branch would judge by. The same step of its workflow says which: its inline policy, or
 * the file that it names. Where that step is not known, a policy file is looked for under the judged commit's path.
 */
export async function readBase(sought: Sought, reader: BaseReader): Promise<FoundBase> {
  const workflow = await readWorkflow(sought, reader)
  if (workflow.kind !== 'step') return byFile(sought, reader, workflow)
  const { step, path, text } = workflow
  const inline = step.policy ?? ''
  if (inline === '') return { reading: await ofNamedFile(sought, reader, step), step }
  if (EXPRESSION.test(inline)) {
    const why = message('base.expression', { path })
    const found = await byFile(sought, reader, { kind: 'unread', why })
    return { ...found, step }
  }
  const origin = locateInline(inline, [{ path, text }], workflow.job)
  const place = (position: { line: number; column: number }) => ({
    ...(origin?.place(position) ?? { path }),
    commit: reader.sha,
  })
  return { reading: { state: 'base', policy: { text: inline, source: path, place } }, step }
}

type Workflow =
  | {
      readonly kind: 'step'
      readonly step: StepInputs
      readonly job: string
      readonly path: string
      readonly text: string
    }
  | { readonly kind: 'none'; readonly where: string }
  | { readonly kind: 'unread'; readonly why: Message }

async function readWorkflow({ options, context }: Sought, reader: BaseReader): Promise<Workflow> {
  const { workflowPath: path, job, step, action } = context
  if (path === undefined) return { kind: 'unread', why: message('base.no-workflow') }
  const read = await reader.read(path, MAX_BYTES)
  if (read.kind === 'absent') return { kind: 'none', where: path }
  if (read.kind === 'unreadable') return { kind: 'unread', why: read.why }
  const text = decode({ path, bytes: read.bytes })
  if (!text.ok) return { kind: 'unread', why: message('file.encoding', { path }) }
  const { checkName } = options
  const found = findStep(text.value, {
    checkName,
    ...(job && { job }),
    ...(step && { step }),
    ...(action && { action }),
  })
  if (found.kind === 'found') return { kind: 'step', step: found.inputs, job: found.job, path, text: text.value }
  if (found.kind === 'none') return { kind: 'none', where: path }
  return { kind: 'unread', why: message(found.kind === 'unknown' ? 'base.several-steps' : 'base.no-yaml', { path }) }
}

/** Without the base's step the judged commit's own path is all there is to go by. */
async function byFile({ file }: Sought, reader: BaseReader, workflow: Exclude<Workflow, { kind: 'step' }>) {
  if (file !== undefined) return { reading: await readFile(reader, file) }
  const reading: BaseReading =
    workflow.kind === 'none' ? { state: 'bootstrap', where: workflow.where } : { state: 'unread', why: workflow.why }
  return { reading }
}

/** The file that the base's step names, or the default one. */
async function ofNamedFile(sought: Sought, reader: BaseReader, step: StepInputs): Promise<BaseReading> {
  const named = step['policy-file'] || DEFAULT_POLICY_FILE
  const folder = step['working-directory'] ?? ''
  if (!EXPRESSION.test(named) && !EXPRESSION.test(folder)) {
    const path = repositoryPath(folder, named)
    return path === undefined
      ? { state: 'refused', problem: unreadable(named, message('file.outside', { path: named })) }
      : readFile(reader, path)
  }
  // A matrix names the file by an expression: where the judged commit's path can be what it gives, it is taken for it.
  const { policy, workingDirectory } = sought.options
  const fits = policy.kind === 'file' && sameText(named, policy.path) && sameText(folder || '.', workingDirectory)
  if (fits && sought.file !== undefined) return readFile(reader, sought.file)
  const why = message('base.expression', { path: sought.context.workflowPath ?? '' })
  return sought.file === undefined ? { state: 'unread', why } : readFile(reader, sought.file)
}

async function readFile(reader: BaseReader, path: string): Promise<BaseReading> {
  const read = await reader.read(path, MAX_BYTES)
  if (read.kind === 'absent') return { state: 'bootstrap', where: path }
  if (read.kind === 'unreadable') return { state: 'refused', problem: unreadable(path, read.why) }
  const text = decode({ path, bytes: read.bytes })
  if (!text.ok) return { state: 'refused', problem: unreadable(path, message('file.encoding', { path })) }
  const place = (position: { line: number; column: number }) => ({ path, ...position, commit: reader.sha })
  return { state: 'base', policy: { text: text.value, source: path, place } }
}

/** Without the base's policy file nobody knows what is demanded. */
export function unreadable(path: string, why: Message): Problem {
  return problem('base.policy-unreadable', { path, why })
}
