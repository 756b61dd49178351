import { type Location, segmentsOf } from '../shared/location.js'
import { nearest } from '../shared/nearest.js'
import { type Problem, problem } from '../shared/problem.js'
import type { Schema, Violation } from '../shared/schema.js'
import { yamlText } from '../shared/yaml-text.js'
import type { PolicyDocument } from './document.js'
import { habit } from './habits.js'

/** What a document is, where its mistakes are explained. */
export interface Explained {
  /** What messages call the document as a whole. */
  readonly whole: string
  /** A mistake that people make again and again, in words of its own. */
  readonly habit: typeof habit
}

const POLICY: Explained = { whole: 'policy', habit }

/** Words every violation of the schema for the one who wrote the document; one problem a place. */
export function explain(violations: readonly Violation[], document: PolicyDocument, about = POLICY): Problem[] {
  const found = new Map<string, Problem>()
  for (const violation of violations) {
    if (typeof violation.data === 'string' && document.mended.includes(violation.data)) continue
    const segments = segmentsOf(violation.pointer)
    const key = unknownKey(violation)
    const place = key === undefined ? segments : [...segments, key]
    // Several keywords may refuse one value (its type and its pattern, say); the first one says enough.
    const id = JSON.stringify(place)
    if (!found.has(id)) found.set(id, explainOne(violation, place, document, about))
  }
  return [...found.values()]
}

function unknownKey({ keyword, key }: Violation): string | undefined {
  return keyword === 'additionalProperties' ? key : undefined
}

function explainOne(
  violation: Violation,
  place: readonly string[],
  document: PolicyDocument,
  about: Explained,
): Problem {
  const at = document.locate(place)
  const name = place.join('/') || about.whole
  const unknown = unknownKey(violation)
  if (unknown !== undefined) return explainUnknown(unknown, place, violation, at, about)
  const { schema } = violation
  const bad = about.habit(violation.data, { name, schema, written: document.written(place) })
  if (bad !== undefined) return { ...bad, at }
  switch (violation.keyword) {
    case 'required':
      return problem('policy.required', { name, key: violation.key ?? '' }, at)
    case 'enum':
      return explainChoice(violation, name, at)
    case 'minimum':
      return problem('policy.minimum', { name, found: shownValue(violation.data), limit: String(schema.minimum) }, at)
    case 'exclusiveMinimum':
    case 'exclusiveMaximum': {
      const [low, high] = [String(schema.exclusiveMinimum), String(schema.exclusiveMaximum)]
      return problem('policy.between', { name, found: shownValue(violation.data), low, high }, at)
    }
    case 'minProperties':
    case 'minItems':
      return allowedKeys(schema).length > 0
        ? problem('policy.nothing-demanded', { name, allowed: allowedKeys(schema) }, at)
        : problem('policy.nothing-named', { name }, at)
    case 'pattern':
      return problem('policy.pattern', { name, found: shownValue(violation.data) }, at)
    default: {
      const said = { name, found: shownValue(violation.data), expected: expectedTypes(schema) }
      const [example] = schema.examples ?? []
      const key = place.at(-1)
      return example === undefined || key === undefined
        ? problem('policy.type', said, at)
        : problem('policy.type-example', { ...said, example: flow({ [key]: example }).slice(1, -1) }, at)
    }
  }
}

/** A value as a line of YAML. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, inner]) => `${key}: ${flow(inner)}`)
      .join(', ')}}`
  return typeof value === 'string' ? yamlText(value) : String(value)
}

function explainUnknown(
  key: string,
  place: readonly string[],
  { schema }: Violation,
  at: Location,
  { whole }: Explained,
): Problem {
  const allowed = allowedKeys(schema)
  const near = nearest(key, allowed)
  const parent = place.slice(0, -1).join('/') || whole
  return near === undefined
    ? problem('policy.unknown-key', { key, parent, allowed }, at)
    : problem('policy.unknown-key-near', { key, parent, allowed, near }, at)
}

function explainChoice({ data, schema }: Violation, name: string, at: Location): Problem {
  const allowed = (schema.enum ?? []).map(String)
  if (typeof data === 'string' && allowed.includes(data))
    return problem('policy.quoted-number', { name, found: data }, at)
  const near = typeof data === 'string' ? nearest(data, allowed) : undefined
  const found = shownValue(data)
  return near === undefined
    ? problem('policy.choice', { name, found, allowed }, at)
    : problem('policy.choice-near', { name, found, allowed, near }, at)
}

function allowedKeys({ properties = {} }: Schema): string[] {
  return Object.keys(properties)
}

function expectedTypes({ type }: Schema): string[] {
  return [type].flat().map((name) => TYPE_NAMES[String(name)] ?? String(name))
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: 'mapping {…}',
  array: 'list […]',
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
}

function shownValue(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}'
  return String(value).slice(0, 60)
}
