import type { Source } from '../evidence/evidence.js'
import { sampleOf } from '../evidence/sample/beside.js'
import type { Sample } from '../evidence/sample/sample.js'
import { type Lookup, lookUpMetric } from '../evidence/select.js'
import type { MapNode, Node } from '../evidence/tree.js'
import { clip } from '../shared/clip.js'
import { type Decimal, decimal, formatDecimal, parseDecimal } from '../shared/decimal.js'
import { type Location, shown } from '../shared/location.js'
import { type Message, message, type Texts } from '../shared/message.js'
import type { Problem } from '../shared/problem.js'
import { asFraction, largestValue, type Unit } from './bound.js'
import { type Doubt, percentDoubt } from './percent.js'
import { number, type Quantity } from './quantity.js'

/** A number a gate may compare, or why there is none. Nothing else ever becomes a number. */
export type Reading = NumberRead | NotRead

export interface NumberRead {
  readonly kind: 'number'
  readonly value: Decimal
  /** The value exactly, where it is a quotient of counts. */
  readonly quantity: Quantity
  /** The number's text, each of its digits. */
  readonly text: string
  readonly at: Location
  /** The value as its file has it, where a format converted its unit. */
  readonly written?: string
  /** What the value rests on, as far as its file says. */
  readonly sample: Sample
  /** Why the predictions that are named do not give it, where a file does. */
  readonly unmeasured?: Message
  /** Why it may be in another unit than the policy says. */
  readonly doubt?: Doubt
}

export interface NotRead {
  readonly kind: 'none'
  readonly outcome: 'missing' | 'insufficient' | 'error'
  readonly message: Message
  readonly at?: Location
}

/** Reads the number that a selector names in a kind of evidence, in the unit that the policy states. */
export function readNumber(source: Source<Node>, kind: string, selector: string, unit?: Unit): Reading {
  const gap = unavailable(source, kind)
  if (gap !== undefined) return gap
  const items = source.items.map(({ file, content }) => ({ path: file.path, content }))
  const lookup = lookUpMetric(items, selector)
  const paths = items.map(({ path }) => path)
  const reading = onScale(fromLookup(lookup, selector, paths), selector, unit)
  if (reading.kind === 'none' || lookup.kind !== 'found') return reading
  const doubt = percentDoubt(lookup.place, selector, reading.value, unit)
  const sample = sampleOf(lookup.place, selector, asFraction(reading.value, unit))
  return ofSomeRows({ ...reading, sample, ...(doubt && { doubt }) }, selector)
}

/** Kinds of evidence that an input of the action names, too. */
const HAS_INPUT = new Set(['metrics', 'baseline', 'groups', 'model-card'])

/** Why nothing of this kind can be looked at: not declared, no such file, unreadable. Undefined where it can be. */
export function unavailable(source: Source<unknown>, kind: string): NotRead | undefined {
  const unnamed = message(HAS_INPUT.has(kind) ? 'reading.undeclared' : 'reading.unnamed', { kind })
  if (!source.declared) return { kind: 'none', outcome: 'missing', message: unnamed }
  const [unreadable] = source.unreadable
  if (unreadable !== undefined) return fromProblem('error', 'reading.unreadable', unreadable)
  const [absent] = source.absent
  if (source.items.length === 0 && absent !== undefined) return fromProblem('missing', 'reading.absent-file', absent)
  if (source.items.length === 0) return { kind: 'none', outcome: 'missing', message: unnamed }
  return undefined
}

/** Whether files are named and none of them is there: what else gives the values may not hide that. */
export function isGone({ declared, items }: Source<unknown>): boolean {
  return declared && items.length === 0
}

function fromProblem(outcome: NotRead['outcome'], id: string, { message: why, at }: Problem): NotRead {
  const reading: NotRead = { kind: 'none', outcome, message: message(id, { why }) }
  return at === undefined ? reading : { ...reading, at }
}

function fromLookup(lookup: Lookup, selector: string, paths: readonly string[]): Reading {
  switch (lookup.kind) {
    case 'found':
      return toNumber(lookup.value, selector, lookup.at)
    case 'ambiguous':
      return {
        kind: 'none',
        outcome: 'error',
        message: message('reading.ambiguous', {
          selector,
          places: lookup.matches.map((match) => `${shown(match.at)} (${match.shown})`),
        }),
        ...(lookup.matches[0] && { at: lookup.matches[0].at }),
      }
    case 'absent': {
      const near = lookup.nearest.length > 0
      return {
        kind: 'none',
        outcome: 'missing',
        message: message(near ? 'reading.absent-near' : 'reading.absent', { selector, paths, nearest: lookup.nearest }),
        ...(paths[0] !== undefined && { at: { path: paths[0] } }),
      }
    }
  }
}

/** The one place where evidence becomes a number. */
export function toNumber(node: Node, selector: string, at: Location): Reading {
  const none = (id: string, found: string | Message = ''): NotRead => ({
    kind: 'none',
    outcome: 'error',
    message: message(id, { selector, found, place: shown(at) }),
    at,
  })
  switch (node.kind) {
    case 'number': {
      const value = parseDecimal(node.text)
      if (value === undefined) return none('reading.nonfinite', node.text)
      return {
        kind: 'number',
        value,
        quantity: number(value),
        text: node.text,
        at,
        sample: {},
        ...(node.written !== undefined && { written: node.written }),
      }
    }
    case 'nonfinite':
      return none('reading.nonfinite', node.text)
    case 'refused':
      return none('reading.refused', node.why)
    case 'null':
      return none('reading.null')
    case 'text':
      return none('reading.text', node.text)
    case 'boolean':
      return none('reading.boolean', node.text)
    case 'list':
      return none('reading.list')
    case 'map':
      return none('reading.map', memberOf(node))
  }
}

