import { type Decimal, decimal } from '../../../shared/decimal.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { type Ending, testCounts } from '../../drift/tests.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, below, decimalOf, mapOf, moved, textOf } from '../build.js'
import type { Wanted } from '../contract.js'

const TITLE = 'Great Expectations validation result'

/**
 * A validation result, or a checkpoint's of several (https://docs.greatexpectations.io), 0.x and 1.x. One that evaluated
 * nothing calls itself a success and is refused. `tests` counts the expectations; each is found by its type, and by
 * `<column>/<type>`.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const validations = validationsIn(rootOf({ path, content: root }))
  const results = validations.flatMap((it) => itemsOf(entryOf(it, 'results') ?? entryOf(it, 'expectations') ?? it))
  const evaluated = sum(validations, 'evaluated_expectations')
  if (evaluated === undefined || evaluated.eq(decimal('0'))) {
    return failed(problem('evidence.tool.nothing', { title: TITLE, at: 'statistics/evaluated_expectations' }, { path }))
  }
  const endings = results.map(endingOf)
  const listed = endings.length > 0 ? [['tests', testCounts(endings, root.at)] as const] : []
  const [only, ...others] = validations
  const statistics = only !== undefined && others.length === 0 ? entryOf(only, 'statistics') : undefined
  const named = results.flatMap(namesOf)
  const success = entryOf(rootOf({ path, content: root }), 'success')
  return ok(
    mapOf(root.at, [
      ...(statistics === undefined ? [] : entriesOf(statistics).map(([name, it]) => [name, moved(it)] as const)),
      ['evaluated_expectations', { kind: 'number', at: root.at, text: evaluated.toFixed() }],
      ['success', success && moved(success)],
      ...listed,
      ...named.filter(([name]) => named.filter(([other]) => other === name).length === 1),
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

function endingOf(result: Place): Ending {
  const raised = below(result, 'exception_info', 'raised_exception')?.node
  if (raised?.kind === 'boolean' && raised.text === 'true') return 'errors'
  const success = entryOf(result, 'success')?.node
  if (success?.kind !== 'boolean') return 'errors'
  return success.text === 'true' ? 'passed' : 'failed'
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
