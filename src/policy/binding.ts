import { EVIDENCE_KINDS } from '../evidence/kinds.js'
import type { MaxAge } from '../gates/age.js'
import { type Binding, FACETS } from '../gates/binding.js'
import type { Location } from '../shared/location.js'
import { DURATION, parseDuration } from '../shared/time.js'

const text = { type: 'string', pattern: '\\S' }

/** One selector for all files, or a selector a kind. */
export const facetSchema = {
  type: ['string', 'object'],
  pattern: '\\S',
  minProperties: 1,
  additionalProperties: false,
  properties: Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, text])),
}

const DESCRIPTIONS: Readonly<Record<(typeof FACETS)[number], string>> = {
  commit: 'where files state the commit that they are of: it must be the judged one',
  model: 'where files state the model that they are about: all must say the same',
  data: 'where files state the data they were made with: all must say the same',
  'metric-version': 'where files state the version of the metrics: all must say the same',
  created: 'where files state when they were made',
}

/** What the policy says under `evidence` besides its files. */
export const bindingSchemas = {
  'max-age': { type: 'string', pattern: DURATION, description: 'how old evidence may be: 90m, 12h, 7d, 2w' },
  tracked: { enum: [true], description: 'true: the metrics must come from a run of an experiment tracker' },
  bind: {
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    description: 'what files state of themselves, so that they can be held against each other',
    properties: Object.fromEntries(
      FACETS.map((facet) => [facet, { $ref: '#/$defs/facet', description: DESCRIPTIONS[facet] }]),
    ),
  },
}

/** What the schema has accepted. */
export interface WrittenBindings {
  readonly 'max-age'?: string
  readonly tracked?: true
  readonly bind?: Readonly<Partial<Record<(typeof FACETS)[number], Binding['selectors']>>>
}

/** What evidence has to say of itself. */
export interface Bindings {
  readonly facets: readonly Binding[]
  readonly maxAge?: MaxAge
  /** Where the policy asks for a tracked run. */
  readonly tracked?: Location
}

type Locate = (segments: readonly string[]) => Location

/** The demands in a fixed order, each with its place. */
export function readBindings({ bind = {}, 'max-age': written, tracked }: WrittenBindings, locate: Locate): Bindings {
  const facets = FACETS.flatMap((facet): Binding[] => {
    const selectors = bind[facet]
    return selectors === undefined ? [] : [{ facet, selectors, at: locate(['evidence', 'bind', facet]) }]
  })
  const length = written === undefined ? undefined : parseDuration(written)
  return {
    facets,
    ...(tracked && { tracked: locate(['evidence', 'tracked']) }),
    ...(written !== undefined &&
      length !== undefined && { maxAge: { length, written, at: locate(['evidence', 'max-age']) } }),
  }
}
