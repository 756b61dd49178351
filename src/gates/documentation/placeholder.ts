import { bareLine, isLead, isNoAnswer } from './answers.js'
import { MARK, withoutLabels } from './forms.js'
import { withoutHints } from './hints.js'
import { withoutInstructions } from './instructions.js'
import { FILLER, PLACEHOLDERS, type Suspect, TEMPLATE_SENTENCES } from './patterns.js'
import { pieces } from './text.js'
import { visible } from './visible.js'

/** Whether a section states something, and if not, what stands there instead. */
export type Filling =
  | { readonly filled: true }
  | { readonly filled: false; readonly why: 'empty' | 'placeholder' | 'template'; readonly shown: string }

/** How much has to remain once a placeholder was taken out: 20 Latin letters or digits, or 10 of Hangul or Han. */
const ENOUGH = 20
/** How much of a reason makes "not applicable" an answer. */
const REASON = 15
/** How much of what stands there is quoted. */
const SHOWN = 60

/**
 * Tells a statement from a placeholder. Where nothing looks like a placeholder, any letter is a statement: "English
 * only." is short and true. Where something does, enough must remain without it; where numbers are what is asked for
 * (`measured`), a line with a measured value and no placeholder is enough.
 */
export function isFilled(text: string, measured = false): Filling {
  let found: { why: 'placeholder' | 'template'; shown: string } | undefined
  let weight = 0
  // Looked for by its plain words first: patterns that fold Unicode's cases are slow to compile.
  const suspect = /lorem|dolor/i.test(text) && FILLER.test(text)
  for (const piece of pieces(text)) {
    const filler = suspect ? FILLER.exec(piece) : null
    if (filler !== null) return { filled: false, why: 'placeholder', shown: excerpt(filler[0]) }
    if (weight >= ENOUGH) {
      if (suspect) continue
      break
    }
    const examined = examine(piece)
    if (measured && examined.value) return { filled: true }
    found ??= examined.found
    weight += examined.weight
  }
  if (weight >= ENOUGH || (weight > 0 && found === undefined)) return { filled: true }
  if (found !== undefined) return { filled: false, ...found }
  const mark = excerpt(visible(text))
  return /^[-–—._?*~\s]+$/.test(mark)
    ? { filled: false, why: 'placeholder', shown: mark }
    : { filled: false, why: 'empty', shown: '' }
}

interface Examined {
  readonly found: { why: 'placeholder' | 'template'; shown: string } | undefined
  readonly weight: number
  /** Whether a line without a placeholder has a decimal or a share in it. */
  readonly value: boolean
}

function examine(piece: string): Examined {
  let found: Examined['found']
  const take = (why: 'placeholder' | 'template') => (match: string) => {
    found ??= { why, shown: excerpt(match) }
    return MARK
  }
  let rest = piece
  const hinted = ({ hint }: Suspect) => hint.test(piece)
  for (const { pattern } of TEMPLATE_SENTENCES.filter(hinted)) rest = rest.replace(pattern(), take('template'))
  for (const { pattern } of PLACEHOLDERS.filter(hinted)) rest = rest.replace(pattern(), take('placeholder'))
  rest = withoutHints(rest, take('placeholder'))
  rest = withoutInstructions(rest, take('placeholder'))
  rest = withoutLabels(rest)
  const lines = rest.split('\n').map((line) => {
    const bare = bareLine(line)
    return { line, bare, refused: isNoAnswer(line, bare, isReason) }
  })
  const answers = lines.filter(({ refused }) => !refused)
  const weight = answers.reduce((sum, { line }) => sum + weigh(line), 0)
  // "None" beside a statement is an answer to a question of its own; alone it is none.
  const refused = lines.find((line) => line.refused)
  if (weight === 0 && refused !== undefined) take(isLead(refused.bare) ? 'template' : 'placeholder')(refused.bare)
  const value = answers.some(({ line }) => !line.includes(MARK) && /\d[.,]\d|\d\s?%/.test(line))
  return { found, weight, value }
}

const isReason = (text: string): boolean => weigh(text) >= REASON

/** Letters and digits; a syllable or an ideograph says as much as two of them. */
function weigh(text: string): number {
  if (!/[^\s!-~–—…]/.test(text)) return text.replace(/[^A-Za-z0-9]+/g, '').length
  let weight = 0
  for (const run of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const wide = run[0].match(/[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
    weight += run[0].length + wide
    if (weight > 1000) break
  }
  return weight
}

function excerpt(text: string): string {
  const line = text.slice(0, 1000).replace(/\s+/g, ' ').trim()
  const shown = [...line].slice(0, SHOWN).join('')
  return shown.length < line.length ? `${shown.trimEnd()}…` : shown
}
