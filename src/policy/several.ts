import { compareText, type Location } from '../shared/location.js'
import { ok, type Problem, problem, type Result } from '../shared/problem.js'
import type { FoundModel, FoundModels } from './beside.js'
import { type PolicyDocument, type PolicyText, readDocument } from './document.js'
import { type Assembled, assembled, told, without } from './extended.js'
import { layered } from './layers.js'
import { policyIn, type Shortcuts } from './parse.js'
import type { ModelPolicy, Policies } from './policy.js'
import { refused } from './refused.js'

/** One model: what lies above what stands outside `models`, and what below. */
interface Entry {
  readonly upper: PolicyDocument
  readonly lower?: PolicyDocument
  readonly file?: FoundModel
}

/**
 * A policy with `models` → that of each of them. What stands outside is their default. A mistake in the policy is one of
 * all; a mistake in a file that describes a model is that model's, and the others are judged.
 */
export async function parseSeveral(
  source: PolicyText,
  found: FoundModels,
  shortcuts: Shortcuts,
): Promise<Result<Policies>> {
  const { document: own, problems: syntax } = readDocument(source)
  if (own === undefined) return refused(syntax)
  const whole = await assembled(source.extended, own, shortcuts)
  const { document } = whole
  const written = member(document.data, 'models')
  const formed = formMistakes(written, document)
  const mistakes = [...syntax, ...whole.problems, ...found.problems, ...formed]
  const outside = without(document, ['models'])
  const listed = formed.length === 0 && Array.isArray(written) ? listEntries(written.length, document) : []
  if (typeof written === 'string') mistakes.push(...(await mistakesOutside(outside, whole, shortcuts)))
  else mistakes.push(...listed.flatMap(entryMistakes), ...twice(listed))
  if (mistakes.length > 0) return refused(once(mistakes))
  const entries = typeof written === 'string' ? found.entries.map((file): Entry => ({ ...file, file })) : listed
  const models: ModelPolicy[] = []
  for (const entry of entries) models.push(await modelOf(entry, { outside, whole }, shortcuts))
  const faulty = models.filter(({ path, problems }) => path === undefined && problems.length > 0)
  if (faulty.length > 0) return refused(once(faulty.flatMap(({ problems }) => problems)))
  // Where decisions are recorded is one place of all.
  const audit = member(outside.data, 'audit')
  const named = told(whole, own, { resolved: { version: 1, ...(audit !== undefined && { audit }) }, notes: [] })
  const inOrder = renamed(models).sort((a, b) => compareText(a.name, b.name))
  const resolved = { ...named.resolved, models: inOrder.flatMap(({ policy }) => policy?.resolved ?? []) }
  return ok({ models: inOrder, several: true, resolved, notes: named.notes })
}

interface Context {
  readonly outside: PolicyDocument
  readonly whole: Assembled
}

async function modelOf({ upper, lower, file }: Entry, { outside, whole }: Context, shortcuts: Shortcuts) {
  const { path, folder } = file ?? {}
  const place = { ...(path !== undefined && { path }), ...(folder !== undefined && { folder }) }
  const name = nameIn(upper) ?? file?.name ?? path ?? ''
  const own = [...(file?.problems ?? []), ...(file === undefined ? [] : entryMistakes({ upper, file }))]
  if (own.length > 0) return { name, problems: own, notes: [], ...place }
  const layers = [outside, ...(lower === undefined ? [] : [lower])]
  const parsed = await policyIn(layered(upper, ...layers), [], shortcuts)
  if (!parsed.ok) return { name, problems: parsed.problems, notes: [], ...place }
  const loose = whole.check(parsed.value)
  if (loose.length > 0) return { name, problems: loose, notes: [], ...place }
  return { name, policy: parsed.value, problems: [], notes: parsed.value.notes, ...place }
}

/** Two files of one name: neither is the model, and each is called by its path. */
function renamed(models: readonly ModelPolicy[]): ModelPolicy[] {
  const paths = new Map<string, string[]>()
  for (const { name, path = '' } of models) paths.set(name, [...(paths.get(name) ?? []), path])
  return models.map(({ policy, ...model }) => {
    const { name, path = '', problems } = model
    const all = paths.get(name) ?? []
    if (all.length < 2) return policy === undefined ? model : { ...model, policy }
    return { ...model, name: path, problems: [...problems, problem('models.twice', { name, paths: all }, { path })] }
  })
}

function listEntries(length: number, document: PolicyDocument): Entry[] {
  return Array.from({ length }, (_, index) => {
    const data = member(member(document.data, 'models'), String(index))
    return {
      upper: {
        data,
        mended: document.mended,
        locate: (segments) => document.locate(['models', index, ...segments]),
        written: (segments) => document.written(['models', index, ...segments]),
      },
    }
  })
}

/** What is a key of the whole policy and of none of its models. */
const WHOLE = ['version', 'models', 'extends', 'may-loosen', 'audit']

function entryMistakes({ upper }: Entry): Problem[] {
  const misplaced = WHOLE.filter((key) => member(upper.data, key) !== undefined)
  return [
    ...misplaced.map((key) => problem('models.key', { key }, upper.locate([key]))),
    ...(nameIn(upper) === undefined ? [problem('models.no-name', {}, upper.locate([]))] : []),
  ]
}

function twice(entries: readonly Entry[]): Problem[] {
  const names = entries.map(({ upper }) => nameIn(upper))
  return entries.flatMap(({ upper }, index) => {
    const name = names[index]
    if (name === undefined || names.indexOf(name) === index) return []
    return [problem('models.twice-listed', { name }, upper.locate(['model']))]
  })
}

function nameIn({ data }: PolicyDocument): string | undefined {
  const name = member(data, 'model')
  return typeof name === 'string' && name.trim() !== '' ? name : undefined
}

function formMistakes(written: unknown, document: PolicyDocument): Problem[] {
  const at = document.locate(['models'])
  if (typeof written === 'string' ? written.trim() !== '' : Array.isArray(written) && written.length > 0) {
    const items: readonly unknown[] = Array.isArray(written) ? written : []
    return items.flatMap((item, index) => (isMapping(item) ? [] : [formMistake(document.locate(['models', index]))]))
  }
  return [formMistake(at)]
}

function formMistake(at: Location): Problem {
  return problem('models.form', {}, at)
}

/** What is wrong outside is said once, and not of every model; a part of it may be left for each to complete. */
async function mistakesOutside(outside: PolicyDocument, whole: Assembled, shortcuts: Shortcuts): Promise<Problem[]> {
  const alone = await policyIn(outside, [], shortcuts, true)
  const all = alone.ok ? [] : alone.problems
  const own = whole.problems.length > 0 ? whole.own(all) : all
  return own.filter(({ message: { id } }) => id !== 'policy.required')
}

function once(all: readonly Problem[]): Problem[] {
  const known = new Map(all.map((it) => [JSON.stringify(it), it]))
  return [...known.values()]
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}
