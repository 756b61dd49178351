import type { TableFile, TablesWanted } from '../../evidence/drift/contract.js'
import type { BoundOptions } from '../bound.js'
import type { Demand } from '../contract.js'
import { EVERY, type Options, type TableOptions } from './options.js'

/** Bins of equally many reference values, where a policy says nothing. */
export const DEFAULT_BINS = 10
/** What counts as drift where a share is bounded and nothing else is said: the usual bound on PSI, which is Evidently's too. */
const DEFAULT_BOUNDS = { psi: { max: 0.1 } }

/** Whether drift is computed from two tables rather than read from a report. */
export function hasTables({ reference, current }: Options): boolean {
  return reference !== undefined || current !== undefined
}

/** Bounds by method. */
export type MethodBounds = Readonly<Record<string, BoundOptions>>

/** The bounds for every column; the pointer says where they are written. A share counts by PSI where nothing is said. */
export function everyBounds(options: Options): { readonly bounds: MethodBounds; readonly pointer: string } {
  const { features, 'max-share': share } = options
  const written = features !== undefined && Object.hasOwn(features, EVERY) ? features[EVERY] : undefined
  if (typeof written === 'object') return { bounds: written, pointer: `/features/${EVERY}` }
  return { bounds: hasTables(options) && share !== undefined ? DEFAULT_BOUNDS : {}, pointer: '/max-share' }
}

/** The columns that are named, with their bounds. */
export function namedBounds({ features = {} }: Options): [string, MethodBounds][] {
  return Object.entries(features).flatMap(([name, bounds]): [string, MethodBounds][] =>
    name === EVERY || typeof bounds === 'string' ? [] : [[name, bounds]],
  )
}

/** The two tables and what is asked of them; undefined where none are named. */
export function tablesWanted({ options, locate }: Demand<Options>): TablesWanted | undefined {
  const { reference, current, bins = DEFAULT_BINS, except = [], categorical = [] } = options
  if (reference === undefined || current === undefined) return undefined
  const every = Object.keys(everyBounds(options).bounds)
  return {
    reference: fileOf(reference, locate('/reference')),
    current: fileOf(current, locate('/current')),
    columns: new Map(
      namedBounds(options).map(([name, bounds]) => {
        const counted = options['max-share'] !== undefined && !except.includes(name)
        return [name, [...new Set([...Object.keys(bounds), ...(counted ? every : [])])]]
      }),
    ),
    every,
    except,
    categorical,
    bins: typeof bins === 'number' ? bins : 'evidently',
  }
}

function fileOf(table: TableOptions, at: TableFile['at']): TableFile {
  return typeof table === 'string' ? { path: table, at } : { ...table, at }
}

/** The path of a table as written. */
export function pathOf(table: TableOptions): string {
  return typeof table === 'string' ? table : table.path
}
