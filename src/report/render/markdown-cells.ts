import type { Location } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import type { Check } from '../../verdict/outcome.js'
import { markdownCode, markdownText } from '../escape.js'
import { type Links, linkTo } from '../links.js'
import {
  detectableMessage,
  distanceMessage,
  outcomeMessage,
  place,
  sentence,
  short,
  uncertaintyMessage,
} from '../phrases.js'
import { isSoftened, type Row } from '../rows.js'
import type { Wording } from '../wording.js'

/** Longest path that is linked; a longer one would only fill the budget. */
const MAX_LINKED_PATH = 300

const SYMBOLS = {
  pass: '✅',
  fail: '❌',
  missing: '❌',
  insufficient: '❓',
  error: '⛔',
  waived: '☑️',
  'not-applicable': '➖',
} as const

/** Escaped pieces of Markdown that fit into a table's cell: one line each, of bounded length. */
export class Cells {
  constructor(
    readonly wording: Wording,
    /** Whether the report is about several models, so that each row has to say which. */
    readonly several: boolean,
    private readonly links: Links | undefined,
  ) {}

  text(said: Message): string {
    // The whole sentence is escaped, not its parameters alone: a template's `#{number}` must not become a link either.
    return markdownText(sentence(this.wording, said))
  }

  data(text: string): string {
    return markdownText(short(text))
  }

  code(text: string): string {
    return markdownCode(short(text))
  }

  /** A phrase of the report's own around pieces that are Markdown already. */
  phrase(id: string, pieces: Readonly<Record<string, string>> = {}): string {
    return this.wording.say(message(id, pieces))
  }

  /** `path:line` as code, linked where it can be. */
  place(at: Location, withColumn = false): string {
    const code = markdownCode(place(at, withColumn))
    const address = at.path.length > MAX_LINKED_PATH ? undefined : linkTo(at, this.links)
    return address === undefined ? code : `[${code}](${address})`
  }

  /** A demand as short text, `≥ 0.85`. */
  demand(text: string): string {
    return this.data(bound(text))
  }

  /** The names of the columns that `check` and `outcome` fill. */
  columns(withOutcome: boolean): string[] {
    const names = ['check', 'measured', 'required', 'where']
    if (this.several) names.unshift('model')
    if (withOutcome) names.unshift('outcome')
    return names.map((name) => this.phrase(`report.column.${name}`))
  }

  /** The cells of one check. */
  check(row: Row, withOutcome: boolean): string[] {
    const { check } = row
    const cells = [
      `${this.text(check.title)}<br>${this.code(check.id)}`,
      this.measured(check),
      check.expected === undefined ? '–' : this.demand(check.expected),
      this.whatAndWhere(row),
    ]
    if (this.several) cells.unshift(this.data(row.model))
    if (withOutcome) cells.unshift(this.outcome(row))
    return cells
  }

  private measured(check: Check): string {
    const { actual, written } = check
    if (actual === undefined || actual === '') return '–'
    const value =
      written === undefined ? `**${this.data(actual)}**` : `**${this.data(actual)}** (${this.data(written)})`
    const sure = uncertaintyMessage(check)
    return sure === undefined ? value : `${value}<br>${this.text(sure)}`
  }

  private outcome(row: Row): string {
    return `${isSoftened(row) ? '⚠️' : SYMBOLS[row.check.outcome]} ${this.text(outcomeMessage(row))}`
  }

  private whatAndWhere({ check }: Row): string {
    const distance = distanceMessage(check)
    const facts = distance === undefined ? [] : [this.text(distance)]
    const noticed = detectableMessage(check)
    if (noticed !== undefined) facts.push(this.text(noticed))
    if (check.evidence !== undefined) facts.push(this.place(check.evidence))
    facts.push(this.phrase('report.place.policy', { place: this.place(check.policy) }))
    const line = facts.join(' · ')
    // Of a measured value that passed, the columns say it all.
    const isPlain = check.outcome === 'pass' && check.actual !== undefined
    return isPlain ? line : `${line}<br>${this.text(check.message)}`
  }
}

/** One line of a table. */
export function tableRow(cells: readonly string[]): string {
  return `\n| ${cells.join(' | ')} |`
}

/** The first two lines of a table. */
export function tableHead(columns: readonly string[]): string {
  return `| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}`
}

/** A demand with the signs that people read. */
function bound(expected: string): string {
  return expected.replace(/^>=/, '≥').replace(/^<=/, '≤')
}
