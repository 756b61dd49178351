import { isAlias, isMap, isNode, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Location } from '../../../shared/location.js'
import { failed, ok, type Problem, problem, type Result } from '../../../shared/problem.js'
import { type Entry, MAX_DEPTH, type Node, type ScalarNode } from '../../tree.js'
import { MAX_PROBLEMS } from '../contract.js'
import { named } from '../excerpt.js'
import { integerNode, numberNode } from '../scalars.js'

type Locate = (offset: number) => Location & { line: number; column: number }

const CORE_TAGS = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
)
const OTHER_BASE = /^0[xo]/

/** Turns the library's nodes into the common tree, or into every reason why they are not one. */
export function convert(contents: unknown, locate: Locate): Result<Node> {
  const converter = new Converter(locate)
  const node = converter.node(contents, 0, 0)
  return converter.problems.length > 0 ? failed(...converter.problems) : ok(node)
}

class Converter {
  readonly problems: Problem[] = []

  constructor(readonly locate: Locate) {}

  /** `near` is where an absent value would stand: behind its key. */
  node(node: unknown, depth: number, near: number): Node {
    const offset = this.#offset(node, near)
    if (isAlias(node)) return this.#refused('evidence.yaml.alias', { name: named(node.source) }, offset)
    const tag = isNode(node) ? node.tag : undefined
    if (tag !== undefined && !CORE_TAGS.has(tag)) return this.#refused('evidence.yaml.tag', { tag: named(tag) }, offset)
    const collection = isMap(node) || isSeq(node)
    if (collection && depth >= MAX_DEPTH) return this.#refused('evidence.too-deep', { limit: MAX_DEPTH }, offset)
    if (isMap(node)) return this.#map(node, depth + 1, offset)
    if (isSeq(node)) return this.#list(node, depth + 1, offset)
    return isScalar(node) ? this.#scalar(node, offset) : { kind: 'null', at: this.#at(offset), text: '' }
  }

  #map(map: YAMLMap, depth: number, offset: number): Node {
    const entries = new Map<string, Entry>()
    for (const pair of map.items) {
      const keyOffset = this.#offset(pair.key, offset)
      const key = this.#key(pair.key, keyOffset)
      const value = this.node(pair.value, depth, keyOffset)
      if (key === undefined) continue
      const first = entries.get(key)
      const keyAt = this.#at(keyOffset)
      if (first === undefined) entries.set(key, { keyAt, value })
      else {
        const params = { key: named(key), first: first.keyAt.line ?? keyAt.line, second: keyAt.line }
        this.#refused('evidence.duplicate-key', params, keyOffset)
      }
    }
    return { kind: 'map', at: this.#at(offset), entries }
  }

  /** A key is the text as written: `0`, `1.10` and `true` are names here. */
  #key(key: unknown, offset: number): string | undefined {
    if (isScalar(key) && (key.tag === undefined || CORE_TAGS.has(key.tag))) {
      return typeof key.value === 'string' ? key.value : (key.source ?? '')
    }
    this.#refused('evidence.yaml.key', {}, offset)
    return undefined
  }

  #list(list: YAMLSeq, depth: number, offset: number): Node {
    const items = list.items.map((item) => this.node(item, depth, offset))
    return { kind: 'list', at: this.#at(offset), items }
  }

  #scalar(scalar: Scalar, offset: number): ScalarNode {
    const at = this.#at(offset)
    const { value, source = '' } = scalar
    if (typeof value === 'boolean') return { kind: 'boolean', at, text: value ? 'true' : 'false' }
    if (typeof value === 'string') return { kind: 'text', at, text: value }
    if (typeof value !== 'number') return { kind: 'null', at, text: source }
    return OTHER_BASE.test(source) ? integerNode(source, at) : numberNode(source, at)
  }

  #refused(id: string, params: Problem['message']['params'], offset: number): ScalarNode {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problem(id, params, this.locate(offset)))
    return { kind: 'null', at: this.#at(offset), text: '' }
  }

  #offset(node: unknown, otherwise: number): number {
    return (isNode(node) ? node.range?.[0] : undefined) ?? otherwise
  }

  #at(offset: number) {
    const { line, column } = this.locate(offset)
    return { line, column }
  }
}
