import type { AuditEntry, ModelRecord, RecordedWaiver } from '../audit/record.js'
import { compareText } from '../shared/location.js'
import type { Decision } from './model.js'

/** What the trail says of one model of one repository. */
export interface Judged {
  readonly name: string
  /** Empty where it is not known. */
  readonly repository: string
  readonly decisions: number
  readonly last: Decision
  readonly allowed?: Decision
  /** Of the last decision. */
  readonly record: Pick<ModelRecord, 'owner' | 'risk' | 'metrics' | 'approvals'> & {
    readonly waivers: readonly RecordedWaiver[]
    readonly card?: string
  }
}

/** Distinct models that are kept; a trail with more was not written by a gate. */
const MAX_MODELS = 20_000

/**
 * Takes entries one after the other, in any order, and keeps of each model the last decision alone: memory grows with the
 * models, not with the decisions.
 */
export class Decisions {
  private readonly byModel = new Map<string, Judged>()
  /** Entries whose models were left out because there are too many. */
  private left = 0

  add(entry: AuditEntry, path: string): void {
    for (const model of entry.models) {
      const repository = entry.subject.repository ?? ''
      const key = JSON.stringify([model.name, repository])
      const known = this.byModel.get(key)
      if (known === undefined && this.byModel.size >= MAX_MODELS) this.left += 1
      else this.byModel.set(key, after(known, entry, model, path))
    }
  }

  /** In order of name, then repository. */
  all(): Judged[] {
    return [...this.byModel.values()].sort(
      (a, b) => compareText(a.name, b.name) || compareText(a.repository, b.repository),
    )
  }

  get leftOut(): number {
    return this.left
  }
}

function after(known: Judged | undefined, entry: AuditEntry, model: ModelRecord, path: string): Judged {
  const decision = decisionOf(entry, model, path)
  const isLast = known === undefined || decision.sequence > known.last.sequence
  const lets = model.verdict === 'pass' || model.verdict === 'warn'
  const newest = known?.allowed
  const allowed = lets && (newest === undefined || decision.sequence > newest.sequence) ? decision : newest
  return {
    name: model.name,
    repository: entry.subject.repository ?? '',
    decisions: (known?.decisions ?? 0) + 1,
    last: isLast ? decision : known.last,
    ...(allowed && { allowed }),
    record: isLast ? recordOf(model) : known.record,
  }
}

function decisionOf(
  { time, sequence, subject }: AuditEntry,
  { verdict, version }: ModelRecord,
  path: string,
): Decision {
  const { commit, pull_request } = subject
  return {
    verdict,
    time,
    sequence,
    path,
    ...(version !== undefined && { version }),
    ...(commit !== undefined && { commit }),
    ...(pull_request !== undefined && { pull_request }),
  }
}

function recordOf({ owner, risk, metrics, approvals, waivers, evidence }: ModelRecord): Judged['record'] {
  const card = evidence.find(({ kind }) => kind === 'model-card')?.path
  return {
    ...(owner !== undefined && { owner }),
    ...(risk !== undefined && { risk }),
    ...(card !== undefined && { card }),
    metrics,
    approvals,
    waivers,
  }
}
