import type { Declared } from '../../maturity/assess.js'
import type { Attestation } from '../../maturity/judge.js'
import { readDocument } from '../../policy/document.js'
import { maturityMistakes, type WrittenMaturity } from '../../policy/maturity.js'
import { gatesOf } from '../../policy/parse.js'
import { refused } from '../../policy/refused.js'
import { validate } from '../../policy/validate.js'
import type { Location } from '../../shared/location.js'
import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { DAY, parseDay } from '../../shared/time.js'
import type { PolicyOrigin } from '../run.js'

/** What a policy says about maturity. */
export interface MaturityPolicy extends Omit<Declared, 'previous'> {
  /** The file of the last assessment, relative to the judged folder. */
  readonly previous?: { readonly path: string; readonly at: Location }
}

export const NO_POLICY: MaturityPolicy = { attestations: [] }

/**
 * What a policy says about maturity, or every mistake in the policy that its schema can see. It need not ask for a gate:
 * an assessment compares no metrics. `now` is in milliseconds since 1970.
 */
export async function maturityPolicy(origin: PolicyOrigin, now: number): Promise<Result<MaturityPolicy>> {
  const { document, problems } = readDocument(origin)
  if (document === undefined) return refused(problems)
  const { explained } = await validate(document, await gatesOf(document))
  if (problems.length + explained.length > 0) return refused([...problems, ...explained])
  const written = (document.data as { readonly maturity?: WrittenMaturity }).maturity ?? {}
  const mistakes = maturityMistakes(written, document.locate)
  if (mistakes.length > 0) return refused(mistakes)
  const { min, models, 'team-size': team, previous } = written
  return ok({
    ...(min !== undefined && { min }),
    ...(models !== undefined && { models }),
    ...(team !== undefined && { team }),
    ...(previous !== undefined && { previous: { path: previous, at: document.locate(['maturity', 'previous']) } }),
    attestations: (written.attestations ?? []).map((one) => attestation(one, now)),
  })
}

/** An attestation holds through its last day, UTC. */
function attestation(
  { item, owner, link, expires }: NonNullable<WrittenMaturity['attestations']>[number],
  now: number,
): Attestation {
  const day = parseDay(expires)
  return { item, owner, link, expires, expired: !(day !== undefined && now < day + DAY) }
}

/** A policy file that is not there is none, unless it was asked for. */
export function optional(read: Result<PolicyOrigin>, named: boolean): Result<PolicyOrigin | undefined> {
  if (read.ok) return read
  const absent = read.problems.every(({ message }) => message.id === 'app.no-policy')
  return absent && !named
    ? ok(undefined)
    : failed(...read.problems, ...(read.problems.length === 0 ? [problem('app.no-policy')] : []))
}
