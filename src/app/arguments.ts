import { EVIDENCE_KINDS, type Role, roleOf } from '../evidence/kinds.js'
import type { Language } from '../report/wording.js'
import { type Message, message } from '../shared/message.js'
import { failed, ok, type Problem, type Result } from '../shared/problem.js'
import { type AssessArguments, assessRequest } from './assess/arguments.js'
import { type AuditArguments, auditRequest } from './audit/arguments.js'
import { type CatalogArguments, catalogRequest } from './catalog/arguments.js'
import type { InspectRequest } from './inspect.js'
import {
  COMMANDS,
  type Command,
  chooser,
  FORMATS,
  parse,
  text,
  texts,
  unknown,
  usage,
  type Values,
} from './option-values.js'
import { DEFAULT_POLICY_FILE, LANGUAGES, type Options } from './options.js'

/** What the command line asks for. */
export type Request =
  | { readonly command: 'help'; readonly of?: Command }
  | { readonly command: 'version' }
  | { readonly command: 'schema' }
  | ({ readonly command: 'assess' } & AssessArguments)
  | ({ readonly command: 'check' } & CheckRequest)
  | ({ readonly command: 'init' } & InitArguments)
  | ({ readonly command: 'inspect' } & InspectArguments)
  | ({ readonly command: 'merge' } & MergeArguments)
  | ({ readonly command: 'self-test' } & SelfTestArguments)
  | ({ readonly command: 'audit' } & AuditArguments)
  | ({ readonly command: 'catalog' } & CatalogArguments)

export interface CheckRequest {
  /** The folder that is judged. */
  readonly path: string
  readonly format: (typeof FORMATS)[number]
  readonly options: Options
}

export interface InspectArguments extends InspectRequest {
  readonly format: 'text' | 'json'
  readonly language: Language
}

export interface InitArguments {
  /** The folder that the first files are written into. */
  readonly path: string
  readonly format: 'text' | 'json'
  readonly language: Language
}

export interface MergeArguments {
  /** Folders that hold reports, at any depth. */
  readonly paths: readonly string[]
  /** Names of the models that have to be among them. */
  readonly expected: readonly string[]
  readonly format: (typeof FORMATS)[number]
  readonly language: Language
  readonly reportDir?: string
}

export interface SelfTestArguments {
  /** The folder that the policy's default name is relative to. */
  readonly path: string
  readonly policy: Extract<Options['policy'], { kind: 'file' }>
  /** Local copies of what it extends. */
  readonly copies: readonly string[]
  readonly format: 'text' | 'json'
  readonly language: Language
  /** Whether a check that could not be tried is a failure. */
  readonly strict: boolean
}

/** Reads the arguments after `ml-gate`, every mistake at once. */
export function readArguments(args: readonly string[]): Result<Request> {
  const request = requested(args)
  const command = args.find((arg) => COMMANDS.some((name) => name === arg))
  if (request.ok || command === undefined) return request
  const help = `ml-gate ${command} --help`
  return failed(...request.problems.map((it) => ({ ...it, message: withHelp(it.message, help) })))
}

/** Of a command's mistakes its own help says most. */
function withHelp(said: Message, help: string): Message {
  return said.id === 'cli.usage' ? { ...said, params: { ...said.params, help } } : said
}

function requested(args: readonly string[]): Result<Request> {
  const parsed = parse(args)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const [command, ...paths] = positionals
  if (values.version === true) return ok({ command: 'version' })
  const known = COMMANDS.find((name) => name === command)
  if (values.help === true || command === undefined) return ok({ command: 'help', ...(known && { of: known }) })
  if (known === undefined) return failed(usage(unknown('command', command, COMMANDS)))
  if (known === 'schema') return ok({ command: 'schema' })
  if (known === 'init') return initRequest(values, paths)
  if (known === 'assess') return assessRequest(values, paths, policyFile(values))
  if (known === 'merge') return mergeRequest(values, paths)
  if (known === 'self-test') return selfTestRequest(values, paths)
  if (known === 'audit') return auditRequest(values, paths)
  if (known === 'catalog') return catalogRequest(values, paths)
  return known === 'check' ? checkRequest(values, paths) : inspectRequest(values, paths)
}

