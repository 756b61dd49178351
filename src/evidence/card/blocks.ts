import {
  closesFence,
  expandTabs,
  fenceMarks,
  type HtmlStart,
  headingContent,
  headingLevel,
  htmlStart,
  isThematicBreak,
  listItem,
  trimmed,
  underlineLevel,
} from './block-starts.js'

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

/** Containers within each other; marks of more are text. Every line is held against each of them. */
const MAX_DEPTH = 20

/** Only paragraphs with one of these are kept. */
const MARK = /\*\*|__|<!--/

interface Item {
  readonly kind: 'item'
  /** The line that it begins on. */
  readonly from: number
  /** Columns by which its further lines are indented. */
  readonly width: number
  /** Whether nothing has followed its mark yet. */
  empty: boolean
  /** The paragraph that it begins with. */
  opens?: { itemEnd?: number }
}

type Container = { readonly kind: 'quote' } | Item

/** The block without blocks in it that the next line may go on with. */
type Leaf =
  | { readonly kind: 'paragraph'; readonly from: number; marked: boolean }
  | { readonly kind: 'fence'; readonly marks: string }
  | { readonly kind: 'code' }
  | { readonly kind: 'html'; readonly from: number; readonly end: HtmlStart['end'] }

/** How far a line has been read: the column reached, and how many open containers it belongs to. */
interface Place {
  column: number
  depth: number
}

/**
 * Finds the headings, paragraphs and HTML of a Markdown text, which are CommonMark's but for two things: definitions of
 * links count as text, since they are inline markup's concern, and headings count only outside lists and quotations.
 */
export function findBlocks(text: string): Blocks {
  const lines = text.split('\n')
  // What follows the last line break is a line only if there is something.
  if ((lines.at(-1) ?? '').trim() === '') lines.pop()
  const scanner = new Scanner(lines)
  for (const line of lines.keys()) scanner.read(line)
  scanner.close(0, lines.length)
  return scanner
}

/** Reads lines one after another: first what they go on with, then what they begin. */
class Scanner implements Blocks {
  readonly headings: Heading[] = []
  readonly paragraphs: Paragraph[] = []
  readonly html: Lines[] = []
  readonly #lines: readonly string[]
  readonly #containers: Container[] = []
  #leaf: Leaf | undefined

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  read(line: number): void {
    const text = expandTabs(this.#lines[line] ?? '')
    const place = this.#enter(text)
    if (this.#leaf !== undefined && this.#leaf.kind !== 'paragraph') {
      if (place.depth < this.#containers.length) this.close(place.depth, line)
      else if (this.#goesOn(this.#leaf, text, place.column, line)) return
    }
    while (this.#openContainer(text, place, line));
    const start = firstColumn(text, place.column)
    if (start === text.length) this.close(place.depth, line)
    else if (!this.#openLeaf(text.slice(start), start - place.column, place.depth, line)) {
      this.#addText(text.slice(start), place.depth, line)
    }
  }

  /** Ends the containers from a depth on, and the leaf. */
  close(depth: number, line: number): void {
    this.#endLeaf(line)
    for (const container of this.#containers.splice(depth)) {
      if (container.kind === 'item' && container.opens !== undefined) container.opens.itemEnd = line
    }
  }

  /** Follows the line into the open containers that it goes on with. */
  #enter(text: string): Place {
    let column = 0
    let depth = 0
    for (const container of this.#containers) {
      const start = firstColumn(text, column)
      if (container.kind === 'quote') {
        if (start - column > 3 || text[start] !== '>') break
        column = afterQuoteMark(text, start)
      } else if (start === text.length) {
        if (container.empty) break
        column = start
      } else {
        if (start - column < container.width) break
        container.empty = false
        column += container.width
      }
      depth += 1
    }
    return { column, depth }
  }

  /** Whether the leaf takes the line, as its last one perhaps. */
  #goesOn(leaf: Exclude<Leaf, { kind: 'paragraph' }>, text: string, column: number, line: number): boolean {
    const start = firstColumn(text, column)
    const isBlank = start === text.length
    const isCode = start - column > 3
    if (leaf.kind === 'fence') {
      if (!isCode && closesFence(text.slice(start), leaf.marks)) this.#endLeaf(line)
      return true
    }
    if (leaf.kind === 'html' && leaf.end !== 'blank') {
      if (leaf.end.test(text.slice(column))) this.#endLeaf(line + 1)
      return true
    }
    return leaf.kind === 'code' ? isBlank || isCode : !isBlank
  }

  #openContainer(text: string, place: Place, line: number): boolean {
    const start = firstColumn(text, place.column)
    const indent = start - place.column
    if (indent > 3 || this.#containers.length === MAX_DEPTH) return false
    const isQuote = text[start] === '>'
    if (isQuote) {
      this.close(place.depth, line)
      this.#containers.push({ kind: 'quote' })
      place.column = afterQuoteMark(text, start)
    } else {
      const rest = text.slice(start)
      const isUnderline = this.#isInParagraph(place.depth) && underlineLevel(rest) > 0
      const item = isUnderline || isThematicBreak(rest) ? undefined : listItem(rest)
      if (item === undefined || (this.#isInParagraph(place.depth) && !item.endsParagraph)) return false
      this.close(place.depth, line)
      const empty = rest.length <= item.width && rest.trimEnd().length < item.width
      this.#containers.push({ kind: 'item', from: line, width: indent + item.width, empty })
      place.column = Math.min(start + item.width, text.length)
    }
    place.depth += 1
    return true
  }
}
