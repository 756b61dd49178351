/** Files that a policy can name under `evidence`. */
export const EVIDENCE_KINDS = [
  'metrics',
  'baseline',
  'groups',
  'model-card',
  'explanations',
  'baseline-explanations',
  'drift',
  'load-test',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** Kinds that are of a model to compare with: of another commit, another model and older by their nature. */
export type BaselineKind = 'baseline' | 'baseline-explanations'

export function isBaseline(kind: string): kind is BaselineKind {
  return kind === 'baseline' || kind === 'baseline-explanations'
}

/** What a file can be read for; a baseline is read as what is compared with it. */
export type Role = Exclude<EvidenceKind, BaselineKind> | 'predictions'

/** What a file of a kind is read for. */
export function roleOf(kind: EvidenceKind): Role {
  if (!isBaseline(kind)) return kind
  return kind === 'baseline' ? 'metrics' : 'explanations'
}

/** What a gate may ask for: files of a kind, or the table of predictions. */
export type EvidenceNeed = EvidenceKind | 'predictions'
