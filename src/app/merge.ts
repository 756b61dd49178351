import { join } from 'node:path'
import { mergeReports } from '../merge/merge.js'
import { type ReadReport, readReport } from '../merge/read.js'
import type { Report } from '../report/model.js'
import type { Problem } from '../shared/problem.js'
import type { RunContext } from './environment.js'
import type { ActionOptions } from './inputs.js'
import { refused } from './run.js'
import { Workspace } from './workspace.js'

/** Most reports that are merged. */
const MAX_REPORTS = 10_000
/** Most bytes of one report: many times what a model with a thousand checks takes. */
const MAX_BYTES = 16 * 1024 * 1024

/** Every `report.json` beneath the folders, read; what is called one and is none is told with its reason. */
export async function gather(folders: readonly Workspace[]): Promise<{
  reports: ReadReport[]
  unreadable: { path: string; problem: Problem }[]
}> {
  const reports: ReadReport[] = []
  const unreadable: { path: string; problem: Problem }[] = []
  for (const folder of folders) {
    const found = await folder.find('**/report.json', MAX_REPORTS)
    if (!found.ok) {
      unreadable.push(
        ...found.problems
          .filter(({ absent }) => absent !== true)
          .map((problem) => ({ path: folder.shown('.'), problem })),
      )
      continue
    }
    for (const name of found.value) {
      const path = folder.shown(name)
      const read = folder.read(name, MAX_BYTES)
      const report = read.ok ? readReport(textOf(read.value.bytes), path) : read
      if (report.ok) reports.push(report.value)
      else unreadable.push(...report.problems.slice(0, 1).map((problem) => ({ path, problem })))
    }
  }
  return { reports, unreadable }
}

/** Bytes that are no UTF-8 become replacement characters, which no reader takes for anything else. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** One report of those that the jobs of a matrix left in the working directory. */
export async function mergeRun(
  { reports, expected, workingDirectory }: ActionOptions,
  context: RunContext,
): Promise<Report> {
  const { subject, workspace } = context
  const folders = (reports.length === 0 ? ['.'] : reports).map((path) =>
    Workspace.open(workspace, join(workingDirectory, path)),
  )
  const lost = folders.flatMap((folder) => (folder.ok ? [] : folder.problems))
  if (lost.length > 0) return refused(lost, subject, { source: '', from: 'head', sha256: '', resolved: null })
  const gathered = await gather(folders.flatMap((folder) => (folder.ok ? [folder.value] : [])))
  return mergeReports({ ...gathered, expected, subject })
}
