import { failed, problem, type Result } from '../../shared/problem.js'
import { readers, readTree } from '../readers/choose.js'
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
 * Reads a model card: a tree of keys where its name or the policy says so, else Markdown, which any text is.
 */
export async function parseCard(text: string, path: string, format?: string): Promise<Result<ReadCard>> {
  if (text.trim() === '') return failed(problem('evidence.empty', {}, { path }))
  const isTree = format === undefined ? hasTreeName(path) : TREES.includes(format)
  if (isTree) {
    const tree = await readTree(text, path, format)
    return tree.ok ? { ok: true, value: { format: tree.value.format, content: treeCard(tree.value.content) } } : tree
  }
  const card = await parseMarkdownCard(text, path)
  return card.ok ? { ok: true, value: { format: 'markdown', content: card.value } } : card
}

function hasTreeName(path: string): boolean {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return readers.some(({ id, extensions }) => TREES.includes(id) && extensions.includes(ending))
}
