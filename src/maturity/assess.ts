import type { Message } from '../shared/message.js'
import { message } from '../shared/message.js'
import { type Balance, balanceOf, onlyNotebooks, type Step, stepsTo, type Team, teamFor } from './advice/advice.js'
import type { Collected } from './collected.js'
import { addExecuted } from './flow/run.js'
import type { Level } from './ids.js'
import { type Answer, type Attestation, answersOf, levelOf, type Reached } from './judge.js'
import { googleLevel, microsoftLevel, type OtherLevel, type TestScore, testScore } from './others.js'
import { type Recommended, recommend, type Scale } from './recommend.js'
import { type Previous, type Trend, trendOf } from './trend.js'

/** What is asked beside the repository's files. */
export interface Declared {
  /** The number of models and its origin: an option, the policy, or the files that declare them. */
  readonly models?: number
  readonly team?: number
  /** The level that the policy demands. */
  readonly min?: number
  readonly attestations: readonly Attestation[]
  readonly previous?: Previous
}

/** How much of the repository was looked at. */
export interface Scan {
  readonly files: number
  readonly read: number
  /** Files above the size that is read. */
  readonly too_large: number
  /** Files that no rule could look at to its end. */
  readonly not_understood: number
  /** Whether a limit ended the scan before everything was seen. */
  readonly cut: boolean
}

export interface Assessment {
  readonly level: Level
  /** What the evidence alone reaches, without what people stand for. */
  readonly levelByEvidence: Level
  /** Items of the next level that keep it from being reached. */
  readonly caps: Reached['caps']
  readonly recommended: Recommended
  readonly balance: Balance
  readonly scale: Scale & { readonly modelsFrom: 'declared' | 'files' | 'unknown' }
  readonly items: readonly Answer[]
  readonly next: readonly Step[]
  /** The level that `next` leads to; null at the top. */
  readonly nextLevel: Level | null
  readonly team: Team
  readonly google: OtherLevel
  readonly microsoft: OtherLevel
  readonly testScore: TestScore
  readonly demanded?: { readonly min: number; readonly met: boolean }
  readonly trend?: Trend
  readonly notes: readonly Message[]
  readonly scan: Scan
}

/** What one pass over a repository has kept → its assessment. */
export function assess(collected: Collected, declared: Declared, scan: Scan): Assessment {
  addExecuted(collected)
  const { facts } = collected
  const items = answersOf(facts, declared.attestations)
  const { level, caps } = levelOf(items, true)
  const scale = scaleOf(collected, declared)
  const recommended = recommend(scale, level)
  const nextLevel = level === 4 ? null : ((level + 1) as Exclude<Level, 0>)
  const ask = { answers: items, facts }
  const { min, previous } = declared
  return {
    ...{ level, caps, recommended, scale, items, nextLevel, scan },
    levelByEvidence: levelOf(items, false).level,
    balance: balanceOf(level, recommended.level),
    next: nextLevel === null ? [] : stepsTo(nextLevel, items, facts),
    team: teamFor(recommended, level),
    google: googleLevel(ask),
    microsoft: microsoftLevel(ask),
    testScore: testScore(ask),
    ...(min !== undefined && { demanded: { min, met: level >= min } }),
    ...(previous && { trend: trendOf(previous, level, items) }),
    notes: notesOf(collected, scan),
  }
}

function scaleOf({ models }: Collected, declared: Declared): Assessment['scale'] {
  const { team } = declared
  const counted = new Set(models.map(({ path }) => path)).size
  const known = declared.models ?? (counted > 0 ? counted : undefined)
  const modelsFrom = declared.models !== undefined ? 'declared' : counted > 0 ? 'files' : 'unknown'
  return { modelsFrom, ...(known !== undefined && { models: known }), ...(team !== undefined && { team }) }
}

function notesOf({ facts, notebookTraining }: Collected, { cut, too_large, not_understood }: Scan): Message[] {
  const [first] = notebookTraining
  const lonely = first !== undefined && onlyNotebooks(facts, notebookTraining.length)
  return [
    ...(lonely ? [message('maturity.only-notebooks', { path: first.path, line: first.line })] : []),
    ...(cut ? [message('maturity.cut')] : []),
    ...(too_large > 0 ? [message('maturity.too-large', { count: too_large })] : []),
    ...(not_understood > 0 ? [message('maturity.not-understood', { count: not_understood })] : []),
  ]
}
