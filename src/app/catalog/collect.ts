import { relative } from 'node:path'
import { assemble } from '../../catalog/assemble.js'
import type { Catalog } from '../../catalog/model.js'
import { ok, type Result } from '../../shared/problem.js'
import type { Workspace } from '../workspace.js'
import { readDecisions } from './decisions.js'
import { readSources } from './sources.js'

/** What a catalog is asked for. */
export interface CatalogRequest {
  /** The folder of an audit trail; without one nothing is known of decisions. */
  readonly audit?: TrailFolder
  readonly staleAfterDays: number
}

export interface TrailFolder {
  /** As the user wrote it. */
  readonly shown: string
  /** Absolute. */
  readonly folder: string
}

/** Reads what a repository and its audit trail say of models. `now` is in milliseconds since 1970. */
export async function collect(
  workspace: Workspace,
  { audit, staleAfterDays }: CatalogRequest,
  now: number,
): Promise<Result<Catalog>> {
  const trail = audit === undefined ? undefined : readDecisions(audit)
  if (trail?.ok === false) return trail
  const judged = trail?.value.judged ?? []
  const found = await readSources(
    workspace,
    judged.map(({ name }) => name),
    audit === undefined ? undefined : relative(workspace.base, audit.folder),
  )
  return ok(
    assemble({
      now,
      at: new Date(now).toISOString(),
      staleAfterDays,
      ...(trail && { trail: trail.value.trail }),
      judged,
      ...found,
      problems: [...(trail?.value.problems ?? []), ...found.problems],
    }),
  )
}
