import type { Blocks, Lines } from './blocks.js'

/**
 * The lines with HTML comments blanked out. What counts as a comment follows the blocks: in code `<!--` is text, at the
 * start of a block it hides everything up to its end, within a paragraph only where it is closed in that paragraph.
 */
export function withoutComments(source: readonly string[], { html, paragraphs }: Blocks): string[] {
  const lines = [...source]
  for (const block of html) blank(lines, block, true)
  for (const paragraph of paragraphs) blank(lines, paragraph, false)
  return lines
}

function blank(lines: string[], { from, to }: Lines, openToEnd: boolean): void {
  const text = lines.slice(from, to).join('\n')
  if (!text.includes('<!--')) return
  const kept = stripComments(text, openToEnd).split('\n')
  for (let line = from; line < to; line += 1) lines[line] = kept[line - from] ?? ''
}

/** Takes comments out and leaves their line breaks, so that lines keep their numbers. */
export function stripComments(text: string, openToEnd: boolean): string {
  const kept: string[] = []
  let position = 0
  for (;;) {
    const start = text.indexOf('<!--', position)
    if (start < 0) break
    const close = commentEnd(text, start)
    if (close === undefined && !openToEnd) break
    const end = close ?? text.length
    kept.push(text.slice(position, start), text.slice(start, end).replace(/[^\n]+/g, ''))
    position = end
  }
  kept.push(text.slice(position))
  return kept.join('')
}

/** Behind the end of the comment that starts there; `<!-->` and `<!--->` are whole comments, and `--!>` ends one too. */
function commentEnd(text: string, start: number): number | undefined {
  const [short] = /^-?>/.exec(text.slice(start + 4, start + 6)) ?? []
  if (short !== undefined) return start + 4 + short.length
  END.lastIndex = start + 4
  return END.test(text) ? END.lastIndex : undefined
}

const END = /--!?>/g
