import type { Facts, Signal } from '../facts.js'
import { type ItemId, type Level, reaches } from '../ids.js'
import { type AreaId, ITEMS } from '../items.js'
import type { Answer } from '../judge.js'
import type { Recommended } from '../recommend.js'
import { EXAMPLE_MONTHS, type Need, ROADMAP, type RoleId, rolesAt, type Stage, stageAt } from '../table.js'
import { STARTERS, type Starter } from './starters.js'

/** A field of investment on the way to the next level. */
export interface Step {
  readonly area: AreaId
  /** Whether there is anything to do: its items are open, or nothing of it was seen. */
  readonly state: 'open' | 'there'
  /** Open items of the area. */
  readonly items: readonly ItemId[]
  readonly starters: readonly Starter[]
  /** How long it took in the example of a shop with 15 models. */
  readonly example_months?: number
}

/** What shows that an area without a question of its own has been invested in. */
const SHOWN: Readonly<Partial<Record<AreaId, readonly Signal[]>>> = {
  serving: ['serving'],
  containers: ['container', 'ci-build'],
  cost: ['autoscale', 'cost'],
}

/** The way to a level: its areas in the order of the roadmap. */
export function stepsTo(level: Exclude<Level, 0>, answers: readonly Answer[], facts: Facts): Step[] {
  return ROADMAP[level].map((area) => {
    const asked = ITEMS.filter((item) => item.area === area).map(({ id }) => id)
    const items = asked.filter(
      (id) => !answers.some((one) => one.id === id && ['met', 'attested'].includes(one.status)),
    )
    const shown = (SHOWN[area] ?? []).some((signal) => facts.of(signal).length > 0)
    const open = asked.length > 0 ? items.length > 0 : !shown
    const months = EXAMPLE_MONTHS[area]
    return {
      ...{ area, items, state: open ? ('open' as const) : ('there' as const) },
      starters: open ? STARTERS.filter((starter) => starter.area === area) : [],
      ...(months !== undefined && { example_months: months }),
    }
  })
}

/** What the distance between the level and the recommended one means. */
export type Balance = 'fits' | 'debt' | 'over-investment' | 'unknown'

export function balanceOf(level: Level, recommended: Level | null): Balance {
  if (recommended === null) return 'unknown'
  return level < recommended ? 'debt' : level > recommended ? 'over-investment' : 'fits'
}

/** Who is needed: for the level to aim at, and for the highest that so many models still fit. */
export interface Team {
  readonly level: Level
  readonly stage: Stage
  readonly next_stage: Stage
  readonly roles: readonly { readonly role: RoleId; readonly need: Need }[]
  /** The roles of `planned_for`, where those differ. */
  readonly ahead: readonly { readonly role: RoleId; readonly need: Need }[]
  readonly planned_for: Level
  readonly size: Recommended['team']
}

export function teamFor({ level, horizon, team }: Recommended, reached: Level): Team {
  const now = level ?? reached
  const later = horizon === null || horizon < now ? now : horizon
  const roles = rolesAt(now)
  const ahead = rolesAt(later).filter(({ role, need }) => roles.find((one) => one.role === role)?.need !== need)
  const next = Math.min(4, now + 1) as Level
  return { level: now, stage: stageAt(now), next_stage: stageAt(next), roles, ahead, planned_for: later, size: team }
}

/** Whether training happens in notebooks and nowhere else. */
export function onlyNotebooks(facts: Facts, notebooks: number): boolean {
  return notebooks > 0 && !facts.of('pipeline', 'training').some(({ grade }) => reaches(grade, 'wired'))
}
