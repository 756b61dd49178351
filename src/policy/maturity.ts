import { ITEM_IDS, type ItemId } from '../maturity/ids.js'
import type { Location } from '../shared/location.js'
import { PERSON } from '../shared/person.js'
import { type Problem, problem } from '../shared/problem.js'
import { parseDay } from '../shared/time.js'
import { LEVELS } from './levels.js'
import { DATE } from './waivers.js'

const text = { type: 'string', pattern: '\\S' }
const count = (description: string) => ({ type: 'integer', minimum: 1, description })

/** `maturity:` in a policy. */
export const maturitySchema = {
  type: 'object',
  additionalProperties: false,
  description: 'what `assess` is told beside the repository, and the level it demands',
  examples: [{ min: 2 }],
  properties: {
    min: { enum: LEVELS, description: 'the lowest level that passes; without it the assessment only advises' },
    models: count('how many models are in operation'),
    'team-size': count('how many people work on them'),
    previous: { ...text, description: 'the last assessment as JSON, to compare with' },
    attestations: {
      type: 'array',
      minItems: 1,
      description: 'what people stand for where the repository cannot show it',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['item', 'owner', 'link', 'expires'],
        properties: {
          item: { enum: ITEM_IDS, description: 'the question that it answers' },
          owner: { type: 'string', pattern: PERSON, description: '@login or @org/team: who stands for it' },
          link: { ...text, description: 'where it can be seen' },
          expires: { type: 'string', pattern: DATE, description: 'its last day (UTC), such as 2026-12-31' },
        },
      },
    },
  },
} as const

/** `maturity:` as the schema has accepted it. */
export interface WrittenMaturity {
  readonly min?: number
  readonly models?: number
  readonly 'team-size'?: number
  readonly previous?: string
  readonly attestations?: readonly WrittenAttestation[]
}

export interface WrittenAttestation {
  readonly item: ItemId
  readonly owner: string
  readonly link: string
  readonly expires: string
}

/** What the schema cannot express: days that do not exist, an item attested twice. */
export function maturityMistakes(
  { attestations = [] }: WrittenMaturity,
  locate: (segments: readonly (string | number)[]) => Location,
): Problem[] {
  return attestations.flatMap(({ item, expires }, index) => {
    const at = (key: string) => locate(['maturity', 'attestations', index, key])
    const twice = attestations.findIndex((other) => other.item === item) < index
    const name = `maturity/attestations/${index}/expires`
    return [
      ...(twice ? [problem('policy.attested-twice', { item }, at('item'))] : []),
      ...(parseDay(expires) === undefined ? [problem('policy.date', { name, found: expires }, at('expires'))] : []),
    ]
  })
}
