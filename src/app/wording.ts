import { texts as auditTexts } from '../audit/texts.js'
import { texts as complianceTexts } from '../compliance/texts.js'
import { texts as cardTexts } from '../evidence/card/texts.js'
import { texts as evidenceTexts } from '../evidence/texts.js'
import { texts as bindingTexts } from '../gates/binding-texts.js'
import { texts as boundTexts } from '../gates/bound.js'
import { texts as measuredTexts } from '../gates/metric.js'
import { texts as readingTexts } from '../gates/reading.js'
import { texts as specimenTexts } from '../gates/specimen-texts.js'
import { texts as termTexts } from '../gates/terms.js'
import { gateTexts } from '../gates/texts.generated.js'
import { texts as uncertaintyTexts } from '../gates/uncertainty.js'
import { texts as githubTexts } from '../github/texts.js'
import { texts as mergeTexts } from '../merge/texts.js'
import { texts as configTexts } from '../model-config/texts.js'
import { texts as extendsTexts } from '../policy/extends-texts.js'
import { texts as modelsTexts } from '../policy/models-texts.js'
import { texts as policyTexts } from '../policy/texts.js'
import { texts as reportTexts } from '../report/texts/index.js'
import { type Language, makeWording, type Wording } from '../report/wording.js'
import type { Texts } from '../shared/message.js'
import { texts as waiverTexts } from '../verdict/texts.js'
import { texts as baseTexts } from './base/texts.js'
import { texts as initTexts } from './init/texts.js'
import { texts as appTexts } from './texts.js'

/** What every room of the house has to say, by the first part of its messages' ids. */
export const textsOf: Readonly<Record<string, Texts>> = {
  ...{ app: appTexts, cli: appTexts, file: appTexts, input: appTexts },
  audit: auditTexts,
  base: baseTexts,
  binding: bindingTexts,
  bound: boundTexts,
  card: cardTexts,
  compliance: complianceTexts,
  config: configTexts,
  evidence: evidenceTexts,
  extends: extendsTexts,
  github: githubTexts,
  measured: measuredTexts,
  init: initTexts,
  merge: mergeTexts,
  models: modelsTexts,
  policy: policyTexts,
  reading: readingTexts,
  report: reportTexts,
  specimen: specimenTexts,
  terms: termTexts,
  uncertainty: uncertaintyTexts,
  waivers: waiverTexts,
  ...gateTexts,
}

/** `more` are texts of rooms that only some commands load. */
export function wordingFor(language: Language, more: Readonly<Record<string, Texts>> = {}): Wording {
  return makeWording(language, (room) => (textsOf[room] ?? more[room])?.[language]())
}
