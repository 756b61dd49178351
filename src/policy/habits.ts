import { COMPARISON } from '../gates/bound.js'
import { decimal, formatDecimal, parseDecimal } from '../shared/decimal.js'
import { PERSON } from '../shared/person.js'
import { type Problem, problem } from '../shared/problem.js'
import type { Schema } from '../shared/schema.js'
import { DURATION } from '../shared/time.js'
import { DATE } from './waivers.js'

/** What is known of a value that the schema refused. */
interface Refused {
  readonly name: string
  readonly schema: Schema
  /** The value's text in the policy, before YAML gave it a type. */
  readonly written: string
}

/**
 * Mistakes that people make again and again, each with a message of its own: a bare number for a bound, per cent for a
 * fraction, quotes around a number, a decimal comma, habits of YAML 1.1, a value left empty.
 */
export function habit(value: unknown, { name, schema, written }: Refused): Problem | undefined {
  if (value === null) return problem('policy.empty-value', { name })
  if (typeof value === 'boolean' && (isBound(schema) || schema.examples === undefined))
    return problem('policy.boolean', { name, found: written || String(value) })
  if (typeof value === 'number' && !Number.isFinite(value)) return problem('policy.nonfinite', { name, found: written })
  if (typeof value === 'number' && isBound(schema)) return bareNumber(name, written, schema)
  if (typeof value !== 'string') return undefined
  if (/^(?:yes|no|on|off|y|n)$/i.test(value)) return problem('policy.yaml11', { name, found: value })
  if (schema.pattern === PERSON) return problem('policy.person', { name, found: value.slice(0, 60) })
  if (schema.pattern === DURATION) return problem('policy.duration', { name, found: value.slice(0, 60) })
  if (schema.pattern === DATE) return problem('policy.date', { name, found: value.slice(0, 60) })
  return isBound(schema) || wants(schema, 'number') || wants(schema, 'integer')
    ? numberHabit(value.trim(), name, schema)
    : undefined
}

/** A number that does not say in which direction; where there is one direction only, that one is named. */
function bareNumber(name: string, found: string, { properties }: Schema): Problem {
  const known = (key: string) => properties !== undefined && Object.hasOwn(properties, key)
  const [lower, upper] = [['min', 'above'].find(known), ['below', 'max'].find(known)]
  const only = lower === undefined ? upper : upper === undefined ? lower : undefined
  return only === undefined
    ? problem('policy.bare-number', { name, found })
    : problem('policy.bare-number-only', { name, found, better: `{${only}: ${found}}` })
}

function numberHabit(text: string, name: string, schema: Schema): Problem | undefined {
  const bound = isBound(schema)
  if (/^[<>=≤≥\s]*[-+]?[0-9.]+\s*%$/.test(text))
    return problem('policy.percent', { name, found: text, fraction: perCent(text) })
  if (/^[<>=≤≥\s]*[-+]?[0-9]+,[0-9]+$/.test(text)) {
    return problem('policy.decimal-comma', { name, found: text, better: text.replace(',', '.') })
  }
  if (/^[-+]?[0-9][0-9_]*(?:\.[0-9_]+)?$/.test(text) && text.includes('_')) {
    return problem('policy.underscore', { name, found: text, better: text.replaceAll('_', '') })
  }
  if (/^[-+]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(text)) {
    return bound ? bareNumber(name, text, schema) : problem('policy.quoted-number', { name, found: text })
  }
  return bound ? problem('policy.comparison', { name, found: text.slice(0, 60) }) : undefined
}

/** `85%` as `0.85`, a comparison sign before it kept. */
function perCent(text: string): string {
  return text.replace(/([-+]?[0-9.]+)\s*%/, (whole, digits: string) => {
    const value = parseDecimal(digits)
    return value === undefined ? whole : formatDecimal(value.times(decimal('0.01')))
  })
}

function isBound(schema: Schema): boolean {
  return schema.pattern === COMPARISON
}

function wants({ type }: Schema, wanted: string): boolean {
  return [type].flat().includes(wanted)
}
