import { pointerTo } from './location.js'

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
  readonly pointer: string
  readonly keyword: keyof Schema
  /** The key that is missing, or the one that nobody knows. */
  readonly key?: string
  /** The value itself. */
  readonly data: unknown
  /** What is said of a value at this place. */
  readonly schema: Schema
}

/** Every way in which `data`, plain data of a JSON document, violates `root`; empty where it is valid. */
export function violationsOf(data: unknown, root: Schema): Violation[] {
  const walk = new Walk(root)
  walk.value(data, root, '')
  return walk.found
}

type Report = (keyword: keyof Schema, key?: string) => void

class Walk {
  readonly found: Violation[] = []

  constructor(readonly root: Schema) {}

  value(data: unknown, said: Schema, pointer: string): void {
    const schema = definition(said, this.root)
    const report: Report = (keyword, key) =>
      this.found.push({ pointer, keyword, data, schema, ...(key !== undefined && { key }) })
    if (!hasType(data, schema.type)) report('type')
    if (schema.enum?.includes(data) === false) report('enum')
    if (typeof data === 'number') ofNumber(data, schema, report)
    else if (typeof data === 'string') ofText(data, schema, report)
    else if (Array.isArray(data)) this.#list(data, schema, pointer, report)
    else if (typeof data === 'object' && data !== null) this.#mapping(data, schema, pointer, report)
    if (schema.if === undefined || schema.then === undefined) return
    const condition = new Walk(this.root)
    condition.value(data, schema.if, pointer)
    if (condition.found.length === 0) this.value(data, schema.then, pointer)
  }

  #list(data: readonly unknown[], { items, minItems = 0 }: Schema, pointer: string, report: Report): void {
    if (data.length < minItems) report('minItems')
    if (items !== undefined)
      for (const [index, item] of data.entries()) this.value(item, items, pointerTo(pointer, index))
  }

  #mapping(data: object, schema: Schema, pointer: string, report: Report): void {
    const { properties = {}, patternProperties = {}, additionalProperties: others = true } = schema
    const entries = Object.entries(data)
    if (entries.length < (schema.minProperties ?? 0)) report('minProperties')
    for (const key of schema.required ?? []) if (!Object.hasOwn(data, key)) report('required', key)
    const patterns = Object.entries(patternProperties).map(([pattern, said]) => [new RegExp(pattern), said] as const)
    for (const [key, value] of entries) {
      const own = Object.hasOwn(properties, key) ? [properties[key]] : []
      const known = [...own, ...patterns.filter(([pattern]) => pattern.test(key)).map(([, said]) => said)]
      if (known.length === 0 && others === false) report('additionalProperties', key)
      const applied = known.length === 0 && typeof others === 'object' ? [others] : known
      for (const said of applied) if (said !== undefined) this.value(value, said, pointerTo(pointer, key))
    }
  }
}

/** The schema itself, or the one that it refers to. Throws where the root has no such definition. */
function definition(schema: Schema, root: Schema): Schema {
  if (schema.$ref === undefined) return schema
  const [, name = ''] = /^#\/\$defs\/([^/]+)$/.exec(schema.$ref) ?? []
  const target = root.$defs?.[name]
  if (target === undefined) throw new Error(`the schema has no definition ${schema.$ref}`)
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
    case 'string':
    case 'boolean':
      return typeof data === type
    default:
      throw new Error(`the schema has an unknown type ${type}`)
  }
}

function ofNumber(data: number, schema: Schema, report: Report): void {
  if (!Number.isFinite(data)) return
  if (schema.minimum !== undefined && data < schema.minimum) report('minimum')
  if (schema.exclusiveMaximum !== undefined && data >= schema.exclusiveMaximum) report('exclusiveMaximum')
  if (schema.exclusiveMinimum !== undefined && data <= schema.exclusiveMinimum) report('exclusiveMinimum')
}

function ofText(data: string, { pattern }: Schema, report: Report): void {
  if (pattern !== undefined && !new RegExp(pattern).test(data)) report('pattern')
}
