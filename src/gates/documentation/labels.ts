/** No name is longer; a longer heading is a sentence. */
const MAX_LENGTH = 200

/** Written out: Unicode's own class takes far longer to compile than a card takes to read. */
const HANGUL = /[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc]/

/**
 * Brings a heading, a key or a name to one form, in which those that mean the same are equal: `1.2 Intended Uses`,
 * `intended_use`, `intendedUse` and `🎯 Intended use:` are one label. Labels are compared whole, never in part.
 */
export function normalise(label: string): string {
  const text = label.slice(0, MAX_LENGTH)
  const words = (PLAIN.test(text) ? text.toLowerCase().replace(/[_·]|, /g, ' ') : plain(text)).split(' ')
  // Koreans write the same compound with and without spaces.
  return HANGUL.test(text) ? words.join('') : words.map(singular).join(' ')
}

/** Plain words with single spaces or underscores: nothing to do, and so for most headings and nearly all known names. */
const PLAIN =
  /^[A-Z]?[a-z]{2,}(?:[ _][A-Z]?[a-z0-9]+){0,12}$|^(?!제\s?\d)[가-힣][가-힣A-Za-z0-9]+(?:,? [가-힣A-Za-z0-9]+|·[가-힣]+){0,12}$/

/** The classes of characters that a label is taken apart by. */
interface Alphabet {
  readonly letter: string
  readonly upper: string
  readonly lower: string
  readonly digit: string
  /** Words in brackets that say how far a section is wanted. */
  readonly wanted: string
  /** Numbering beside figures and Latin letters. */
  readonly numbering: string
  readonly flags: string
}

/** The steps from a label as written to its words; the same for every alphabet. */
function steps({ letter, upper, lower, digit, wanted, numbering, flags }: Alphabet) {
  const counted = `\\(\\d{1,3}\\)|\\d{1,3}(?:\\.\\d{1,3}){0,4}[.)]?|[ivx]{1,5}[.)]|[a-z][.)]${numbering}`
  const make = (source: string, more = '') => new RegExp(source, `g${more}${flags}`)
  return {
    wanted: make(`[[(]\\s*(?:${wanted})\\s*[)\\]]`, 'i'),
    // `1.2 `, `3) `, `(4) `, `IV. `, `b) `, `① `, `가. `, `제1장 `, an emoji before it or not: with something behind it.
    numbering: make(`^[^${letter}${digit}(①-⑳]*(?:${counted})\\s+(?=\\S)`, 'i'),
    camel: make(`([${lower}${digit}])([${upper}])`),
    acronym: make(`([${upper}])([${upper}][${lower}])`),
    possessive: make(`['’]s?(?![${letter}${digit}])`),
    between: make(`[^${letter}${digit}]+`),
  }
}

/** Compiled when first used: Unicode's classes take milliseconds, and most cards are written in ASCII. */
const ALPHABETS = {
  ascii: once(() =>
    steps({
      letter: 'A-Za-z',
      upper: 'A-Z',
      lower: 'a-z',
      digit: '0-9',
      wanted: 'optional|required',
      numbering: '',
      flags: '',
    }),
  ),
  unicode: once(() =>
    steps({
      letter: '\\p{L}',
      upper: '\\p{Lu}',
      lower: '\\p{Ll}',
      digit: '\\p{N}',
      wanted: 'optional|required|선택|필수',
      numbering: '|[가-하][.)]|[①-⑳]|제\\s?\\d{1,3}\\s?[장절조항]',
      flags: 'u',
    }),
  ),
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function plain(text: string): string {
  const { wanted, numbering, camel, acronym, possessive, between } =
    ALPHABETS[/[^\s!-~]/.test(text) ? 'unicode' : 'ascii']()
  return text
    .normalize('NFC')
    .replace(wanted, ' ')
    .replace(numbering, '')
    .normalize('NFKC')
    .replace(camel, '$1 $2')
    .replace(acronym, '$1 $2')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(possessive, '')
    .replace(between, ' ')
    .trim()
}

/** The forms under which a label may be looked up: the whole, it without a qualifier, each language's part. */
export function forms(label: string): string[] {
  const text = label.slice(0, MAX_LENGTH)
  // What stands in brackets at the end qualifies the heading: "Training data (2023)".
  const unqualified = text.replace(/\s*\([^()]{1,60}\)\s*$/, '')
  const bilingual = HANGUL.test(text) ? languagesOf(text) : []
  const all = [text, unqualified, ...bilingual].map(normalise)
  return [...new Set(all)].filter((form) => form !== '')
}

/** The parts of a label in several languages; none where it is in one. */
function languagesOf(label: string): string[] {
  const parts = label.split(/[()[\]/|·:：,（）]|\s[-–—]\s/u).filter((part) => /[\p{L}\p{N}]/u.test(part))
  const several = parts.some((part) => HANGUL.test(part)) && parts.some((part) => !HANGUL.test(part))
  return several ? parts : []
}

/** Not grammar, only one form for both numbers: `analyses` and `analysis`, `biases` and `bias`, `uses` and `use`. */
function singular(word: string): string {
  if (word.length < 4 || word.endsWith('ss')) return word
  if (word === 'bias' || word === 'biases') return 'bias'
  if (word === 'corpora') return singular('corpus')
  if (word.endsWith('yses') || word.endsWith('ysis')) return `${word.slice(0, -4)}ysis`
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** Names written one after the other, with semicolons between them, since commas are part of some. */
export function list(names: string): string[] {
  return names.trim().replace(/\s+/g, ' ').split(/ ?; ?/)
}
