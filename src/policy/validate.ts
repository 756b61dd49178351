import type { LoadedGate, Violation } from '../gates/contract.js'
import check from './validate.generated.js'

/**
 * Every violation of the policy's schema, by the validators that were generated from it and from the schemas of the
 * gates at build time. `gates` are those that the policy asks for.
 */
export function validate(data: unknown, gates: readonly LoadedGate[]): Violation[] {
  return [...violations(data), ...gates.flatMap((gate) => violationsOfGate(data, gate))]
}

function violations(data: unknown): readonly Violation[] {
  return check(data) ? [] : (check.errors ?? [])
}

function violationsOfGate(data: unknown, { gate: { id }, check }: LoadedGate): Violation[] {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, id)) return []
  return check(Reflect.get(data, id))
    ? []
    : (check.errors ?? []).map((error) => ({ ...error, instancePath: `/${id}${error.instancePath}` }))
}
