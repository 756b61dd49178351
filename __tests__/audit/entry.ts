import { type AuditEntry, serialiseEntry } from '../../src/audit/record.js'

const SHA = 'a'.repeat(64)

/** A whole entry, with every member that the format has. */
export function anEntry(more: Partial<AuditEntry> = {}): AuditEntry {
  return {
    schema: 'ml-gate-audit/1',
    sequence: 1,
    previous: null,
    time: '2026-11-25T14:05:09.123Z',
    verdict: 'pass',
    counts: { checks: 1, passed: 1, failed: 0, insufficient: 0, errors: 0, waived: 0, not_applicable: 0 },
    subject: { repository: 'acme/churn', commit: 'c0ffee', pull_request: 7, run: 4242, attempt: 1, actor: 'kim' },
    policy: {
      source: '.github/ml-gate.yaml',
      from: 'base',
      sha256: SHA,
      resolved: { model: 'churn', performance: { f1: { min: 0.85 } } },
      changes: [{ what: 'f1', base: '>= 0.85', head: '>= 0.80', direction: 'weaker' }],
    },
    problems: [],
    models: [
      {
        name: 'churn',
        version: '3',
        risk: 'high',
        owner: '@acme/risk',
        verdict: 'pass',
        gates: [
          {
            id: 'performance',
            enforcement: 'block',
            outcome: 'pass',
            checks: [{ id: 'performance/f1', outcome: 'pass', expected: '>= 0.85', actual: '0.9' }],
          },
        ],
        metrics: new Map([['f1', '0.90']]),
        evidence: [{ kind: 'metrics', path: 'outputs/metrics.json', sha256: SHA, bytes: 12 }],
        approvals: [{ by: '@lee', role: 'risk', at: '2026-11-25T13:00:00Z', commit: 'c0ffee' }],
        waivers: [
          { check: 'performance/auc', reason: 'known', owner: '@lee', 'approved-by': '@kim', expires: '2026-12-31' },
        ],
      },
    ],
    retention: { preset: 'eu-ai-act-provider-10y', until: '2036-11-25' },
    tool: '1.0.0',
    ...more,
  }
}

/** Its text as plain JSON, for a test to spoil. */
export function asData(entry: AuditEntry): Record<string, unknown> {
  return JSON.parse(serialiseEntry(entry)) as Record<string, unknown>
}
