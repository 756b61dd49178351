import { basename, dirname, resolve } from 'node:path'
import type { Assessment } from '../../maturity/assess.js'
import { assessmentJson } from '../../maturity/render/json.js'
import { assessmentMarkdown } from '../../maturity/render/markdown.js'
import { assessmentText } from '../../maturity/render/text.js'
import type { Wording } from '../../report/wording.js'
import type { Result } from '../../shared/problem.js'
import type { Terminal } from '../command.js'
import { EXIT_CODES } from '../options.js'
import { problemLines } from '../problem-lines.js'
import type { PolicyOrigin } from '../run.js'
import { isInside, Workspace } from '../workspace.js'
import type { AssessArguments } from './arguments.js'
import { optional } from './policy.js'
import { assessFolder, MAX_PREVIOUS } from './run.js'
import { assessWording } from './wording.js'

/** Most bytes of the assessment as Markdown. */
export const MARKDOWN_BYTES = 512 * 1024

/** Assesses a folder and prints it. 0, or 1 where the policy demands a higher level, 2 where there is no assessment. */
export async function runAssess(
  request: AssessArguments,
  workspace: Result<Workspace>,
  readPolicy: (workspace: Workspace) => Result<PolicyOrigin>,
  { out, err }: Terminal,
): Promise<number> {
  const wording = assessWording(request.language)
  const assessed = workspace.ok ? await assessmentOf(request, workspace.value, readPolicy) : workspace
  if (!assessed.ok) {
    for (const line of problemLines(assessed.problems, wording)) err(`${line}\n`)
    return EXIT_CODES.error
  }
  out(render(assessed.value, wording, request.format))
  return exitOf(assessed.value)
}

async function assessmentOf(
  request: AssessArguments,
  workspace: Workspace,
  readPolicy: (workspace: Workspace) => Result<PolicyOrigin>,
): Promise<Result<Assessment>> {
  const policy = optional(readPolicy(workspace), request.policy.named)
  if (!policy.ok) return policy
  const { models, team } = request
  const previous = request.previous === undefined ? undefined : readNamed(request.previous)
  const options = {
    ...(models !== undefined && { models }),
    ...(team !== undefined && { team }),
    ...(previous && { previous }),
  }
  return assessFolder(workspace, policy.value, options, Date.now())
}

/** A file that the command line names may lie anywhere: whoever types the path may read it. */
function readNamed(path: string): ReturnType<Workspace['read']> {
  const inside = isInside(process.cwd(), resolve(path))
  const home = Workspace.open(inside ? process.cwd() : dirname(resolve(path)), '.')
  return home.ok ? home.value.read(inside ? path : basename(path), MAX_PREVIOUS) : home
}

/** The exit code: below a demanded level it is that of a failed check. */
export function exitOf({ demanded }: Assessment): number {
  return demanded === undefined || demanded.met ? EXIT_CODES.pass : EXIT_CODES.fail
}

function render(assessment: Assessment, wording: Wording, format: AssessArguments['format']): string {
  switch (format) {
    case 'json':
      return assessmentJson(assessment, wording)
    case 'markdown':
      return assessmentMarkdown(assessment, wording, MARKDOWN_BYTES)
    case 'text':
      return assessmentText(assessment, wording)
  }
}
