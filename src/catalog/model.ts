import type { RecordedApproval } from '../audit/record.js'
import type { Problem } from '../shared/problem.js'
import type { Verdict } from '../verdict/outcome.js'

/** The name and version of the format; `schema/catalog.schema.json` describes it. */
export const CATALOG_SCHEMA = 'ml-gate-catalog/1'

/** Which models there are, what was last decided about each, and what needs somebody. Plain data in a fixed order. */
export interface Catalog {
  /** When it was put together, `2026-11-25T14:05:09.123Z`. */
  readonly at: string
  /** Days after which a model whose last decision is older is stale. */
  readonly staleAfterDays: number
  /** Absent where no audit trail was named: then nothing is known of decisions. */
  readonly trail?: Trail
  /** In order of name, then repository. */
  readonly models: readonly CatalogModel[]
  /** What could not be read, in order of place. */
  readonly problems: readonly Problem[]
}

export interface Trail {
  readonly path: string
  /** Entries that could be read. */
  readonly entries: number
  /** Files that stand where an entry belongs and could not be read as one. */
  readonly unreadable: number
}

export interface CatalogModel {
  readonly name: string
  /** `OWNER/REPO` of its decisions; absent where it was never judged, or on a laptop. */
  readonly repository?: string
  readonly owner?: string
  readonly risk?: string
  /** The judged version, or the configured one where none was recorded. */
  readonly version?: string
  /** The version that its `model_config.yaml` states. */
  readonly configured?: string
  readonly framework?: string
  /** Where its `model_config.yaml` is; several where the same name is configured more than once. */
  readonly configs: readonly string[]
  /** How many decisions the trail has about it. */
  readonly decisions: number
  readonly last?: Decision
  /** The last decision that let it through, where that is not the last one. */
  readonly allowed?: Decision
  /** The model card that the last decision rests on. */
  readonly card?: string
  /** Values that the last decision judged by, as its file had them. */
  readonly metrics: ReadonlyMap<string, string>
  readonly approvals: readonly RecordedApproval[]
  readonly waivers: readonly CatalogWaiver[]
  readonly registered: readonly Registered[]
  readonly flags: readonly Flag[]
}

export interface Decision {
  readonly verdict: Verdict
  readonly time: string
  /** Its place in the trail, and the entry's file. */
  readonly sequence: number
  readonly path: string
  readonly version?: string
  readonly commit?: string
  readonly pull_request?: number
}

export interface CatalogWaiver {
  readonly check: string
  readonly owner: string
  readonly approvedBy: string
  readonly reason: string
  /** Its last day, `2026-12-31`. */
  readonly expires: string
  readonly state: 'active' | 'expiring' | 'expired'
}

export const REGISTRIES = ['mlflow', 'backstage', 'gto'] as const

/** What another catalog says of a model. */
export interface Registered {
  readonly registry: (typeof REGISTRIES)[number]
  /** The name it has there. */
  readonly name: string
  /** The file it is written in; `git tags` where it is none. */
  readonly path: string
  /** Backstage's kind, `Resource` for instance. */
  readonly kind?: string
  readonly owner?: string
  /** The newest version that is registered there. */
  readonly version?: string
  /** Stages and aliases, each with the version that has it; in order of name. */
  readonly stages: readonly { readonly name: string; readonly version: string }[]
}

/** What needs somebody, the gravest first. */
export const FLAGS = [
  'failed',
  'never-judged',
  'waiver-expired',
  'version-not-judged',
  'not-configured',
  'config-mistakes',
  'configured-twice',
  'no-owner',
  'stale',
  'waiver-expiring',
  'registered-only',
] as const
export type Flag = (typeof FLAGS)[number]
