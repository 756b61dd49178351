import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: {},
  ko: {},
}
