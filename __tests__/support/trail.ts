import { createHash } from 'node:crypto'
import { fileOf } from '../../src/audit/place.js'
import { type AuditEntry, type ModelRecord, serialiseEntry } from '../../src/audit/record.js'

const SHA = 'a'.repeat(64)

/** What is said of one model in an entry; the rest is made up. */
export type Said = Pick<ModelRecord, 'name'> & Partial<ModelRecord>

/** A decision about models, without its place in the trail. */
export function decided(models: readonly Said[], more: Partial<AuditEntry> = {}): AuditEntry {
  const records = models.map(
    (model): ModelRecord => ({
      verdict: 'pass',
      gates: [],
      metrics: new Map(),
      evidence: [],
      approvals: [],
      waivers: [],
      ...model,
    }),
  )
  return {
    schema: 'ml-gate-audit/1',
    sequence: 1,
    previous: null,
    time: '2026-11-20T10:00:00.000Z',
    verdict: records[0]?.verdict ?? 'error',
    counts: { checks: 1, passed: 1, failed: 0, insufficient: 0, errors: 0, waived: 0, not_applicable: 0 },
    subject: { repository: 'acme/churn', commit: 'c0ffee0' },
    policy: { source: '.github/ml-gate.yaml', from: 'base', sha256: SHA, resolved: {} },
    problems: [],
    models: records,
    ...more,
  }
}

/** The files of a trail: each entry follows the one before it. */
export function* chained(entries: Iterable<AuditEntry>): Iterable<readonly [path: string, text: string]> {
  let previous: string | null = null
  let sequence = 0
  for (const entry of entries) {
    sequence += 1
    const text = serialiseEntry({ ...entry, sequence, previous })
    previous = createHash('sha256').update(text).digest('hex')
    yield [fileOf(sequence), text]
  }
}