function checkRequest(values: Values, paths: readonly string[]): Result<Request> {
  const problems: Problem[] = []
  const choose = chooser(values, problems)
  if (paths.length > 1) problems.push(usage(message('cli.too-many', { paths })))
  const format = choose('format', FORMATS, 'text')
  const reportDir = text(values, 'report-dir')
  const audit = text(values, 'audit')
  const options: Options = {
    policy: policyFile(values),
    copies: texts(values, 'extends'),
    evidence: {
      metrics: texts(values, 'metrics'),
      baseline: texts(values, 'baseline'),
      groups: texts(values, 'groups'),
      'model-card': texts(values, 'model-card'),
    },
    language: choose('language', LANGUAGES, 'en'),
    ...(reportDir !== undefined && { reportDir }),
    ...(audit !== undefined && { audit }),
  }
  return problems.length > 0 ? failed(...problems) : ok({ command: 'check', path: paths[0] ?? '.', format, options })
}

function policyFile(values: Values): SelfTestArguments['policy'] {
  const policy = text(values, 'policy')
  return { kind: 'file', path: policy ?? DEFAULT_POLICY_FILE, named: policy !== undefined }
}

function selfTestRequest(values: Values, paths: readonly string[]): Result<Request> {
  const problems: Problem[] = []
  const choose = chooser(values, problems)
  if (paths.length > 1) problems.push(usage(message('cli.too-many', { paths })))
  const format = choose('format', ['text', 'json'] as const, 'text')
  const language = choose('language', LANGUAGES, 'en')
  if (problems.length > 0) return failed(...problems)
  const [path = '.'] = paths
  const strict = values.strict === true
  return ok({
    command: 'self-test',
    path,
    policy: policyFile(values),
    copies: texts(values, 'extends'),
    format,
    language,
    strict,
  })
}

function initRequest(values: Values, paths: readonly string[]): Result<Request> {
  const problems: Problem[] = []
  const choose = chooser(values, problems)
  if (paths.length > 1) problems.push(usage(message('cli.too-many', { paths })))
  const format = choose('format', ['text', 'json'] as const, 'text')
  const language = choose('language', LANGUAGES, 'en')
  if (problems.length > 0) return failed(...problems)
  return ok({ command: 'init', path: paths[0] ?? '.', format, language })
}

function mergeRequest(values: Values, paths: readonly string[]): Result<Request> {
  const problems: Problem[] = []
  const choose = chooser(values, problems)
  if (paths.length === 0) problems.push(usage(message('cli.no-folders')))
  const format = choose('format', FORMATS, 'text')
  const language = choose('language', LANGUAGES, 'en')
  const reportDir = text(values, 'report-dir')
  const expected = texts(values, 'expect')
  if (problems.length > 0) return failed(...problems)
  return ok({ command: 'merge', paths, expected, format, language, ...(reportDir !== undefined && { reportDir }) })
}

function inspectRequest(values: Values, paths: readonly string[]): Result<Request> {
  const problems: Problem[] = []
  const choose = chooser(values, problems)
  const [path, ...others] = paths
  if (path === undefined) problems.push(usage(message('cli.no-path')))
  if (others.length > 0) problems.push(usage(message('cli.too-many', { paths })))
  const roles: readonly Role[] = [...new Set(EVIDENCE_KINDS.map(roleOf)), 'predictions']
  const role = choose('as', roles, /\.(?:md|markdown)$/i.test(path ?? '') ? 'model-card' : 'metrics')
  const format = choose('format', ['text', 'json'] as const, 'text')
  const language = choose('language', LANGUAGES, 'en')
  if (problems.length > 0 || path === undefined) return failed(...problems)
  const [readAs, run, experiment] = (['read-as', 'run', 'experiment'] as const).map((name) => text(values, name))
  const asked = { ...(readAs && { readAs }), ...(run && { run }), ...(experiment && { experiment }) }
  return ok({ command: 'inspect', path, role, format, language, ...asked })
}
