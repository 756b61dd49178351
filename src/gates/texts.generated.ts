// Generated from the folders beside it by `npm run generate`. Do not edit.
import type { Texts } from '../shared/message.js'
import { texts as approval } from './approval/texts.js'
import { texts as documentation } from './documentation/texts.js'
import { texts as drift } from './drift/texts.js'
import { texts as explainability } from './explainability/texts.js'
import { texts as fairness } from './fairness/texts.js'
import { texts as performance } from './performance/texts.js'
import { texts as serving } from './serving/texts.js'

/** The texts of every gate, by its id. */
export const gateTexts: Readonly<Record<string, Texts>> = { approval, documentation, drift, explainability, fairness, performance, serving }
