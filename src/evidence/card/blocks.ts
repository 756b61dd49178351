import type MarkdownIt from 'markdown-it'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'
import type Token from 'markdown-it/lib/token.mjs'

/** What a card's body is made of, by line (from 0, the end excluded). */
export interface Blocks {
  readonly headings: readonly Heading[]
  readonly paragraphs: readonly Paragraph[]
  readonly html: readonly Lines[]
}

export interface Lines {
  readonly from: number
  readonly to: number
}

export interface Heading extends Lines {
  readonly level: number
  /** The heading's source without its marks. */
  readonly content: string
}

/** A paragraph outside quotations. */
export interface Paragraph extends Lines {
  /** The line after the list item that it opens; undefined for any other paragraph. */
  readonly itemEnd?: number
  /** Whether it stands outside any list. */
  readonly top: boolean
}

/** Tokens that are looked at; the others, more than half of a large card's, are let go as soon as they are made. */
const KEPT = new Set(['heading_open', 'inline', 'html_block', 'list_item_open', 'blockquote_open', 'blockquote_close'])

/**
 * Finds the headings, paragraphs and HTML of a Markdown text. Only the library's block parser is loaded: inline markup
 * decides nothing here, and what it needs (entities, links) is most of the library's weight and start-up time.
 */
export async function findBlocks(text: string): Promise<Blocks> {
  const { default: ParserBlock } = await import('markdown-it/lib/parser_block.mjs')
  const block = new ParserBlock()
  // CommonMark's blocks, without the definitions of links: they belong to inline markup.
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
  const Original = block.State
  block.State = class extends Original {
    override push(...made: Parameters<StateBlock['push']>): Token {
      const token = super.push(...made)
      if (!KEPT.has(token.type)) this.tokens.pop()
      return token
    }
  }
  const tokens: Token[] = []
  block.parse(text, { block, options: { html: true, maxNesting: 20 } } as MarkdownIt, {}, tokens)
  return collect(tokens)
}

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
