// Generated from the folders beside it by `npm run generate`. Do not edit.
import type { Texts } from '../shared/message.js'
import { texts as documentation } from './documentation/texts.js'
import { texts as fairness } from './fairness/texts.js'
import { texts as performance } from './performance/texts.js'

/** The texts of every gate, in order of id. */
export const gateTexts: readonly Texts[] = [documentation, fairness, performance]
