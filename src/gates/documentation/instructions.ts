import { MARK } from './forms.js'
import { isAnnouncement, isRequest } from './requests.js'
import { koreanRequest } from './requests-korean.js'

/** Longer paragraphs are looked at as text alone, and longer labels are sentences. */
const MAX_LENGTH = 1000
/** From how many words on an item below an instruction is an answer to it; Korean takes fewer. */
const ANSWER = 5
const KOREAN_ANSWER = 4

/** What any paragraph that is taken out has in it. */
const ENGLISH_HINT =
  /PLACEHOLDER|(?<![a-z])(?:describe|list|explain|specify|outline|summari[sz]e|document|state|provide|identify|discuss|report|include|record|note|mention|enumerate|detail|add|enter|give|write)(?![a-z])|(?:describe|list|explain|outline|summari[sz]e|document|provide|contain|discusse)s /i
const KOREAN_HINT = /기술|서술|기재|기입|명시|나열|설명|작성|입력|추가|보완|결정|적[어으는습음]|써/
const HINT = { test: (text: string) => ENGLISH_HINT.test(text) || KOREAN_HINT.test(text) }
const ITEM = /^\s{0,40}(?:>\s?){0,5}(?:[-*+]|\d{1,3}[.)])\s/
/** Marks before the text of a paragraph, among them the colon that is left of a label in bold type. */
const MARKS = /^[\s>*_`"'“‘(+:：-]{0,60}(?:\d{1,3}[.)]\s{1,9})?(?:\[[ xX]\]\s{1,9})?[*_`"'“‘(:：\s]{0,9}/
/** Where an instruction was taken out before, all but its colon. */
const TAKEN = new RegExp(`^[^A-Za-z0-9가-힣:：]{0,40}${MARK}[^A-Za-z0-9가-힣:：]{0,4}[:：]\\s{0,4}$`)
const LABEL = /^[^:：.|]{1,60}[:：]\s{0,9}/

/** Lines from one to before another that are one paragraph, list item or table row. */
interface Block {
  readonly from: number
  readonly to: number
}

/**
 * Takes out paragraphs, items, values of labels and cells in which a template asks the card's author for something: they
 * state nothing. Items below one that ends in a colon say in catchwords what is asked for; an answer takes more words.
 */
export function withoutInstructions(text: string, take: (instruction: string) => string): string {
  if (!HINT.test(text) && !text.includes(MARK)) return text
  const lines = text.split('\n')
  let below: 'all' | 'catchwords' | undefined
  for (const { from, to } of blocksOf(lines)) {
    const source = lines.slice(from, to).join('\n')
    const isItem = ITEM.test(source)
    if (!isItem && source.trim() !== '') below = undefined
    if (source.length > MAX_LENGTH || source.trim() === '') continue
    const kept = withoutInstruction(source, take)
    const asks = kept !== source
    if (asks ? /[:：]\W{0,4}$/.test(source) : TAKEN.test(source))
      below = source.includes('PLACEHOLDER') ? 'all' : 'catchwords'
    if (!asks && !(isItem && (below === 'all' || (below === 'catchwords' && isCatchword(source))))) continue
    lines.fill('', from, to)
    lines[from] = asks ? kept : MARK
  }
  return lines.join('\n')
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let from = 0
  for (let line = 1; line <= lines.length; line += 1) {
    const text = lines[line] ?? ''
    const above = lines[line - 1] ?? ''
    const goesOn =
      line < lines.length && text !== '' && above !== '' && !ITEM.test(text) && !`${above}${text}`.includes('|')
    if (goesOn) continue
    blocks.push({ from, to: line })
    from = line
  }
  return blocks
}

/** The paragraph, or the mark where it, the value of its label or a cell of its row was an instruction. */
function withoutInstruction(source: string, take: (instruction: string) => string): string {
  if (!HINT.test(source)) return source
  const asked = (text: string): boolean => {
    const said = barely(text)
    return isRequest(said) || koreanRequest(said) === 'asks'
  }
  // Above others, a sentence that says what they are about is no placeholder; as a value of its own it is.
  const isOpen = (value: string): boolean => asked(value) || isAnnouncement(barely(value))
  if (source.includes('|')) return source.replace(/[^|]+/g, (cell) => (isOpen(cell) ? ` ${take(cell)} ` : cell))
  // The values of a list in a tree stand on lines of their own, as those of a paragraph do.
  if (asked(source) || source.split('\n').every(asked)) return take(source)
  const [label] = LABEL.exec(source) ?? []
  return label !== undefined && isOpen(source.slice(label.length)) ? label + take(source.slice(label.length)) : source
}

/** Its text on one line, without the marks in front. */
function barely(text: string): string {
  return text.replace(MARKS, '').replace(/\s+/g, ' ').trim()
}

function isCatchword(item: string): boolean {
  const enough = /[가-힣]/.test(item) ? KOREAN_ANSWER : ANSWER
  return item.replace(ITEM, '').trim().split(/\s+/).length < enough && !/\d/.test(item)
}
