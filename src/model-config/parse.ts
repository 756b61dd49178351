import { type PolicyDocument, type PolicyText, readDocument } from '../policy/document.js'
import { explain } from '../policy/explain.js'
import { compareLocations, compareText, segmentsOf } from '../shared/location.js'
import { ok, type Problem, problem, type Result } from '../shared/problem.js'
import { type Violation, violationsOf } from '../shared/schema.js'
import type { ModelConfig } from './config.js'
import { habit } from './habits.js'
import { modelConfigSchema } from './schema.js'

/** What is legible of a file, and every mistake in it. */
export interface ReadConfig {
  /** Absent where nobody can tell which model it is about. Sections with a mistake are left out of it. */
  readonly config?: ModelConfig
  readonly problems: readonly Problem[]
}

/** Text → config, or every mistake in it at once, each with its place. */
export function parseModelConfig(source: PolicyText): Result<ModelConfig> {
  const { config, problems } = readModelConfig(source)
  return config === undefined || problems.length > 0 ? { ok: false, problems } : ok(config)
}

/** It is a page; equal keys are looked for in a time that grows with the square of their number. */
const MAX_LENGTH = 64 * 1024

/** Text → what can be relied on in it, and every mistake: for lists that must not lose a model over one. */
export function readModelConfig(source: PolicyText): ReadConfig {
  if (source.text.length > MAX_LENGTH) {
    const at = source.place({ line: 1, column: 1 })
    return { problems: [problem('config.too-long', { limit: MAX_LENGTH / 1024 }, at)] }
  }
  const { document, problems } = readDocument(source)
  const syntax = problems.map(renamed)
  if (document === undefined) return { problems: inOrder(syntax) }
  const violations = violationsOf(document.data, modelConfigSchema())
  const all = [
    ...syntax,
    ...explain(violations, document, { whole: 'model_config', habit }).map(renamed),
    ...replicaMistakes(document, violations),
  ]
  const config = legible(document, violations)
  return { ...(config && { config }), problems: inOrder(all) }
}

/** Messages that speak of a policy, each with its counterpart; what is not here says the same of any document. */
const OWN: Readonly<Record<string, string>> = {
  'policy.too-complex': 'config.too-complex',
  'policy.empty': 'config.empty',
  'policy.not-a-mapping': 'config.not-a-mapping',
  'policy.aliases': 'config.aliases',
  'policy.digits': 'config.digits',
  'policy.pattern': 'config.blank',
  'policy.unquoted': 'config.comparison',
}

function renamed({ message, ...rest }: Problem): Problem {
  const id = Object.hasOwn(OWN, message.id) ? OWN[message.id] : undefined
  return { ...rest, message: id === undefined ? message : { ...message, id } }
}

const SECTIONS = ['training', 'serving', 'monitoring'] as const

/** The config without the sections that have a mistake; nothing where the model's name or owner is not legible. */
function legible({ data, written, locate }: PolicyDocument, violations: readonly Violation[]): ModelConfig | undefined {
  const faulty = new Set(violations.map(({ pointer }) => segmentsOf(pointer)[0]))
  const whole = data as Partial<Record<'model' | (typeof SECTIONS)[number], Readonly<Record<string, unknown>>>>
  const { model } = whole
  const wrong = new Set(violations.map(({ pointer }) => pointer))
  const key = (name: string) => {
    const value = typeof model === 'object' && model !== null && Object.hasOwn(model, name) ? model[name] : undefined
    return wrong.has(`/model/${name}`) ? undefined : value
  }
  const [name, owner, framework, version, risk] = ['name', 'owner', 'framework', 'version', 'risk'].map(key)
  if (typeof name !== 'string' || name.trim() === '') return undefined
  const [training, serving, monitoring] = SECTIONS.map((section) => (faulty.has(section) ? {} : (whole[section] ?? {})))
  return {
    model: {
      name,
      owner: typeof owner === 'string' ? owner : '',
      ...(framework !== undefined && { framework: framework as string }),
      ...(version !== undefined && { version: written(['model', 'version']) }),
      ...(risk !== undefined && { risk: risk as NonNullable<ModelConfig['model']['risk']> }),
    },
    training: training ?? {},
    serving: serving ?? {},
    monitoring: monitoring ?? {},
    locate: (pointer) => locate(segmentsOf(pointer)),
  }
}

/** Fewest copies above most: no number of copies is allowed. */
function replicaMistakes({ data, locate }: PolicyDocument, violations: readonly Violation[]): Problem[] {
  if (violations.some(({ pointer }) => segmentsOf(pointer)[0] === 'serving')) return []
  const { serving } = data as { readonly serving?: ModelConfig['serving'] }
  const { min_replicas: min, max_replicas: max } = serving ?? {}
  if (min === undefined || max === undefined || min <= max) return []
  return [problem('config.replicas', { min, max }, locate(['serving', 'min_replicas']))]
}

/** Most mistakes that are listed; the others are counted. */
const MAX_LISTED = 200

function inOrder(problems: readonly Problem[]): Problem[] {
  const nowhere = { path: '' }
  const sorted = [...problems].sort(
    (a, b) => compareLocations(a.at ?? nowhere, b.at ?? nowhere) || compareText(a.message.id, b.message.id),
  )
  const more = sorted.length - MAX_LISTED
  const last = more > 0 ? [problem('policy.more', { count: more }, sorted[MAX_LISTED - 1]?.at)] : []
  return [...sorted.slice(0, MAX_LISTED), ...last]
}
