import type { EvidenceKind } from '../evidence/kinds.js'
import type { Approvals } from '../shared/approvals.js'
import { type Decimal, decimal, decimalsOf, formatDecimal } from '../shared/decimal.js'
import type { Message } from '../shared/message.js'
import { type Bound, largestValue, type Unit } from './bound.js'
import type { Demand } from './contract.js'

/** Tables beside the files that a policy names under `evidence`. */
export type TableKind =
  | 'predictions'
  | 'baseline-predictions'
  | 'counts'
  | 'histogram'
  | 'drift-reference'
  | 'drift-current'
export type FileKind = EvidenceKind | TableKind

/**
 * Texts of files by kind and name, as a job could have left them: JSON, Markdown for cards, JSON Lines for tables. A kind
 * has one table at most.
 */
export type Files = Readonly<Partial<Record<FileKind, Readonly<Record<string, string>>>>>

/** What a made-up run is besides its files. */
export interface Setting {
  /** What GitHub would have said, where a gate asks it. */
  readonly approvals?: Approvals
  /** What every file of a kind says of itself: texts by selector. */
  readonly stated?: ReadonlyMap<EvidenceKind, ReadonlyMap<string, string>>
  /** How long ago the files of a kind were last changed, in milliseconds; the others just now. */
  readonly ages?: ReadonlyMap<string, number>
  /** A kind whose files are not there. */
  readonly lacking?: EvidenceKind
  /** When it runs, in milliseconds since 1970. */
  readonly now?: number
  /** Whose policy is in force. */
  readonly from?: 'base' | 'head'
}

/**
 * Evidence that differs from the good set in what one check looks at, by the smallest step that is wrong. What it says of
 * the setting takes the place of the good one's.
 */
export interface Specimen extends Setting {
  /** The check that it is made for. */
  readonly id: string
  readonly change: Message
  /** Files that take the place of those of the same name in the good set; made when they are asked for. */
  readonly files: () => Files
  /** Ids of the messages of a check that is to refuse it: by an error with one of these, and by no other. */
  readonly refused?: readonly string[]
}

/** Evidence that moves by one smallest step at a time; a check is tried at the step at which it no longer passes. */
export interface Ladder {
  /** The number of the last step; the first is 0. */
  readonly steps: number
  readonly at: (step: number) => Files
  readonly change: (step: number) => Message
  /** For what it alone is: bounds that name the same. */
  readonly of?: 'change' | 'share'
}

/** A bound that is sought on ladders, because no formula says at which table a check stops passing. */
export interface Sought {
  readonly id: string
  /** What has to be broken, of a check with several bounds. */
  readonly bound?: Bound
  /** Which ladders can break it: those of a table that moves away from the baseline's, or of ever more columns. */
  readonly of?: 'change' | 'share'
}

/** What rows have to be like for the checks of a gate. */
export interface RowsNeeded {
  /** The values of each attribute. */
  readonly attributes: ReadonlyMap<string, readonly string[]>
  /** Rows of each group. */
  readonly least: number
}

/** What a gate brings along to be tried with. File names begin with the gate's id. */
export interface Specimens {
  /** Satisfies every demand of the gate, as far as that is possible. */
  readonly good: Files
  /** What GitHub would have said, of a gate that asks it. */
  readonly approvals?: Approvals
  readonly bad: readonly Specimen[]
  /** Checks for which there is no evidence that is just bad enough. */
  readonly impossible: readonly { readonly id: string; readonly why: Message }[]
  /** The metrics that its files of metrics state. */
  readonly metrics: readonly string[]
  /** Bounds on what tables give. */
  readonly sought?: readonly Sought[]
  /** Ladders of the gate's own tables, with so many times the usual rows. */
  readonly ladders?: (times: number) => readonly Ladder[]
  readonly rows?: RowsNeeded
}

/** What the policy's table of predictions or counts gives, and what therefore does not stand in files. */
export interface FromRows {
  readonly metric: (name: string) => boolean
  readonly groups: (rate: string, attributes: readonly string[]) => boolean
  /** The baseline's values too come from a table. */
  readonly paired: boolean
}

/** No table is named. */
export const NO_ROWS: FromRows = { metric: () => false, groups: () => false, paired: false }

/** A gate's own worst cases, pure; `taken` are the metrics that other gates state. */
export type MakeSpecimens<Options> = (demand: Demand<Options>, taken: readonly string[], rows: FromRows) => Specimens

/** A number as a file states it, and what has to stand beside it. */
export interface Figure {
  readonly value: Decimal
  /** A confidence is demanded. */
  readonly sure: boolean
  /** Rows that are demanded. */
  readonly rows?: number | undefined
}

/** By how many digits a standard error is below a figure's last one, of which at most so many count. */
const FINER = 6
const MAX_DIGITS = 30

/** `0.01` of a bound such as 3, `0.0001` of 0.85: two digits more than the bound is written with. */
export function stepOf(limit: Decimal): Decimal {
  return decimal(`1e-${decimalsOf(limit) + 2}`)
}

/**
 * The value just on the wrong side of a bound: the bound itself where it is excluded, else one step beyond it. Where a
 * confidence is demanded the bound itself would be undecided, so it is one step in either case.
 */
export function wrongSide({ relation, limit }: Bound, sure: boolean): Decimal {
  if (!sure && (relation === '>' || relation === '<')) return limit
  return relation.startsWith('>') ? limit.minus(stepOf(limit)) : limit.plus(stepOf(limit))
}

/** Whether a metric can have this value: a fraction by definition lies between 0 and 1, or 100 in per cent. */
export function isPossible(metric: string, unit: Unit, value: Decimal): boolean {
  const largest = largestValue(metric, unit)
  return largest === undefined || (value.gte(decimal('0')) && value.lte(largest))
}

/** A map of JSON from texts that are JSON already; numbers keep each of their digits. */
export function json(entries: readonly (readonly [string, string])[]): string {
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(', ')}}`
}

/**
 * What stands beside a metric of this name: the rows that are demanded, and a standard error far below its last digit.
 * Not rows alone: for a step in the sixth digit there would have to be more of them than can be counted exactly.
 */
export function beside(metric: string, { value, sure, rows }: Figure): (readonly [string, string])[] {
  const error = `1e-${Math.min(decimalsOf(value), MAX_DIGITS) + FINER}`
  return [
    ...(rows === undefined ? [] : [['n', String(rows)] as const]),
    ...(sure ? [[`${metric}_stderr`, error] as const] : []),
  ]
}

/** 0, and all numbers of two digits from 10 to 99 times each power of ten: a step is a tenth of a size at most. */
export function sizes(from: number, to: number): readonly number[] {
  const powers = Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index))
  return [0, ...powers.flatMap((power) => Array.from({ length: 90 }, (_, index) => (index + 10) * power))]
}

/** A size or a number of rows as it is written. */
export function shownSize(size: number): string {
  return formatDecimal(decimal(Number.isInteger(size) ? String(size) : size.toPrecision(2)))
}
