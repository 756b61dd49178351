import { entriesOf, entryOf, firstEntryOf, itemsOf, type Place } from '../place.js'
import {
  areOther,
  BETWEEN,
  doubt,
  doubtfulNames,
  type Facet,
  type Group,
  type GroupReading,
  groupOf,
  isScalar,
  lacking,
  SIZES,
  type Wanted,
} from './reading.js'
import { folded, isAttribute, isOverall } from './vocabulary.js'

/** Generic headings of a long table; the second of each is Aequitas's or a usual variant. */
const ATTRIBUTE = ['attribute', 'attribute_name']
const GROUP = ['group', 'attribute_value']
const METRIC = ['metric', 'metric_name']
const VALUE = ['value', 'metric_value']

/** What a record holds of what is looked for: `other` where it is plainly about something else. */
type Found = Place | 'other' | 'unsure'

/** Finds one part of a record. */
interface Column {
  readonly shape: string
  readonly unnamed: readonly Facet[]
  readonly find: (record: Place) => Found
  /** Whether the record's group is one of several attributes at once. */
  readonly isDivided?: (record: Place) => boolean
}

/**
 * Every way in which a list of records can hold the wanted values: the group in a column called as the attribute
 * (`gender`) or in `group`, of which `attribute` says what it is; the value in a column called as the metric or in
 * `value`, of which `metric` says what it is. `named` says that the attribute is named around the list.
 *
 * A record is left out only where it says itself that it is about something else. One that does not say makes the
 * reading doubtful: else a slip in one row would take a group out of the comparison.
 */
export function recordReadings(list: Place, wanted: Wanted, named = false): GroupReading[] {
  const records = itemsOf(list)
  if (records.length === 0 || records.some(({ node }) => node.kind !== 'map')) return []
  return groupColumns(records, wanted, named).flatMap((group) =>
    valueColumns(records, wanted).flatMap((value) => readingOf(list, records, group, value)),
  )
}

function readingOf(list: Place, records: readonly Place[], group: Column, value: Column): GroupReading[] {
  const shape = `${group.shape}, ${value.shape}`
  const unnamed = [...value.unnamed, ...group.unnamed]
  const groups: Group[] = []
  const doubts: string[] = []
  for (const record of records) {
    const found = groupIn(record, group, value)
    if (found === 'unsure') doubts.push(doubt(record, shape))
    else if (found !== 'other') groups.push(found)
    if (typeof found === 'object' && group.isDivided?.(record) === true) doubts.push(doubt(record, found.name))
  }
  const names = groups.map(({ name }) => name)
  const measured = groups.some(({ value: { kind } }) => kind !== 'null')
  if (!measured || areOther(names, unnamed)) return []
  return [{ shape, at: list.at, unnamed, groups, doubts: [...doubts, ...doubtfulNames(groups, unnamed)] }]
}

function groupIn(record: Place, group: Column, value: Column): Group | 'other' | 'unsure' {
  const name = group.find(record)
  const found = name === 'other' ? 'other' : value.find(record)
  if (name === 'other' || found === 'other') return 'other'
  if (name === 'unsure' || found === 'unsure') return 'unsure'
  return groupOf(nameOf(name), found)
}

function groupColumns(records: readonly Place[], wanted: Wanted, named: boolean): Column[] {
  const { by, parts } = wanted
  const has = (column: string) => records.some((record) => entryOf(record, column) !== undefined)
  if (parts !== undefined) return parts.every(has) ? [ownColumns(records, wanted, parts)] : []
  if (has(by)) return [ownColumn(records, wanted)]
  if (named || !records.some((record) => firstEntryOf(record, ATTRIBUTE) !== undefined)) {
    return [{ shape: 'group', unnamed: named ? [] : ['by'], find: genericGroup }]
  }
  const attributed = (record: Place): Found => {
    const label = labelled(record, ATTRIBUTE, by)
    const name = genericGroup(record)
    if (label === 'same') return name
    // A row for everyone together belongs to no attribute.
    const isTotal = typeof name === 'object' && !hasValue(firstEntryOf(record, ATTRIBUTE)) && isOverall(nameOf(name))
    return isTotal ? 'other' : label
  }
  return [{ shape: `attribute=${by}, group`, unnamed: [], find: attributed }]
}

