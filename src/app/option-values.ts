import { parseArgs } from 'node:util'
import { type Message, message } from '../shared/message.js'
import { nearest } from '../shared/nearest.js'
import { failed, ok, type Problem, problem, type Result } from '../shared/problem.js'

export const COMMANDS = [
  ...(['check', 'init', 'inspect', 'merge', 'schema', 'self-test', 'audit', 'catalog', 'assess'] as const),
] as const
export type Command = (typeof COMMANDS)[number]
export const FORMATS = ['text', 'json', 'markdown'] as const

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
  extends: { type: 'string', multiple: true },
  language: { type: 'string' },
  format: { type: 'string' },
  strict: { type: 'boolean' },
  audit: { type: 'string' },
  head: { type: 'string' },
  count: { type: 'string' },
  model: { type: 'string' },
  verdict: { type: 'string', multiple: true },
  person: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  'stale-after': { type: 'string' },
  'write-backstage': { type: 'boolean' },
  models: { type: 'string' },
  'team-size': { type: 'string' },
  previous: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const
export type Option = keyof typeof OPTIONS

/** The options of each command, beside those of all. */
const OWN: Readonly<Record<Command, readonly Option[]>> = {
  check: [
    'policy',
    'metrics',
    'model-card',
    'baseline',
    'groups',
    'extends',
    'audit',
    'report-dir',
    'language',
    'format',
  ],
  init: ['language', 'format'],
  inspect: ['as', 'read-as', 'run', 'experiment', 'language', 'format'],
  merge: ['expect', 'report-dir', 'language', 'format'],
  schema: [],
  'self-test': ['policy', 'extends', 'strict', 'language', 'format'],
  audit: ['head', 'count', 'model', 'verdict', 'person', 'since', 'until', 'language', 'format'],
  catalog: ['audit', 'stale-after', 'write-backstage', 'language', 'format'],
  assess: ['policy', 'models', 'team-size', 'previous', 'language', 'format'],
}
const COMMON: readonly Option[] = ['help', 'version']

/** The text of each option that was given, the texts of one that may be given several times. */
export type Values = Readonly<Partial<Record<Option, string | boolean | readonly string[]>>>

/** A choice among names; the mistake is added to the others. */
export type Choose = <T extends string>(option: Option, allowed: readonly T[], fallback: T) => T

export function chooser(values: Values, problems: Problem[]): Choose {
  return (option, allowed, fallback) => {
    const found = text(values, option)
    const match = allowed.find((value) => value === (found ?? fallback))
    if (match === undefined) {
      problems.push(usage(message('cli.choice', { name: `--${option}`, found: found ?? '', allowed })))
    }
    return match ?? fallback
  }
}

export function text(values: Values, option: Option): string | undefined {
  const value = values[option]
  return typeof value === 'string' ? value : undefined
}

export function texts(values: Values, option: Option): readonly string[] {
  const value = values[option]
  return typeof value === 'object' ? value : []
}

/** Node's parser, with messages of our own: its tokens say what is wrong without throwing. */
export function parse(args: readonly string[]): Result<{ values: Values; positionals: string[] }> {
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

export function unknown(what: 'command' | 'option', name: string, allowed: readonly string[]): Message {
  const near = nearest(name, allowed)
  const id = `cli.unknown-${what}`
  return near === undefined ? message(id, { name, allowed }) : message(`${id}-near`, { name, near })
}

export function usage(why: Message): Problem {
  return problem('cli.usage', { why, help: 'ml-gate --help' })
}
