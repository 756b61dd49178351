import { clip } from '../../../shared/clip.js'
import { type Decimal, decimal, formatDecimal } from '../../../shared/decimal.js'
import { type Message, message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { type Latency, type Load, loadTree } from '../../load/summary.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, below, decimalOf, mapOf, moved, numeral, quotientNode, refused, textOf } from '../build.js'
import type { Wanted } from '../contract.js'
import { withOwn } from './own.js'

const ZERO = decimal('0')

const TITLE = 'k6 summary'

/** What k6 calls the statistics of a trend: `p(95)`, in its 1.x summary `p95`. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['avg', 'mean'],
  ['min', 'min'],
  ['max', 'max'],
  ['med', 'p50'],
])

/**
 * A summary of k6 (https://grafana.com/docs/k6/latest/results-output/end-of-test/): latency is `http_req_duration`, in
 * milliseconds. Every metric is there as `<metric>/<statistic>` too, or below `metrics` where a script calls one as load
 * tests call theirs. In a rate, `passes` counts what is not zero: of `http_req_failed` these are the requests that failed.
 * Its own count is what the rate of errors is of: requests that a script exempts by `responseCallback` are in `http_reqs`
 * alone, and would thin the failures out.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const metrics = metricsIn(file)
  const values = (name: string) => metrics.find(([metric]) => metric === name)?.[1]
  const failedRate = values('http_req_failed')
  const duration = values('http_req_duration')
  const requests = countOf(values('http_reqs'), 'count')
  const load: Load = {
    at: duration === undefined ? root.at : atOf(duration),
    latencies: duration === undefined ? [] : latenciesIn(duration),
    requests,
    failures: countOf(failedRate, 'matches') ?? countOf(failedRate, 'passes'),
    throughput: throughputOf(file, values('http_reqs'), requests),
  }
  const summary = loadTree(load, path, TITLE)
  if (!summary.ok) return summary
  const thresholds = crossed(file)
  if (!thresholds.ok) return thresholds
  const judged = judgedIn(failedRate)
  const errorRate = load.failures && judged && failedRate && quotientNode(load.failures, judged, atOf(failedRate))
  const why = failedRate && contradiction('http_req_failed', failedRate)
  const proven = errorRate && why ? refused(errorRate, why) : errorRate
  // Said where they are not all requests, or where what is called `requests` may be a metric of the script.
  const isHidden = values('requests') !== undefined
  const rests = (on: Decimal | undefined): Node | undefined =>
    requests && on && (isHidden || !on.eq(requests))
      ? { kind: 'number', at: root.at, text: formatDecimal(on) }
      : undefined
  const common = [...summary.value.entries].map(
    ([name, { value }]) => [name, name === 'error_rate' ? proven : value] as const,
  )
  return ok(
    withOwn(
      root.at,
      [
        ...common,
        ['thresholds_crossed', thresholds.value],
        ['requests_judged', rests(judged)],
        ['requests_timed', rests(requests)],
      ],
      metrics.map(([name, place]) => [name, place, valuesOf(name, place)]),
    ),
  )
}

/** Each metric's values by its name, wherever this version keeps them. */
function metricsIn(file: Place): [string, Place][] {
  const listed = below(file, 'results', 'metrics')
  if (listed !== undefined) {
    return itemsOf(listed).flatMap((it): [string, Place][] => {
      const name = textOf(entryOf(it, 'name'))
      const values = entryOf(it, 'values')
      return name === undefined || values === undefined ? [] : [[name, values]]
    })
  }
  const metrics = entryOf(file, 'metrics')
  return entriesOf(metrics).map(([name, it]) => [name, entryOf(it, 'values') ?? it])
}

function latenciesIn(duration: Place): Latency[] {
  return entriesOf(duration).flatMap(([statistic, place]): Latency[] => {
    const [, percentile] = /^p\(?(\d{1,2}(?:\.\d{1,3})?)\)?$/.exec(statistic) ?? []
    const name = percentile === undefined ? NAMES.get(statistic) : `p${percentile.replace('.', '_')}`
    return name === undefined ? [] : [{ name, node: moved(place), unit: 'ms' }]
  })
}

function countOf(values: Place | undefined, key: string): Decimal | undefined {
  return decimalOf(values && entryOf(values, key))
}

/** How many requests were judged as failed or not; of any rate, how many values it is of. */
function judgedIn(rate: Place | undefined): Decimal | undefined {
  const [bad, good] = [countOf(rate, 'passes'), countOf(rate, 'fails')]
  return countOf(rate, 'total') ?? (bad && good && bad.plus(good))
}

/** What a script that rounds its summary may take off a rate. */
const ROUNDING = decimal('0.001')

/** Why a rate and the counts it is made of cannot both be true; undefined where they agree or one of them is not there. */
function contradiction(name: string, place: Place): Message | undefined {
  const keys = ['passes', 'fails', 'matches', 'total', 'rate', 'value']
  const [passes, fails, matches, total, ...rates] = keys.map((key) => countOf(place, key))
  const [hits, judged] = [matches ?? passes, judgedIn(place)]
  if (hits === undefined || judged === undefined) return undefined
  const rate = judged.eq(ZERO) ? undefined : hits.div(judged)
  const isOff = (stated: Decimal) =>
    rate !== undefined && (stated.minus(rate).abs().gte(ROUNDING) || (stated.eq(ZERO) && !hits.eq(ZERO)))
  const isImpossible = hits.gt(judged) || [passes, fails, matches, total].some((it) => it?.lt(ZERO))
  if (!isImpossible && !rates.some((it) => it !== undefined && isOff(it))) return undefined
  const stated = keys.flatMap((key) => {
    const count = countOf(place, key)
    return count === undefined ? [] : [`${key}=${clip(formatDecimal(count), 20)}`]
  })
  return message('evidence.value.contradiction', { detail: `${clip(name, 60)}: ${stated.join(', ')}` })
}

/** k6 1.x has the length of the test instead of the rate. */
function throughputOf(file: Place, requests: Place | undefined, count: Decimal | undefined): Node | undefined {
  const rate = requests && entryOf(requests, 'rate')
  if (rate !== undefined) return moved(rate)
  const seconds = decimalOf(below(file, 'config', 'duration'))
  return requests && count && seconds && quotientNode(count, seconds, atOf(requests))
}

/** A metric's own values; those of a rate that say the opposite of what they are called are refused. */
function valuesOf(name: string, place: Place): Node {
  const why = contradiction(name, place)
  const isFailure = /^(?:http_req_failed|checks_failed)(?:\{|$)/.test(name)
  return mapOf(
    atOf(place),
    entriesOf(place)
      .filter(([key]) => key !== 'thresholds')
      .map(([key, value]): [string, Node] => {
        const node = moved(value)
        if (why !== undefined && (key === 'rate' || key === 'value')) return [key, refused(node, why)]
        const misleads = isFailure && (key === 'passes' || key === 'fails')
        const meaning = key === 'passes' ? 'failed' : 'succeeded'
        return [
          key,
          misleads ? refused(node, message('evidence.value.opposite', { meaning, instead: 'error_rate' })) : node,
        ]
      }),
  )
}

/** How many thresholds were crossed: `{"ok": false}` in a summary, `true` in an export. */
function crossed(file: Place): Result<Node | undefined> {
  const metrics = entryOf(file, 'metrics')
  if (metrics === undefined) return ok(undefined)
  const all = entriesOf(metrics).flatMap(([, metric]) => {
    const thresholds = entryOf(metric, 'thresholds')
    return entriesOf(thresholds).map(([, it]) => it)
  })
  const outcomes = all.map((it) => {
    const verdict = entryOf(it, 'ok')
    const { node } = verdict ?? it
    // Anything but a truth value would count as kept, and hide a threshold that was crossed.
    return node.kind === 'boolean' ? node.text === (verdict === undefined ? 'true' : 'false') : undefined
  })
  const odd = all[outcomes.indexOf(undefined)]
  if (odd !== undefined) {
    const params = { title: TITLE, at: odd.at.pointer ?? 'thresholds', expected: '{"ok": true}, false' }
    return failed(problem('evidence.tool.malformed', params, odd.at))
  }
  const count = outcomes.filter((isCrossed) => isCrossed === true).length
  return ok(all.length === 0 ? undefined : numeral(count, atOf(metrics)))
}
