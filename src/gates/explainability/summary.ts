import { entryOf } from '../../evidence/place.js'
import { clip } from '../../shared/clip.js'
import { decimal, formatQuotient } from '../../shared/decimal.js'
import { type Message, message } from '../../shared/message.js'
import { sumOf } from './extent.js'
import { calledBy, type Explanation, MAX_NAME, topOf } from './sets.js'

/** Most features that are listed. */
const MAX_LISTED = 20
/** Where files say of which model they are. */
const MODEL = ['model', 'model_id', 'model_name', 'run_id', 'run']

/** What an explanation holds: its top features with their shares, how many there are, and of which model it says to be. */
export function summary(explanation: Explanation, k: number): Message {
  const { features, root, isLocal } = explanation
  const sum = sumOf(explanation)
  const top = topOf(explanation, k)
  const shares = top
    .slice(0, MAX_LISTED)
    .map(({ name, value }) => `${clip(name, MAX_NAME)} ${formatQuotient(value, sum, decimal('0'))}`)
  const model = MODEL.map((key) => entryOf(root, key)?.node).find((node) => node?.kind === 'text')
  const stated =
    model?.kind === 'text'
      ? message('explainability.of-model', { model: clip(model.text, MAX_NAME) })
      : message('explainability.of-no-model')
  const params = {
    path: calledBy(explanation),
    count: features.length,
    top: top.length > shares.length ? [...shares, `+${top.length - shares.length}`] : shares,
    stated,
  }
  const said = message(isLocal ? 'explainability.local' : 'explainability.global', params)
  return features.length < k ? message('explainability.fewer', { said, count: features.length, top: k }) : said
}
