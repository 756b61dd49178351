import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { parseYaml } from '../readers/yaml/parse.js'
import type { Node } from '../tree.js'
import type { ModelCard, Section } from './card.js'
import { treeCard } from './tree-card.js'

/** Longest front matter that is read: the YAML parser is slow, and metadata is short. */
const MAX_LENGTH = 512 * 1024

/**
 * Keys with which a card is indexed on the Hugging Face Hub. The names of data sets or measures there do not describe
 * them, and a card that a training script wrote has them although nobody has filled it in.
 */
const INDEX_KEYS = new Set(['/datasets', '/metrics'])

/** The keys of a card's front matter, also as sections. `lines` are those between the dashes, the file's second one first. */
export function frontMatterSections(lines: readonly string[], path: string): Result<ModelCard> {
  const tree = parseLines(lines, path)
  if (!tree.ok) return tree
  if (tree.value === undefined) return ok({ sections: [] })
  const { sections } = treeCard(tree.value)
  return ok({ sections: sections.filter((section) => !isIndex(section)), data: tree.value })
}

/** The front matter of a Markdown file as a tree; a file without one is no evidence but prose. */
export function frontMatter(text: string, path: string): Result<Node> {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const tree = parseLines(lines.slice(1, Math.max(frontMatterEnd(lines) - 1, 1)), path)
  if (!tree.ok) return tree
  return tree.value === undefined ? failed(problem('evidence.tool.no-front-matter', {}, { path })) : ok(tree.value)
}

/** The number of lines that the front matter takes, both lines of dashes included; 0 where there is none. */
export function frontMatterEnd(lines: readonly string[]): number {
  if (!/^---[ \t]*$/.test(lines[0] ?? '')) return 0
  return lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line)) + 1
}

/** The mapping that the lines hold; undefined where they hold nothing. */
function parseLines(lines: readonly string[], path: string): Result<Node | undefined> {
  if (lines.every((line) => /^\s*(?:#|$)/.test(line))) return ok(undefined)
  const template = lines.findIndex((line) => /\{\{.*\}\}/.test(line.slice(0, 500)))
  if (template >= 0) return failed(problem('card.template', {}, { path, line: template + 2, column: 1 }))
  // The blank line stands for the dashes, so that places count from the start of the file.
  const yaml = ['', ...lines].join('\n')
  if (yaml.length > MAX_LENGTH) {
    return failed(problem('card.front-matter-too-long', { limit: MAX_LENGTH }, { path, line: 1, column: 1 }))
  }
  const tree = parseYaml(yaml, path)
  if (!tree.ok) return tree
  if (tree.value.kind === 'null') return ok(undefined)
  if (tree.value.kind !== 'map') return failed(problem('card.front-matter-no-mapping', {}, { path, ...tree.value.at }))
  return ok(tree.value)
}

function isIndex({ pointer = '', text }: Section): boolean {
  return INDEX_KEYS.has(pointer) && text.split('\n').every((name) => !/\s/.test(name.trim()))
}
