import { existsSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import { auditOf } from '../policy/audit.js'
import { loadGates } from '../policy/parse.js'
import { policySchema } from '../policy/schema.js'
import { logText } from '../report/escape.js'
import type { Report } from '../report/model.js'
import { renderJson } from '../report/render/json.js'
import { renderMarkdown } from '../report/render/markdown.js'
import { renderText } from '../report/render/text.js'
import type { Wording } from '../report/wording.js'
import { message } from '../shared/message.js'
import { failed, ok, type Problem, problem, type Result, reasonOf } from '../shared/problem.js'
import {
  type CheckRequest,
  type InitArguments,
  type InspectArguments,
  type MergeArguments,
  readArguments,
  type SelfTestArguments,
} from './arguments.js'
import type { AssessArguments } from './assess/arguments.js'
import { type ReportFile, writeReport } from './files.js'
import { helpFor } from './help.js'
import { EXIT_CODES, type Options } from './options.js'
import { readPolicy, withExtended, withModels } from './policy-source.js'
import { problemLines } from './problem-lines.js'
import { check, type PolicyOrigin, refused } from './run.js'
import { VERSION } from './version.js'
import { wordingFor } from './wording.js'
import { isInside, isPattern, Workspace } from './workspace.js'

/** Standard output and standard error, a text each call. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

const MARKDOWN_BYTES = 1024 * 1024

/** One run of the command line; gives the exit code. */
export async function runCommand(args: readonly string[], { out, err }: Terminal): Promise<number> {
  const request = readArguments(args)
  if (!request.ok) {
    const wording = wordingFor(/(?:^| )--language[= ]ko(?: |$)/.test(args.join(' ')) ? 'ko' : 'en')
    for (const { message: said } of request.problems) err(`${logText(wording.say(said))}\n`)
    return EXIT_CODES.error
  }
  switch (request.value.command) {
    case 'help':
      out(helpFor(request.value.of))
      return args.length === 0 ? EXIT_CODES.error : 0
    case 'version':
      out(`${VERSION}\n`)
      return 0
    case 'schema':
      out(`${JSON.stringify(policySchema(await loadGates()), null, 2)}\n`)
      return 0
    case 'assess':
      return assessIt(request.value, { out, err })
    case 'check':
      return runCheck(request.value, { out, err })
    case 'init':
      return tryInit(request.value, { out, err })
    case 'inspect':
      return runInspect(request.value, { out, err })
    case 'merge':
      return runMerge(request.value, { out, err })
    case 'self-test':
      return trySelf(request.value, { out, err })
    case 'audit':
      return (await import('./audit/command.js')).runAudit(request.value, { out, err })
    case 'catalog': {
      const { runCatalog } = await import('./catalog/command.js')
      return runCatalog(request.value, openFolder(request.value.path), { out, err }, Date.now())
    }
  }
}

async function runCheck({ path, format, options }: CheckRequest, terminal: Terminal): Promise<number> {
  const { report, files } = await record(await judgeFolder(path, options), path, options)
  return show(report, { ...options, format }, terminal, files)
}

/** One report of those that the jobs of a matrix left behind. */
async function runMerge(request: MergeArguments, terminal: Terminal): Promise<number> {
  const { gather } = await import('./merge.js')
  const { mergeReports } = await import('../merge/merge.js')
  const folders = request.paths.map(openFolder)
  const lost = folders.flatMap((folder) => (folder.ok ? [] : folder.problems))
  const gathered = await gather(folders.flatMap((folder) => (folder.ok ? [folder.value] : [])))
  const report =
    lost.length > 0
      ? refused(lost, {}, { source: '', from: 'head', sha256: '', resolved: null })
      : mergeReports({ ...gathered, expected: request.expected, subject: {} })
  return show(report, request, terminal)
}

/** Writes and prints a report; gives the exit code. */
function show(
  report: Report,
  { language, reportDir, format }: Pick<MergeArguments, 'language' | 'reportDir' | 'format'>,
  { out, err }: Terminal,
  files: readonly ReportFile[] = [],
): number {
  const wording = wordingFor(language)
  if (reportDir !== undefined) {
    try {
      writeReport(report, wording, reportDir, undefined, files)
    } catch (error) {
      const why = reasonOf(error)
      err(`${logText(wording.say(message('app.report-dir', { path: reportDir, why })))}\n`)
      return EXIT_CODES.error
    }
  }
  out(render(report, wording, format))
  return EXIT_CODES[report.verdict]
}

/** Records the decision where `--audit` or the policy demands it. */
async function record(report: Report, path: string, { audit: folder }: Options) {
  if (folder === undefined && auditOf(report.policy.resolved) === undefined) return { report, files: [] }
  const { recordDecision } = await import('./audit/record.js')
  return recordDecision(report, { base: resolve(path), now: Date.now, ...(folder !== undefined && { folder }) })
}

/** Lists what one file says; whoever types the path may read it, wherever it lies. */
async function runInspect(request: InspectArguments, { out, err }: Terminal): Promise<number> {
  const { inspect, inspectedText } = await import('./inspect.js')
  const wording = wordingFor(request.language)
  const inside = isInside(process.cwd(), resolve(request.path))
  const workspace = Workspace.open(inside ? process.cwd() : dirname(resolve(request.path)), '.')
  const path = inside ? request.path : basename(request.path)
  const read = workspace.ok ? await inspect(workspace.value, { ...request, path }, wording) : workspace
  if (read.ok) {
    out(request.format === 'json' ? `${JSON.stringify(read.value, null, 2)}\n` : inspectedText(read.value))
    return 0
  }
  for (const line of problemLines(read.problems, wording)) err(`${line}\n`)
  return EXIT_CODES.error
}

/** Writes the first files of a repository. */
async function tryInit(request: InitArguments, terminal: Terminal): Promise<number> {
  const wording = wordingFor(request.language)
  const workspace = openFolder(request.path)
  if (workspace.ok) return (await import('./init/command.js')).runInit(request, workspace.value, wording, terminal)
  for (const { message: said } of workspace.problems) terminal.err(`${logText(wording.say(said))}\n`)
  return EXIT_CODES.error
}

/** How mature the folder's practice is. */
async function assessIt(request: AssessArguments, terminal: Terminal): Promise<number> {
  const { runAssess } = await import('./assess/command.js')
  return runAssess(request, openFolder(request.path), (workspace) => readNamedPolicy(request, workspace), terminal)
}

/** Tries the policy's checks with made-up evidence. */
async function trySelf(request: SelfTestArguments, terminal: Terminal): Promise<number> {
  const { runSelfTest } = await import('./self-test/command.js')
  const workspace = openFolder(request.path)
  const text = workspace.ok ? readNamedPolicy(request, workspace.value) : workspace
  const origin = workspace.ok && text.ok ? await withCopies(text.value, request.copies, workspace.value) : text
  return runSelfTest(request, origin, terminal, Date.now())
}

/** The policy with those that it extends: files of the workspace, and copies of those in other repositories. */
async function withCopies(
  origin: PolicyOrigin,
  paths: readonly string[],
  workspace: Workspace,
): Promise<Result<PolicyOrigin>> {
  const extending = await withExtended(origin, async () => {
    const { copies, inWorkspace } = await import('./extends/sources.js')
    return { here: inWorkspace(workspace), there: copies(paths) }
  })
  const policy = await withModels(extending, async () => (await import('./models/find.js')).inWorkspace(workspace))
  const { layers = [], problems = [] } = policy.extended ?? {}
  const used = layers.filter(({ copy }) => copy !== undefined).length
  const unused = problems.length > 0 ? [] : paths.slice(used)
  return unused.length === 0 ? ok(policy) : failed(...unused.map((copy) => problem('extends.unused-copy', { copy })))
}

function render(report: Report, wording: Wording, format: CheckRequest['format']): string {
  switch (format) {
    case 'json':
      return renderJson(report, wording)
    case 'markdown':
      return renderMarkdown(report, wording, { maxBytes: MARKDOWN_BYTES })
    case 'text':
      return renderText(report, wording)
  }
}

/** Judges a folder. Paths in the policy are relative to it; paths on the command line to the current folder first. */
async function judgeFolder(path: string, options: Options): Promise<Report> {
  const source = options.policy.kind === 'file' ? options.policy.path : 'policy'
  const nothing = (problems: readonly Problem[]) =>
    refused(problems, {}, { source, from: 'head', sha256: '', resolved: null })
  const workspace = openFolder(path)
  if (!workspace.ok) return nothing(workspace.problems)
  const text = readNamedPolicy(options, workspace.value)
  if (!text.ok) return nothing(text.problems)
  const policy = await withCopies(text.value, options.copies ?? [], workspace.value)
  if (!policy.ok) return nothing(policy.problems)
  const { evidence } = options
  const here = (names: readonly string[]) => Promise.all(names.map((name) => fromHere(name, workspace.value)))
  const named = Object.entries(evidence).map(async ([kind, paths]) => [kind, await here(paths)] as const)
  const shortcuts = Object.fromEntries(await Promise.all(named))
  return check({ ...options, evidence: shortcuts }, policy.value, workspace.value, {}, Date.now())
}

function openFolder(path: string): Result<Workspace> {
  const folder = resolve(path)
  const inside = isInside(process.cwd(), folder)
  const workspace = Workspace.open(inside ? process.cwd() : folder, inside ? path : '.')
  return workspace.ok ? workspace : failed(problem('cli.no-folder', { path }))
}

/** A path or pattern of the command line: what it names from the current folder, else from the judged one. */
async function fromHere(name: string, workspace: Workspace): Promise<string> {
  const absolute = resolve(name)
  if (existsSync(absolute)) return absolute
  if (!isPattern(name)) return name
  const pattern = relative(workspace.base, absolute)
  return (await workspace.find(pattern)).ok ? pattern : name
}

/** The policy that `--policy` names may lie anywhere: whoever types the path may read it. */
function readNamedPolicy(options: Pick<Options, 'policy'>, workspace: Workspace): Result<PolicyOrigin> {
  const { policy } = options
  if (policy.kind !== 'file' || !policy.named || !existsSync(policy.path)) return readPolicy(options, workspace)
  const { path } = policy
  const named = resolve(path)
  if (isInside(workspace.root, named)) return readPolicy({ ...options, policy: { ...policy, path: named } }, workspace)
  const home = Workspace.open(dirname(named), '.')
  if (!home.ok) return home
  const read = readPolicy({ ...options, policy: { ...policy, path: basename(named) } }, home.value)
  if (!read.ok) return read
  return { ok: true, value: { ...read.value, source: path, place: (position) => ({ path, ...position }) } }
}
