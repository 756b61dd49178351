import type { Item } from '../../evidence/evidence.js'
import { selectorsOf } from '../../evidence/selectors.js'
import type { Node } from '../../evidence/tree.js'
import { clip } from '../../shared/clip.js'
import { message } from '../../shared/message.js'
import { type NotRead, readNumber } from '../reading.js'
import { isCommon, lastOf } from './measures.js'

/** Most names that are listed. */
const MAX_NAMES = 12
const MAX_NAME = 80

/** How a tool is told to write further percentiles. */
const MORE: ReadonlyMap<string, string> = new Map([
  ['k6', '--summary-trend-stats "avg,min,med,max,p(95),p(99)"'],
  ['wrk', '--latency'],
  ['vllm-bench', '--percentile-metrics e2el --metric-percentiles 95,99'],
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
  const plain = readNumber({ declared: true, items, absent: [], unreadable: [] }, 'load-test', metric)
  if (known.length === 0 || !isCommon(metric)) {
    return plain.kind === 'none'
      ? plain
      : { kind: 'none', outcome: 'missing', message: message('serving.absent', { metric, paths, known }) }
  }
  const shown = known.slice(0, MAX_NAMES).map((name) => clip(name, MAX_NAME))
  const rest = known.length - shown.length
  const params = { metric, paths, known: rest > 0 ? [...shown, `+${rest}`] : shown }
  const option = items.map(({ file }) => MORE.get(file.format)).find((it) => it !== undefined)
  const said = message('serving.absent', params)
  const isMore = option !== undefined && metric.includes('latency_p')
  const why = isMore ? message('serving.absent-option', { said, option }) : said
  return { kind: 'none', outcome: 'missing', message: why, ...(paths[0] !== undefined && { at: { path: paths[0] } }) }
}
