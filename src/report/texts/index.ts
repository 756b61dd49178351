import type { Texts } from '../../shared/message.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** The texts of the report itself; gates, readers and the policy bring their own. */
export const texts: Texts = { en, ko }
