import type { Assessment } from '../../maturity/assess.js'
import { assessmentJson } from '../../maturity/render/json.js'
import { assessmentMarkdown } from '../../maturity/render/markdown.js'
import { assessmentText } from '../../maturity/render/text.js'
import { workflowData } from '../../report/escape.js'
import type { Wording } from '../../report/wording.js'
import { message } from '../../shared/message.js'
import { failed, ok, type Result, reasonOf } from '../../shared/problem.js'
import { withBase } from '../base/beside.js'
import type { RunContext } from '../environment.js'
import { onGitHub } from '../extends/sources.js'
import { appendTo, freshFolder, writeInto } from '../files.js'
import type { ActionOptions } from '../inputs.js'
import { EXIT_CODES, exitCode } from '../options.js'
import { readPolicy } from '../policy-source.js'
import { problemLines } from '../problem-lines.js'
import type { PolicyOrigin } from '../run.js'
import { Workspace } from '../workspace.js'
import { MARKDOWN_BYTES } from './command.js'
import { optional } from './policy.js'
import { assessFolder } from './run.js'
import { assessWording } from './wording.js'

/** One assessment as a step of a workflow: job summary, files, outputs. Gives the step's exit code. */
export async function assessAction(
  options: ActionOptions,
  context: RunContext,
  print: (line: string) => void,
): Promise<number> {
  const wording = assessWording(options.language)
  const assessed = await assessRun(options, context)
  if (!assessed.ok) {
    for (const line of problemLines(assessed.problems, wording)) print(`::error::${workflowData(line)}`)
    tell(print, wording, appendTo(context.outputFile, outputsOf('error', undefined, '')))
    return EXIT_CODES.error
  }
  const assessment = assessed.value
  const verdict = assessment.demanded?.met === false ? 'fail' : 'pass'
  const markdown = assessmentMarkdown(assessment, wording, MARKDOWN_BYTES)
  const path = writeFiles(assessment, wording, markdown, options.reportDir, context, print)
  print(assessmentText(assessment, wording))
  const missed = verdict === 'fail' && message('maturity.demanded.missed', { min: assessment.demanded?.min ?? 0 })
  if (missed) print(`::error::${workflowData(wording.say(missed))}`)
  tell(print, wording, appendTo(context.outputFile, outputsOf(verdict, assessment, path)))
  tell(print, wording, appendTo(context.summaryFile, markdown))
  return exitCode(verdict, options.failOn)
}

function tell(print: (line: string) => void, wording: Wording, why: ReturnType<typeof appendTo>): void {
  if (why !== undefined) print(`::warning::${workflowData(wording.say(why))}`)
}

async function assessRun(options: ActionOptions, context: RunContext): Promise<Result<Assessment>> {
  const workspace = Workspace.open(context.workspace, options.workingDirectory)
  if (!workspace.ok) return workspace
  const policy = await policyInForce(options, context, workspace.value)
  return policy.ok ? assessFolder(workspace.value, policy.value, {}, Date.now()) : policy
}

/** On a pull request the base branch's policy, because the judged change decides nothing about what is demanded of it. */
async function policyInForce(
  options: ActionOptions,
  context: RunContext,
  workspace: Workspace,
): Promise<Result<PolicyOrigin | undefined>> {
  const { workflowPath, job, base } = context
  const read = readPolicy(options, workspace, { ...(workflowPath && { path: workflowPath }), ...(job && { job }) })
  const own = optional(read, options.policy.kind === 'file' && options.policy.named)
  if (!own.ok || base?.proposed !== true || options.policyFrom === 'head') return own
  const absent: PolicyOrigin = {
    ...{ text: '', from: 'head' },
    source: options.policy.kind === 'file' ? workspace.shown(options.policy.path) : 'policy',
    place: (position) => ({ path: 'policy', ...position }),
  }
  const { base: beside } = await withBase(
    own.value ?? absent,
    options,
    context,
    workspace,
    onGitHub({ token: options.token, apiUrl: context.apiUrl }),
  )
  if (beside?.reading.state === 'refused') return failed(beside.reading.problem)
  if (beside?.reading.state !== 'base') return own
  const { text, source, place } = beside.reading.policy
  return ok({ text, source, place, from: 'base' })
}

function writeFiles(
  assessment: Assessment,
  wording: Wording,
  markdown: string,
  reportDir: string | undefined,
  context: RunContext,
  print: (line: string) => void,
): string {
  try {
    const folder = reportDir ?? freshFolder(context.temporary)
    writeInto(folder, 'assessment.md', markdown)
    return writeInto(folder, 'assessment.json', assessmentJson(assessment, wording))
  } catch (error) {
    tell(print, wording, message('app.report-dir', { path: reportDir ?? '', why: reasonOf(error) }))
    return ''
  }
}

/** A demanded level is one check; an assessment that only advises has none. */
function outputsOf(verdict: 'pass' | 'fail' | 'error', assessment: Assessment | undefined, path: string): string {
  const demanded = assessment?.demanded !== undefined
  const outputs = {
    ...{
      verdict,
      level: assessment?.level ?? '',
      checks: demanded ? 1 : 0,
      passed: demanded && verdict === 'pass' ? 1 : 0,
    },
    ...{ failed: verdict === 'fail' ? 1 : 0, insufficient: 0, errors: verdict === 'error' ? 1 : 0, waived: 0 },
    report: path,
    'check-run-url': '',
  }
  return Object.entries(outputs)
    .map(([name, value]) => `${name}=${String(value).replace(/[\r\n]/g, ' ')}\n`)
    .join('')
}
