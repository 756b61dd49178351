import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { policySchema } from '../policy/schema.js'
import { logText } from '../report/escape.js'
import type { Report } from '../report/model.js'
import { renderJson } from '../report/render/json.js'
import { renderMarkdown } from '../report/render/markdown.js'
import { renderText } from '../report/render/text.js'
import type { Wording } from '../report/wording.js'
import { message } from '../shared/message.js'
import { type Problem, problem } from '../shared/problem.js'
import { type CheckRequest, readArguments } from './arguments.js'
import { writeReport } from './files.js'
import { helpFor } from './help.js'
import { EXIT_CODES, type Options } from './options.js'
import { readPolicy } from './policy-source.js'
import { check, refused } from './run.js'
import { VERSION } from './version.js'
import { wordingFor } from './wording.js'
import { Workspace } from './workspace.js'

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
    const wording = wordingFor(args.includes('ko') ? 'ko' : 'en')
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
      out(`${JSON.stringify(policySchema(), null, 2)}\n`)
      return 0
    case 'check':
      return runCheck(request.value, { out, err })
  }
}

async function runCheck({ path, format, options }: CheckRequest, { out, err }: Terminal): Promise<number> {
  const wording = wordingFor(options.language)
  const report = await judgeFolder(path, options)
  if (options.reportDir !== undefined) {
    try {
      writeReport(report, wording, options.reportDir)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      err(`${logText(wording.say(message('app.report-dir', { path: options.reportDir, why })))}\n`)
      return EXIT_CODES.error
    }
  }
  out(render(report, wording, format))
  return EXIT_CODES[report.verdict]
}

function render(report: Report, wording: Wording, format: CheckRequest['format']): string {
  switch (format) {
    case 'json':
      return renderJson(report, wording)
    case 'markdown':
      return renderMarkdown(report, wording, { maxBytes: MARKDOWN_BYTES })
    case 'text':
      return `${logText(renderText(report, wording))}\n`
  }
}

/** Judges a folder. Paths in the policy are relative to it; paths on the command line to the current folder first. */
async function judgeFolder(path: string, options: Options): Promise<Report> {
  const source = options.policy.kind === 'file' ? options.policy.path : 'policy'
  const nothing = (problems: readonly Problem[]) =>
    refused(problems, {}, { source, from: 'head', sha256: '', resolved: null })
  const folder = resolve(path)
  const inside = !relative(process.cwd(), folder).startsWith('..')
  const workspace = Workspace.open(inside ? process.cwd() : folder, inside ? path : '.')
  if (!workspace.ok) return nothing([problem('cli.no-folder', { path })])
  const here = (named: string) => (existsSync(resolve(named)) ? resolve(named) : named)
  const { evidence, policy } = options
  const resolved: Options = {
    ...options,
    policy: policy.kind === 'file' && policy.named ? { ...policy, path: here(policy.path) } : policy,
    evidence: {
      metrics: evidence.metrics.map(here),
      baseline: evidence.baseline.map(here),
      groups: evidence.groups.map(here),
      'model-card': evidence['model-card'].map(here),
    },
  }
  const text = readPolicy(resolved, workspace.value)
  return text.ok ? check(resolved, text.value, workspace.value, {}) : nothing(text.problems)
}
