import { isLeftover } from './leftovers.js'
import { isAnnouncement, isOutline, isQuestion } from './requests.js'

/**
 * Lines that as a whole are no answer. Compiled when a line begins like one of them: most lines do not.
 */

/** What a line of no answer may begin with. Two expressions: one that folds cases of so wide a class compiles slowly. */
const BEYOND_ASCII = /^[^\s!-~]/
const HINT =
  /^(?:n|unknown|undefined|placeholder|sample|example|dummy|foo|bar|asdf|qwerty|true|to (?:do|follow|be|come)|pending|empty|blank|please|fill|insert|coming|will |e\.g|[x0][.,]x)/i

const SHORT =
  /^(?:none|nil|unknown|placeholder|sample text|example text|dummy|foo|bar|baz|asdf|qwerty|true|empty|blank|pending|coming|(?:null|nan|undefined|noassertion|n\.?\/?a\.?)(?:\s?[,;/]\s?(?:null|nan|undefined|noassertion|n\.?\/?a\.?))*|not (?:yet )?(?:available|specified|applicable|provided|documented|filled in|written)(?: yet)?|to (?:do|follow|be done|come)|nothing(?: here)?(?: yet)?|none yet|e\.g\.[^\n]{0,500}|[x0][.,]x{1,9}(?:\s?%)?|(?:please )?fill (?:(?:me|this|it)(?: in| out)?|in|out)(?: please)?|please insert [^.]{1,60}|insert (?:(?:the|an?|your|any|some|all|known|model|here)\b[^.]{0,60}|[^\s.]{1,60}))$/i

const KOREAN =
  /^(?:(?:해당\s?(?:사항\s?)?|내용\s?|정보\s?)?없(?:음|습니다)|미상|알 수 없음|모름|(?:검토|확인|작업|정리)\s?중(?:입니다|임)?|비어\s?있(?:음|습니다)|공란|빈\s?칸|추후\s?공지)$/

/** The same with a reason behind it, which counts from a certain length on. */
const BECAUSE =
  /^(?:none|n\.?\/?a\.?|not applicable|not available|해당\s?(?:사항\s?)?없음|없음)\s{0,3}[-–—:,;.(（]\s{0,3}(.*)$/i

/** A name in the marks of some template language, as a whole line. */
const TOKEN =
  /^(?:\[\[[^[\]\n]{1,100}\]\]|__[A-Z][A-Z0-9_]{0,60}__|%%?[A-Z][A-Z0-9_]{0,60}%%?|@[A-Z][A-Z0-9_]{0,60}@|\{[A-Za-z_]{1,60}\}|\$[A-Z_]{2,60})$/

/** Longer lines are looked at as text alone. */
const MAX_LINE = 500

/** A line without list marks, emphasis, quotes and its final stop. */
export function bareLine(line: string): string {
  if (line.length > 2 * MAX_LINE) return ''
  return line
    .replace(/^[\s>*_`"'“‘(|+:…-]+(?:\d{1,3}[.)]\s+)?(?:\[[ xX]?\]\s+)?/, '')
    .replace(/[\s*_`"'”’)|.!。…]+$/, '')
}

/** Whether the line is no answer, nor one with a reason that counts. */
export function isNoAnswer(line: string, bare: string, isReason: (text: string) => boolean): boolean {
  if (bare === '' || bare.length > MAX_LINE) return false
  if (
    /^[\s>*+:-]{0,20}[[_%@{$]/.test(line) &&
    TOKEN.test(line.replace(/^[\s>]*(?:[*+-]\s)?:?\s*/, '').replace(/[\s.]+$/, ''))
  )
    return true
  if (bare.endsWith('?') ? isQuestion(bare) : isOutline(bare.replace(/ go(?:es)? here$/i, ''))) return true
  if (isLeftover(bare) || isAnnouncement(bare)) return true
  if (!HINT.test(bare) && !BEYOND_ASCII.test(bare)) return false
  if (SHORT.test(bare) || KOREAN.test(bare)) return true
  const [, reason] = BECAUSE.exec(bare) ?? []
  return reason !== undefined && !isReason(reason)
}

/** Whether such a line leaves it to what follows, as the sentence of a template does, and is no placeholder above it. */
export function isLead(bare: string): boolean {
  return isAnnouncement(bare) || /^(?:optional|see above)$/i.test(bare)
}
