import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { parseYaml } from '../readers/yaml/parse.js'
import type { Section } from './card.js'
import { treeCard } from './tree-card.js'

/** Longest front matter that is read: the YAML parser is slow, and metadata is short. */
const MAX_LENGTH = 512 * 1024

/**
 * Keys with which a card is indexed on the Hugging Face Hub. The names of data sets or measures there do not describe
 * them, and a card that a training script wrote has them although nobody has filled it in.
 */
const INDEX_KEYS = new Set(['/datasets', '/metrics'])

/** The keys of a card's front matter as sections. `lines` are those between the dashes, the file's second one first. */
export async function frontMatterSections(lines: readonly string[], path: string): Promise<Result<readonly Section[]>> {
  if (lines.every((line) => /^\s*(?:#|$)/.test(line))) return ok([])
  // The blank line stands for the dashes, so that places count from the start of the file.
  const yaml = ['', ...lines].join('\n')
  if (yaml.length > MAX_LENGTH) {
    return failed(problem('card.front-matter-too-long', { limit: MAX_LENGTH }, { path, line: 1, column: 1 }))
  }
  const tree = await parseYaml(yaml, path)
  if (!tree.ok) return tree
  if (tree.value.kind === 'null') return ok([])
  if (tree.value.kind !== 'map') return failed(problem('card.front-matter-no-mapping', {}, { path, ...tree.value.at }))
  return ok(treeCard(tree.value).sections.filter((section) => !isIndex(section)))
}

function isIndex({ pointer = '', text }: Section): boolean {
  return INDEX_KEYS.has(pointer) && text.split('\n').every((name) => !/\s/.test(name.trim()))
}
