import { readTree } from '../../../src/evidence/readers/choose.js'
import type { Node } from '../../../src/evidence/tree.js'
import type { Problem } from '../../../src/shared/problem.js'

/** A tree without positions: numbers as `#text`, other non-texts as `kind:text`, maps as pairs, to keep their order. */
export type Plain = string | Plain[] | Map<string, Plain>

export function plain(node: Node): Plain {
  switch (node.kind) {
    case 'map':
      return new Map([...node.entries].map(([key, { value }]) => [key, plain(value)]))
    case 'list':
      return node.items.map(plain)
    case 'number':
      return `#${node.text}`
    case 'text':
      return node.text
    default:
      return `${node.kind}:${node.text}`
  }
}

/** `{f1: '#0.8'}` as the tree of a map. */
export function map(entries: Record<string, Plain>): Map<string, Plain> {
  return new Map(Object.entries(entries))
}

/** Every key and value with its `line:column`, in the order of the file. */
export function positions(node: Node): string[] {
  const here = node.kind === 'map' ? '{}' : node.kind === 'list' ? '[]' : node.text
  const own = `${here}@${node.at.line}:${node.at.column}`
  if (node.kind === 'list') return [own, ...node.items.flatMap(positions)]
  if (node.kind !== 'map') return [own]
  const below = [...node.entries].flatMap(([key, { keyAt, value }]) => {
    return [`${key}=@${keyAt.line}:${keyAt.column}`, ...positions(value)]
  })
  return [own, ...below]
}

export async function content(text: string, path: string, format?: string): Promise<Node> {
  const read = await readTree(text, path, format)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value.content
}

export async function problems(text: string, path: string, format?: string): Promise<readonly Problem[]> {
  const read = await readTree(text, path, format)
  return read.ok ? [] : read.problems
}

/** `id line:column` of each problem. */
export async function ids(text: string, path: string, format?: string): Promise<string[]> {
  const found = await problems(text, path, format)
  return found.map(({ message: { id }, at }) => `${id} ${at?.line ?? '-'}:${at?.column ?? '-'}`)
}
