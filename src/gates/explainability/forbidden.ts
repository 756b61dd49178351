import { look } from '../../evidence/alike.js'
import { clip } from '../../shared/clip.js'
import { type Message, message } from '../../shared/message.js'
import type { Check } from '../../verdict/outcome.js'
import { isOf, isPosition, wordsOf } from './names.js'
import { calledBy, type Explanation, type Feature, MAX_NAME, rankOf, topOf } from './sets.js'

/** A feature that may not be among the top: protected itself, or declared to stand for one that is. */
export interface Unwanted {
  readonly name: string
  readonly stands?: string
}

type Judgement = Pick<Check, 'outcome' | 'message' | 'actual' | 'evidence'>

/** Most columns that a message lists. */
const MAX_COLUMNS = 5

/**
 * Whether no column of a feature is among the top k. Columns without names cannot show that: where one of them is among
 * the top, the check is undecided.
 */
export function judgeUnwanted(
  { name, stands }: Unwanted,
  explanation: Explanation,
  { top, allow }: { readonly top: number; readonly allow: readonly string[] },
): Judgement {
  const allowed = new Set(allow.map(look))
  const wanted = wordsOf(name)
  const words = wordsIn(explanation.features)
  const matched = explanation.features.filter(
    (it, index) => isOf(words[index] ?? [], wanted) && !allowed.has(look(it.name)),
  )
  const among = topOf(explanation, top)
  const tops = new Set(among)
  const found = matched.filter((it) => tops.has(it))
  const what: Message =
    stands === undefined
      ? message('explainability.itself', { name })
      : message('explainability.stands', { name, stands })
  const params = { what, top, path: calledBy(explanation), count: explanation.features.length }
  const [worst] = found
  if (worst !== undefined) {
    const columns = columnsOf(found, explanation)
    return {
      ...facts(worst, explanation),
      outcome: 'fail',
      message: message('explainability.found', { ...params, columns }),
    }
  }
  const nameless = among.find((it) => isPosition(it.name))
  if (nameless !== undefined && !isPosition(name)) {
    const column = clip(nameless.name, MAX_NAME)
    const said = message('explainability.nameless', { ...params, column })
    return { outcome: 'insufficient', message: said, evidence: nameless.at }
  }
  const [first] = matched
  if (first === undefined) {
    return { outcome: 'pass', message: message('explainability.no-column', params), evidence: explanation.at }
  }
  const columns = columnsOf(matched, explanation)
  return {
    ...facts(first, explanation),
    outcome: 'pass',
    message: message('explainability.below', { ...params, columns }),
  }
}

/** Taken apart once: many names may be asked of many features. */
const known = new WeakMap<readonly Feature[], readonly (readonly string[])[]>()

function wordsIn(features: readonly Feature[]): readonly (readonly string[])[] {
  const words = known.get(features) ?? features.map(({ name }) => wordsOf(name))
  known.set(features, words)
  return words
}

function facts(feature: Feature, explanation: Explanation) {
  return { actual: String(rankOf(explanation, feature)), evidence: feature.at }
}

/** `gender_F (rank 3)`. */
function columnsOf(features: readonly Feature[], explanation: Explanation): string[] {
  const shown = features.slice(0, MAX_COLUMNS).map((it) => `${clip(it.name, MAX_NAME)} (#${rankOf(explanation, it)})`)
  return features.length > shown.length ? [...shown, `+${features.length - shown.length}`] : shown
}
