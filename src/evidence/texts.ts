import type { Texts } from '../shared/message.js'
import { en } from './texts/en.js'
import { ko } from './texts/ko.js'

/** What the readers of evidence say: what is wrong, what was expected and how to mend it. */
export const texts: Texts = { en, ko }
