import type { Blocks, Paragraph } from './blocks.js'
import { plainLabel } from './label.js'

/** A label in bold type that stands for a heading, as in `**Intended use:** text`, or alone on a paragraph's first line. */
export interface LeadIn {
  readonly label: string
  /** From 0. */
  readonly line: number
  /** From 1. */
  readonly column: number
  /** The label with its marks, as it is written. */
  readonly mark: string
  /** The line after its text. */
  readonly to: number
}

interface Found extends LeadIn {
  /** A label alone in its paragraph, or above what introduces something, outside lists: its text are the blocks that follow. */
  readonly alone: boolean
  /** Whether it ends the text of the label before it. */
  readonly ends: boolean
}

/**
 * Labels that open something of their own wherever they stand. In a list below a label, others name parts of it:
 * `**Limitations:**` and `- **Language:** English only.` belong together, `- **Owner:** Kim` is another matter.
 */
const OWN =
  /^(?:model )?(?:owners?|maintainers?|authors?|developers?|developed by|created by|funded by|shared by|contacts?|e-?mail|licen[cs]es?|versions?|date|release date|model (?:name|type|id)|name|language\(s\).{0,20}|citation|repository|intended uses?|uses?|(?:known )?limitations?|training data(?:set)?|(?:evaluation|test|testing) data(?:set)?|evaluation results?|소유자|담당자|책임자|작성자|개발자|연락처|문의|이메일|라이[선센]스|버전|날짜|모델명|모델 이름|용도|의도된 용도|사용 목적|한계|한계점|학습 데이터|평가 데이터|평가 결과)$/i

/** An optional list mark, bold text, and a colon within or behind it. */
const LABEL = /^\s{0,40}(?:(?:[-*+]|\d{1,9}[.)])\s{1,8})*((\*\*|__)(?=[^\s*_])([^\n]{1,150}?)\2)(?:\s{0,2}([:：]))?/

/** Longest line that may be a label and nothing else. */
const MAX_LINE = 250

/** Finds the labels in bold type of a card's paragraphs and the lines that each covers. */
export function leadIns(lines: readonly string[], { headings, paragraphs }: Blocks): LeadIn[] {
  const found = paragraphs.flatMap((paragraph) => inParagraph(lines, paragraph))
  const bounds = [...headings.map(({ from }) => from), ...found.filter(({ ends }) => ends).map(({ line }) => line)]
  bounds.sort((a, b) => a - b)
  let next = 0
  return found.map(({ alone, ends: _, ...leadIn }) => {
    while ((bounds[next] ?? lines.length) <= leadIn.line) next += 1
    const bound = bounds[next] ?? lines.length
    return { ...leadIn, to: alone ? bound : Math.min(leadIn.to, bound) }
  })
}

function inParagraph(lines: readonly string[], { from, to, itemEnd, top }: Paragraph): Found[] {
  const found: Found[] = []
  const introduces = /[:：]\s{0,9}$/.test((lines[to - 1] ?? '').slice(-20))
  let opens = false
  for (let line = from; line < to; line += 1) {
    const text = lines[line] ?? ''
    const [whole, bold, , inner = '', colon] = LABEL.exec(text.slice(0, MAX_LINE)) ?? []
    if (whole === undefined || bold === undefined) continue
    const labelled = colon !== undefined || /[:：]\s*$/.test(inner)
    const nothingElse = whole.trimEnd() === text.trimEnd()
    // Emphasis at the start of a sentence is no label, nor a line of it within a text, nor an answer below a label.
    const isTitle: boolean = (line === from || opens) && line < to - 1 && !/[.!?。]$/.test(inner)
    const titled: boolean = nothingElse && (to - from === 1 || isTitle)
    if (line === from) opens = titled
    if (!labelled && !titled) continue
    const label = plainLabel(inner).replace(/\s*[:：]$/, '')
    const mark = whole.slice(whole.indexOf(bold)).trimEnd()
    const column = text.indexOf(bold) + 1
    const before = found.pop()
    if (before !== undefined) found.push({ ...before, to: line })
    const alone = top && titled && (to - from === 1 || introduces)
    found.push({ label, line, column, mark, to: itemEnd ?? to, alone, ends: top || OWN.test(label) })
  }
  return found
}
