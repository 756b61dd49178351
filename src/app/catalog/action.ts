import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Catalog } from '../../catalog/model.js'
import { renderCatalogCsv } from '../../catalog/render/csv.js'
import { renderCatalogJson } from '../../catalog/render/json.js'
import { renderCatalogMarkdown } from '../../catalog/render/markdown.js'
import { logText, workflowData } from '../../report/escape.js'
import { sentence } from '../../report/phrases.js'
import { workflowCommands } from '../../report/render/workflow-commands.js'
import { isLineInRepository } from '../../report/rows.js'
import type { Wording } from '../../report/wording.js'
import { type Message, message } from '../../shared/message.js'
import { type Problem, type Result, reasonOf } from '../../shared/problem.js'
import type { RunContext } from '../environment.js'
import { appendTo, freshFolder, write } from '../files.js'
import type { ActionOptions } from '../inputs.js'
import { EXIT_CODES, exitCode } from '../options.js'
import { Workspace } from '../workspace.js'
import { collect } from './collect.js'
import { catalogWording, completeness } from './command.js'

/** The runner uploads nothing of a summary above 1 MiB. */
const SUMMARY_BYTES = 512 * 1024
const FILE_BYTES = 16 * 1024 * 1024

/**
 * The catalog as a step: files, job summary, outputs, and an annotation for what could not be read. The verdict is `pass`
 * where all was read and there is a model, `fail` where not, `error` where there is nothing to look at.
 */
export async function runCatalogAction(
  options: ActionOptions,
  context: RunContext,
  print: (line: string) => void,
): Promise<number> {
  const wording = catalogWording(options.language)
  const catalog = await catalogOf(options, context)
  if (!catalog.ok) {
    tell(catalog.problems, wording, print)
    putOut('error', '', context, wording, print)
    return EXIT_CODES.error
  }
  const verdict = completeness(catalog.value) === 0 ? 'pass' : 'fail'
  print(logText(renderCatalogMarkdown(catalog.value, wording, FILE_BYTES)))
  tell(catalog.value.problems, wording, print)
  const path = writeFiles(catalog.value, wording, options, context, print)
  putOut(verdict, path, context, wording, print)
  complain(appendTo(context.summaryFile, renderCatalogMarkdown(catalog.value, wording, SUMMARY_BYTES)), wording, print)
  return exitCode(verdict, options.failOn)
}

async function catalogOf(
  { auditDir, staleAfterDays, workingDirectory }: ActionOptions,
  context: RunContext,
): Promise<Result<Catalog>> {
  const workspace = Workspace.open(context.workspace, workingDirectory)
  if (!workspace.ok) return workspace
  const audit = auditDir === '' ? undefined : { shown: auditDir, folder: resolve(workspace.value.base, auditDir) }
  return collect(workspace.value, { staleAfterDays, ...(audit && { audit }) }, Date.now())
}

/** An annotation for what stands on a line, a plain error for the rest. */
function tell(problems: readonly Problem[], wording: Wording, print: (line: string) => void): void {
  const title = wording.say(message('catalog.annotation'))
  const placed = problems.flatMap(({ message: said, at }) =>
    at !== undefined && isLineInRepository(at)
      ? [{ level: 'failure' as const, at, title, message: sentence(wording, said) }]
      : [],
  )
  for (const line of workflowCommands(placed, wording)) print(line)
  const others = problems.filter(({ at }) => at === undefined || !isLineInRepository(at)).slice(0, 10)
  for (const { message: said, at } of others) {
    print(`::error::${workflowData(`${at === undefined ? '' : `${at.path}: `}${sentence(wording, said)}`)}`)
  }
}

function writeFiles(
  catalog: Catalog,
  wording: Wording,
  { reportDir }: ActionOptions,
  context: RunContext,
  print: (line: string) => void,
): string {
  try {
    const folder = reportDir ?? freshFolder(context.temporary)
    mkdirSync(folder, { recursive: true })
    const path = join(folder, 'catalog.json')
    write(path, renderCatalogJson(catalog, wording))
    write(join(folder, 'catalog.md'), renderCatalogMarkdown(catalog, wording, FILE_BYTES))
    write(join(folder, 'catalog.csv'), renderCatalogCsv(catalog))
    return path
  } catch (error) {
    complain(message('app.report-dir', { path: reportDir ?? '', why: reasonOf(error) }), wording, print)
    return ''
  }
}

function putOut(verdict: string, path: string, context: RunContext, wording: Wording, print: (line: string) => void) {
  const outputs = `verdict=${verdict}\nreport=${path.replace(/[\r\n]/g, ' ')}\n`
  complain(appendTo(context.outputFile, outputs), wording, print)
}

function complain(said: Message | undefined, wording: Wording, print: (line: string) => void): void {
  if (said !== undefined) print(`::warning::${workflowData(wording.say(said))}`)
}
