import { message } from '../../shared/message.js'
import type { RunContext } from '../environment.js'
import type { ActionOptions } from '../inputs.js'
import type { PolicyOrigin } from '../run.js'
import type { Workspace } from '../workspace.js'
import type { Base, BaseReading } from './base.js'
import { type BaseReader, baseFiles, baseReader } from './files.js'
import { inputChanges, placeChange } from './inputs.js'
import { readBase, unreadable } from './read.js'

/**
 * A policy of the judged commit with the base branch beside it. Only GitHub's API is asked: the job has run the pull
 * request's code, and whatever lies in the workspace may be its work, the clone included.
 */
export async function withBase(
  origin: PolicyOrigin,
  options: ActionOptions,
  context: RunContext,
  workspace: Workspace,
): Promise<PolicyOrigin> {
  const reader = baseReader(context, options.token, workspace.root)
  const beside = { ...origin, files: baseFiles(reader) }
  if (context.base?.proposed !== true) return beside
  return { ...beside, base: await baseOf(origin, options, context, workspace, reader) }
}

async function baseOf(
  origin: PolicyOrigin,
  options: ActionOptions,
  context: RunContext,
  workspace: Workspace,
  reader: BaseReader | undefined,
): Promise<Base> {
  const { policy, policyFrom: asked } = options
  const file = policy.kind === 'file' ? workspace.shown(policy.path) : undefined
  if (reader === undefined) return { reading: withoutReader(file, options), asked }
  const { reading, step } = await readBase({ options, context, ...(file !== undefined && { file }) }, reader)
  const moved = reading.state === 'base' ? placeChange(reading.policy.source, origin.source) : []
  const inputs = [...(step === undefined ? [] : inputChanges(step, options)), ...moved]
  return { commit: reader.sha, reading, asked, inputs, ...(step && { step }) }
}

/** Nobody could be asked: an inline policy is judged as it stands, a file never is. */
function withoutReader(file: string | undefined, { token }: ActionOptions): BaseReading {
  const why = message(token === '' ? 'base.no-token' : 'base.no-commit')
  return file === undefined ? { state: 'unread', why } : { state: 'refused', problem: unreadable(file, why) }
}
