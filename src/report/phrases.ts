import { clip } from '../shared/clip.js'
import { formatDecimal, parseDecimal } from '../shared/decimal.js'
import type { Location } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import type { Check, Uncertainty } from '../verdict/outcome.js'
import { isSoftened, type Row } from './rows.js'
import type { Wording } from './wording.js'

/** Longest piece of data inside a sentence, and longest sentence, that any face but `report.json` shows. */
const MAX_DATA = 200
const MAX_SENTENCE = 800

/** A message as plain text of bounded length, not yet escaped for any surface. */
export function sentence(wording: Wording, said: Message): string {
  return clip(
    wording.say(said, (data) => clip(data, MAX_DATA)),
    MAX_SENTENCE,
  )
}

/** A name, a path or a value as plain text of bounded length, not yet escaped. */
export function short(data: string): string {
  return clip(data, MAX_DATA)
}

/** The message of an id that has a form for one and a form for several. */
export function counted(id: string, count: number, params: Message['params'] = {}): Message {
  return message(`${id}.${count === 1 ? 'one' : 'many'}`, { count, ...params })
}

/** What became of a check, in a word or two: `failed`, `failed (warning only)`. */
export function outcomeMessage(row: Row): Message {
  const word = message(`report.outcome.${row.check.outcome}`)
  return isSoftened(row) ? message(`report.enforced.${row.enforcement}`, { outcome: word }) : word
}

/** How far the observed value is from the bound, in words that say on which side; undefined where it is not known. */
export function distanceMessage(check: Check): Message | undefined {
  const { side } = check
  if (check.distance === undefined) return undefined
  const distance = rounded(check.distance)
  if (check.outcome === 'pass') return message('report.distance.spare', { distance })
  // Where nothing was decided the value may stand on either side of its bound.
  if (check.outcome !== 'fail' && check.outcome !== 'waived') return message('report.distance.off', { distance })
  if (parseDecimal(distance)?.eq('0')) return message('report.distance.none')
  if (side === 'below') return message('report.distance.short', { distance })
  if (side === 'above') return message('report.distance.over', { distance })
  return message('report.distance.off', { distance })
}

/** How sure the observed value is, in a few words: `95 %: 0.79–0.83, n 1409`. Undefined where nothing was measured. */
export function uncertaintyMessage({ uncertainty }: Pick<Check, 'uncertainty'>): Message | undefined {
  if (uncertainty === undefined) return undefined
  const { n, interval } = uncertainty
  const rows = n === undefined ? undefined : message('report.uncertainty.rows', { n })
  const known = interval && intervalMessage(interval)
  const parts = [known ?? message('report.uncertainty.unavailable'), ...(rows === undefined ? [] : [rows])]
  return parts.reduce((a, b) => message('report.uncertainty.both', { a, b }))
}

function intervalMessage({ confidence, level, low, high, method }: NonNullable<Uncertainty['interval']>): Message {
  const id = confidence === undefined ? 'report.uncertainty.interval' : 'report.uncertainty.one-sided'
  const by = message(`report.method.${method}`)
  return message(id, { low, high, method: by, percent: percentOf(confidence ?? level) })
}

/** The smallest change that would have been noticed. */
export function detectableMessage({ uncertainty }: Pick<Check, 'uncertainty'>): Message | undefined {
  const change = uncertainty?.detectable
  return change === undefined ? undefined : message('report.uncertainty.detectable', { change })
}

/** `95` for `0.95`. */
function percentOf(level: string): string {
  const value = parseDecimal(level)
  return value === undefined ? level : formatDecimal(value.times('100'))
}

/** A distance with four significant digits: it is read, not compared. */
function rounded(distance: string): string {
  const value = parseDecimal(distance)
  return value === undefined || value.eq('0') ? distance : formatDecimal(value.prec(4))
}

/** `metrics.json:2`, with the path cut to a bounded length and the column where asked for. */
export function place(at: Location, withColumn = false): string {
  const line = at.line === undefined ? '' : `:${at.line}`
  const column = withColumn && at.line !== undefined && at.column !== undefined ? `:${at.column}` : ''
  return short(at.path) + line + column
}

/** Where the observed value stands and where it is demanded, a line each. */
export function placeLines(check: Check, wording: Wording): string[] {
  const policy = wording.say(message('report.annotation.policy', { place: place(check.policy) }))
  if (check.evidence === undefined) return [policy]
  return [wording.say(message('report.annotation.evidence', { place: place(check.evidence) })), policy]
}
