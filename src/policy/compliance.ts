import type { Compliance, DemandedPack } from '../compliance/contract.js'
import { controlIdsOf, PACK_IDS } from '../compliance/ids.generated.js'
import { compareText, type Location } from '../shared/location.js'
import { closest } from '../shared/nearest.js'
import { PERSON } from '../shared/person.js'
import { ok, type Problem, problem, type Result } from '../shared/problem.js'
import { parseDay } from '../shared/time.js'
import { DATE } from './waivers.js'

const text = { type: 'string', pattern: '\\S' }
const person = (what: string) => ({ type: 'string', pattern: PERSON, description: `@login or @org/team: ${what}` })

/** `compliance:` in a policy. */
export const complianceSchema = {
  type: 'array',
  minItems: 1,
  description: 'frameworks whose controls are mapped to the checks; it informs, and decides nothing without `require`',
  examples: [['eu-ai-act']],
  items: {
    type: ['string', 'object'],
    // Only a text is held against the ids: a mapping names its pack inside.
    if: { type: 'string' },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { enum: PACK_IDS },
    required: ['pack'],
    additionalProperties: false,
    properties: {
      pack: { enum: PACK_IDS, description: 'the framework' },
      require: {
        type: 'array',
        minItems: 1,
        description: 'controls that must be evidenced or attested: a check each',
        items: text,
      },
      attest: {
        type: 'object',
        minProperties: 1,
        description: 'what a person states of a control, by the id of the control',
        additionalProperties: {
          type: 'object',
          required: ['by', 'link', 'expires'],
          additionalProperties: false,
          properties: {
            by: person('who states it'),
            link: { ...text, description: 'where it can be seen' },
            expires: { type: 'string', pattern: DATE, description: 'its last day (UTC), such as 2026-12-31' },
          },
        },
      },
      exclude: {
        type: 'object',
        minProperties: 1,
        description: 'controls that do not concern this model, by the id of the control',
        additionalProperties: {
          type: 'object',
          required: ['by', 'reason'],
          additionalProperties: false,
          properties: { by: person('who says so'), reason: { ...text, description: 'why it does not' } },
        },
      },
    },
  },
}

interface WrittenPack {
  readonly pack: string
  readonly require?: readonly string[]
  readonly attest?: Readonly<Record<string, { readonly by: string; readonly link: string; readonly expires: string }>>
  readonly exclude?: Readonly<Record<string, { readonly by: string; readonly reason: string }>>
}

export type WrittenPacks = readonly (string | WrittenPack)[]

type Locate = (segments: readonly (string | number)[]) => Location

/** The packs in order of their ids; or what a schema cannot express: a pack or control twice, unknown controls, no days. */
export function readCompliance(written: WrittenPacks, risk: string | undefined, locate: Locate): Result<Compliance> {
  const items = written.map((item) => (typeof item === 'string' ? { pack: item } : item))
  const read = items.map((item, index) => readPack(item, (...key) => locate(['compliance', index, ...key])))
  const twice = items.flatMap(({ pack }, index) =>
    items.findIndex((other) => other.pack === pack) < index
      ? [problem('policy.pack-twice', { pack }, locate(['compliance', index]))]
      : [],
  )
  const problems = [...twice, ...read.flatMap((one) => one.problems)]
  if (problems.length > 0) return { ok: false, problems }
  const packs = read.map(({ pack }) => pack).sort((a, b) => compareText(a.id, b.id))
  return ok({ packs, ...(risk !== undefined && { risk }) })
}

function readPack(
  { pack: id, require = [], attest = {}, exclude = {} }: WrittenPack,
  at: (...key: (string | number)[]) => Location,
): { pack: DemandedPack; problems: Problem[] } {
  const problems: Problem[] = []
  const known = controlIdsOf(id)
  const seen = (control: string, ...key: (string | number)[]) => {
    if (!known.includes(control)) problems.push(unknown(id, control, known, at(...key)))
  }
  require.forEach((control, index) => {
    seen(control, 'require', index)
    if (require.indexOf(control) < index)
      problems.push(problem('policy.control-twice', { pack: id, control }, at('require', index)))
  })
  const attestations = Object.entries(attest).flatMap(([control, { by, link, expires }]) => {
    seen(control, 'attest', control)
    const lastDay = parseDay(expires)
    if (lastDay !== undefined) return [{ control, by, link, expires, lastDay }]
    const name = `attest/${control}/expires`
    problems.push(problem('policy.date', { name, found: expires }, at('attest', control, 'expires')))
    return []
  })
  const exclusions = Object.entries(exclude).map(([control, { by, reason }]) => {
    seen(control, 'exclude', control)
    if (Object.hasOwn(attest, control) || require.includes(control))
      problems.push(problem('policy.control-excluded', { pack: id, control }, at('exclude', control)))
    return { control, by, reason }
  })
  const required = require.map((control, index) => ({ control, at: at('require', index) }))
  return { pack: { id, attestations, exclusions, required }, problems }
}

function unknown(pack: string, control: string, known: readonly string[], at: Location): Problem {
  // Who leaves a part out means one of those that have it.
  const holding = control.trim() === '' ? [] : known.filter((id) => id.includes(control.trim())).slice(0, 3)
  const near = holding.length > 0 ? holding : closest(known, control)
  const params = { pack, control: control.slice(0, 60) }
  return near.length > 0
    ? problem('policy.unknown-control-near', { ...params, near }, at)
    : problem('policy.unknown-control', { ...params, first: known.slice(0, 3) }, at)
}
