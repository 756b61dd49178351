import type { PolicyDocument } from '../policy/document.js'
import { pointerTo } from '../shared/location.js'
import type { ModelConfig } from './config.js'
import { policyFrom } from './policy-from.js'

/** What a config says, in the form of a policy. */
export interface ConfigDocuments {
  /** What it says of itself and of nothing else: its name, its risk, the figures of its SLA. Above what is true of all models. */
  readonly upper: PolicyDocument
  /** What has to be there, whatever it says: below what a policy demands of it. */
  readonly lower: PolicyDocument
}

/** Figures of its own; the rest only asks that there be something. */
const UPPER = ['model', 'risk', 'serving']

/** A config as two documents that know their lines in it. */
export function documentsOf(config: ModelConfig): ConfigDocuments {
  // That an owner is no person of GitHub is no news of a gate that asks nothing of them.
  const { policy, origins } = policyFrom(config)
  const pointers = new Map(origins.map((origin) => [origin.policy, origin.config]))
  const document = (own: (key: string) => boolean): PolicyDocument => ({
    data: Object.fromEntries(Object.entries(policy).filter(([key]) => own(key))),
    mended: [],
    locate: (segments) => {
      const path = segments.map((_, index) =>
        segments.slice(0, index + 1).reduce<string>((pointer, segment) => pointerTo(pointer, segment), ''),
      )
      // The longest way that is known; a section is where the first of its demands stands.
      const known = path
        .reverse()
        .find((one) => [...pointers.keys()].some((key) => key === one || key.startsWith(`${one}/`)))
      const key = [...pointers.keys()].find((one) => one === known || one.startsWith(`${known}/`))
      return config.locate((key !== undefined && pointers.get(key)) || '/model')
    },
    written: () => '',
  })
  return {
    upper: document((key) => UPPER.includes(key)),
    lower: document((key) => !UPPER.includes(key)),
  }
}
