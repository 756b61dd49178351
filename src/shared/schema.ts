import { pointerTo, segmentsOf } from './location.js'

/**
 * The part of JSON Schema (draft 2020-12) that the product's own schemas are written in. `$ref` leads to a definition of the
 * root and stands alone, but for a description.
 */
export interface Schema {
  readonly $schema?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  /** Valid ones, for editors and for messages. */
  readonly examples?: readonly unknown[]
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly pattern?: string
  readonly minItems?: number
  readonly items?: Schema
  readonly minProperties?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly if?: Schema
  readonly then?: Schema
}

/** Where and how a value is not what its schema says. */
export interface Violation {
  /** JSON Pointer of the value that is wrong. */
  readonly instancePath: string
  readonly keyword: keyof Schema
  /** The key that is missing, or the one that nobody knows. */
  readonly key?: string
  /** What might have stood there instead. */
  readonly allowed?: readonly unknown[]
  /** The value itself. */
  readonly data: unknown
  /** What is said of a value at this place. */
  readonly schema: Schema
}

/**
 * Every way in which `data`, plain data of a JSON document, violates `root`; empty where it is valid. Reading a schema beats
 * running the code that a compiler makes of it: that takes a process longer to load than this takes to look.
 */
export function violationsOf(data: unknown, root: Schema): Violation[] {
  const found: Violation[] = []
  visit(data, root, '', { root, found })
  return found
}

interface Visit {
  readonly root: Schema
  readonly found: Violation[]
}

function visit(data: unknown, written: Schema, path: string, to: Visit): void {
  const schema = resolved(written, to.root)
  const report: Report = (keyword, more) => to.found.push({ instancePath: path, keyword, data, schema, ...more })
  if (!hasType(data, schema.type)) report('type')
  if (schema.enum?.includes(data) === false) report('enum', { allowed: schema.enum })
  if (typeof data === 'number') ofNumber(data, schema, report)
  else if (typeof data === 'string') {
    if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(data)) report('pattern')
  } else if (Array.isArray(data)) ofList(data, schema, path, report, to)
  else if (typeof data === 'object' && data !== null) ofMapping(data, schema, path, report, to)
  if (schema.if !== undefined && schema.then !== undefined) {
    const unmet: Violation[] = []
    visit(data, schema.if, path, { ...to, found: unmet })
    if (unmet.length === 0) visit(data, schema.then, path, to)
  }
}

type Report = (keyword: keyof Schema, more?: Pick<Violation, 'key' | 'allowed'>) => void

function resolved(schema: Schema, root: Schema): Schema {
  if (schema.$ref === undefined) return schema
  const name = segmentsOf(schema.$ref)[1] ?? ''
  const target = root.$defs?.[name]
  if (target === undefined) throw new Error(`the schema has no definition ${name}`)
  return target
}

function hasType(data: unknown, type: Schema['type']): boolean {
  return type === undefined || [type].flat().some((name) => isOf(data, name))
}

function isOf(data: unknown, type: string): boolean {
  switch (type) {
    case 'object':
      return typeof data === 'object' && data !== null && !Array.isArray(data)
    case 'array':
      return Array.isArray(data)
    case 'number':
      return Number.isFinite(data)
    case 'integer':
      return Number.isInteger(data)
    default:
      return typeof data === type
  }
}

function ofNumber(data: number, schema: Schema, report: Report): void {
  if (!Number.isFinite(data)) return
  if (schema.maximum !== undefined && data > schema.maximum) report('maximum')
  if (schema.minimum !== undefined && data < schema.minimum) report('minimum')
  if (schema.exclusiveMaximum !== undefined && data >= schema.exclusiveMaximum) report('exclusiveMaximum')
  if (schema.exclusiveMinimum !== undefined && data <= schema.exclusiveMinimum) report('exclusiveMinimum')
}

function ofList(data: readonly unknown[], schema: Schema, path: string, report: Report, to: Visit): void {
  if (data.length < (schema.minItems ?? 0)) report('minItems')
  const { items } = schema
  if (items !== undefined) for (const [index, item] of data.entries()) visit(item, items, pointerTo(path, index), to)
}

function ofMapping(data: object, schema: Schema, path: string, report: Report, to: Visit): void {
  const { properties = {}, patternProperties = {}, additionalProperties: others = true } = schema
  const entries = Object.entries(data)
  if (entries.length < (schema.minProperties ?? 0)) report('minProperties')
  for (const key of schema.required ?? []) if (!Object.hasOwn(data, key)) report('required', { key })
  const patterns = Object.entries(patternProperties).map(([pattern, of]) => [new RegExp(pattern), of] as const)
  for (const [key, value] of entries) {
    const own = Object.hasOwn(properties, key) ? [properties[key]] : []
    const applied = [...own, ...patterns.filter(([pattern]) => pattern.test(key)).map(([, of]) => of)]
    if (applied.length === 0 && others === false) report('additionalProperties', { key })
    const chosen = applied.length === 0 && typeof others === 'object' ? [others] : applied
    for (const one of chosen) if (one !== undefined) visit(value, one, pointerTo(path, key), to)
  }
}
