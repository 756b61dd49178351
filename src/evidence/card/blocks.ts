import { BlockScanner } from './block-scanner.js'
import { trimmed } from './block-starts.js'

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

/** A paragraph outside quotations that has bold type or a comment in it; no other is looked at. */
export interface Paragraph extends Lines {
  /** The line after the list item that it opens; undefined for any other paragraph. */
  readonly itemEnd?: number
  /** Whether it stands outside any list. */
  readonly top: boolean
}

/**
 * Finds the headings, paragraphs and HTML of a Markdown text: CommonMark's blocks, but for two things. Definitions of
 * links are text, since they matter to inline markup alone, and headings count only outside lists and quotations.
 */
export function findBlocks(text: string): Blocks {
  const lines = text.split('\n')
  // What follows the last line break is a line only if there is something.
  if (trimmed(lines.at(-1) ?? '') === '') lines.pop()
  const scanner = new BlockScanner(lines)
  for (const line of lines.keys()) scanner.read(line)
  scanner.close(0, lines.length)
  const { headings, paragraphs, html } = scanner
  return { headings, paragraphs, html }
}
