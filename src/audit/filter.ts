import type { Verdict } from '../verdict/outcome.js'
import type { AuditEntry } from './record.js'

/** Which entries are wanted; a member that is absent excludes none. */
export interface Filter {
  readonly model?: string
  readonly verdicts?: readonly Verdict[]
  /** A login or `org/team`, with or without `@`. */
  readonly person?: string
  /** In the form of an entry's time, both included; such texts are in the order of the times they stand for. */
  readonly since?: string
  readonly until?: string
}

export function isWanted(entry: AuditEntry, { model, verdicts, person, since, until }: Filter): boolean {
  return (
    (model === undefined || entry.models.some(({ name }) => name === model)) &&
    (verdicts === undefined || verdicts.includes(entry.verdict)) &&
    (person === undefined || personsOf(entry).some((one) => bare(one) === bare(person))) &&
    (since === undefined || entry.time >= since) &&
    (until === undefined || entry.time <= until)
  )
}

/** Everyone who had a part in it: who started or wrote what was judged, who owns, approved and waived. */
function personsOf({ subject, models }: AuditEntry): string[] {
  const ofModels = models.flatMap(({ owner, approvals, waivers }) => [
    owner,
    ...approvals.map(({ by }) => by),
    ...waivers.flatMap((waiver) => [waiver.owner, waiver['approved-by']]),
  ])
  return [subject.actor, subject.author, ...ofModels].filter((one) => one !== undefined)
}

/** GitHub does not tell logins apart by their case. */
function bare(person: string): string {
  return person.replace(/^@/, '').toLowerCase()
}
