import type { EvidenceFile } from '../shared/evidence-file.js'
import { compareText, type Location } from '../shared/location.js'
import type { Approval, Check, Enforcement, Outcome } from '../verdict/outcome.js'
import type { Annotation, Counts, ModelReport, Report } from './model.js'

/** A check together with what stands above it in the report. */
export interface Row {
  readonly model: string
  readonly gate: string
  readonly enforcement: Enforcement
  readonly check: Check
}

/** The order in which outcomes are shown, worst first. */
const ORDER: readonly Outcome[] = ['error', 'fail', 'missing', 'insufficient', 'waived', 'not-applicable', 'pass']

/** Every check of the report: worst outcome first, then by model, then by id. */
export function rowsOf(report: Report): Row[] {
  const rows = report.models.flatMap((model) =>
    model.gates.flatMap((gate) =>
      gate.checks.map((check): Row => ({ model: model.name, gate: gate.id, enforcement: gate.enforcement, check })),
    ),
  )
  return rows.sort(
    (a, b) =>
      ORDER.indexOf(a.check.outcome) - ORDER.indexOf(b.check.outcome) ||
      compareText(a.model, b.model) ||
      compareText(a.check.id, b.check.id),
  )
}

/** How many checks ended how. */
export function countsOf(models: readonly ModelReport[]): Counts {
  const outcomes = models.flatMap(({ gates }) => gates.flatMap(({ checks }) => checks.map(({ outcome }) => outcome)))
  const count = (...wanted: readonly string[]) => outcomes.filter((outcome) => wanted.includes(outcome)).length
  return {
    checks: outcomes.length,
    passed: count('pass'),
    failed: count('fail', 'missing'),
    insufficient: count('insufficient'),
    errors: count('error'),
    waived: count('waived'),
    notApplicable: count('not-applicable'),
  }
}

/** A file of evidence and the model it was read for. */
export interface Used {
  readonly model: string
  readonly file: EvidenceFile
}

/** Every file that was read: by model, then by kind, then by path. */
export function usedFiles(models: readonly ModelReport[]): Used[] {
  return models
    .flatMap((model) => model.evidence.map((file) => ({ model: model.name, file })))
    .sort(
      (a, b) =>
        compareText(a.model, b.model) || compareText(a.file.kind, b.file.kind) || compareText(a.file.path, b.file.path),
    )
}

/** Every approval that counts, each once: by person, then by role. */
export function approvalsOf({ models }: Report): Approval[] {
  const all = models.flatMap(({ gates }) => gates.flatMap(({ checks }) => checks.flatMap((it) => it.approvals ?? [])))
  const keyOf = ({ by, role = '', at, commit }: Approval) => `${by.toLowerCase()} ${role} ${commit} ${at}`
  const once = new Map(all.map((approval) => [keyOf(approval), approval]))
  return [...once].sort(([a], [b]) => compareText(a, b)).map(([, approval]) => approval)
}

/** Whether somebody has to look at it: it failed, could not be read or could not be decided. */
export function isOpen(outcome: Outcome): boolean {
  return outcome === 'error' || outcome === 'fail' || outcome === 'missing' || outcome === 'insufficient'
}

/** Whether it failed in a gate that does not stop the merge. */
export function isSoftened({ enforcement, check: { outcome } }: Row): boolean {
  return enforcement !== 'block' && (outcome === 'fail' || outcome === 'missing')
}

/** How loudly an open check is announced. An unreadable input stops every verdict, whatever its gate's enforcement. */
export function levelOf(row: Row): Annotation['level'] {
  if (row.check.outcome === 'error') return 'failure'
  if (row.enforcement === 'observe') return 'notice'
  return row.enforcement === 'warn' || row.check.outcome === 'insufficient' ? 'warning' : 'failure'
}

/**
 * The line that a check is announced on: the demand's, as the evidence usually is no file of the repository; else
 * the evidence's, where the check says that it is what has to be mended.
 */
export function placeOf({ check }: Row): Location | undefined {
  const { policy, evidence, mend = 'policy' } = check
  const order = mend === 'evidence' ? [evidence, policy] : [policy, evidence]
  return order.map((at) => at?.judged ?? at).find((at) => at !== undefined && isLineInRepository(at))
}

/** Whether GitHub can show something there; one annotation without a line would have the whole request refused. */
export function isLineInRepository(at: Location): at is Location & { readonly line: number } {
  if (at.input === true || at.commit !== undefined || at.repository !== undefined) return false
  return at.line !== undefined && Number.isInteger(at.line) && at.line >= 1 && isInside(at.path)
}

/** Longest path that a file system knows. */
const MAX_PATH = 4_096

/** A path of the repository: relative, and not out of it. */
export function isInside(path: string): boolean {
  if (path === '' || path.length > MAX_PATH || path.startsWith('/') || path.includes('\0')) return false
  return !path.split('/').some((segment) => segment === '.' || segment === '..')
}
