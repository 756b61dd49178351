import { message } from '../../shared/message.js'
import type { RunContext } from '../environment.js'
import type { Sources } from '../extends/sources.js'
import { EXPRESSION } from '../inline-policy.js'
import type { ActionOptions } from '../inputs.js'
import { withExtended, withModels } from '../policy-source.js'
import type { PolicyOrigin } from '../run.js'
import type { Workspace } from '../workspace.js'
import type { Base, BaseReading } from './base.js'
import { type BaseReader, baseFiles, baseReader } from './files.js'
import { inputChanges, placeChange } from './inputs.js'
import { readBase, unreadable } from './read.js'
import type { StepInputs } from './step.js'

/**
 * A policy of the judged commit with the base branch beside it. Only GitHub's API is asked: the job has run the pull
 * request's code, and whatever lies in the workspace may be its work, the clone included.
 */
export async function withBase(
  origin: PolicyOrigin,
  options: ActionOptions,
  context: RunContext,
  workspace: Workspace,
  there: Sources['there'],
): Promise<PolicyOrigin> {
  const reader = baseReader(context, options.token, workspace.root)
  const beside = { ...origin, files: baseFiles(reader) }
  if (context.base?.proposed !== true) return beside
  return { ...beside, base: await baseOf({ origin, options, context, workspace, there }, reader) }
}

interface Run {
  readonly origin: PolicyOrigin
  readonly options: ActionOptions
  readonly context: RunContext
  readonly workspace: Workspace
  readonly there: Sources['there']
}

async function baseOf(run: Run, reader: BaseReader | undefined): Promise<Base> {
  const { origin, options, context, workspace } = run
  const { policy, policyFrom: asked } = options
  const file = policy.kind === 'file' ? workspace.shown(policy.path) : undefined
  if (reader === undefined) return { reading: withoutReader(file, options), asked }
  const { reading: own, step } = await readBase({ options, context, ...(file !== undefined && { file }) }, reader)
  const reading = await withLayers(own, step, run, reader)
  const moved = reading.state === 'base' ? placeChange(reading.policy.source, origin.source) : []
  const inputs = [...(step === undefined ? [] : inputChanges(step, options)), ...moved]
  return { commit: reader.sha, reading, asked, inputs, ...(step && { step }) }
}

/**
 * The base's policy with those that it extends, as they were there. Where one of them could not be read, nobody knows what
 * is demanded, as if the policy itself could not be; a reference that leads nowhere is a mistake that a pull request mends.
 */
async function withLayers(
  reading: BaseReading,
  step: StepInputs | undefined,
  { workspace, there }: Run,
  reader: BaseReader,
): Promise<BaseReading> {
  if (reading.state !== 'base') return reading
  const named = step?.['working-directory'] ?? ''
  const folder = step === undefined || EXPRESSION.test(named) ? workspace.shown('.') : named
  const extending = await withExtended(reading.policy, async () => {
    const { inBase } = await import('../extends/sources.js')
    return { here: inBase(reader, folder), there }
  })
  const policy = await withModels(extending, async () =>
    (await import('../models/base.js')).inBase(reader, folder, workspace),
  )
  const [first] = [policy.extended, policy.found].flatMap((it) => (it?.unread ? it.problems : []))
  if (first === undefined) return { ...reading, policy }
  // Whose base's policy is a file does not become an inline one by what the judged commit does with its own.
  return (step?.policy ?? '') !== ''
    ? { state: 'unread', why: first.message }
    : { state: 'refused', problem: unreadable(policy.source, first.message) }
}

/** Nobody could be asked: an inline policy is judged as it stands, a file never is. */
function withoutReader(file: string | undefined, { token }: ActionOptions): BaseReading {
  const why = message(token === '' ? 'base.no-token' : 'base.no-commit')
  return file === undefined ? { state: 'unread', why } : { state: 'refused', problem: unreadable(file, why) }
}
