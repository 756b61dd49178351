import { wordSet } from '../../shared/words.js'
import type { ScalarNode } from '../tree.js'

/** What a value of a card says: of which kind a thing is, what it is called, or something about it. */
export type Saying = 'kind' | 'name' | 'content'

/** The last word of keys of the common schemas; a picture shows something and states nothing. */
const KINDS = wordSet(
  `type kind category ref id identifier uuid arn slice unit units classification rating severity priority status
  image`,
)
/** Of these a number says no more than a word; `best_metric` and `average_rating` may be results. */
const NUMBERED = new Set(['id', 'identifier', 'slice'])
const NAMES = new Set(['name', 'metric', 'metrics'])
/** Below these, names are what there is to say. */
const LISTINGS = new Set(['feature', 'features', 'column', 'columns', 'variables', 'attributes', 'fields'])

/** What a value says that stands under a key, alone or in a list. */
export function sayingOf(key: string, { kind, text }: Pick<ScalarNode, 'kind' | 'text'>): Saying {
  const word = lastWord(key)
  // That something is sensitive or verified says of which kind it is.
  if (kind === 'boolean') return 'kind'
  if (kind === 'number') return NUMBERED.has(word) ? 'kind' : 'content'
  if (KINDS.has(word)) return 'kind'
  // `metric: F1 0.91`
  return NAMES.has(word) && (word === 'name' || !/\d[.,]\d|\d\s?%/.test(text)) ? 'name' : 'content'
}

/** Whether what stands below the key is named one by one. */
export function isListing(key: string): boolean {
  return LISTINGS.has(lastWord(key))
}

/** `rating` of `risk_rating`, `riskRating` and `Risk rating`. */
function lastWord(key: string): string {
  return (/(?:[A-Z]?[a-z]+|[A-Z]+)$/.exec(key.slice(-30))?.[0] ?? '').toLowerCase()
}
