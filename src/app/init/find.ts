import { readContent } from '../../evidence/formats/choose.js'
import { selectGroups } from '../../evidence/groups.js'
import type { Role } from '../../evidence/kinds.js'
import type { TreeItem } from '../../evidence/place.js'
import { valuesOf } from '../../evidence/selectors.js'
import { toNumber } from '../../gates/reading.js'
import type { Decimal } from '../../shared/decimal.js'
import { type Location, shown } from '../../shared/location.js'
import { open } from '../evidence.js'
import type { Workspace } from '../workspace.js'
import { type Candidates, candidatesIn, scan } from './scan.js'
import { directionOf, gapFor, type Threshold, thresholdFor } from './thresholds.js'

/** A metric that was measured; with a first bound where one can be given. */
export interface Measured {
  readonly selector: string
  readonly value: string
  readonly place: string
  readonly bound?: Threshold
}

/** Groups that were measured, and a first bound on their gap. */
export interface Gap {
  readonly metric: string
  readonly by: string
  readonly limit: string
}

/** What a repository has that a gate can judge. */
export interface Found {
  readonly metrics?: { readonly path: string; readonly values: readonly Measured[] }
  readonly groups?: { readonly path: string; readonly gaps: readonly Gap[] }
  readonly card?: string
  readonly tracked: boolean
}

/** Most bounds that a first policy has, most names that are listed beside them, and most rules for groups. */
const MAX_BOUNDS = 8
const MAX_LISTED = 12
const MAX_GAPS = 3
/** Most names that are tried as an attribute. */
const MAX_NAMES = 30

/** Looks through a folder for evidence, by the readers that will read it. */
export async function find(workspace: Workspace): Promise<Found> {
  const paths = scan(workspace.base)
  const candidates = candidatesIn(paths)
  const metrics = await firstOf(candidates.metrics, (path) => metricsIn(workspace, path))
  const groups = await firstOf(candidates.groups, (path) => groupsIn(workspace, path))
  const [card] = candidates.cards
  return {
    ...(metrics && { metrics }),
    ...(groups && { groups }),
    ...(card !== undefined && { card }),
    tracked: isTracked(paths, candidates),
  }
}

/** Whether runs of an experiment tracker lie there. */
function isTracked(paths: readonly string[], { metrics }: Candidates): boolean {
  return metrics.some((path) => /(?:^|\/)(?:mlruns|dvclive)$/.test(path)) || paths.includes('dvc.yaml')
}

async function firstOf<T>(paths: readonly string[], read: (path: string) => Promise<T | undefined>) {
  for (const path of paths) {
    const found = await read(path)
    if (found !== undefined) return found
  }
  return undefined
}

async function metricsIn(workspace: Workspace, path: string): Promise<Found['metrics']> {
  const item = await treeOf(workspace, path, 'metrics')
  if (item === undefined) return undefined
  const numbers = valuesOf([item]).flatMap(({ selector, node, at }) => {
    const place: Location = { ...at, path: item.path }
    const read = toNumber(node, selector, place)
    return read.kind === 'number' ? [{ selector, value: read.value, text: read.text, place }] : []
  })
  const known = numbers.filter(({ selector }) => directionOf(selector) !== undefined)
  if (known.length === 0) return undefined
  const depth = ({ selector }: { selector: string }) => selector.split('/').length
  const bounds = [...known].sort((a, b) => depth(a) - depth(b)).slice(0, MAX_BOUNDS)
  const others = numbers.filter((one) => !bounds.includes(one) && depth(one) <= 2).slice(0, MAX_LISTED)
  const values = [...bounds, ...others].map(({ selector, value, text, place }): Measured => {
    const bound = thresholdFor(selector, value)
    return { selector, value: text, place: shown(place), ...(bound && { bound }) }
  })
  return { path, values }
}

async function groupsIn(workspace: Workspace, path: string): Promise<Found['groups']> {
  const item = await treeOf(workspace, path, 'groups')
  if (item === undefined) return undefined
  const names = [...new Set(valuesOf([item]).flatMap(({ selector }) => selector.split('/')))].slice(0, 200)
  const metrics = names.filter((name) => directionOf(name) === 'min').slice(0, 4)
  const attributes = names.filter((name) => !metrics.includes(name) && !/^[0-9.]+$/.test(name)).slice(0, MAX_NAMES)
  const gaps = metrics.flatMap((metric) => attributes.flatMap((by) => gapOf(item, metric, by)))
  return gaps.length === 0 ? undefined : { path, gaps: gaps.slice(0, MAX_GAPS) }
}

function gapOf(item: TreeItem, metric: string, by: string): Gap[] {
  const found = selectGroups([item], metric, by)
  if (found.kind !== 'found') return []
  const values = found.groups.flatMap(({ value, at }): Decimal[] => {
    const read = toNumber(value, metric, at)
    return read.kind === 'number' ? [read.value] : []
  })
  const limit = values.length === found.groups.length ? gapFor(values) : undefined
  return limit === undefined ? [] : [{ metric, by, limit }]
}

async function treeOf(workspace: Workspace, path: string, role: Role): Promise<TreeItem | undefined> {
  const source = open(workspace, path)
  if (!source.ok) return undefined
  const read = await readContent(source.value.opened, { path: source.value.path, role }, undefined)
  return read.ok ? { path: source.value.path, content: read.value.content } : undefined
}
