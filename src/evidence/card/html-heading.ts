import type { Blocks, Heading } from './blocks.js'

/** A whole heading of one line at the margin, where nothing that is no HTML can hold it. */
const HEADING = /^<h([1-6])(?:\s[^<>]{0,300})?>(.{1,300}?)<\/h\1>\s*$/i
/** Longest line that is looked at. */
const MAX_LINE = 700

/** The blocks with the headings that people write in HTML, to centre them or to give them a name, in their order. */
export function withHtmlHeadings(blocks: Blocks, lines: readonly string[]): Blocks {
  const found = blocks.html.flatMap(({ from }): Heading[] => {
    const [, level, content] = HEADING.exec((lines[from] ?? '').slice(0, MAX_LINE)) ?? []
    return level === undefined || content === undefined ? [] : [{ from, to: from + 1, level: Number(level), content }]
  })
  if (found.length === 0) return blocks
  return { ...blocks, headings: [...blocks.headings, ...found].sort((a, b) => a.from - b.from) }
}
