import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { auditOf } from '../policy/audit.js'
import { bytes } from '../report/budget.js'
import { logText, workflowData } from '../report/escape.js'
import type { Links } from '../report/links.js'
import type { Report } from '../report/model.js'
import { annotationsOf } from '../report/render/annotations.js'
import { renderMarkdown } from '../report/render/markdown.js'
import { renderText } from '../report/render/text.js'
import { workflowCommands } from '../report/render/workflow-commands.js'
import { retrainOf } from '../report/retrain.js'
import { isLineInRepository } from '../report/rows.js'
import type { Wording } from '../report/wording.js'
import { type Message, message } from '../shared/message.js'
import { type Problem, reasonOf } from '../shared/problem.js'
import { type Environment, type RunContext, readContext } from './environment.js'
import type { Sources } from './extends/sources.js'
import { appendTo, freshFolder, type ReportFile, wholeMarkdown, writeReport } from './files.js'
import { type ActionOptions, languageOf, readInputs } from './inputs.js'
import type { Changes } from './models/touched.js'
import { EXIT_CODES, exitCode } from './options.js'
import { readPolicy, withExtended, withModels } from './policy-source.js'
import { publish } from './publish.js'
import { type AskApprovals, check, type PolicyOrigin, refused } from './run.js'
import { wordingFor } from './wording.js'
import { Workspace } from './workspace.js'

/** The runner uploads nothing of a summary above 1 MiB, so a large one is cut well below. */
const STEP_SUMMARY_BYTES = 512 * 1024

/** One run of the action; gives the step's exit code. Inputs → report → files, check run, comment, annotations. */
export async function runAction(env: Environment, print: (line: string) => void): Promise<number> {
  const { payload, why } = readPayload(env)
  const context = contextOf(env, payload, why)
  const inputs = readInputs(env)
  if (!inputs.ok) {
    const wording = wordingFor(languageOf(env))
    const report = refused(inputs.problems, context.subject, { source: '', from: 'inline', sha256: '', resolved: null })
    return finish(report, wording, undefined, context, print)
  }
  const options = inputs.value
  if (options.command === 'catalog')
    return (await import('./catalog/action.js')).runCatalogAction(options, context, print)
  const wording = wordingFor(options.language)
  const { report: kept, files } = await record(await judgeRun(options, context), options, context)
  const judged = withNotes(kept, ...(why === undefined ? [] : [message('app.no-event', { why })]))
  const posted = await publish(judged, wording, options, context, linksOf(context, judged))
  const unposted = options.checkRun === 'true' && posted.checkRunUrl === undefined
  const report = withNotes(judged, ...posted.notes, ...(unposted ? [message('app.check-run-required')] : []))
  const code = finish(report, wording, options, context, print, posted.checkRunUrl, files)
  if (unposted) print(`::error::${workflowData(wording.say(message('app.check-run-required')))}`)
  return unposted ? EXIT_CODES.error : code
}

/** Records the decision where the policy in force demands it. */
async function record(report: Report, { workingDirectory, token }: ActionOptions, context: RunContext) {
  if (auditOf(report.policy.resolved) === undefined) return { report, files: [] }
  const { recordDecision } = await import('./audit/record.js')
  const { workspace, apiUrl, serverUrl, subject } = context
  const { repository } = subject
  const api = { token, apiUrl, ...(repository !== undefined && { repository }) }
  return recordDecision(report, { base: resolve(workspace, workingDirectory), api, serverUrl, now: Date.now })
}

/** Mistakes that stand on no line of a file, and so in no annotation. */
function unplaced({ problems }: Report): readonly Problem[] {
  return problems.filter(({ at }) => at === undefined || !isLineInRepository(at))
}

function withNotes(report: Report, ...more: readonly Message[]): Report {
  return { ...report, notes: [...report.notes, ...more] }
}

/** Files, outputs, terminal, annotations and summary; `options` are absent where the inputs were wrong. */
function finish(
  report: Report,
  wording: Wording,
  options: ActionOptions | undefined,
  context: RunContext,
  print: (line: string) => void,
  checkRunUrl?: string,
  files: readonly ReportFile[] = [],
): number {
  const links = linksOf(context, report)
  const markdown = wholeMarkdown(report, wording, links)
  const path = writeFiles(report, wording, markdown, files, options?.reportDir, context, print)
  print(renderText(report, wording))
  if (checkRunUrl === undefined)
    for (const line of workflowCommands(annotationsOf(report, wording), wording)) print(line)
  for (const { message: said } of unplaced(report)) print(`::error::${workflowData(wording.say(said))}`)
  const fits = bytes(markdown) <= STEP_SUMMARY_BYTES
  const cut = () => renderMarkdown(report, wording, { maxBytes: STEP_SUMMARY_BYTES, ...(links && { links }) })
  const unwritten = [
    writeOutputs(report, path, checkRunUrl, context),
    appendTo(context.summaryFile, fits ? markdown : cut()),
  ]
  for (const why of unwritten) if (why !== undefined) print(`::warning::${workflowData(wording.say(why))}`)
  return exitCode(report.verdict, options?.failOn ?? 'fail')
}

/** Without its event nobody knows which commit is judged: on a pull request GITHUB_SHA is another one. */
function contextOf(env: Environment, payload: unknown, why: string | undefined): RunContext {
  const context = readContext(env, payload, process.cwd())
  if (why === undefined) return context
  const { target: _, ...rest } = context
  return rest
}

