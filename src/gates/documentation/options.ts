import { FIELD_IDS } from './fields.js'
import { fieldsOf, PROFILE_IDS } from './profiles.js'

/** `documentation:` in a policy. */
export interface Options {
  readonly require?: readonly Requirement[] | undefined
  /** Known sets of fields. */
  readonly profile?: readonly string[] | undefined
  /** Whether the numbers that the card quotes are compared with the metrics, and by how much they may differ besides rounding. */
  readonly measured?: boolean | { readonly tolerance?: number }
}

/** A known field, or a field of one's own (or a known one) with the names that it goes by. */
export type Requirement = string | { readonly field: string; readonly names: readonly string[] }

export const schema = {
  type: 'object',
  description: 'What the model card has to state.',
  examples: [{ require: ['intended_use', 'limitations'] }],
  minProperties: 1,
  additionalProperties: false,
  properties: {
    measured: {
      type: ['boolean', 'object'],
      description: 'compare the metrics that the card quotes with those that were measured',
      additionalProperties: false,
      properties: {
        tolerance: { type: 'number', minimum: 0, description: 'how far apart they may be besides rounding' },
      },
    },
    profile: {
      type: 'array',
      minItems: 1,
      description: 'known sets of fields that must be filled in',
      items: { enum: PROFILE_IDS },
    },
    require: {
      type: 'array',
      minItems: 1,
      description: 'fields that must be filled in: known ones by name, others as {field, names}',
      examples: [['intended_use', 'limitations']],
      items: {
        type: ['string', 'object'],
        // Only a text is held against the known names: a mapping brings names of its own.
        if: { type: 'string' },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { enum: FIELD_IDS },
        required: ['field', 'names'],
        additionalProperties: false,
        properties: {
          field: {
            type: 'string',
            pattern: '^[a-z][a-z0-9_-]{0,63}$',
            description: 'the last part of the check id: lower-case letters, digits, _ and -',
          },
          names: {
            type: 'array',
            minItems: 1,
            description: 'headings or keys under which the card may state it',
            items: { type: 'string', pattern: '\\S' },
          },
        },
      },
    },
  },
} as const

/** A requirement with its place below the gate's key. */
export interface Required {
  readonly field: string
  readonly names: readonly string[]
  readonly pointer: string
}

/** What is required by name, then what the profiles add to it; a field that several name is required once. */
export function requirementsOf({ require = [], profile = [] }: Options): Required[] {
  const named = require.map((requirement, index): Required => {
    const pointer = `/require/${index}`
    if (typeof requirement === 'string') return { field: requirement, names: [], pointer }
    return { field: requirement.field, names: requirement.names, pointer }
  })
  const known = new Set(named.map(({ field }) => field))
  const added = profile.flatMap((id, index) =>
    fieldsOf(id).flatMap((field): Required[] => {
      if (known.has(field)) return []
      known.add(field)
      return [{ field, names: [], pointer: `/profile/${index}` }]
    }),
  )
  return [...named, ...added]
}
