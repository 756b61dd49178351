import type { Texts } from '../../shared/message.js'
import { en } from './en.js'
import { ko } from './ko.js'

export const texts: Texts = { en, ko }
