import type { Message } from '../shared/message.js'

/** What a framework's controls rest on, before it is worded. It informs; verdicts are made of checks alone. */
export interface PackReport {
  readonly id: string
  readonly title: { readonly en: string; readonly ko: string }
  readonly kind: string
  /** Which text it is. */
  readonly version: string
  /** The day on which the data was last held against its sources, `2026-11-25`. */
  readonly verified: string
  /** The day from which it applies. */
  readonly from: string
  readonly source: string
  /** The pack that has taken its place. */
  readonly supersededBy?: string
  readonly controls: readonly ControlReport[]
}

export interface ControlReport {
  readonly id: string
  readonly title: string | { readonly en: string; readonly ko: string }
  readonly status: string
  /** The day from which it applies. */
  readonly from: string
  /** That day is still to come. */
  readonly ahead?: true
  /** Why it is not more than that. */
  readonly why?: Message
  /** The checks that speak for it. */
  readonly checks: readonly string[]
  /** The files that these checks read. */
  readonly evidence: readonly { readonly path: string; readonly sha256: string }[]
  readonly attestation?: { readonly by: string; readonly link: string; readonly expires: string }
}
