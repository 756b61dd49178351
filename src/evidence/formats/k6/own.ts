import { decimal, parseDecimal } from '../../../shared/decimal.js'
import { message } from '../../../shared/message.js'
import { entriesOf, type Place } from '../../place.js'
import type { At, MapNode, Node } from '../../tree.js'
import { decimalOf, mapOf, refused } from '../build.js'

/** What of a metric is the one number that its name can stand for. */
const COUNT = ['count', 'value']
const RATE = ['rate', 'value']
/** Doubles of one quotient may differ in their last digit. */
const NEAR = decimal('1e-9')

/**
 * The names in common, and each metric's values by its name. Where a script has a metric of such a name (`error_rate` is a usual one), its values stand
 * below `metrics`, as they do in the file, and its one number under `<metric>/<statistic>` as any metric's; and the name in
 * common only holds where both say the same.
 */
export function withOwn(
  at: At,
  common: readonly (readonly [string, Node | undefined])[],
  metrics: readonly (readonly [string, Place, Node])[],
): MapNode {
  const own = new Map(metrics.map(([name, place]) => [name, place]))
  const meant = common.map(([name, node]) => [name, node && held(name, node, own)] as const)
  const taken = new Set(meant.flatMap(([name, node]) => (node === undefined ? [] : [name])))
  const hidden = metrics.filter(([name]) => taken.has(name)).map(([name, , node]) => [name, node] as const)
  const others = metrics.filter(([name]) => !taken.has(name)).map(([name, , node]) => [name, node] as const)
  const single = hidden.flatMap(([name, node]) => singleOf(name, node))
  return mapOf(at, [...meant, ...others, ...single, ['metrics', hidden.length === 0 ? undefined : mapOf(at, hidden)]])
}

/** Not those of a trend, whose percentiles rest on its own values and not on the requests. */
function singleOf(name: string, node: Node): (readonly [string, Node])[] {
  const entries = node.kind === 'map' ? [...node.entries] : []
  const isSingle = (key: string) => RATE.includes(key) || COUNT.includes(key)
  return entries.filter(([key]) => isSingle(key)).map(([key, { value }]) => [`${name}/${key}`, value])
}

function held(name: string, node: Node, own: ReadonlyMap<string, Place>): Node {
  const place = own.get(name)
  if (place === undefined || node.kind !== 'number') return node
  const entries = entriesOf(place)
  const keys = /^(?:requests|failures)/.test(name) ? COUNT : RATE
  const common = parseDecimal(node.text)
  const isSame = entries.some(([key, it]) => {
    const value = keys.includes(key) ? decimalOf(it) : undefined
    return value !== undefined && common?.minus(value).abs().lte(NEAR)
  })
  if (isSame) return node
  const [key = '…'] = entries.find(([, it]) => it.node.kind === 'number') ?? []
  return refused(node, message('evidence.load.own-metric', { own: `metrics/${name}/${key}`, tool: sourceOf(name) }))
}

/** Which metric of k6's own a name in common is taken from. */
function sourceOf(name: string): string {
  if (name.startsWith('latency_')) return 'http_req_duration'
  return name === 'error_rate' || name === 'failures' ? 'http_req_failed' : 'http_reqs'
}
