import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, below, fromNumeral, mapOf, moved, textOf, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce, repeated } from '../names.js'

/** Components may hold components; real bills of materials nest a few levels deep. */
const MAX_DEPTH = 16

/**
 * The model card in a CycloneDX bill of materials, 1.5 to 1.7 (https://cyclonedx.org/docs/1.6/json/#components_items_modelCard).
 * Values of metrics are declared as texts there: one that is a number as a whole is read as such, prose is not.
 */
export function read(root: Node, { path, role, run }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const inMetadata = below(file, 'metadata', 'component')
  const own = inMetadata === undefined ? [] : [inMetadata, ...componentsBelow(inMetadata)]
  const models = [...own, ...componentsBelow(file)].filter(isModel)
  const named = run === undefined ? models : models.filter((it) => nameOf(it) === run || refOf(it) === run)
  const [model, ...others] = named
  if (model === undefined || others.length > 0) {
    const shown = models.slice(0, 8).map((it) => `${nameOf(it)} (${refOf(it)})`)
    if (models.length === 0) return failed(problem('evidence.card.no-model', {}, { path }))
    if (model === undefined) {
      return failed(problem('evidence.card.no-such-model', { run: run ?? '', models: shown }, { path }))
    }
    return failed(problem('evidence.card.several-models', { models: shown }, { path }))
  }
  const card = entryOf(model, 'modelCard')
  if (role === 'metrics') return metrics(card, path)
  const content = card === undefined ? moved(model) : withDatasets(card, file)
  return ok(withNames(content, described(model, card)))
}

/** The card with the data sets that it only refers to described as their own components describe them. */
function withDatasets(card: Place, file: Place): Node {
  const listed = below(card, 'modelParameters', 'datasets')
  const refs = itemsOf(listed).map((it) => textOf(entryOf(it, 'ref')))
  if (listed === undefined || refs.every((ref) => ref === undefined)) return moved(card)
  const components = onlyOnce([...componentsBelow(file)].map((it) => [refOf(it), it] as const))
  const known = new Map(components)
  const items = itemsOf(listed).map((it, index) => {
    const component = known.get(refs[index] ?? '')
    const said = ['description', 'data'].map((key) => [key, component && entryOf(component, key)] as const)
    return withNames(
      moved(it),
      said.map(([key, place]) => [key, place && moved(place)] as const),
    )
  })
  const datasets: Node = { kind: 'list', at: atOf(listed), items }
  return replaced(moved(card), ['modelParameters', 'datasets'], datasets)
}

function replaced(node: Node, [key, ...rest]: readonly string[], value: Node): Node {
  const entry = node.kind === 'map' && key !== undefined ? node.entries.get(key) : undefined
  if (node.kind !== 'map' || key === undefined || entry === undefined) return value
  return { ...node, entries: new Map(node.entries).set(key, { ...entry, value: replaced(entry.value, rest, value) }) }
}

/** All components, those within others too. */
function* componentsBelow(place: Place, depth = 0): Generator<Place> {
  if (depth > MAX_DEPTH) return
  for (const component of itemsOf(entryOf(place, 'components'))) {
    yield component
    yield* componentsBelow(component, depth + 1)
  }
}

function isModel(component: Place): boolean {
  return textOf(entryOf(component, 'type')) === 'machine-learning-model'
}

function nameOf(model: Place): string {
  return textOf(entryOf(model, 'name')) ?? '-'
}

function refOf(model: Place): string {
  return textOf(entryOf(model, 'bom-ref')) ?? '-'
}

/** What the component says beside its card, and the properties by which generators extend it. */
function described(model: Place, card: Place | undefined): [string, Node][] {
  const own = ['name', 'version', 'description', 'licenses', 'publisher', 'supplier', 'authors'].flatMap((key) => {
    const place = entryOf(model, key)
    return place === undefined ? [] : [[key, moved(place)] as [string, Node]]
  })
  const properties = card === undefined ? undefined : entryOf(card, 'properties')
  const extended = itemsOf(properties).flatMap((it): [string, Node][] => {
    const name = textOf(entryOf(it, 'name'))
    const value = entryOf(it, 'value')
    return name === undefined || value === undefined ? [] : [[name, moved(value)]]
  })
  return [...extended, ...own]
}

function metrics(card: Place | undefined, path: string): Result<Node> {
  const listed = card && below(card, 'quantitativeAnalysis', 'performanceMetrics')
  const items = itemsOf(listed)
  const values = items.flatMap((item): [string, Node][] => {
    const type = textOf(entryOf(item, 'type'))
    const value = entryOf(item, 'value')
    if (type === undefined || value === undefined) return []
    const slice = textOf(entryOf(item, 'slice'))
    const name = slice === undefined || slice === '' ? type : `${type}@${slice}`
    const interval = entryOf(item, 'confidenceInterval')
    const ends = interval === undefined ? [] : [...entriesOf(interval)]
    const bound = (key: string) => ends.find(([it]) => it === key)?.[1]
    return [
      [name, fromNumeral(moved(value))],
      ...(['lower', 'upper'] as const).flatMap((end): [string, Node][] => {
        const place = bound(`${end}Bound`)
        return place === undefined ? [] : [[`${name}_${end}`, fromNumeral(moved(place))]]
      }),
    ]
  })
  if (values.length === 0) {
    const at = 'modelCard/quantitativeAnalysis/performanceMetrics'
    return failed(problem('evidence.tool.nothing', { title: 'CycloneDX ML-BOM', at }, { path }))
  }
  const [twice] = repeated(values.map(([name]) => name))
  if (twice !== undefined) return failed(problem('evidence.card.metric-twice', { metric: twice }, { path }))
  const source = listed === undefined ? {} : atOf(listed)
  return ok(mapOf(source, values))
}
