import { clip } from '../shared/clip.js'
import { compareLocations, compareText, shown } from '../shared/location.js'
import { closest } from '../shared/nearest.js'
import { look } from './alike.js'
import { repeated } from './formats/names.js'
import { heldBy, mapReadings } from './groups/maps.js'
import { CONTAINERS, WRAPPERS } from './groups/names.js'
import { BETWEEN, type Facet, type Group, type GroupReading, SIZES, type Wanted } from './groups/reading.js'
import { recordReadings } from './groups/records.js'
import { isOverall } from './groups/vocabulary.js'
import { aliasOf } from './metrics.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf, type TreeItem } from './place.js'

export type { Facet, Group } from './groups/reading.js'

/** What the files say about a metric by group. */
export type GroupLookup =
  /** In order of name; names differ. */
  | { readonly kind: 'found'; readonly groups: readonly Group[] }
  /** `nearest`: the names in the files that look like what was asked for; where none does, some that are there. */
  | { readonly kind: 'absent'; readonly nearest: readonly string[] }
  /** Each way in which the files can be read, each row of the same group, or each place that may be a group or not. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly string[] }
  /** There are groups, but not of which metric or attribute. */
  | { readonly kind: 'unnamed'; readonly unnamed: readonly Facet[] }

/** How many names are looked through, and the longest one that is shown. */
const MAX_AVAILABLE = 200
const MAX_NAME = 60
/** How many doubtful places are shown. */
const MAX_SHOWN = 10
/** How deep names are looked for: attribute, group, metric, and a key around them. */
const DEPTH = 4
/** How many names are shown that are unlike the one asked for. */
const MAX_UNLIKE = 5

/**
 * Finds the values of a metric for each group of an attribute, whatever usual shape the files have: maps nested in any
 * order of attribute, metric and group, or records, wide or long (`groups/maps.ts`, `groups/records.ts`).
 *
 * It never guesses. A shape that does not name the metric or the attribute counts only where `only` says that the
 * policy asks for no other one, and where nothing in the files names both. Two readings are ambiguous, two rows of
 * one group are too, also where their names only look the same, so is a row that may be a group or not, and a group without a value stays. `n`, `count` and
 * `support` are sizes where they can be. Metrics, splits and statistics are no groups (`groups/vocabulary.ts`).
 *
 * Several attributes are those of records that name all of them: their groups are the intersections, `F & 18-29`.
 *
 * A row such as `overall` stays a group: beside two others it can only widen a gap, so that keeping it never turns a
 * failure into a pass. Where fewer than two others stand there it is left out: a group must not be compared with itself.
 */
export function selectGroups(
  items: readonly TreeItem[],
  metric: string,
  asked: string | readonly string[],
  only: { readonly metric: boolean; readonly by: boolean } = { metric: false, by: false },
): GroupLookup {
  const by = typeof asked === 'string' ? asked : asked.join(BETWEEN)
  const wanted = { metric, by, ...(typeof asked !== 'string' && { parts: asked }) }
  const found = readingsOf(items, wanted)
  const alias = aliasOf(metric)
  const readings =
    found.some(({ unnamed }) => !unnamed.includes('metric')) || alias === undefined
      ? found
      : [
          ...readingsOf(items, { ...wanted, metric: alias }).filter(({ unnamed }) => !unnamed.includes('metric')),
          ...found,
        ]
  const named = readings.filter(({ unnamed }) => unnamed.length === 0)
  const allowed = readings.filter(({ unnamed }) => unnamed.every((facet) => only[facet]))
  const [chosen, ...others] = named.length > 0 ? named : allowed
  if (chosen !== undefined) return others.length === 0 ? settle(chosen) : ambiguous([chosen, ...others])
  const [first] = readings
  if (first === undefined) return absent(items, wanted)
  return { kind: 'unnamed', unnamed: first.unnamed }
}

function readingsOf(items: readonly TreeItem[], wanted: Wanted): GroupReading[] {
  if (SIZES.includes(wanted.metric) || SIZES.includes(wanted.by)) return []
  return items
    .flatMap((item) => fileReadings(rootOf(item), wanted))
    .sort((a, b) => compareLocations(a.at, b.at) || compareText(a.shape, b.shape))
}

