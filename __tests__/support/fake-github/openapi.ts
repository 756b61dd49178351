import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { repo } from '../repo.js'
import { invalidRequest } from './http-error.js'
import { isObject } from './json.js'
import type { Json, JsonObject, Operation } from './types.js'

/*
 * GitHub's own description of its API. It is 13 MB: read on first use, once, and each operation's schema is compiled
 * when the operation is first called.
 */
let description: JsonObject | undefined
let operations: Map<string, JsonObject> | undefined
const bodies = new Map<Operation, ValidateFunction | null>()
const answers = new Map<string, ValidateFunction>()

const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
ajv.addFormat('uri', (text: string) => URL.canParse(text))
for (const loose of ['int64', 'email', 'timestamp', 'uri-template', 'ssh-url', 'hostname']) ajv.addFormat(loose, true)

/** Refuses a body that GitHub's description of the operation does not allow, unknown keys included. */
export function checkBody(operation: Operation, body: Json | undefined): void {
  const validate = bodyValidator(operation)
  if (validate === null) return
  if (!isObject(body)) throw invalidRequest('The request body is not a JSON object.')
  if (!validate(body)) throw invalidRequest((validate.errors ?? []).map(sentence).join('\n'))
}

/** What an answer of ours has wrong against GitHub's description: empty where it is as described. */
export function answerProblems(operation: Operation, status: number, body: Json): string[] {
  const key = `${operation} ${status}`
  let validate = answers.get(key)
  if (validate === undefined) {
    const schema = dig(operationObject(operation), 'responses', String(status), 'content', 'application/json', 'schema')
    validate = ajv.compile(selfContained(schema))
    answers.set(key, validate)
  }
  return validate(body) ? [] : (validate.errors ?? []).map(sentence)
}

function bodyValidator(operation: Operation): ValidateFunction | null {
  const known = bodies.get(operation)
  if (known !== undefined) return known
  const schema = dig(operationObject(operation), 'requestBody', 'content', 'application/json', 'schema')
  const validate = isObject(schema) ? ajv.compile(closed(selfContained(schema))) : null
  bodies.set(operation, validate)
  return validate
}

function operationObject(operation: Operation): JsonObject {
  operations ??= indexOperations(api())
  const found = operations.get(operation)
  if (found === undefined) throw new Error(`GitHub's description has no operation ${operation}`)
  return found
}

function api(): JsonObject {
  description ??= JSON.parse(
    readFileSync(repo('node_modules/@octokit/openapi/generated/api.github.com.json'), 'utf8'),
  ) as JsonObject
  return description
}

function indexOperations(root: JsonObject): Map<string, JsonObject> {
  const methods = Object.values(isObject(root.paths) ? root.paths : {}).flatMap((path) =>
    isObject(path) ? Object.values(path) : [],
  )
  return new Map(methods.filter(isObject).map((method) => [String(method.operationId), method]))
}

function dig(value: Json | undefined, ...keys: string[]): Json | undefined {
  return keys.reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), value)
}

const REF = '#/components/schemas/'

/** The schema with every schema it refers to carried along under `$defs`. */
function selfContained(schema: Json | undefined): JsonObject {
  const defs: JsonObject = {}
  const copy = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(copy)
    if (!isObject(node)) return node
    // `nullable` beside a reference or alternatives is what JSON Schema says with one alternative more.
    if (node.nullable === true && node.type === undefined) {
      const { nullable: _, ...rest } = node
      return { anyOf: [copy(rest), { type: 'null' }] }
    }
    // A discriminator repeats what oneOf says; ajv would want it in another form.
    const entries = Object.entries(node).filter(([key, value]) => !(key === 'discriminator' && isObject(value)))
    return Object.fromEntries(entries.map(([key, value]) => [key, key === '$ref' ? carry(value) : copy(value)]))
  }
  const carry = (ref: Json): string => {
    const name = String(ref).replace(REF, '')
    if (!Object.hasOwn(defs, name)) {
      defs[name] = {} // stands here first, so that a schema that leads back to itself ends
      defs[name] = copy(dig(api(), 'components', 'schemas', name) ?? {})
    }
    return `#/$defs/${name}`
  }
  const whole = copy(schema ?? {})
  return isObject(whole) ? { ...whole, $defs: defs } : {}
}

/** GitHub ignores a key it does not know; here it is refused, because in our publisher it is a slip of the pen. */
function closed(node: JsonObject): JsonObject {
  const visit = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(visit)
    if (!isObject(value)) return value
    const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]))
    return copy.type === 'object' && isObject(copy.properties) ? { ...copy, additionalProperties: false } : copy
  }
  const result = visit(node)
  return isObject(result) ? result : {}
}

function sentence(error: ErrorObject): string {
  const where = error.instancePath === '' ? 'The body' : `For '${error.instancePath.slice(1)}', it`
  const params: Readonly<Record<string, unknown>> = error.params
  if (error.keyword === 'maxItems') return `No more than ${String(params.limit)} items are allowed (${where}).`
  if (error.keyword === 'required') return `"${String(params.missingProperty)}" wasn't supplied.`
  if (error.keyword === 'additionalProperties') return `"${String(params.additionalProperty)}" is not a permitted key.`
  return `${where} ${error.message ?? 'is invalid'}.`
}
