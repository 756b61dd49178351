import { parseArgs } from 'node:util'
import { EVIDENCE_KINDS, type Role } from '../evidence/kinds.js'
import type { Language } from '../report/wording.js'
import type { Message } from '../shared/message.js'
import { message } from '../shared/message.js'
import { nearest } from '../shared/nearest.js'
import { failed, ok, type Problem, problem, type Result } from '../shared/problem.js'
import type { InspectRequest } from './inspect.js'
import { DEFAULT_POLICY_FILE, LANGUAGES, type Options } from './options.js'

export const COMMANDS = ['assess', 'check', 'inspect', 'merge', 'schema', 'self-test'] as const
export type Command = (typeof COMMANDS)[number]
export const FORMATS = ['text', 'json', 'markdown'] as const

/** What the command line asks for. */
export type Request =
  | { readonly command: 'help'; readonly of?: Command }
  | { readonly command: 'version' }
  | { readonly command: 'schema' }
  | ({ readonly command: 'assess' } & AssessArguments)
  | ({ readonly command: 'check' } & CheckRequest)
  | ({ readonly command: 'inspect' } & InspectArguments)
  | ({ readonly command: 'merge' } & MergeArguments)
  | ({ readonly command: 'self-test' } & SelfTestArguments)

export interface CheckRequest {
  /** The folder that is judged. */
  readonly path: string
  readonly format: (typeof FORMATS)[number]
  readonly options: Options
}

export interface AssessArguments {
  /** The folder that is assessed. */
  readonly path: string
  readonly policy: Extract<Options['policy'], { kind: 'file' }>
  readonly models?: number
  readonly team?: number
  /** The JSON of an earlier assessment. */
  readonly previous?: string
  readonly format: (typeof FORMATS)[number]
  readonly language: Language
}

export interface InspectArguments extends InspectRequest {
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
  readonly format: 'text' | 'json'
  readonly language: Language
  /** Whether a check that could not be tried is a failure. */
  readonly strict: boolean
}

