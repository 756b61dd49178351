import { type Decimal, decimal } from '../../../shared/decimal.js'
import { message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { type Ending, testCounts } from '../../drift/tests.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { At, Node, ScalarNode } from '../../tree.js'
import { atOf, below, decimalOf, mapOf, moved, refused, textOf } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce } from '../names.js'

const TITLE = 'Great Expectations validation result'

/**
 * A validation result, or a checkpoint's of several (https://docs.greatexpectations.io), 0.x and 1.x. One that evaluated
 * nothing calls itself a success and is refused, also where it is one of several. `tests` counts the expectations; each is found by its type, and by
 * `<column>/<type>`.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const validations = validationsIn(rootOf({ path, content: root }))
  const results = validations.flatMap((it) => itemsOf(entryOf(it, 'results') ?? entryOf(it, 'expectations') ?? it))
  const evaluated = sum(validations, 'evaluated_expectations')
  const zero = decimal('0')
  const isEmpty = validations.some((it) => decimalOf(below(it, 'statistics', 'evaluated_expectations'))?.eq(zero))
  if (evaluated === undefined || evaluated.eq(zero) || isEmpty) {
    return failed(problem('evidence.tool.nothing', { title: TITLE, at: 'statistics/evaluated_expectations' }, { path }))
  }
  const endings = results.map(endingOf)
  // With `only_return_failures` the results are a part only, and the statistics alone count all of them.
  const isListed = endings.length > 0 && evaluated.eq(decimal(String(endings.length)))
  const tests = isListed ? testCounts(endings, root.at) : counted(validations, endings, root.at)
  const [only, ...others] = validations
  const statistics = only !== undefined && others.length === 0 ? entryOf(only, 'statistics') : undefined
  const named = results.flatMap(namesOf)
  const success = entryOf(rootOf({ path, content: root }), 'success')
  return ok(
    mapOf(root.at, [
      ...entriesOf(statistics).map(([name, it]) => [name, moved(it)] as const),
      ['evaluated_expectations', { kind: 'number', at: root.at, text: evaluated.toFixed() }],
      ['success', success && moved(success)],
      ['tests', tests],
      ...onlyOnce(named),
    ]),
  )
}

/** The validations of a file: one, those of `run_results` by run, or those of a checkpoint's description. */
function validationsIn(file: Place): Place[] {
  const runs = entryOf(file, 'run_results')
  if (runs !== undefined) return entriesOf(runs).map(([, run]) => entryOf(run, 'validation_result') ?? run)
  const listed = entryOf(file, 'validation_results')
  return listed === undefined ? [file] : itemsOf(listed)
}

function sum(validations: readonly Place[], key: string): Decimal | undefined {
  return validations.reduce<Decimal | undefined>((total, it) => {
    const value = decimalOf(below(it, 'statistics', key))
    return total && value && total.plus(value)
  }, decimal('0'))
}

/** The endings by the statistics, which count an exception as a failure: which of them it was is said by the results alone. */
function counted(validations: readonly Place[], endings: readonly Ending[], at: At): Node | undefined {
  const [passed, lost, total] = ['successful_expectations', 'unsuccessful_expectations', 'evaluated_expectations'].map(
    (key) => sum(validations, key),
  )
  if (passed === undefined || lost === undefined || total === undefined) return undefined
  const number = (value: Decimal): ScalarNode => ({ kind: 'number', at, text: value.toFixed() })
  const [zero, raised] = [decimal('0'), decimal(String(endings.filter((it) => it === 'errors').length))]
  const listed = decimal(String(endings.filter((it) => it !== 'passed').length))
  const errors = number(raised)
  return mapOf(at, [
    ['passed', number(passed)],
    ['failed', number(listed.eq(lost) ? lost.minus(raised) : lost)],
    ['warned', number(zero)],
    ['errors', listed.eq(lost) ? errors : refused(errors, message('evidence.value.missing'))],
    ['skipped', number(zero)],
    ['total', number(total)],
  ])
}

function endingOf(result: Place): Ending {
  const info = entryOf(result, 'exception_info')
  // From 0.18 on there may be several, by the metric that raised it.
  if (info !== undefined && [info, ...entriesOf(info).map(([, it]) => it)].some(isRaised)) return 'errors'
  const success = entryOf(result, 'success')?.node
  if (success?.kind !== 'boolean') return 'errors'
  return success.text === 'true' ? 'passed' : 'failed'
}

function isRaised(exception: Place): boolean {
  const raised = entryOf(exception, 'raised_exception')?.node
  return raised?.kind === 'boolean' && raised.text === 'true'
}

/** An expectation's own numbers by its type, and by its column. */
function namesOf(result: Place): [string, Node][] {
  // A checkpoint's description has the expectation itself, a validation its configuration.
  const config = entryOf(result, 'expectation_config') ?? result
  const type = textOf(entryOf(config, 'expectation_type')) ?? textOf(entryOf(config, 'type'))
  const column = textOf(below(config, 'kwargs', 'column'))
  const value = entryOf(result, 'result')
  if (type === undefined || value === undefined) return []
  const node = mapOf(
    atOf(value),
    [...entriesOf(value), ['success', entryOf(result, 'success') ?? value] as const].map(
      ([name, it]) => [name, moved(it)] as const,
    ),
  )
  return column === undefined
    ? [[type, node]]
    : [
        [type, node],
        [`${column}/${type}`, node],
      ]
}