function fileReadings(root: Place, wanted: Wanted): GroupReading[] {
  const wrapped = wrappedIn(root)
  const whole = baseReadings(root, wanted)
  // Beside a key that says where the groups are, the whole file counts only where it names everything itself.
  const sure = wrapped.length === 0 ? whole : whole.filter(({ unnamed }) => unnamed.length === 0)
  const contained = CONTAINERS.flatMap((name) => entryOf(root, name) ?? []).flatMap((base) =>
    baseReadings(base, wanted),
  )
  const named = contained.filter(({ unnamed }) => unnamed.length === 0)
  return [...sure, ...named, ...wrapped.flatMap((base) => baseReadings(base, wanted))]
}

function wrappedIn(root: Place): Place[] {
  return WRAPPERS.flatMap((name) => entryOf(root, name) ?? [])
}

function baseReadings(base: Place, wanted: Wanted): GroupReading[] {
  if (base.node.kind === 'list') return recordReadings(base, wanted)
  if (wanted.parts !== undefined) return []
  const held = heldBy(entryOf(base, wanted.by))
  return [...mapReadings(base, wanted), ...held.flatMap((below) => recordReadings(below, wanted, true))]
}

function settle({ groups, doubts }: GroupReading): GroupLookup {
  if (doubts.length > 0) return { kind: 'ambiguous', readings: doubts.slice(0, MAX_SHOWN) }
  const sorted = [...groups].sort((a, b) => compareText(a.name, b.name) || compareLocations(a.at, b.at))
  const several = new Set(repeated(sorted.map(({ name }) => look(name))))
  const twice = sorted.filter(({ name }) => several.has(look(name)))
  if (twice.length > 0) {
    return {
      kind: 'ambiguous',
      readings: twice.slice(0, MAX_SHOWN).map(({ name, at }) => `${shown(at)} ${clip(name, MAX_NAME)}`),
    }
  }
  const proper = sorted.filter(({ name }) => !isOverall(name))
  return { kind: 'found', groups: proper.length < 2 ? proper : sorted }
}

function ambiguous(readings: readonly GroupReading[]): GroupLookup {
  return { kind: 'ambiguous', readings: readings.map(described) }
}

function described({ at, shape }: GroupReading): string {
  return `${shown(at)} ${shape}`
}

function absent(items: readonly TreeItem[], { metric, by }: Wanted): GroupLookup {
  const available = [...new Set(items.map(rootOf).flatMap((root) => [root, ...wrappedIn(root)].flatMap(namesIn)))]
    .slice(0, MAX_AVAILABLE)
    .sort(compareText)
  const lost = [metric, by].filter((name) => !available.includes(name))
  const nearest = [...new Set(lost.flatMap((name) => closest(available, name)))]
  return { kind: 'absent', nearest: nearest.length > 0 ? nearest : outermost(items).slice(0, MAX_UNLIKE) }
}

/** The names that stand first: attributes, or the columns of records. */
function outermost(items: readonly TreeItem[]): string[] {
  const bases = items.map(rootOf).flatMap((root) => (wrappedIn(root).length > 0 ? wrappedIn(root) : [root]))
  const rows = bases.flatMap((base) => itemsOf(base)[0] ?? base)
  const names = rows.flatMap((row) => entriesOf(row).map(([name]) => name))
  return [...new Set(names)].filter((name) => name.length <= MAX_NAME).sort(compareText)
}

/** Keys of a map and of the maps below it, down to the metrics of a group, or the columns of records. */
function namesIn(base: Place): string[] {
  const names: string[] = []
  let level = [base]
  for (let depth = 0; depth < DEPTH && names.length < MAX_AVAILABLE; depth += 1) {
    const entries = level.flatMap((place) => entriesOf(place).slice(0, MAX_AVAILABLE))
    names.push(...entries.map(([name]) => name))
    level = [...entries.map(([, place]) => place), ...level.flatMap(itemsOf)].slice(0, MAX_AVAILABLE)
  }
  return names.filter((name) => name.length <= MAX_NAME)
}
