import type { Enforcement } from '../verdict/outcome.js'
import type { PolicyDocument } from './document.js'

/** The levels of an organisation's maturity, from by hand to self-service with governance. */
export const LEVELS = [0, 1, 2, 3, 4] as const

const SHORT_CARD = ['intended_use', 'limitations']
const FULL_CARD = [...SHORT_CARD, 'training_data_description', 'evaluation_results']

type Defaults = Readonly<Record<string, unknown>> & { readonly enforcement?: Readonly<Record<string, Enforcement>> }

/**
 * What each level demands where the policy says nothing else, one level's on top of those below it. Only what needs no
 * number that a team alone can know: bounds on metrics and groups are always its own.
 */
const DEFAULTS: Readonly<Record<(typeof LEVELS)[number], Defaults>> = {
  0: { documentation: { require: SHORT_CARD }, enforcement: { documentation: 'observe' } },
  1: { documentation: { require: FULL_CARD }, enforcement: { documentation: 'warn' } },
  2: { documentation: { require: FULL_CARD } },
  3: { documentation: { require: FULL_CARD }, drift: { 'max-share': 0.3 } },
  4: { documentation: { require: FULL_CARD }, drift: { 'max-share': 0.3 }, explainability: { required: true } },
}

/** What a level stands for too, and what only a team can write: bounds, people, and where decisions are kept. */
const OWN: Readonly<Record<(typeof LEVELS)[number], readonly string[]>> = {
  0: [],
  1: [],
  2: ['performance'],
  3: ['performance'],
  4: ['approval', 'audit', 'fairness', 'performance'],
}

/** What a level adds to a policy. */
export interface Added {
  /** As if it were written where the level is. */
  readonly document: PolicyDocument
  readonly level: number
  /** The gates that it turns on, in order of their ids. */
  readonly gates: readonly string[]
  /** What it stands for and what is nowhere written. */
  readonly unwritten: readonly string[]
}

/**
 * What the level that a policy names adds to it; nothing where it names none. The enforcement of a level is that of the
 * gates it turns on: a gate that the policy writes itself blocks, unless the policy says otherwise.
 */
export function levelOf({ data, locate }: PolicyDocument): Added | undefined {
  const own: object = typeof data === 'object' && data !== null ? data : {}
  const level = Object.hasOwn(own, 'level') ? LEVELS.find((one) => one === Reflect.get(own, 'level')) : undefined
  if (level === undefined) return undefined
  const { enforcement, ...defaults } = DEFAULTS[level]
  const gates = Object.keys(defaults)
    .filter((id) => !Object.hasOwn(own, id))
    .sort()
  const softened = Object.entries(enforcement ?? {}).filter(([id]) => gates.includes(id))
  const added = { ...defaults, ...(softened.length > 0 && { enforcement: Object.fromEntries(softened) }) }
  const unwritten = OWN[level].filter((id) => !Object.hasOwn(own, id))
  return {
    level,
    gates,
    unwritten,
    document: { data: added, locate: () => locate(['level']), written: () => '', mended: [] },
  }
}
