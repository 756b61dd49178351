import { ok, type Result } from '../../shared/problem.js'
import { type Blocks, findBlocks } from './blocks.js'
import type { ModelCard, Section } from './card.js'
import { withoutComments } from './comments.js'
import { frontMatterEnd, frontMatterSections } from './front-matter.js'
import { withHtmlHeadings } from './html-heading.js'
import { plainLabel } from './label.js'
import { type LeadIn, leadIns } from './lead-in.js'

/**
 * Reads a Markdown card: the keys of its front matter, its headings, and paragraphs that open with a label in bold
 * type. Headings in code, comments, quotations and lists do not count; in HTML those that open a block do.
 */
export function parseMarkdownCard(text: string, path: string): Result<ModelCard> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  const opening = frontMatterEnd(lines)
  const keys = frontMatterSections(lines.slice(1, Math.max(opening - 1, 1)), path)
  if (!keys.ok) return keys
  // Blank lines instead of the front matter, so that lines keep their numbers.
  lines.fill('', 0, opening)
  const blocks = withHtmlHeadings(findBlocks(lines.join('\n')), lines)
  const { sections, data } = keys.value
  return ok({
    sections: [...sections, ...bodySections(lines, blocks)],
    lines: withoutComments(lines, blocks),
    ...(data !== undefined && { data }),
  })
}

/** A label and the stretch of the text that it covers. */
interface Draft {
  readonly label: string
  readonly line: number
  readonly column: number
  readonly from: number
  to: number
  /** Of a heading: those that are directly below it. */
  readonly below: Draft[]
}

function bodySections(source: readonly string[], blocks: Blocks): Section[] {
  const labelled = leadIns(source, blocks)
  const lines = withoutComments(source, blocks)
  for (const { from, to } of blocks.headings) lines.fill('', from, to)
  const starts = lineStarts(lines)
  const startOf = (line: number): number => starts[Math.min(line, lines.length)] ?? 0
  const drafts = [
    ...headingDrafts(source, blocks, startOf),
    ...labelled.map((found) => leadInDraft(found, lines, startOf)),
  ]
  // Every text is a slice of one string: nested sections share its memory.
  const all = lines.join('\n')
  const textOf = (from: number, to: number): string => all.slice(from, to).trim()
  return drafts
    .filter(({ label }) => label !== '')
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ label, line, column, from, to, below }): Section => {
      const section = { label, at: { line, column }, text: textOf(from, to) }
      const [first] = below
      if (first === undefined) return section
      const inner = below.map((it) => ({ label: it.label, text: textOf(it.from, it.to) }))
      return { ...section, parts: { own: textOf(from, startOf(first.line - 1)), below: inner } }
    })
}

/** Where each line begins in the joined text, and where the text ends. */
function lineStarts(lines: readonly string[]): number[] {
  const starts = [0]
  let offset = 0
  for (const line of lines) {
    offset += line.length + 1
    starts.push(offset)
  }
  return starts
}

function headingDrafts(source: readonly string[], { headings }: Blocks, startOf: (line: number) => number): Draft[] {
  const drafts: Draft[] = []
  // The headings whose sections go on, each below the one before it.
  const open: { readonly level: number; readonly draft: Draft }[] = []
  for (const { from, to, level, content } of headings) {
    for (let last = open.at(-1); last !== undefined && last.level >= level; last = open.at(-1)) {
      last.draft.to = startOf(from)
      open.pop()
    }
    const column = (source[from] ?? '').search(/\S/) + 1
    const end = startOf(source.length)
    const draft = { label: plainLabel(content), line: from + 1, column, from: startOf(to), to: end, below: [] }
    open.at(-1)?.draft.below.push(draft)
    open.push({ level, draft })
    drafts.push(draft)
  }
  return drafts
}

function leadInDraft(found: LeadIn, lines: readonly string[], startOf: (line: number) => number): Draft {
  const { label, line, column, mark, to } = found
  // Comments were taken out of the line since it was looked at, so the label is looked for again.
  const after = (lines[line] ?? '').indexOf(mark) + mark.length
  return { label, line: line + 1, column, from: startOf(line) + after, to: startOf(to), below: [] }
}