async function judgeRun(options: ActionOptions, context: RunContext): Promise<Report> {
  const { subject, workflowPath, job } = context
  const { policy } = options
  const source =
    policy.kind === 'file'
      ? { source: policy.path, from: 'head' as const }
      : { source: 'policy', from: 'inline' as const }
  const refuse = (problems: readonly Problem[]) => refused(problems, subject, { ...source, sha256: '', resolved: null })
  const workspace = Workspace.open(context.workspace, options.workingDirectory)
  if (!workspace.ok) return refuse(workspace.problems)
  if (options.command === 'merge') return mergeRun(options, context)
  const text = readPolicy(options, workspace.value, {
    ...(workflowPath && { path: workflowPath }),
    ...(job && { job }),
  })
  if (!text.ok) return refuse(text.problems)
  const there: Sources['there'] = onDemand(options.token, context.apiUrl)
  const extending = await withExtended(text.value, async () => {
    const { inWorkspace } = await import('./extends/sources.js')
    return { here: inWorkspace(workspace.value), there }
  })
  const head = await withModels(extending, async () => (await import('./models/find.js')).inWorkspace(workspace.value))
  const policyText = await besideBase(head, options, context, workspace.value, there)
  const approvals: AskApprovals = async (asked) =>
    (await import('./approval/read.js')).readApprovals(asked, context, options)
  const changes = () => changesOf(context, options.token)
  return check(options, policyText, workspace.value, subject, Date.now(), { approvals, changes })
}

/** The files that the pull request changes; on every other event there are none. */
async function changesOf({ target, apiUrl }: RunContext, token: string): Promise<Changes> {
  if (target?.pullRequest === undefined) return { kind: 'none' }
  const { owner, repo, pullRequest } = target
  try {
    return await (await import('../github/pull-files.js')).changedFiles({ owner, repo, pullRequest }, { token, apiUrl })
  } catch (error) {
    return { kind: 'unreadable', why: message('app.github-client', { why: reasonOf(error) }) }
  }
}

/** Policies of other repositories; what asks GitHub for them is loaded with the first, and remembers what it was told. */
function onDemand(token: string, apiUrl: string): Sources['there'] {
  let known: Sources['there'] | undefined
  return async (...asked) => {
    known ??= (await import('./extends/sources.js')).onGitHub({ token, apiUrl })
    return known(...asked)
  }
}

/** One report of those that the jobs of a matrix left in the working directory. */
async function mergeRun({ reports, expected, workingDirectory }: ActionOptions, context: RunContext): Promise<Report> {
  const { subject, workspace } = context
  const { gather } = await import('./merge.js')
  const { mergeReports } = await import('../merge/merge.js')
  const folders = (reports.length === 0 ? ['.'] : reports).map((path) =>
    Workspace.open(workspace, join(workingDirectory, path)),
  )
  const lost = folders.flatMap((folder) => (folder.ok ? [] : folder.problems))
  if (lost.length > 0) return refused(lost, subject, { source: '', from: 'head', sha256: '', resolved: null })
  const gathered = await gather(folders.flatMap((folder) => (folder.ok ? [folder.value] : [])))
  return mergeReports({ ...gathered, expected, subject })
}

/** The policy with the base branch beside it, where the run knows one. */
async function besideBase(
  policy: PolicyOrigin,
  options: ActionOptions,
  context: RunContext,
  workspace: Workspace,
  there: Sources['there'],
): Promise<PolicyOrigin> {
  if (context.base?.proposed !== true && context.base?.sha === undefined) return policy
  return (await import('./base/beside.js')).withBase(policy, options, context, workspace, there)
}

function writeFiles(
  report: Report,
  wording: Wording,
  markdown: string,
  files: readonly ReportFile[],
  reportDir: string | undefined,
  context: RunContext,
  print: (line: string) => void,
): string {
  try {
    return writeReport(report, wording, reportDir ?? freshFolder(context.temporary), markdown, files)
  } catch (error) {
    const why = reasonOf(error)
    print(logText(wording.say(message('app.report-dir', { path: reportDir ?? '', why }))))
    return ''
  }
}

/** Outputs are enumerations, counts, a path and an address built here: nothing that a file's author chose. */
function writeOutputs(
  report: Report,
  path: string,
  url: string | undefined,
  { outputFile }: RunContext,
): Message | undefined {
  const { checks, passed, failed, insufficient, errors, waived } = report.counts
  const outputs = {
    verdict: report.verdict,
    checks,
    passed,
    failed,
    insufficient,
    errors,
    waived,
    retrain: String(retrainOf(report) ?? ''),
    report: path,
    'check-run-url': url ?? '',
  }
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${String(value).replace(/[\r\n]/g, ' ')}\n`)
  return appendTo(outputFile, lines.join(''))
}

/** Lines can be linked to in files that are committed: the policy's and the model card's, not what a job wrote. */
function linksOf({ subject, serverUrl }: RunContext, report: Report): Links | undefined {
  if (subject.repository === undefined || subject.commit === undefined) return undefined
  const cards = report.models.flatMap(({ evidence }) =>
    evidence.filter(({ kind }) => kind === 'model-card').map(({ path }) => path),
  )
  const changed = report.policy.changes?.map(({ at }) => at?.path ?? '') ?? []
  const committed = new Set([report.policy.source, ...changed, ...cards])
  return {
    server: serverUrl,
    repository: subject.repository,
    commit: subject.commit,
    holds: (path) => committed.has(path),
  }
}

function readPayload(env: Environment): { payload: unknown; why?: string } {
  if (!env.GITHUB_EVENT_PATH) return { payload: undefined }
  try {
    return { payload: JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')) }
  } catch (error) {
    return { payload: undefined, why: error instanceof Error ? error.name : String(error) }
  }
}
