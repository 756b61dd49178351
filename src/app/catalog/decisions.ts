import { Decisions, type Judged } from '../../catalog/decisions.js'
import type { Trail } from '../../catalog/model.js'
import { type Problem, problem, type Result, reasonOf } from '../../shared/problem.js'
import type { TrailFolder } from './collect.js'
import { openTrail } from './trail.js'

export interface ReadTrail {
  readonly trail: Trail
  readonly judged: readonly Judged[]
  readonly problems: readonly Problem[]
}

/** Most broken entries that are listed; the others are counted. */
const MAX_LISTED = 200

/** The decisions of a trail. Broken entries are problems, each with its file; the chain is followed as far as it goes. */
export function readDecisions({ shown: name, folder }: TrailFolder): Result<ReadTrail> {
  const files = openTrail(folder, name)
  if (!files.ok) return files
  const decisions = new Decisions()
  const problems: Problem[] = []
  let [entries, unreadable] = [0, 0]
  let before: { sequence: number; sha256: string } | undefined
  let chain: Problem | undefined
  try {
    for (const { path, entry, sha256 } of files.value) {
      const at = { path: `${name.replace(/\/+$/, '')}/${path}` }
      if (!entry.ok) {
        unreadable += 1
        if (unreadable <= MAX_LISTED) problems.push(...entry.problems.slice(0, 5).map((one) => ({ ...one, at })))
        continue
      }
      const { sequence, previous } = entry.value
      const follows = sequence === (before?.sequence ?? 0) + 1 && previous === (before?.sha256 ?? null)
      if (!follows) chain ??= problem('catalog.chain', {}, at)
      before = { sequence, sha256 }
      entries += 1
      decisions.add(entry.value, at.path)
    }
  } catch (error) {
    // A folder that cannot be listed, say; what was read until then stands.
    problems.push(problem('file.unreadable', { path: name, why: reasonOf(error) }, { path: name }))
  }
  if (chain !== undefined) problems.push(chain)
  if (unreadable > MAX_LISTED) problems.push(problem('catalog.more-broken', { count: unreadable - MAX_LISTED }))
  if (decisions.leftOut > 0) problems.push(problem('catalog.too-many-models', { count: decisions.leftOut }))
  return { ok: true, value: { trail: { path: name, entries, unreadable }, judged: decisions.all(), problems } }
}
