import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { type Ending, ending, testCounts } from '../drift/tests.js'
import { atOf, below, fromNumeral, mapOf, moved, textOf, withNames } from '../formats/build.js'
import type { Wanted } from '../formats/contract.js'
import { repeated } from '../formats/names.js'
import { entryOf, itemsOf, type Place } from '../place.js'
import type { At, Node } from '../tree.js'

/** One of a card's metrics, overall or of a slice. */
interface Metric {
  readonly type: string
  /** Empty for a metric of all the data. */
  readonly slice: string
  readonly place: Place
}

/**
 * What a card of the Model Card Toolkit measured, by name or by slice
 * (https://github.com/tensorflow/model-card-toolkit/tree/main/model_card_toolkit/schema). Its numbers are declared as
 * texts since 0.0.2; they count where the whole text is a number. `<metric>` is overall, `<metric>@<slice>` of a slice;
 * VerifyML's tests are `tests/<name>`, and counted as `tests/passed` and `tests/failed`.
 */
export function readToolkitCard(card: Place, { path, role }: Wanted): Result<Node> {
  const listed = below(card, 'quantitative_analysis', 'performance_metrics')
  const metrics = itemsOf(listed).flatMap(metricOf)
  const tests = testsIn(card)
  if (metrics.length === 0 && tests.length === 0) {
    const at = 'quantitative_analysis/performance_metrics'
    return failed(problem('evidence.tool.nothing', { title: 'Model Card Toolkit card', at }, { path }))
  }
  const names = metrics.map(nameOf)
  const [twice] = repeated(names)
  if (twice !== undefined) return failed(problem('evidence.card.metric-twice', { metric: twice }, { path }))
  const source = listed ?? card
  if (role === 'groups') return ok(slices(source, metrics))
  return ok(
    mapOf(atOf(source), [
      ...metrics.flatMap(valuesOf),
      ...(tests.length > 0 ? [['tests', mapOf(atOf(source), outcomes(tests, atOf(source)))] as const] : []),
    ]),
  )
}

function metricOf(place: Place): Metric[] {
  const type = textOf(entryOf(place, 'type'))
  return type === undefined || valueIn(place) === undefined
    ? []
    : [{ type, slice: textOf(entryOf(place, 'slice')) ?? '', place }]
}

function nameOf({ type, slice }: Metric): string {
  return slice === '' ? type : `${type}@${slice}`
}

/** A metric may have tests only, and no value. */
function valueIn(place: Place): Node | undefined {
  const value = entryOf(place, 'value')
  return value === undefined ? undefined : fromNumeral(moved(value))
}

function valuesOf(metric: Metric): [string, Node | undefined][] {
  const { place } = metric
  const name = nameOf(metric)
  const end = (key: string, suffix: string): [string, Node][] => {
    const bound = below(place, 'confidence_interval', key)
    return bound === undefined ? [] : [[`${name}_${suffix}`, fromNumeral(moved(bound))]]
  }
  return [[name, valueIn(place)], ...end('lower_bound', 'lower'), ...end('upper_bound', 'upper')]
}

/** Slices as the groups of the attribute `slice`. */
function slices(listed: Place, metrics: readonly Metric[]): Node {
  const names = [...new Set(metrics.map(({ slice }) => slice))].filter((slice) => slice !== '')
  const groups = names.map((name) => {
    const own = metrics.filter(({ slice }) => slice === name)
    return [
      name,
      mapOf(
        atOf(listed),
        own.map(({ type, place }) => [type, valueIn(place)] as const),
      ),
    ] as const
  })
  return mapOf(atOf(listed), [['slice', mapOf(atOf(listed), groups)]])
}

/** Where VerifyML keeps the tests of a report. */
const REPORTS = [
  ['quantitative_analysis', 'performance_metrics'],
  ['explainability_analysis', 'explainability_reports'],
  ['fairness_analysis', 'fairness_reports'],
]

/**
 * How many tests ended how, then each test by its name. Tests of one name are of several slices or segments:
 * all of them in the file's order, so that none hides another.
 */
function outcomes(tests: readonly (readonly [string, Node])[], at: At): [string, Node][] {
  const counts = testCounts(
    tests.map(([, test]) => endingOf(test)),
    at,
  )
  const byName = new Map<string, Node[]>()
  for (const [name, test] of tests) {
    const own = byName.get(name)
    if (own === undefined) byName.set(name, [test])
    else own.push(test)
  }
  const named = [...byName].map(([name, [first, ...others]]): [string, Node] =>
    others.length === 0 && first !== undefined
      ? [name, first]
      : [name, { kind: 'list', at: first?.at ?? {}, items: [...(first === undefined ? [] : [first]), ...others] }],
  )
  return [...[...counts.entries].map(([name, { value }]): [string, Node] => [name, value]), ...named]
}

function endingOf(test: Node): Ending {
  const passed = test.kind === 'map' ? test.entries.get('passed')?.value : undefined
  return passed?.kind === 'boolean' ? ending(passed.text) : 'errors'
}

/** Each test's outcome. */
function testsIn(card: Place): [string, Node][] {
  return REPORTS.flatMap((path) => {
    const reports = below(card, ...path)
    const tests = itemsOf(reports).flatMap((report) => {
      const listed = entryOf(report, 'tests')
      return itemsOf(listed)
    })
    return tests.flatMap((test): [string, Node][] => {
      const name = textOf(entryOf(test, 'name'))
      return name === undefined ? [] : [[name, judged(moved(test))]]
    })
  })
}

/**
 * VerifyML writes no `passed` where it is false, neither in its store nor in its JSON (`base_model_card_field.py` leaves out
 * whatever is falsy): a test without one did not pass.
 */
function judged(test: Node): Node {
  if (test.kind !== 'map' || test.entries.has('passed')) return test
  return withNames(test, [['passed', { kind: 'boolean', at: test.at, text: 'false' }]])
}
