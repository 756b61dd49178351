import { entriesOf, entryOf, firstEntryOf, itemsOf, type Place, rootOf } from '../../evidence/place.js'
import { MAX_DEPTH, type Node } from '../../evidence/tree.js'
import { isOwn, metricOf, type NamedMetric, otherWords, wordsOf } from './metric-names.js'
import { MAX_QUOTES, type Quote, quotedNumber } from './quote.js'

/**
 * The metrics that a card's data state, at any depth: `f1: 0.91`, and records such as those of `model-index`,
 * `{type: f1, value: 0.91}`. What stands above and beside them says of what they are.
 */
export function quotesInData(data: Node, path: string): Quote[] {
  const quotes: Quote[] = []
  visit(rootOf({ path, content: data }), [], 0, quotes)
  return quotes
}

function visit(place: Place, other: readonly string[], depth: number, into: Quote[]): void {
  if (depth > MAX_DEPTH || into.length >= MAX_QUOTES) return
  if (place.node.kind === 'list') {
    const items = itemsOf(place)
    const alone = new Set(items.map((item) => datasetOf(item).join(' '))).size === 1
    for (const item of items) visit(item, [...other, ...ofDataset(datasetOf(item), alone)], depth + 1, into)
    return
  }
  const record = recordOf(place)
  if (record !== undefined) {
    into.push(...quoteOf(record.value, record.named, [...other, ...besideIn(place)]))
    return
  }
  for (const [key, value] of entriesOf(place)) {
    const named = value.node.kind === 'number' ? metricOf(key) : undefined
    if (named !== undefined) into.push(...quoteOf(value, named, other))
    else visit(value, [...other, ...otherWords(wordsOf(key))], depth + 1, into)
  }
}

const NAMES = ['type', 'name', 'metric', 'metric_type']

function recordOf(place: Place): { value: Place; named: NamedMetric } | undefined {
  const value = firstEntryOf(place, ['value', 'score'])
  if (value?.node.kind !== 'number') return undefined
  for (const key of NAMES) {
    const node = entryOf(place, key)?.node
    const named = node?.kind === 'text' ? metricOf(node.text) : undefined
    if (named !== undefined) return { value, named }
  }
  return undefined
}

/** What a record says of itself besides its name: the slice that it is of, say. */
function besideIn(place: Place): string[] {
  return entriesOf(place).flatMap(([key, { node }]) =>
    node.kind === 'text' && key !== 'unit' ? otherWords(wordsOf(node.text)) : [],
  )
}

/** What a result of `model-index` says of its data set. */
function datasetOf(item: Place): string[] {
  const dataset = entryOf(item, 'dataset')
  if (dataset === undefined) return []
  return ['name', 'config', 'split'].flatMap((key) => {
    const node = entryOf(dataset, key)?.node
    return node?.kind === 'text' ? [node.text] : []
  })
}

/** Of results on several data sets only one that says so is the judged one. */
function ofDataset(said: readonly string[], alone: boolean): string[] {
  const other = said.flatMap((text) => otherWords(wordsOf(text)))
  return other.length > 0 || alone ? other : said.filter((text) => !isOwn(text)).slice(0, 1)
}

function quoteOf({ node, at }: Place, { metric, other: own }: NamedMetric, other: readonly string[]): Quote[] {
  const read = node.kind === 'number' ? quotedNumber(node.text) : undefined
  if (node.kind !== 'number' || read === undefined) return []
  const words = [...new Set([...other, ...own])]
  return [{ metric, ...read, percent: false, written: node.text, at, other: words }]
}
