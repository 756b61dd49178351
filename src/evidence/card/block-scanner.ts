import {
  closesFence,
  expandTabs,
  fenceMarks,
  firstColumn,
  type HtmlStart,
  headingContent,
  headingLevel,
  htmlStart,
  type ItemStart,
  isThematicBreak,
  itemStart,
  trimmed,
  underlineLevel,
} from './block-starts.js'
import type { Heading, Lines, Paragraph } from './blocks.js'

/** Containers within each other; the marks of more are text. Every line is held against each of them. */
const MAX_DEPTH = 20

/** What a paragraph has somewhere if it is worth keeping. */
const KEPT = /\*\*|__|<!--/

interface Item {
  readonly kind: 'item'
  readonly from: number
  /** Columns by which its further lines are indented. */
  readonly width: number
  /** Whether nothing has come after its mark yet. */
  empty: boolean
  /** Called with the line after the item. */
  onEnd?: (line: number) => void
}

type Container = { readonly kind: 'quote' } | Item

/** The block that lines are being added to. */
type Leaf = { kind: 'paragraph'; from: number; kept: boolean } | Verbatim

type Verbatim = { kind: 'fence'; marks: string } | { kind: 'html'; from: number; end: HtmlStart['end'] }

/** How far a line has been read: the column, and to how many of the open containers it belongs. */
interface Place {
  column: number
  depth: number
}

/** Reads lines one after another: first what each goes on with, then what it begins. */
export class BlockScanner {
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
    const leaf = this.#leaf
    if (leaf !== undefined && leaf.kind !== 'paragraph') {
      if (place.depth === this.#containers.length && this.#takes(leaf, text, place.column, line)) return
      this.close(place.depth, line)
    }
    let opened = true
    while (opened) opened = this.#openContainer(text, place, line)
    const start = firstColumn(text, place.column)
    if (start === text.length) this.close(place.depth, line)
    else this.#readLeaf(text.slice(start), start - place.column, place.depth, line)
  }

  /** Ends the leaf, and the containers from a depth on. */
  close(depth: number, line: number): void {
    this.#endLeaf(line)
    for (const container of this.#containers.splice(depth)) {
      if (container.kind === 'item') container.onEnd?.(line)
    }
  }

