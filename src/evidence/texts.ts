import type { Texts } from '../shared/message.js'
import { texts as cards } from './texts/cards.js'
import { texts as counts } from './texts/counts.js'
import { texts as drift } from './texts/drift.js'
import { en } from './texts/en.js'
import { texts as groups } from './texts/groups.js'
import { ko } from './texts/ko.js'
import { texts as load } from './texts/load.js'
import { texts as measure } from './texts/measure.js'
import { texts as metrics } from './texts/metrics.js'
import { texts as mlflow } from './texts/mlflow.js'
import { texts as paired } from './texts/paired.js'
import { texts as predictions } from './texts/predictions.js'
import { texts as suites } from './texts/suites.js'
import { texts as tools } from './texts/tools.js'

const rooms = [cards, counts, drift, groups, load, measure, metrics, mlflow, paired, predictions, suites, tools]

/** What the readers of evidence say: what is wrong, what was expected and how to mend it. */
export const texts: Texts = {
  en: () => Object.assign(en(), ...rooms.map((room) => room.en())),
  ko: () => Object.assign(ko(), ...rooms.map((room) => room.ko())),
}
