import type MarkdownIt from 'markdown-it'
import ParserBlock from 'markdown-it/lib/parser_block.mjs'
import type Token from 'markdown-it/lib/token.mjs'
import type { Blocks, Heading, Lines, Paragraph } from '../../../src/evidence/card/blocks.js'

/** The same as `findBlocks`, by a parser that others have written and many use. */
export function referenceBlocks(text: string): Blocks {
  const block = new ParserBlock()
  // CommonMark's blocks, without the definitions of links.
  block.ruler.enableOnly([
    'blockquote',
    'code',
    'fence',
    'heading',
    'hr',
    'html_block',
    'lheading',
    'list',
    'paragraph',
  ])
  const tokens: Token[] = []
  // The block parser looks at nothing else of the parser that it belongs to.
  const parser = { block, options: { html: true, maxNesting: 1000 } } as unknown as MarkdownIt
  block.parse(text, parser, {}, tokens)
  return collect(tokens.filter(({ type }) => KEPT.has(type)))
}

const KEPT = new Set(['heading_open', 'inline', 'html_block', 'list_item_open', 'blockquote_open', 'blockquote_close'])

function collect(tokens: readonly Token[]): Blocks {
  const headings: Heading[] = []
  const paragraphs: Paragraph[] = []
  const html: Lines[] = []
  let quotes = 0
  for (const [index, { type, level, map, content, tag }] of tokens.entries()) {
    if (type === 'blockquote_open') quotes += 1
    if (type === 'blockquote_close') quotes -= 1
    if (map === null) continue
    const lines = { from: map[0], to: map[1] }
    const before = tokens[index - 1]
    if (type === 'html_block') html.push(lines)
    // In a list "# of layers: 12" is a heading to the letter, and never one to its author.
    if (type === 'heading_open' && level === 0) {
      headings.push({ ...lines, level: tag.charCodeAt(1) - 48, content: tokens[index + 1]?.content ?? '' })
    }
    if (type !== 'inline' || quotes > 0 || before?.type === 'heading_open') continue
    if (!content.includes('**') && !content.includes('__') && !content.includes('<!--')) continue
    const opensItem = before?.type === 'list_item_open' && before.map !== null && before.map[0] === lines.from
    paragraphs.push({ ...lines, top: level === 1, ...(opensItem && before.map && { itemEnd: before.map[1] }) })
  }
  return { headings, paragraphs, html }
}
