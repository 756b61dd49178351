/** The ten questions of the self-assessment, in its order. */
export const ITEM_IDS = [
  'experiment-tracking',
  'pipeline-as-code',
  'tested-deployment',
  'ml-ci-cd',
  'performance-monitoring',
  'drift-detection',
  'feature-store',
  'ab-testing',
  'self-service',
  'automated-governance',
] as const
export type ItemId = (typeof ITEM_IDS)[number]

/**
 * How strong evidence is, the weakest first: a dependency or a file is there; it is used in code or a manifest; a
 * workflow or a scheduler runs it; a run has left its result behind.
 */
export const GRADES = ['declared', 'wired', 'executed', 'proven'] as const
export type Grade = (typeof GRADES)[number]

/** Maturity levels, from by hand to self-service with governance. */
export type Level = 0 | 1 | 2 | 3 | 4

/** Whether a grade is at least the other. */
export function reaches(grade: Grade, required: Grade): boolean {
  return GRADES.indexOf(grade) >= GRADES.indexOf(required)
}