const OPTIONS = {
  policy: { type: 'string' },
  metrics: { type: 'string', multiple: true },
  'model-card': { type: 'string', multiple: true },
  baseline: { type: 'string', multiple: true },
  groups: { type: 'string', multiple: true },
  'report-dir': { type: 'string' },
  as: { type: 'string' },
  'read-as': { type: 'string' },
  run: { type: 'string' },
  experiment: { type: 'string' },
  expect: { type: 'string', multiple: true },
  models: { type: 'string' },
  'team-size': { type: 'string' },
  previous: { type: 'string' },
  language: { type: 'string' },
  format: { type: 'string' },
  strict: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const
type Option = keyof typeof OPTIONS

/** The options of each command, beside those of all. */
const OWN: Readonly<Record<Command, readonly Option[]>> = {
  assess: ['policy', 'models', 'team-size', 'previous', 'language', 'format'],
  check: ['policy', 'metrics', 'model-card', 'baseline', 'groups', 'report-dir', 'language', 'format'],
  inspect: ['as', 'read-as', 'run', 'experiment', 'language', 'format'],
  merge: ['expect', 'report-dir', 'language', 'format'],
  schema: [],
  'self-test': ['policy', 'strict', 'language', 'format'],
}
const COMMON: readonly Option[] = ['help', 'version']

/** The text of each option that was given, the texts of one that may be given several times. */
type Values = Readonly<Partial<Record<Option, string | boolean | readonly string[]>>>

/** Reads the arguments after `ml-gate`, every mistake at once. */
export function readArguments(args: readonly string[]): Result<Request> {
  const parsed = parse(args)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const [command, ...paths] = positionals
  if (values.version === true) return ok({ command: 'version' })
  const known = COMMANDS.find((name) => name === command)
  if (values.help === true || command === undefined) return ok({ command: 'help', ...(known && { of: known }) })
  if (known === undefined) return failed(usage(unknown('command', command, COMMANDS)))
  if (known === 'schema') return ok({ command: 'schema' })
  if (known === 'assess') return assessRequest(values, paths)
  if (known === 'merge') return mergeRequest(values, paths)
  if (known === 'self-test') return selfTestRequest(values, paths)
  return known === 'check' ? checkRequest(values, paths) : inspectRequest(values, paths)
}

/** A choice among names; the mistake is added to the others. */
type Choose = <T extends string>(option: Option, allowed: readonly T[], fallback: T) => T

function chooser(values: Values, problems: Problem[]): Choose {
  return (option, allowed, fallback) => {
    const found = text(values, option)
    const match = allowed.find((value) => value === (found ?? fallback))
    if (match === undefined) {
      problems.push(usage(message('cli.choice', { name: `--${option}`, found: found ?? '', allowed })))
    }
    return match ?? fallback
  }
}

function text(values: Values, option: Option): string | undefined {
  const value = values[option]
  return typeof value === 'string' ? value : undefined
}

function texts(values: Values, option: Option): readonly string[] {
  const value = values[option]
  return typeof value === 'object' ? value : []
}

function checkRequest(values: Values, paths: readonly string[]): Result<Request> {
  const problems: Problem[] = []
  const choose = chooser(values, problems)
  if (paths.length > 1) problems.push(usage(message('cli.too-many', { paths })))
  const format = choose('format', FORMATS, 'text')
  const reportDir = text(values, 'report-dir')
  const options: Options = {
    policy: policyFile(values),
    evidence: {
      metrics: texts(values, 'metrics'),
      baseline: texts(values, 'baseline'),
      groups: texts(values, 'groups'),
      'model-card': texts(values, 'model-card'),
    },
    language: choose('language', LANGUAGES, 'en'),
    ...(reportDir !== undefined && { reportDir }),
  }
  return problems.length > 0 ? failed(...problems) : ok({ command: 'check', path: paths[0] ?? '.', format, options })
}

function policyFile(values: Values): SelfTestArguments['policy'] {
  const policy = text(values, 'policy')
  return { kind: 'file', path: policy ?? DEFAULT_POLICY_FILE, named: policy !== undefined }
}

function assessRequest(values: Values, paths: readonly string[]): Result<Request> {
  const problems: Problem[] = []
  const choose = chooser(values, problems)
  if (paths.length > 1) problems.push(usage(message('cli.too-many', { paths })))
  const count = (option: 'models' | 'team-size'): number | undefined => {
    const found = text(values, option)
    if (found === undefined || /^[1-9]\d{0,5}$/.test(found))
      return found === undefined ? undefined : Number.parseInt(found, 10)
    problems.push(usage(message('cli.count', { name: `--${option}`, found })))
    return undefined
  }
  const [models, team, previous] = [count('models'), count('team-size'), text(values, 'previous')]
  const format = choose('format', FORMATS, 'text')
  const language = choose('language', LANGUAGES, 'en')
  if (problems.length > 0) return failed(...problems)
  const given = { ...(models && { models }), ...(team && { team }), ...(previous && { previous }) }
  return ok({ command: 'assess', path: paths[0] ?? '.', policy: policyFile(values), format, language, ...given })
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
  return ok({ command: 'self-test', path, policy: policyFile(values), format, language, strict })
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
  const roles: readonly Role[] = [...EVIDENCE_KINDS.filter((kind) => kind !== 'baseline'), 'predictions']
  const role = choose('as', roles, /\.(?:md|markdown)$/i.test(path ?? '') ? 'model-card' : 'metrics')
  const format = choose('format', ['text', 'json'] as const, 'text')
  const language = choose('language', LANGUAGES, 'en')
  if (problems.length > 0 || path === undefined) return failed(...problems)
  const [readAs, run, experiment] = (['read-as', 'run', 'experiment'] as const).map((name) => text(values, name))
  const asked = { ...(readAs && { readAs }), ...(run && { run }), ...(experiment && { experiment }) }
  return ok({ command: 'inspect', path, role, format, language, ...asked })
}

/** Node's parser, with messages of our own: its tokens say what is wrong without throwing. */
function parse(args: readonly string[]): Result<{ values: Values; positionals: string[] }> {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const command = COMMANDS.find((name) => name === positionals[0])
  const allowed = [...(command === undefined ? Object.values(OWN).flat() : OWN[command]), ...COMMON]
  const names = [...new Set(allowed)].map((name) => `--${name}`)
  const seen = new Set<string>()
  const problems = tokens.flatMap((token) => {
    if (token.kind !== 'option') return []
    const { name, rawName } = token
    const option = allowed.find((it) => it === name)
    const repeated = seen.has(name)
    seen.add(name)
    if (option === undefined) return [usage(unknown('option', rawName, names))]
    const { type } = OPTIONS[option]
    if (type === 'string' && !token.value) return [usage(message('cli.needs-value', { name: rawName }))]
    if (type === 'boolean' && token.value !== undefined) return [usage(message('cli.no-value', { name: rawName }))]
    return repeated && !('multiple' in OPTIONS[option]) ? [usage(message('cli.twice', { name: rawName }))] : []
  })
  return problems.length > 0 ? failed(...problems) : ok({ values: values as Values, positionals })
}

function unknown(what: 'command' | 'option', name: string, allowed: readonly string[]): Message {
  const near = nearest(name, allowed)
  const id = `cli.unknown-${what}`
  return near === undefined ? message(id, { name, allowed }) : message(`${id}-near`, { name, near })
}

function usage(why: Message): Problem {
  return problem('cli.usage', { why })
}
