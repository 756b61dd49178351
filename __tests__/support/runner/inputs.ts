import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { repo } from '../repo.js'

export interface ResolvedInputs {
  /** `INPUT_…` to value. */
  readonly env: Readonly<Record<string, string>>
  /** Inputs given that the action does not declare; the runner warns of them and passes them all the same. */
  readonly unexpected: readonly string[]
}

/**
 * The inputs as a step's environment holds them. An input that is not given takes its default from the action's
 * metadata, or is empty where it has none. Where there is no metadata at all, only what is given is passed, and `token`.
 */
export function resolveInputs(
  given: Readonly<Record<string, string>>,
  token: string,
  actionYml: string = repo('action.yml'),
): ResolvedInputs {
  const defaults = existsSync(actionYml) ? readDefaults(readFileSync(actionYml, 'utf8'), token) : undefined
  const all = { ...(defaults ?? (token === '' ? {} : { token })), ...given }
  const names = new Set(Object.keys(defaults ?? all).map(inputName))
  return {
    env: Object.fromEntries(Object.entries(all).map(([name, value]) => [inputName(name), value])),
    unexpected: Object.keys(given).filter((name) => !names.has(inputName(name))),
  }
}

/** Upper case, white space to `_`; a dash stays. */
function inputName(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

function readDefaults(metadata: string, token: string): Record<string, string> {
  // `failsafe` leaves every scalar the text it is written as, which is what an input is.
  const action: unknown = parse(metadata, { schema: 'failsafe' })
  const inputs = property(action, 'inputs')
  if (typeof inputs !== 'object' || inputs === null) return {}
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [name, evaluate(property(input, 'default'), name, token)]),
  )
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function evaluate(value: unknown, name: string, token: string): string {
  if (typeof value !== 'string') return ''
  const text = value.replaceAll(/\$\{\{\s*github\.token\s*\}\}/g, () => token)
  if (text !== token && text.includes('${{')) throw new Error(`the default of ${name} needs an expression: ${value}`)
  return text
}
