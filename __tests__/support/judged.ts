import { check, type PolicyOrigin } from '../../src/app/run.js'
import { Workspace } from '../../src/app/workspace.js'
import type { Report, Subject } from '../../src/report/model.js'
import { english } from './evidence.js'
import { type Workspace as Folder, makeWorkspace } from './workspace.js'

/** The moment at which `judgeFiles` judges by default. */
export const NOW = Date.parse('2026-11-25T12:00:00Z')

/** What is judged, but for the files. */
export interface Judged {
  readonly subject?: Subject
  readonly now?: number
  readonly origin?: Partial<PolicyOrigin>
  /** Called before the files are judged. */
  readonly before?: (folder: Folder) => void
}

/** The report of a policy on files of a temporary folder. */
export async function judgeFiles(
  policy: string,
  files: Readonly<Record<string, string>>,
  { subject = {}, now = NOW, origin = {}, before }: Judged = {},
): Promise<Report> {
  await using folder = await makeWorkspace(files)
  before?.(folder)
  const workspace = Workspace.open(folder.root, '.')
  if (!workspace.ok) throw new Error('no workspace')
  const place: PolicyOrigin['place'] = (at) => ({ path: 'p.yaml', ...at })
  const text: PolicyOrigin = { text: policy, source: 'p.yaml', from: 'head', place, ...origin }
  const options = { policy: { kind: 'file', path: 'p.yaml', named: true }, evidence: {}, language: 'en' } as const
  return check(options, text, workspace.value, subject, now)
}

/** The checks of a gate or block as lines `id outcome: what is said`; the problems where nothing was judged. */
export function saidOf({ models, problems }: Report, gate: string): string[] {
  const checks = models.flatMap(({ gates }) => gates.filter(({ id }) => id === gate).flatMap((one) => one.checks))
  const lines = checks.map(({ id, outcome, message }) => `${id} ${outcome}: ${english(message)}`)
  return [...problems.map(({ message }) => english(message)), ...lines]
}
