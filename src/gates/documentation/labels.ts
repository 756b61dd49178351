/** No name is longer; a longer heading is a sentence. */
const MAX_LENGTH = 200

const HANGUL = /\p{Script=Hangul}/u

/** `1.2 `, `3) `, `(4) `, `IV. `, `b) `, `① `, `가. `, `제1장 `, an emoji before it or not: with something behind it. */
const NUMBERING =
  /^[^\p{L}\p{N}(①-⑳]*(?:\(\d{1,3}\)|\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|[ivx]{1,5}[.)]|[a-z][.)]|[가-하][.)]|[①-⑳]|제\s?\d{1,3}\s?[장절조항])\s+(?=\S)/iu

/**
 * Brings a heading, a key or a name to one form, in which those that mean the same are equal: `1.2 Intended Uses`,
 * `intended_use`, `intendedUse` and `🎯 Intended use:` are one label. Labels are compared whole, never in part.
 */
export function normalise(label: string): string {
  const text = label.slice(0, MAX_LENGTH)
  const words = (PLAIN.test(text) ? text.toLowerCase() : plain(text)).split(' ')
  // Koreans write the same compound with and without spaces.
  return HANGUL.test(text) ? words.join('') : words.map(singular).join(' ')
}

/** Words in one case with single spaces: nothing to do, and so for most of the headings of a large card. */
const PLAIN = /^[A-Z]?[a-z]{2,}(?: [a-z0-9]+){0,12}$/

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[[(]\s*(?:optional|required|선택|필수)\s*[)\]]/giu, ' ')
    .replace(NUMBERING, '')
    .normalize('NFKC')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]s?(?![\p{L}\p{N}])/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The forms under which a label may be looked up: the whole and, where it is bilingual, each language's part. */
export function forms(label: string): string[] {
  const whole = normalise(label)
  if (!HANGUL.test(label)) return whole === '' ? [] : [whole]
  const parts = label
    .slice(0, MAX_LENGTH)
    .split(/[()[\]/|·:：,（）]|\s[-–—]\s/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
  const bilingual = parts.some((part) => HANGUL.test(part)) && parts.some((part) => !HANGUL.test(part))
  const all = [whole, ...(bilingual ? parts.map(normalise) : [])]
  return [...new Set(all)].filter((form) => form !== '')
}

/** Not grammar, only one form for both numbers: `analyses` and `analysis`, `biases` and `bias`, `uses` and `use`. */
function singular(word: string): string {
  if (word.length < 4 || word.endsWith('ss')) return word
  if (word === 'bias' || word === 'biases') return 'bias'
  if (word.endsWith('yses') || word.endsWith('ysis')) return `${word.slice(0, -4)}ysis`
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** Names written one after the other, with semicolons between them, since commas are part of some. */
export function list(names: string): string[] {
  return names.split(';').map((name) => name.trim().replace(/\s+/g, ' '))
}