/** The column that is called as the attribute. */
function ownColumn(records: readonly Place[], { by, metric }: Wanted): Column {
  const described = textColumns(records.filter((record) => hasValue(entryOf(record, by))))
  const alike = folded(by)
  const find = (record: Place): Found => {
    const name = entryOf(record, by)
    if (entriesOf(record).some(([key]) => key !== by && folded(key) === alike)) return 'unsure'
    if (name !== undefined && hasValue(name)) return isScalar(name.node) ? name : 'unsure'
    // A row without a group that fills a column which no row with a group fills may be about that other attribute.
    const filled = [...textColumns([record])].filter((key) => key !== metric && !described.has(key))
    if (filled.some(isAttribute)) return 'other'
    return filled.length > 0 ? 'unsure' : (name ?? 'unsure')
  }
  return { shape: by, unnamed: [], find, isDivided: otherAttributes(records, [by]) }
}

/** The columns that are called as the attributes: a row is of the group that all of them name together. */
function ownColumns(records: readonly Place[], wanted: Wanted, parts: readonly string[]): Column {
  const columns = parts.map((by) => ownColumn(records, { ...wanted, by }))
  const find = (record: Place): Found => {
    const found = columns.map((column) => column.find(record))
    if (found.includes('unsure')) return 'unsure'
    if (found.includes('other')) return 'other'
    const names = found.flatMap((part) => (typeof part === 'object' && hasValue(part) ? [nameOf(part)] : []))
    if (names.length < parts.length) return 'unsure'
    const text = names.every(isOverall) ? (names[0] ?? '') : names.join(BETWEEN)
    return { node: { kind: 'text', at: record.node.at, text }, at: record.at }
  }
  return { shape: parts.join(BETWEEN), unnamed: [], find, isDivided: otherAttributes(records, parts) }
}

/**
 * Whether a record is also of another attribute, one in which the records differ: its group is an intersection. A column
 * that holds the same everywhere divides nothing further, nor does one of the same attribute (`gender_name`).
 */
function otherAttributes(records: readonly Place[], own: readonly string[]): (record: Place) => boolean {
  const isSame = (key: string) => own.some((by) => folded(key).startsWith(folded(by)))
  const columns = [...textColumns(records)].filter((key) => !isSame(key) && isAttribute(key))
  const dividing = columns.filter((key) => {
    const filled = records.filter((record) => [...own, key].every((it) => hasValue(entryOf(record, it))))
    return new Set(filled.map((record) => nameIn(record, key))).size > 1
  })
  return (record) => dividing.some((key) => hasValue(entryOf(record, key)))
}

function nameIn(record: Place, key: string): string {
  const place = entryOf(record, key)
  return place === undefined ? '' : nameOf(place)
}

function genericGroup(record: Place): Found {
  const name = firstEntryOf(record, GROUP)
  return name !== undefined && isScalar(name.node) ? name : 'unsure'
}

function valueColumns(records: readonly Place[], { metric }: Wanted): Column[] {
  const columns: Column[] = []
  if (!SIZES.includes(metric) && records.some((record) => entryOf(record, metric) !== undefined)) {
    columns.push({ shape: metric, unnamed: [], find: (record) => entryOf(record, metric) ?? lacking(record) })
  }
  const generic = (record: Place) => firstEntryOf(record, VALUE) ?? lacking(record)
  if (records.some((record) => firstEntryOf(record, METRIC) !== undefined)) {
    const find = (record: Place): Found => {
      const label = labelled(record, METRIC, metric)
      return label === 'same' ? generic(record) : label
    }
    columns.push({ shape: `metric=${metric}, value`, unnamed: [], find })
  } else if (columns.length === 0) {
    columns.push({ shape: 'value', unnamed: ['metric'], find: generic })
  }
  return columns
}

function hasValue(place: Place | undefined): boolean {
  return place !== undefined && place.node.kind !== 'null'
}

function textColumns(records: readonly Place[]): Set<string> {
  const entries = records.flatMap((record) => entriesOf(record))
  return new Set(entries.flatMap(([key, { node }]) => (node.kind === 'text' ? [key] : [])))
}

/** Whether a record says that it is about what is wanted; one that nearly says so is not taken for another. */
function labelled(record: Place, names: readonly string[], wanted: string): 'same' | 'other' | 'unsure' {
  const labels = names.flatMap((name) => entryOf(record, name)?.node ?? []).filter(({ kind }) => kind !== 'null')
  if (labels.length > 0 && labels.every((node) => node.kind === 'text' && node.text === wanted)) return 'same'
  const alike = folded(wanted)
  const isPlain = labels.length > 0 && labels.every(isScalar)
  return isPlain && labels.every((node) => 'text' in node && folded(node.text) !== alike) ? 'other' : 'unsure'
}

/** A group's name as written; a missing one is called so. */
function nameOf({ node }: Place): string {
  return node.kind === 'map' || node.kind === 'list' || node.text === '' ? 'null' : node.text
}
