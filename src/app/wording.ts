import { texts as auditTexts } from '../audit/texts.js'
import { texts as cardTexts } from '../evidence/card/texts.js'
import { texts as evidenceTexts } from '../evidence/texts.js'
import { texts as bindingTexts } from '../gates/binding-texts.js'
import { texts as boundTexts } from '../gates/bound.js'
import { texts as measuredTexts } from '../gates/measured.js'
import { texts as readingTexts } from '../gates/reading.js'
import { gates } from '../gates/registry.generated.js'
import { texts as specimenTexts } from '../gates/specimen-texts.js'
import { texts as termTexts } from '../gates/terms.js'
import { texts as uncertaintyTexts } from '../gates/uncertainty.js'
import { texts as githubTexts } from '../github/texts.js'
import { texts as policyTexts } from '../policy/texts.js'
import { texts as reportTexts } from '../report/texts/index.js'
import { type Language, makeWording, type Wording } from '../report/wording.js'
import { type Texts, templatesIn } from '../shared/message.js'
import { texts as waiverTexts } from '../verdict/texts.js'
import { texts as baseTexts } from './base/texts.js'
import { texts as appTexts } from './texts.js'

/** What every room of the house has to say. */
export const allTexts: readonly Texts[] = [
  ...[
    appTexts,
    auditTexts,
    baseTexts,
    bindingTexts,
    boundTexts,
    cardTexts,
    evidenceTexts,
    githubTexts,
    measuredTexts,
    policyTexts,
    readingTexts,
    reportTexts,
    specimenTexts,
    termTexts,
    uncertaintyTexts,
    waiverTexts,
  ],
  ...gates.map(({ texts }) => texts),
]

/** `more` are texts of a room that only some commands load. */
export function wordingFor(language: Language, more: readonly Texts[] = []): Wording {
  const texts = [...allTexts, ...more].map((room) => templatesIn(room, language))
  return makeWording(language, Object.assign({}, ...texts))
}