  /** Follows the line into those open containers that it goes on with. */
  #enter(text: string): Place {
    const place = { column: 0, depth: 0 }
    for (const container of this.#containers) {
      const start = firstColumn(text, place.column)
      if (container.kind === 'quote') {
        if (start - place.column > 3 || text[start] !== '>') break
        place.column = afterQuoteMark(text, start)
      } else if (start === text.length) {
        if (container.empty) break
        place.column = start
      } else {
        if (start - place.column < container.width) break
        container.empty = false
        place.column += container.width
      }
      place.depth += 1
    }
    return place
  }

  /** Whether the line goes on with the leaf, perhaps as its last one. */
  #takes(leaf: Verbatim, text: string, column: number, line: number): boolean {
    const start = firstColumn(text, column)
    if (leaf.kind === 'fence') {
      if (start - column < 4 && closesFence(text.slice(start), leaf.marks)) this.#endLeaf(line + 1)
      return true
    }
    if (leaf.end === 'blank') return start < text.length
    if (leaf.end.test(text.slice(column))) this.#endLeaf(line + 1)
    return true
  }

  /** Begins a quotation or list item where the line does, and moves into it. */
  #openContainer(text: string, place: Place, line: number): boolean {
    const start = firstColumn(text, place.column)
    const indent = start - place.column
    if (indent > 3 || this.#containers.length === MAX_DEPTH) return false
    if (text[start] === '>') {
      this.close(place.depth, line)
      this.#containers.push({ kind: 'quote' })
      place.column = afterQuoteMark(text, start)
    } else {
      const item = this.#itemStart(text.slice(start), place.depth)
      if (item === undefined) return false
      this.close(place.depth, line)
      this.#containers.push({ kind: 'item', from: line, width: indent + item.width, empty: item.isEmpty })
      place.column = Math.min(start + item.width, text.length)
    }
    place.depth += 1
    return true
  }

  #itemStart(text: string, depth: number): ItemStart | undefined {
    const item = itemStart(text)
    if (item === undefined || isThematicBreak(text)) return undefined
    return item.endsParagraph || !this.#isInParagraph(depth) ? item : undefined
  }

  /** Reads what no container is: text that is neither blank nor a line of code or HTML begun before. */
  #readLeaf(text: string, indent: number, depth: number, line: number): void {
    const inParagraph = this.#leaf?.kind === 'paragraph'
    if (indent > 3) {
      // A paragraph goes on at any indent; anywhere else this is code, which nothing here is about.
      if (inParagraph) this.#addText(text)
      else this.close(depth, line)
      return
    }
    if (this.#readHeading(text, depth, line)) return
    const marks = fenceMarks(text)
    if (marks !== undefined) {
      this.#begin({ kind: 'fence', marks }, depth, line)
      return
    }
    if (isThematicBreak(text)) {
      this.close(depth, line)
      return
    }
    const html = htmlStart(text)
    if (html !== undefined && (html.endsParagraph || !inParagraph)) {
      this.#begin({ kind: 'html', from: line, end: html.end }, depth, line)
      if (html.end !== 'blank' && html.end.test(text)) this.#endLeaf(line + 1)
      return
    }
    // Text goes on with a paragraph even where it has left the paragraph's containers.
    if (!inParagraph) this.#begin({ kind: 'paragraph', from: line, kept: false }, depth, line)
    this.#addText(text)
  }

  #readHeading(text: string, depth: number, line: number): boolean {
    const leaf = this.#leaf
    const level = headingLevel(text)
    if (level > 0) {
      this.close(depth, line)
      const content = headingContent(this.#lines[line] ?? '', level)
      if (depth === 0) this.headings.push({ from: line, to: line + 1, level, content })
      return true
    }
    if (leaf?.kind !== 'paragraph' || !this.#isInParagraph(depth)) return false
    const underline = underlineLevel(text)
    if (underline === 0) return false
    this.#leaf = undefined
    if (depth === 0) {
      const content = trimmed(this.#lines.slice(leaf.from, line).join('\n'))
      this.headings.push({ from: leaf.from, to: line + 1, level: underline, content })
    }
    return true
  }

  /** Whether the line belongs to the paragraph's containers too: only then can it be more to it than text. */
  #isInParagraph(depth: number): boolean {
    return this.#leaf?.kind === 'paragraph' && depth === this.#containers.length
  }

  #begin(leaf: Leaf, depth: number, line: number): void {
    this.close(depth, line)
    this.#leaf = leaf
  }

  #addText(text: string): void {
    if (this.#leaf?.kind === 'paragraph') this.#leaf.kept ||= KEPT.test(text)
  }

  #endLeaf(to: number): void {
    const leaf = this.#leaf
    this.#leaf = undefined
    if (leaf?.kind === 'html') this.html.push({ from: leaf.from, to })
    if (leaf?.kind !== 'paragraph' || !leaf.kept) return
    if (this.#containers.some(({ kind }) => kind === 'quote')) return
    const paragraph: { -readonly [Key in keyof Paragraph]: Paragraph[Key] } = {
      from: leaf.from,
      to,
      top: this.#containers.length === 0,
    }
    this.paragraphs.push(paragraph)
    const item = this.#containers.at(-1)
    if (item?.kind === 'item' && item.from === leaf.from) {
      item.onEnd = (end) => {
        paragraph.itemEnd = end
      }
    }
  }
}

/** The column behind a quotation's mark and the space that belongs to it. */
function afterQuoteMark(text: string, mark: number): number {
  return text[mark + 1] === ' ' ? mark + 2 : mark + 1
}
