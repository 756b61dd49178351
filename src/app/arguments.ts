import { parseArgs } from 'node:util'
import type { Message } from '../shared/message.js'
import { message } from '../shared/message.js'
import { nearest } from '../shared/nearest.js'
import { failed, ok, type Problem, problem, type Result } from '../shared/problem.js'
import { DEFAULT_POLICY_FILE, LANGUAGES, type Options } from './options.js'

export const COMMANDS = ['check', 'schema'] as const
export const FORMATS = ['text', 'json', 'markdown'] as const

/** What the command line asks for. */
export type Request =
  | { readonly command: 'help'; readonly of?: (typeof COMMANDS)[number] }
  | { readonly command: 'version' }
  | { readonly command: 'schema' }
  | ({ readonly command: 'check' } & CheckRequest)

export interface CheckRequest {
  /** The folder that is judged. */
  readonly path: string
  readonly format: (typeof FORMATS)[number]
  readonly options: Options
}

const OPTIONS = {
  policy: { type: 'string' },
  metrics: { type: 'string', multiple: true },
  'model-card': { type: 'string', multiple: true },
  baseline: { type: 'string', multiple: true },
  groups: { type: 'string', multiple: true },
  'report-dir': { type: 'string' },
  language: { type: 'string' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

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
  return checkRequest(values, paths)
}

interface Values {
  readonly policy?: string
  readonly metrics?: readonly string[]
  readonly 'model-card'?: readonly string[]
  readonly baseline?: readonly string[]
  readonly groups?: readonly string[]
  readonly 'report-dir'?: string
  readonly language?: string
  readonly format?: string
  readonly help?: boolean
  readonly version?: boolean
}

function checkRequest(values: Values, paths: readonly string[]): Result<Request> {
  const problems: Problem[] = []
  const choice = <T extends string>(name: string, found: string | undefined, allowed: readonly T[], fallback: T): T => {
    const match = allowed.find((value) => value === (found ?? fallback))
    if (match === undefined) problems.push(usage(message('cli.choice', { name, found: found ?? '', allowed })))
    return match ?? fallback
  }
  if (paths.length > 1) problems.push(usage(message('cli.too-many', { paths })))
  const format = choice('--format', values.format, FORMATS, 'text')
  const language = choice('--language', values.language, LANGUAGES, 'en')
  const options: Options = {
    policy: { kind: 'file', path: values.policy ?? DEFAULT_POLICY_FILE, named: values.policy !== undefined },
    evidence: {
      metrics: values.metrics ?? [],
      baseline: values.baseline ?? [],
      groups: values.groups ?? [],
      'model-card': values['model-card'] ?? [],
    },
    language,
    ...(values['report-dir'] !== undefined && { reportDir: values['report-dir'] }),
  }
  return problems.length > 0 ? failed(...problems) : ok({ command: 'check', path: paths[0] ?? '.', format, options })
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
  const problems: Problem[] = []
  const seen = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(OPTIONS, token.name) ? OPTIONS[token.name as keyof typeof OPTIONS] : undefined
    const name = token.rawName
    if (option === undefined)
      problems.push(
        usage(
          unknown(
            'option',
            name,
            Object.keys(OPTIONS).map((it) => `--${it}`),
          ),
        ),
      )
    else if (option.type === 'string' && !token.value) problems.push(usage(message('cli.needs-value', { name })))
    else if (option.type === 'boolean' && token.value !== undefined)
      problems.push(usage(message('cli.no-value', { name })))
    else if (seen.has(token.name) && !('multiple' in option)) problems.push(usage(message('cli.twice', { name })))
    seen.add(token.name)
  }
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
