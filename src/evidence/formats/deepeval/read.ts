import { clip } from '../../../shared/clip.js'
import { type Decimal, decimal, formatDecimal } from '../../../shared/decimal.js'
import { type Message, message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, decimalOf, mapOf, moved, quotientNode, refused, textOf, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce } from '../names.js'

const ZERO = decimal('0')

/**
 * A test run of deepeval (https://deepeval.com/docs): per metric `mean`, `min`, `max`, `n` and `pass_rate`; over all test
 * cases `pass_rate`. Where a test case could not be scored the mean is of a part only and is refused. Of bias, toxicity
 * and hallucination less is better: which way a bound goes is the policy's.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const whole = rootOf({ path, content: root })
  const file = entryOf(whole, 'testRunData') ?? whole
  const metrics = itemsOf(entryOf(file, 'metricsScores') ?? file)
  const named = metrics.flatMap((metric): [string, Node][] => {
    const name = textOf(entryOf(metric, 'metric'))
    return name === undefined ? [] : [[name, metricOf(metric)]]
  })
  if (named.length === 0) {
    return failed(problem('evidence.tool.nothing', { title: 'deepeval test run', at: 'metricsScores' }, { path }))
  }
  return ok(withNames(root, [['pass_rate', passRate(file)], ...onlyOnce(named)]))
}

/** Over all test cases: deepeval counts one that was not judged neither as passed nor as failed. */
function passRate(file: Place): Node | undefined {
  const [passed, lost] = ['testPassed', 'testFailed'].map((key) => decimalOf(entryOf(file, key)))
  const judged = passed && lost && passed.plus(lost)
  const rate = passed && judged && quotientNode(passed, judged, atOf(file))
  const listed = ['testCases', 'conversationalTestCases'].flatMap((key) => itemsOf(entryOf(file, key) ?? file))
  const cases = listed.length
  const why = passed && lost && contradiction(passed, lost, listed, itemsOf(entryOf(file, 'metricsScores') ?? file))
  if (why !== undefined) return refused(rate ?? { kind: 'null', at: atOf(file), text: '' }, why)
  if (rate === undefined || judged === undefined || judged.gte(decimal(String(cases)))) return rate
  return refused(rate, message('evidence.value.partial', { detail: `${formatDecimal(judged)} / ${cases}` }))
}

/**
 * Why the counts of test cases cannot be true: a case fails where one of its metrics does, so no fewer failed than failed
 * the worst metric; and no more can have passed, or fewer failed, than the list says.
 */
function contradiction(
  passed: Decimal,
  lost: Decimal,
  cases: readonly Place[],
  metrics: readonly Place[],
): Message | undefined {
  const counted = `testPassed=${clip(formatDecimal(passed), 20)}, testFailed=${clip(formatDecimal(lost), 20)}`
  const because = (detail: string) => message('evidence.value.contradiction', { detail })
  if (passed.lt(ZERO) || lost.lt(ZERO)) return because(counted)
  const metric = metrics.find((it) => decimalOf(entryOf(it, 'fails'))?.gt(lost))
  if (metric !== undefined) {
    const name = clip(textOf(entryOf(metric, 'metric')) ?? '?', 40)
    return because(`${counted}; ${name}: fails=${shown(entryOf(metric, 'fails'))}`)
  }
  const ended = (verdict: string) =>
    cases.filter((it) => {
      const success = entryOf(it, 'success')?.node
      return success?.kind === 'boolean' && success.text === verdict
    }).length
  const [good, bad] = [ended('true'), ended('false')]
  const isTooGood = passed.gt(decimal(String(cases.length - bad))) || lost.lt(decimal(String(bad)))
  return cases.length > 0 && isTooGood ? because(`${counted}; testCases: ${good} / ${cases.length}`) : undefined
}

function shown(count: Place | undefined): string {
  return count !== undefined && 'text' in count.node ? clip(count.node.text, 20) : '?'
}

function metricOf(metric: Place): Node {
  const at = atOf(metric)
  const scores = itemsOf(entryOf(metric, 'scores') ?? metric)
  const values = scores.map(decimalOf).filter((value) => value !== undefined)
  const [passes, fails] = ['passes', 'fails'].map((key) => decimalOf(entryOf(metric, key)))
  const counted = entryOf(metric, 'errors')
  const errors = counted === undefined ? decimal('0') : decimalOf(counted)
  const tried = passes && fails && errors && passes.plus(fails).plus(errors)
  const lacking = errors === undefined || errors.gt(decimal('0')) || values.length < scores.length
  const number = (value: Decimal): Node => ({ kind: 'number', at, text: formatDecimal(value) })
  const whole = (node: Node | undefined): Node | undefined =>
    node && lacking ? refused(node, message('evidence.value.partial', { detail: `errors: ${shown(counted)}` })) : node
  const [first, ...rest] = values
  const statistics: [string, Node | undefined][] =
    first === undefined
      ? []
      : [
          [
            'mean',
            whole(
              quotientNode(
                rest.reduce((a, b) => a.plus(b), first),
                decimal(String(values.length)),
                at,
              ),
            ),
          ],
          ['min', whole(number(rest.reduce((a, b) => (b.lt(a) ? b : a), first)))],
          ['max', whole(number(rest.reduce((a, b) => (b.gt(a) ? b : a), first)))],
          ['n', number(decimal(String(values.length)))],
        ]
  const own = ['passes', 'fails', 'errors'].map((key): [string, Node | undefined] => {
    const place = entryOf(metric, key)
    return [key, place && moved(place)]
  })
  return mapOf(at, [...statistics, ['pass_rate', passes && tried && quotientNode(passes, tried, at)], ...own])
}
