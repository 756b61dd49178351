/** Files that a policy can name under `evidence`. */
export const EVIDENCE_KINDS = [
  'metrics',
  'baseline',
  'groups',
  'model-card',
  'explanations',
  'drift',
  'load-test',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** What a file can be read for; a baseline is read as metrics are. */
export type Role = Exclude<EvidenceKind, 'baseline'> | 'predictions'

/** What a file of a kind is read for. */
export function roleOf(kind: EvidenceKind): Role {
  return kind === 'baseline' ? 'metrics' : kind
}

/** What a gate may ask for: files of a kind, or the table of predictions. */
export type EvidenceNeed = EvidenceKind | 'predictions'
