import { clip } from '../../../shared/clip.js'
import { message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { distinct, type Feature, featuresNode, totals } from '../../drift/features.js'
import { ending, testCounts } from '../../drift/tests.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, below, mapOf, moved, refused, textOf } from '../build.js'
import type { Wanted } from '../contract.js'
import { type FeatureKeys, featureOf } from '../evidently.js'
import { agreeing, type Told } from '../names.js'

/** Under which keys a test has the parts of a feature. */
const KEYS: FeatureKeys = { method: 'stattest', value: 'score', threshold: ['threshold'], drifted: 'detected' }

/**
 * `TestSuite.json()` of Evidently up to 0.6. How many tests ended how is counted from their statuses: its own summary
 * counts warnings among the successes, and leaves errors out of the failures.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const tests = itemsOf(entryOf(file, 'tests') ?? file)
  if (tests.length === 0) {
    return failed(problem('evidence.tool.nothing', { title: 'Evidently test suite', at: 'tests' }, { path }))
  }
  const features = tests.flatMap(featuresIn)
  const unique = distinct(features)
  const counts = testCounts(
    tests.map((test) => ending(textOf(entryOf(test, 'status')))),
    root.at,
  )
  const values = tests.flatMap((test): Told[] => {
    const name = textOf(entryOf(test, 'name'))
    const value = below(test, 'parameters', 'value')
    // Tests of several columns have one name; the description says which.
    const about = textOf(entryOf(test, 'description')) ?? ''
    return name === undefined || value === undefined ? [] : [[name, moved(value), about]]
  })
  const once = agreeing(values)
  const at = unique[0]?.at ?? root.at
  // A column whose test did not run is not among them, and may have drifted.
  const silent = tests.filter(isSilent)
  const why = message('evidence.suites.silent', { count: silent.length, name: nameOf(silent[0]) })
  const counted = totals(unique, at).map(([name, node]): [string, Node | undefined] => [
    name,
    node && silent.length > 0 ? refused(node, why) : node,
  ])
  const drift: [string, Node | undefined][] =
    unique.length > 0 ? [...counted, ['features', featuresNode(unique, at)]] : []
  return ok(mapOf(root.at, [...once, ['tests', counts], ['summary', summaryOf(file)], ...drift]))
}

/** A test of drift that did not pass, and does not say of which columns. */
function isSilent(test: Place): boolean {
  const passed = ending(textOf(entryOf(test, 'status'))) === 'passed'
  return !passed && /drift/i.test(nameOf(test)) && featuresIn(test).length === 0
}

function nameOf(test: Place | undefined): string {
  return clip((test && textOf(entryOf(test, 'name'))) ?? '', 80)
}

function summaryOf(file: Place): Node | undefined {
  const summary = entryOf(file, 'summary')
  return (
    summary &&
    mapOf(
      atOf(summary),
      entriesOf(summary).map(([name, it]): [string, Node] => {
        const meaning = name === 'success_tests' ? 'passed + warned' : 'failed'
        const misleads = name === 'success_tests' || name === 'failed_tests'
        const why = message('evidence.value.opposite', { meaning, instead: 'tests/passed, tests/failed, tests/errors' })
        return [name, misleads ? refused(moved(it), why) : moved(it)]
      }),
    )
  )
}

/** The column of a test of one, or all columns of a test of the data set. */
function featuresIn(test: Place): Feature[] {
  const parameters = entryOf(test, 'parameters')
  if (parameters === undefined) return []
  const name = textOf(entryOf(parameters, 'column_name'))
  if (name !== undefined && entryOf(parameters, 'score') !== undefined) return [featureOf(name, parameters, KEYS)]
  const all = entryOf(parameters, 'features')
  return entriesOf(all).map(([it, place]) => featureOf(it, place, KEYS))
}