/** Longest name that is shown. */
const MAX_NAME = 80

/** A name below a map to ask for instead: that of its first number, else its first. */
function memberOf({ entries }: MapNode): string {
  const names = [...entries.keys()]
  return clip(names.find((name) => entries.get(name)?.value.kind === 'number') ?? names[0] ?? '…', MAX_NAME)
}

/** A number that rests on rows, as far as its file says on how many: of none nothing was measured. */
export function ofSomeRows<T extends NumberRead>(reading: T, selector: string): T | NotRead {
  const { sample, text, at } = reading
  if (sample.empty === undefined) return reading
  const params = { selector, found: text, place: shown(at) }
  return { kind: 'none', outcome: 'error', message: message('reading.no-rows', params), at }
}

const ZERO = decimal('0')

/** A number that is what its name says: a fraction outside 0 to 1 is an error, never compared. */
export function onScale<T extends NumberRead>(reading: T | NotRead, selector: string, unit: Unit): T | NotRead {
  const largest = largestValue(selector, unit)
  if (reading.kind === 'none' || largest === undefined) return reading
  const { value, at } = reading
  if (value.gte(ZERO) && value.lte(largest)) return reading
  const params = { metric: selector, found: formatDecimal(value), largest: formatDecimal(largest), place: shown(at) }
  return { kind: 'none', outcome: 'error', message: message('bound.off-scale', params), at }
}

export const texts: Texts = {
  en: () => ({
    'reading.undeclared':
      'No {kind} file is named. Name one under `evidence: {kind}` in the policy, or with the input `{kind}`.',
    'reading.unnamed': 'No {kind} file is named. Name one under `evidence: {kind}` in the policy.',
    'reading.unreadable': 'The evidence could not be read. {why}',
    'reading.absent-file': 'The evidence is not there. {why}',
    'reading.absent': '{selector} is not in {paths}.',
    'reading.absent-near': '{selector} is not in {paths}. Nearest names there: {nearest}.',
    'reading.ambiguous': '{selector} is found more than once: {places}. Name the full path, or keep one file.',
    'reading.nonfinite': '{selector} is {found}, which is not a number to compare ({place}).',
    'reading.refused': '{selector} cannot be compared ({place}): {found}',
    'reading.null': '{selector} is null: it was not measured ({place}).',
    'reading.no-rows':
      '{selector} is {found} ({place}), but its file says that this rests on 0 rows: nothing was measured. Leave it out, or measure it.',
    'reading.text': '{selector} is the text "{found}", not a number ({place}). Write a plain number such as 0.91.',
    'reading.boolean': '{selector} is {found}, not a number ({place}).',
    'reading.list': '{selector} is a list, not a number ({place}). Name one of its items, such as {selector}/0.',
    'reading.map':
      '{selector} is a group of values, not a number ({place}). Name one of them, such as {selector}/{found}.',
  }),
  ko: () => ({
    'reading.undeclared': '지정된 {kind} 파일이 없습니다. 정책의 `evidence: {kind}` 또는 입력 `{kind}`에 지정하십시오.',
    'reading.unnamed': '지정된 {kind} 파일이 없습니다. 정책의 `evidence: {kind}`에 지정하십시오.',
    'reading.unreadable': '증거 파일을 읽을 수 없습니다. {why}',
    'reading.absent-file': '증거 파일이 없습니다. {why}',
    'reading.absent': '{paths}에서 {selector} 항목을 찾을 수 없습니다.',
    'reading.absent-near': '{paths}에서 {selector} 항목을 찾을 수 없습니다. 가장 비슷한 이름: {nearest}.',
    'reading.ambiguous': '{selector} 항목이 여러 곳에 있습니다: {places}. 전체 경로를 쓰거나 파일을 하나만 남기십시오.',
    'reading.nonfinite': '{selector} 값이 {found}이므로 비교할 수 있는 숫자가 아닙니다({place}).',
    'reading.refused': '{selector} 값은 비교할 수 없습니다({place}). {found}',
    'reading.null': '{selector} 값이 null입니다. 측정되지 않았습니다({place}).',
    'reading.no-rows':
      '{selector} 값은 {found}({place})이지만 파일에 따르면 행이 0개이므로 측정되지 않았습니다. 삭제하거나 측정하십시오.',
    'reading.text': '{selector} 값이 숫자가 아니라 문자열 "{found}"입니다({place}). 0.91처럼 숫자만 쓰십시오.',
    'reading.boolean': '{selector} 값이 숫자가 아니라 {found}입니다({place}).',
    'reading.list': '{selector} 값이 숫자가 아니라 목록입니다({place}). {selector}/0처럼 항목 하나를 지정하십시오.',
    'reading.map':
      '{selector} 값이 숫자가 아니라 여러 값의 묶음입니다({place}). {selector}/{found}처럼 값 하나를 지정하십시오.',
  }),
}
