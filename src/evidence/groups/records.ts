import { entriesOf, entryOf, itemsOf, type Place } from '../place.js'
import { type Facet, type Group, type GroupReading, groupOf, isScalar, lacking, SIZES, type Wanted } from './reading.js'

/** Generic headings of a long table; the second of each is Aequitas's or a usual variant. */
const ATTRIBUTE = ['attribute', 'attribute_name']
const GROUP = ['group', 'attribute_value']
const METRIC = ['metric', 'metric_name']
const VALUE = ['value', 'metric_value']

/** Finds one part of a record; undefined where the record is about something else. */
interface Column {
  readonly shape: string
  readonly unnamed: readonly Facet[]
  readonly find: (record: Place) => Place | undefined
}

/**
 * Every way in which a list of records can hold the wanted values: the group in a column called as the attribute
 * (`gender`) or in `group`, of which `attribute` says what it is; the value in a column called as the metric or in
 * `value`, of which `metric` says what it is. `named` says that the attribute is named around the list.
 */
export function recordReadings(list: Place, wanted: Wanted, named = false): GroupReading[] {
  const records = itemsOf(list)
  if (records.length === 0 || records.some(({ node }) => node.kind !== 'map')) return []
  return groupColumns(records, wanted, named).flatMap((group) =>
    valueColumns(records, wanted).flatMap((value) => {
      const groups = records.flatMap((record) => groupIn(record, group, value) ?? [])
      const unnamed = [...value.unnamed, ...group.unnamed]
      const measured = groups.some(({ value: { kind } }) => kind !== 'null')
      return measured ? [{ shape: `${group.shape}, ${value.shape}`, at: list.at, unnamed, groups }] : []
    }),
  )
}

function groupIn(record: Place, group: Column, value: Column): Group | undefined {
  const name = group.find(record)
  const found = name && value.find(record)
  if (name === undefined || found === undefined || !isScalar(name.node)) return undefined
  return groupOf(nameOf(name), found)
}

function groupColumns(records: readonly Place[], { by, metric }: Wanted, named: boolean): Column[] {
  const described = textColumns(records.filter((record) => hasValue(entryOf(record, by))))
  const own: Column = {
    shape: by,
    unnamed: [],
    find: (record) => {
      const name = entryOf(record, by)
      // A row without a group that fills a column which no row with a group fills is about that other attribute.
      const isOther = !hasValue(name) && [...textColumns([record])].some((key) => key !== metric && !described.has(key))
      return isOther ? undefined : name
    },
  }
  if (records.some((record) => entryOf(record, by) !== undefined)) return [own]
  const generic = (record: Place) => oneOf(record, GROUP)
  if (named || !records.some((record) => oneOf(record, ATTRIBUTE) !== undefined)) {
    return [{ shape: 'group', unnamed: named ? [] : ['by'], find: generic }]
  }
  const attributed = (record: Place) => (is(oneOf(record, ATTRIBUTE), by) ? generic(record) : undefined)
  return [{ shape: `attribute=${by}, group`, unnamed: [], find: attributed }]
}

function valueColumns(records: readonly Place[], { metric }: Wanted): Column[] {
  const columns: Column[] = []
  if (!SIZES.includes(metric) && records.some((record) => entryOf(record, metric) !== undefined)) {
    columns.push({ shape: metric, unnamed: [], find: (record) => entryOf(record, metric) ?? lacking(record) })
  }
  const generic = (record: Place) => oneOf(record, VALUE) ?? lacking(record)
  if (records.some((record) => oneOf(record, METRIC) !== undefined)) {
    const labelled = (record: Place) => (is(oneOf(record, METRIC), metric) ? generic(record) : undefined)
    columns.push({ shape: `metric=${metric}, value`, unnamed: [], find: labelled })
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

function oneOf(record: Place, names: readonly string[]): Place | undefined {
  return names.map((name) => entryOf(record, name)).find((entry) => entry !== undefined)
}

function is(place: Place | undefined, text: string): boolean {
  return place?.node.kind === 'text' && place.node.text === text
}

/** A group's name as written; a missing one is called so. */
function nameOf({ node }: Place): string {
  return node.kind === 'map' || node.kind === 'list' || node.text === '' ? 'null' : node.text
}
