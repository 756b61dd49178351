import { type Decimal, decimal, formatDecimal } from '../../../shared/decimal.js'
import { message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, below, decimalOf, mapOf, moved, quotientNode, refused, textOf } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce } from '../names.js'

const TITLE = 'promptfoo results'

/**
 * The JSON output of promptfoo (https://www.promptfoo.dev/docs/configuration/outputs/): `pass_rate` over all tests, an
 * error counting as one that did not pass; and for each prompt and provider, by position and label, its own. `score` and
 * `namedScores` are sums there: the means are `score_mean` and `scores/<name>`.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const results = entryOf(rootOf({ path, content: root }), 'results')
  const stats = results && entryOf(results, 'stats')
  const counts = stats && rates(stats, ['successes', 'failures', 'errors'])
  if (counts === undefined)
    return failed(problem('evidence.tool.nothing', { title: TITLE, at: 'results/stats' }, { path }))
  const prompts = results && entryOf(results, 'prompts')
  const listed = itemsOf(prompts)
  const nodes = listed.map(promptOf)
  const positions = nodes.map((node, index) => [String(index), node] as const)
  const labels = listed.map((prompt, index) => [labelOf(prompt), nodes[index]] as const)
  const [only, ...others] = listed
  const scores = only !== undefined && others.length === 0 ? promptNames(only) : []
  const all = mapOf(prompts === undefined ? root.at : atOf(prompts), [...positions, ...onlyOnce(labels)])
  return ok(mapOf(root.at, [...counts, ...scores, ['prompts', all]]))
}

function labelOf(prompt: Place): string {
  const parts = [textOf(entryOf(prompt, 'provider')), textOf(entryOf(prompt, 'label'))]
  return parts.filter((it) => it !== undefined).join(' ')
}

/**
 * `pass_rate`, `tests` and what they are made of; undefined where no test was run. Older versions count errors among the
 * failures and have no number for them.
 */
function rates(place: Place, [passed, failures, errors]: readonly [string, string, string]) {
  const [good, bad] = [passed, failures].map((key) => decimalOf(entryOf(place, key)))
  const counted = entryOf(place, errors)
  const wrong = counted === undefined ? decimal('0') : decimalOf(counted)
  if (good === undefined || bad === undefined || wrong === undefined) return undefined
  const total = good.plus(bad).plus(wrong)
  const at = atOf(place)
  const number = (value: Decimal): Node => ({ kind: 'number', at, text: formatDecimal(value) })
  const rate = quotientNode(good, total, at)
  return rate === undefined
    ? undefined
    : ([
        ['pass_rate', rate],
        ['successes', number(good)],
        ['failures', number(bad)],
        ['errors', number(wrong)],
        ['tests', number(total)],
      ] as [string, Node][])
}

function promptOf(prompt: Place): Node | undefined {
  const names = promptNames(prompt)
  return names.length === 0 ? undefined : mapOf(atOf(prompt), names)
}

function promptNames(prompt: Place): [string, Node][] {
  const metrics = entryOf(prompt, 'metrics')
  if (metrics === undefined) return []
  const counts = rates(metrics, ['testPassCount', 'testFailCount', 'testErrorCount']) ?? []
  const tests = counts.find(([name]) => name === 'tests')?.[1]
  const score = entryOf(metrics, 'score')
  const [sum, total] = [
    decimalOf(score),
    tests?.kind === 'number' ? decimalOf({ node: tests, at: { path: '' } }) : undefined,
  ]
  const why = (instead: string) => message('evidence.value.sum', { over: 'tests', instead })
  const mean = score && sum && total && quotientNode(sum, total, atOf(score))
  return [
    ...counts,
    ...(score === undefined ? [] : [['score', refused(moved(score), why('score_mean'))] as [string, Node]]),
    ...(mean === undefined ? [] : [['score_mean', mean] as [string, Node]]),
    ['scores', scoresOf(metrics)],
  ]
}

/** Each named score divided by its weights, or by how often it was given where there are none. */
function scoresOf(metrics: Place): Node {
  const scores = entryOf(metrics, 'namedScores')
  return mapOf(
    atOf(scores ?? metrics),
    entriesOf(scores).map(([name, place]): [string, Node] => {
      const sum = decimalOf(place)
      const weight =
        decimalOf(below(metrics, 'namedScoreWeights', name)) ?? decimalOf(below(metrics, 'namedScoresCount', name))
      const mean = sum && weight && quotientNode(sum, weight, atOf(place))
      return [
        name,
        mean ?? refused(moved(place), message('evidence.value.sum', { over: 'tests', instead: 'pass_rate' })),
      ]
    }),
  )
}
