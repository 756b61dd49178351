import { texts } from '../../maturity/texts/index.js'
import type { Language, Wording } from '../../report/wording.js'
import { wordingFor } from '../wording.js'

/** A wording that knows what the assessment has to say besides. */
export function assessWording(language: Language): Wording {
  return wordingFor(language, { maturity: texts })
}
