import { failed, problem, type Result } from '../../shared/problem.js'
import { type Opened, readContent } from '../formats/choose.js'
import type { Wanted } from '../formats/contract.js'
import { readers } from '../readers/choose.js'
import { decode } from '../readers/decode.js'
import type { ModelCard } from './card.js'
import { parseMarkdownCard } from './markdown.js'
import { treeCard } from './tree-card.js'

/** A card and the format it was read as. */
export interface ReadCard {
  readonly format: string
  readonly content: ModelCard
}

/** Formats whose content is a tree of keys. */
const TREES = ['json', 'yaml', 'toml']

/**
 * Reads a model card: what a tool wrote, or a tree of keys, where the policy, its name or its bytes say so; else
 * Markdown, which any text is.
 */
export async function readCard(opened: Opened, wanted: Wanted, format?: string): Promise<Result<ReadCard>> {
  if (opened.kind === 'file' && isMarkdown(opened.bytes, wanted.path, format)) {
    const text = decode({ path: wanted.path, bytes: opened.bytes })
    return text.ok ? readMarkdown(text.value, wanted.path) : text
  }
  const tree = await readContent(opened, wanted, format)
  return tree.ok ? { ok: true, value: { format: tree.value.format, content: treeCard(tree.value.content) } } : tree
}

function readMarkdown(text: string, path: string): Result<ReadCard> {
  if (text.trim() === '') return failed(problem('evidence.empty', {}, { path }))
  // Any text is Markdown, a bill of materials in XML too; but none of its elements is a section.
  if (/^\s*<\?xml\b/.test(text))
    return failed(problem('evidence.tool.export', { what: 'XML', instead: 'JSON' }, { path }))
  const card = parseMarkdownCard(text, path)
  return card.ok ? { ok: true, value: { format: 'markdown', content: card.value } } : card
}

function isMarkdown(bytes: Uint8Array, path: string, format: string | undefined): boolean {
  if (format !== undefined) return format === 'markdown'
  return !hasTreeName(path) && !looksBinary(bytes)
}

/** No text holds control characters other than tabs and line ends; a binary card has them at once. */
function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 1000).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
}

function hasTreeName(path: string): boolean {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return readers.some(({ id, extensions }) => TREES.includes(id) && extensions.includes(ending))
}
