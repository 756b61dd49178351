import type { Item } from '../../evidence/evidence.js'
import { selectorsOf } from '../../evidence/selectors.js'
import type { Node } from '../../evidence/tree.js'
import { clip } from '../../shared/clip.js'
import { formatDecimal } from '../../shared/decimal.js'
import type { Location } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { type NotRead, readNumber } from '../reading.js'
import { isCommon, lastOf, percentileOf } from './measures.js'

/** Most names that are listed. */
const MAX_NAMES = 12
const MAX_NAME = 80

/** How a tool is told to write a percentile. */
const MORE: ReadonlyMap<string, (percentile: string) => string | undefined> = new Map<
  string,
  (percentile: string) => string | undefined
>([
  ['k6', (percentile) => `--summary-trend-stats "avg,min,med,max,p(${percentile})"`],
  // Without it none at all, with it these.
  ['wrk', (percentile) => (['50', '75', '90', '99'].includes(percentile) ? '--latency' : undefined)],
  ['vllm-bench', (percentile) => `--percentile-metrics e2el --metric-percentiles ${percentile}`],
])

/**
 * Why no load test has the value. One of the names that they have in common is never worked out from others: what the
 * files have instead is listed, and where it is known how the tool writes more, that.
 */
export function absence(items: readonly Item<Node>[], metric: string): NotRead {
  const paths = items.map(({ file }) => file.path)
  const trees = items.map(({ file: { path }, content }) => ({ path, content }))
  // Beside it: of the same endpoint or level of load.
  const beside = metric.slice(0, metric.length - lastOf(metric).length)
  const isBeside = (name: string) => isCommon(name) && name === `${beside}${lastOf(name)}`
  const known = [...new Set(selectorsOf(trees).filter(isBeside))]
  if (known.length === 0 || !isCommon(metric)) return plainly(items, metric)
  const shown = known.slice(0, MAX_NAMES).map((name) => clip(name, MAX_NAME))
  const rest = known.length - shown.length
  const said = message('serving.absent', { metric, paths, known: rest > 0 ? [...shown, `+${rest}`] : shown })
  return { kind: 'none', outcome: 'missing', message: withOption(said, items, metric), ...placeOf(paths) }
}

/** As for any metric: with the names that are nearest. */
function plainly(items: readonly Item<Node>[], metric: string): NotRead {
  const read = readNumber({ declared: true, items, absent: [], unreadable: [] }, 'load-test', metric)
  if (read.kind === 'none') return read
  throw new Error(`${metric} is there`)
}

function placeOf([path]: readonly string[]): { readonly at?: Location } {
  return path === undefined ? {} : { at: { path } }
}

/** How the first of the tools that can write it is told to. */
function withOption(said: Message, items: readonly Item<Node>[], metric: string): Message {
  const percentile = percentileOf(metric)
  if (percentile === undefined) return said
  for (const { file } of items) {
    const option = MORE.get(file.format)?.(formatDecimal(percentile))
    if (option !== undefined) return message('serving.absent-option', { said, option, path: file.path })
  }
  return said
}
