import { type Message, message } from '../shared/message.js'
import type { Level } from './ids.js'
import { LEVEL_TABLE, type Range } from './table.js'

/** What decides which level fits: both may be unknown. */
export interface Scale {
  readonly models?: number
  readonly team?: number
}

export interface Recommended {
  /** Null where neither the models nor the team are known. */
  readonly level: Level | null
  readonly why: Message
  /** The highest level that this many models still fit: what to plan for. */
  readonly horizon: Level | null
  /** The team is smaller or larger than the recommended level has in the table. */
  readonly team: 'fits' | 'smaller' | 'larger' | 'unknown'
}

/**
 * The level that fits, by the table. The models decide, because they are what has to be operated; where their number
 * stands in two ranges (5, 15, 50) the team decides between the two, and where that fits neither or both, or is not
 * known: the lower level until it is reached, then the higher one. Without models the team alone decides.
 */
export function recommend({ models, team }: Scale, reached: Level): Recommended {
  const byModels = models === undefined ? [] : levelsFor(models, 'models')
  const byTeam = team === undefined ? [] : levelsFor(team, 'team')
  const candidates = byModels.length > 0 ? byModels : byTeam
  if (candidates.length === 0) {
    return { level: null, why: message('maturity.why.unknown'), horizon: null, team: 'unknown' }
  }
  const both = candidates.filter((level) => byTeam.includes(level))
  const near = both.length > 0 ? both : team === undefined ? candidates : nearest(candidates, byTeam)
  // Of two that fit as well: the lower until it is reached, then the higher.
  const chosen = near.find((one) => one > reached) ?? near.at(-1) ?? 0
  return {
    level: chosen,
    why: whyOf({ ...(models !== undefined && { models }), ...(team !== undefined && { team }) }, chosen, candidates),
    horizon: candidates.at(-1) ?? null,
    team: team === undefined ? 'unknown' : sizeOf(team, chosen),
  }
}

/** Of two levels the one next to the team's; both where the team has none. */
function nearest(candidates: readonly Level[], byTeam: readonly Level[]): Level[] {
  const [lowest, highest] = [byTeam[0], byTeam.at(-1)]
  const [first, last] = [candidates[0], candidates.at(-1)]
  if (lowest === undefined || highest === undefined || first === undefined || last === undefined) return [...candidates]
  return [highest < first ? first : last]
}

/** The levels whose range holds a number: one, or two where ranges meet; none for no models. */
function levelsFor(count: number, of: 'models' | 'team'): Level[] {
  return LEVEL_TABLE.filter((row) => holds(row[of], count)).map(({ level }) => level)
}

function holds({ from, to }: Range, count: number): boolean {
  return count >= from && (to === undefined || count <= to)
}

function sizeOf(team: number, level: Level): 'fits' | 'smaller' | 'larger' {
  const range = LEVEL_TABLE.find((row) => row.level === level)?.team ?? { from: 1 }
  return team < range.from ? 'smaller' : holds(range, team) ? 'fits' : 'larger'
}

function whyOf({ models, team }: Scale, level: Level, candidates: readonly Level[]): Message {
  const [low, high] = [candidates[0] ?? level, candidates.at(-1) ?? level]
  if (models === undefined || models < 1) return message('maturity.why.team', { team: team ?? 0, level })
  const facts = { models, level }
  if (low === high) return message('maturity.why.models', facts)
  return message(team === undefined ? 'maturity.why.border' : 'maturity.why.border-team', {
    ...facts,
    ...{ low, high },
    ...(team !== undefined && { team }),
  })
}
