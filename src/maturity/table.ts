import type { Level } from './ids.js'
import type { AreaId } from './items.js'

/** A range of whole numbers, both ends included; without an end it goes on. */
export interface Range {
  readonly from: number
  readonly to?: number
}

/** The models and the people that a level fits. Ranges meet at their ends: 5, 15 and 50 models fit two levels. */
export const LEVEL_TABLE: readonly { readonly level: Level; readonly models: Range; readonly team: Range }[] = [
  { level: 0, models: { from: 1, to: 2 }, team: { from: 1, to: 2 } },
  { level: 1, models: { from: 3, to: 5 }, team: { from: 3, to: 5 } },
  { level: 2, models: { from: 5, to: 15 }, team: { from: 5, to: 10 } },
  { level: 3, models: { from: 15, to: 50 }, team: { from: 10, to: 20 } },
  { level: 4, models: { from: 50 }, team: { from: 20 } },
]

/** What the step to a level is invested in, in order. */
export const ROADMAP: Readonly<Record<Exclude<Level, 0>, readonly AreaId[]>> = {
  1: ['tracking', 'training', 'serving'],
  2: ['ci-cd', 'containers', 'monitoring'],
  3: ['feature-store', 'drift', 'ab'],
  4: ['platform', 'cost', 'governance'],
}

/**
 * How long the step to level 3 took a shop with 15 models, in months: feature store, drift detection that starts
 * retraining, infrastructure for A/B tests, one after the other. One example, and no promise.
 */
export const EXAMPLE_MONTHS: Readonly<Partial<Record<AreaId, number>>> = { 'feature-store': 3, drift: 2, ab: 2 }

export const ROLE_IDS = [
  'data-scientist',
  'ml-engineer',
  'data-engineer',
  'mlops-engineer',
  'platform-engineer',
] as const
export type RoleId = (typeof ROLE_IDS)[number]

/** How far a role is filled: by nobody yet, beside another role, by people of its own. */
export type Need = 'not-yet' | 'not-yet-or-shared' | 'shared' | 'dedicated'

const ROLES: Readonly<Record<RoleId, readonly [low: Need, middle: Need, high: Need]>> = {
  'data-scientist': ['shared', 'dedicated', 'dedicated'],
  'ml-engineer': ['not-yet', 'dedicated', 'dedicated'],
  'data-engineer': ['not-yet', 'shared', 'dedicated'],
  'mlops-engineer': ['not-yet', 'not-yet-or-shared', 'dedicated'],
  'platform-engineer': ['not-yet', 'not-yet', 'dedicated'],
}

/** Who a level needs, by the columns 0-1, 2-3 and 4 of the table of roles. */
export function rolesAt(level: Level): { readonly role: RoleId; readonly need: Need }[] {
  const column = level <= 1 ? 0 : level <= 3 ? 1 : 2
  return ROLE_IDS.map((role) => ({ role, need: ROLES[role][column] }))
}

export const STAGES = ['early', 'growth', 'expansion', 'mature'] as const
export type Stage = (typeof STAGES)[number]

/** How a team has grown by a level: one or two people who do everything, two crafts, specialists, a platform. */
export function stageAt(level: Level): Stage {
  return level === 0 ? 'early' : level <= 2 ? 'growth' : level === 3 ? 'expansion' : 'mature'
}
