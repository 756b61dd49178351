import { clip } from '../../../shared/clip.js'
import { type Decimal, decimal, formatDecimal } from '../../../shared/decimal.js'
import { type Message, message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, below, decimalOf, mapOf, moved, quotientNode, refused, textOf } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce } from '../names.js'

const ZERO = decimal('0')

const TITLE = 'promptfoo results'

/**
 * The JSON output of promptfoo (https://www.promptfoo.dev/docs/configuration/outputs/): `pass_rate` over all tests, an
 * error counting as one that did not pass; and for each prompt and provider, by position and label, its own. `score` and
 * `namedScores` are sums there: the means are `score_mean` and `scores/<name>`. Counts that cannot be those of the results
 * listed beside them are refused.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const results = entryOf(rootOf({ path, content: root }), 'results')
  const stats = results && entryOf(results, 'stats')
  const list = results && entryOf(results, 'results')
  const counts = stats && rates(stats, ['successes', 'failures', 'errors'], list && outcomesOf(itemsOf(list)))
  if (counts === undefined)
    return failed(problem('evidence.tool.nothing', { title: TITLE, at: 'results/stats' }, { path }))
  const prompts = results && entryOf(results, 'prompts')
  const listed = itemsOf(prompts)
  const byPrompt = list && outcomesByPrompt(itemsOf(list))
  const names = listed.map((prompt, index) => promptNames(prompt, byPrompt?.(index)))
  const nodes = listed.map((prompt, index) => nodeOf(prompt, names[index] ?? []))
  const positions = nodes.map((node, index) => [String(index), node] as const)
  const labels = listed.map((prompt, index) => [labelOf(prompt), nodes[index]] as const)
  const [only = [], ...others] = names
  const scores = others.length === 0 ? only : []
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
function rates(
  place: Place,
  [passed, failures, errors]: readonly [string, string, string],
  outcomes: Outcomes | undefined,
): [string, Node][] | undefined {
  const [good, bad] = [passed, failures].map((key) => decimalOf(entryOf(place, key)))
  const counted = entryOf(place, errors)
  const wrong = counted === undefined ? decimal('0') : decimalOf(counted)
  if (good === undefined || bad === undefined || wrong === undefined) return undefined
  const total = good.plus(bad).plus(wrong)
  const at = atOf(place)
  const written = [good, bad, wrong].map((count) => clip(formatDecimal(count), 20)).join(' + ')
  const why = contradiction([good, bad, wrong], written, outcomes)
  const held = (node: Node): Node => (why === undefined ? node : refused(node, why))
  const number = (value: Decimal): Node => held({ kind: 'number', at, text: formatDecimal(value) })
  const rate = quotientNode(good, total, at)
  if (rate === undefined && why === undefined) return undefined
  return [
    ['pass_rate', rate === undefined ? number(good) : held(rate)],
    ['successes', number(good)],
    ['failures', number(bad)],
    ['errors', number(wrong)],
    ['tests', number(total)],
  ]
}

/** What the list of results says: how many there are, and how many passed where each of them says whether it did. */
interface Outcomes {
  readonly tests: number
  readonly passed: number | undefined
}

function outcomesOf(results: readonly Place[]): Outcomes {
  const verdicts = results.map((result) => entryOf(result, 'success')?.node)
  const passed = verdicts.filter((it) => it?.kind === 'boolean' && it.text === 'true').length
  return { tests: results.length, passed: verdicts.every((it) => it?.kind === 'boolean') ? passed : undefined }
}

/** The same for each prompt by its position; undefined where a result does not say which prompt it is of. */
function outcomesByPrompt(results: readonly Place[]): ((prompt: number) => Outcomes) | undefined {
  const byPrompt = new Map<string, Place[]>()
  for (const result of results) {
    const index = entryOf(result, 'promptIdx')?.node
    if (index?.kind !== 'number') return undefined
    const known = byPrompt.get(index.text)
    if (known === undefined) byPrompt.set(index.text, [result])
    else known.push(result)
  }
  return (prompt) => outcomesOf(byPrompt.get(String(prompt)) ?? [])
}

/** Why counts of passed, failed and broken tests cannot be true; undefined where nothing speaks against them. */
function contradiction(counts: readonly Decimal[], written: string, outcomes?: Outcomes): Message | undefined {
  const [good = ZERO] = counts
  const total = counts.reduce((a, b) => a.plus(b), ZERO)
  const differs = (count: Decimal, listed: number | undefined) =>
    listed !== undefined && !count.eq(decimal(String(listed)))
  if (counts.some((count) => count.lt(ZERO))) return message('evidence.value.contradiction', { detail: written })
  if (outcomes === undefined || !(differs(total, outcomes.tests) || differs(good, outcomes.passed))) return undefined
  const detail = `${written}; results: ${outcomes.passed ?? '?'} / ${outcomes.tests}`
  return message('evidence.value.contradiction', { detail })
}

function nodeOf(prompt: Place, names: readonly [string, Node][]): Node | undefined {
  return names.length === 0 ? undefined : mapOf(atOf(prompt), names)
}

function promptNames(prompt: Place, outcomes: Outcomes | undefined): [string, Node][] {
  const metrics = entryOf(prompt, 'metrics')
  if (metrics === undefined) return []
  const counts = rates(metrics, ['testPassCount', 'testFailCount', 'testErrorCount'], outcomes) ?? []
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
