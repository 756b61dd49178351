import type { Location } from '../shared/location.js'

/** A text in English and Korean; where there is one language, it is the language of the source. */
export type Title = string | { readonly en: string; readonly ko: string }

/**
 * Which checks speak for a control: a check's id, or one with a single `*` for any characters; several with `|` between
 * them count as one. `@confidence` behind it takes only checks that an interval decided. `policy/base` is no check: it
 * holds where the base branch's policy was in force.
 */
export type Selector = string

/**
 * One control of a framework. What it asks of a run is in `direct` and `supporting`; one with neither can only be attested,
 * and one that is `outside` concerns what no pipeline sees.
 */
export interface Control {
  /** As people cite it; unique in its pack. */
  readonly id: string
  readonly title: Title
  /** Each must hold for the control to be evidenced: their result is what the control asks for. */
  readonly direct?: readonly Selector[]
  /** These speak for it without being what it asks for. */
  readonly supporting?: readonly Selector[]
  readonly outside?: true
  /** It applies to high-risk uses alone. */
  readonly highRisk?: true
  /** The day from which it applies, where that is another than the pack's. */
  readonly from?: string
}

/** A framework as dated data. Days are written `2026-11-25`. */
export interface Pack {
  readonly id: string
  readonly title: { readonly en: string; readonly ko: string }
  readonly kind: 'law' | 'standard' | 'guidance'
  /** Which text it is: its number and date. */
  readonly version: string
  /** The day on which the pack was last held against its sources. */
  readonly verified: string
  /** The day from which it applies. */
  readonly from: string
  /** The id of the pack that has taken its place. */
  readonly supersededBy?: string
  readonly source: string
  readonly controls: readonly Control[]
}

export const STATUSES = [
  'evidenced',
  'partially-evidenced',
  'attested',
  'not-evidenced',
  'not-applicable',
  'out-of-scope',
] as const
export type Status = (typeof STATUSES)[number]

/** What a person states of a control. */
export interface Attestation {
  readonly control: string
  /** `@login` or `@org/team`. */
  readonly by: string
  /** What there is to see. */
  readonly link: string
  /** The last day as written, and midnight UTC at its beginning, in milliseconds since 1970. */
  readonly expires: string
  readonly lastDay: number
}

/** A control that somebody says does not concern this model. */
export interface Exclusion {
  readonly control: string
  readonly by: string
  readonly reason: string
}

/** A pack that the policy asks for. */
export interface DemandedPack {
  readonly id: string
  readonly attestations: readonly Attestation[]
  readonly exclusions: readonly Exclusion[]
  readonly required: readonly { readonly control: string; readonly at: Location }[]
}

/** `compliance:` in a policy, and the risk class that it is read with. */
export interface Compliance {
  readonly risk?: string
  readonly packs: readonly DemandedPack[]
}
