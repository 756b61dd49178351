import { decode } from '../../evidence/readers/decode.js'
import { type Assessment, assess } from '../../maturity/assess.js'
import { type Previous, readPrevious } from '../../maturity/trend.js'
import { ok, type Problem, type Result } from '../../shared/problem.js'
import type { PolicyOrigin } from '../run.js'
import type { Workspace } from '../workspace.js'
import { maturityPolicy, NO_POLICY } from './policy.js'
import { scanFolder } from './scan.js'

/** What an assessment is told beside the folder. */
export interface AssessOptions {
  readonly models?: number
  readonly team?: number
  /** The last assessment's JSON, as bytes and the name it is told by. */
  readonly previous?: Result<{ readonly path: string; readonly bytes: Uint8Array }>
}

/** The largest assessment that is read back, in bytes. */
export const MAX_PREVIOUS = 4 * 1024 * 1024

/** Policy, files, answers: the whole assessment of a folder, or every reason why there is none. */
export async function assessFolder(
  workspace: Workspace,
  policy: PolicyOrigin | undefined,
  options: AssessOptions,
  now: number,
): Promise<Result<Assessment>> {
  const read = policy === undefined ? ok(NO_POLICY) : await maturityPolicy(policy, now)
  const named =
    options.previous ??
    (read.ok && read.value.previous !== undefined ? workspace.read(read.value.previous.path, MAX_PREVIOUS) : undefined)
  const previous = named === undefined ? ok(undefined) : readBack(named)
  const problems = [read, previous].flatMap((one): readonly Problem[] => (one.ok ? [] : one.problems))
  if (!read.ok || !previous.ok) return { ok: false, problems }
  const { previous: _, ...declared } = read.value
  const { models, team } = options
  const { collected, scan } = await scanFolder(workspace.base)
  return ok(
    assess(
      collected,
      {
        ...declared,
        ...(models !== undefined && { models }),
        ...(team !== undefined && { team }),
        ...(previous.value && { previous: previous.value }),
      },
      scan,
    ),
  )
}

function readBack(file: NonNullable<AssessOptions['previous']>): Result<Previous> {
  if (!file.ok) return file
  const text = decode(file.value)
  return text.ok ? readPrevious(text.value, file.value.path) : text
}
