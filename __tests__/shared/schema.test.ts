import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { modelConfigSchema } from '../../src/model-config/schema.js'
import { policySchema } from '../../src/policy/schema.js'
import { type Schema, violationsOf } from '../../src/shared/schema.js'
import { allGates } from '../support/evidence.js'

const numbers = fc.constantFrom(-1, 0, 0.5, 1, 2, 4, 95, 1e300)
const texts = fc.constantFrom(
  '',
  ' ',
  'a',
  '>= 0.5',
  '< 5%',
  '30d',
  '@a',
  '@a/b',
  '2026-11-25',
  'churn',
  'a/b~c',
  '1.5',
)
const scalars = fc.oneof(fc.constantFrom(null, Number.NaN, Number.POSITIVE_INFINITY), fc.boolean(), numbers, texts)
const BY_TYPE: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  number: numbers,
  integer: numbers,
  string: texts,
  boolean: fc.boolean(),
}
const anything = fc.oneof(
  { weight: 3, arbitrary: scalars },
  fc.array(scalars, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('a', 'x-a', 'constructor', 'a/b', 'min'), scalars, { maxKeys: 2 }),
)

/** Data much as a schema wants it, with mistakes here and there. */
function nearly(schema: Schema, root: Schema): fc.Arbitrary<unknown> {
  const target = schema.$ref === undefined ? schema : root.$defs?.[schema.$ref.replace('#/$defs/', '')]
  if (target === undefined) throw new Error(`no definition ${schema.$ref}`)
  const { type, items, properties = {}, patternProperties, additionalProperties: others } = target
  const right = [type ?? []].flat().map((name) => {
    if (name === 'array') return fc.array(nearly(items ?? {}, root), { maxLength: 3 })
    if (name !== 'object') return BY_TYPE[name] ?? scalars
    const named = Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, nearly(one, root)]))
    const open = typeof others === 'object' || patternProperties !== undefined
    const value = typeof others === 'object' ? nearly(others, root) : anything
    const free = fc.dictionary(fc.constantFrom('a', 'b/c', 'x-a', 'constructor'), value, { maxKeys: open ? 2 : 0 })
    const sound = fc.record(named, { requiredKeys: [...(target.required ?? [])] })
    const record = fc.oneof({ weight: 9, arbitrary: sound }, fc.record(named, { requiredKeys: [] }))
    return fc.tuple(record, free).map((parts) => Object.assign({}, ...parts))
  })
  const chosen = target.enum === undefined ? right : [fc.constantFrom(...target.enum)]
  return fc.oneof(anything, ...chosen.map((arbitrary) => ({ weight: 30, arbitrary })))
}

describe.each([
  ['policy', policySchema(allGates)],
  ['model_config', modelConfigSchema()],
] as const)('the schema of a %s', (_, schema) => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false })
  // Strict: a keyword that ajv does not know, and one in the wrong place, is an error here.
  const check = ajv.compile(schema)

  test('is written in the keywords that are looked at', () => {
    const looked: Record<keyof Schema, true> = {
      $schema: true,
      $defs: true,
      $ref: true,
      title: true,
      description: true,
      examples: true,
      type: true,
      enum: true,
      minimum: true,
      exclusiveMinimum: true,
      exclusiveMaximum: true,
      pattern: true,
      minItems: true,
      items: true,
      minProperties: true,
      required: true,
      properties: true,
      patternProperties: true,
      additionalProperties: true,
      if: true,
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: true,
    }
    const seen: Schema[] = [schema]
    for (const one of seen) {
      expect(Object.keys(one).filter((key) => !Object.hasOwn(looked, key))).toEqual([])
      if (one.$ref !== undefined) expect(Object.keys(one).filter((key) => key !== 'description')).toEqual(['$ref'])
      for (const example of one.examples ?? [])
        expect(violationsOf(example, schema.$defs === undefined ? one : { ...one, $defs: schema.$defs })).toEqual([])
      expect([typeof one.if, typeof one.then]).toEqual([typeof one.then, typeof one.if])
      const below = [one.items, one.additionalProperties, one.if, one.then].filter((it) => typeof it === 'object')
      const maps = [one.$defs, one.properties, one.patternProperties].flatMap((it) => Object.values(it ?? {}))
      seen.push(...below, ...maps)
    }
    expect(seen.length).toBeGreaterThan(20)
  })

  test('is violated where ajv says so', () => {
    const listed = (data: unknown) =>
      check(data)
        ? []
        : (check.errors ?? [])
            .filter(({ keyword }) => keyword !== 'if')
            .map(({ instancePath, keyword, params }) => {
              const key = params.missingProperty ?? params.additionalProperty
              return JSON.stringify([instancePath, keyword, key, params.allowedValues])
            })
            .sort()
    const counts = { valid: 0, invalid: 0 }
    fc.assert(
      fc.property(nearly(schema, schema), (data) => {
        const expected = listed(data)
        counts[expected.length === 0 ? 'valid' : 'invalid'] += 1
        const found = violationsOf(data, schema)
        expect(
          found
            .map((it) =>
              JSON.stringify([it.pointer, it.keyword, it.key, it.keyword === 'enum' ? it.schema.enum : undefined]),
            )
            .sort(),
        ).toEqual(expected)
      }),
      { numRuns: 3000, seed: 7 },
    )
    expect(counts.valid).toBeGreaterThan(0)
    expect(counts.invalid).toBeGreaterThan(500)
  })
})

test('a violation shows the value and what is said of it', () => {
  const schema: Schema = { $defs: { a: { type: 'string' } }, properties: { 'x/y': { $ref: '#/$defs/a' } } }
  expect(violationsOf({ 'x/y': 1 }, schema)).toEqual([
    { pointer: '/x~1y', keyword: 'type', data: 1, schema: { type: 'string' } },
  ])
  expect(() => violationsOf({ a: 1 }, { properties: { a: { $ref: '#/$defs/b' } } })).toThrow('no definition #/$defs/b')
})

test('what is said of other keys is said of no known one', () => {
  const schema: Schema = { properties: { a: { type: 'string' } }, additionalProperties: { type: 'number' } }
  expect(violationsOf({ a: 'a', b: 1 }, schema)).toEqual([])
  expect(violationsOf({ a: 1, b: 'b' }, schema).map(({ pointer }) => pointer)).toEqual(['/a', '/b'])
})
