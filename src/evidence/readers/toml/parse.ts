import type { AST } from 'toml-eslint-parser'
import type { Position } from '../../../shared/location.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { type Entry, MAX_DEPTH, type Node, type ScalarNode } from '../../tree.js'
import { complaint } from '../excerpt.js'
import { withoutLoneReturns } from '../line-ends.js'
import { integerNode, numberNode } from '../scalars.js'

/** The tree while tables are still being added to it; it is handed out as a `Node`. */
type Building = ScalarNode | BuildingMap | BuildingList
interface BuildingMap {
  readonly kind: 'map'
  readonly at: Position
  readonly entries: Map<string, Entry & { value: Building }>
}
interface BuildingList {
  readonly kind: 'list'
  readonly at: Position
  readonly items: Building[]
}

class TooDeep extends Error {
  constructor(readonly at: Position) {
    super('too deep')
  }
}

/** Reads TOML 1.0; tables, dotted keys and arrays of tables become maps and lists. Dates and times stay text. */
export async function parseToml(text: string, path: string): Promise<Result<Node>> {
  const ends = withoutLoneReturns(text, path)
  if (!ends.ok) return ends
  const { parseTOML, ParseError } = await import('toml-eslint-parser')
  try {
    return ok(build(parseTOML(text, { tomlVersion: '1.0' })))
  } catch (error) {
    if (error instanceof ParseError) {
      const at = { path, line: error.lineNumber, column: error.column + 1 }
      return failed(problem('evidence.toml.syntax', { detail: complaint(error.message) }, at))
    }
    // The parser recurses: nesting that exhausts the stack is far beyond what is read here.
    if (error instanceof RangeError) return failed(problem('evidence.too-deep', { limit: MAX_DEPTH }, { path }))
    if (error instanceof TooDeep) {
      return failed(problem('evidence.too-deep', { limit: MAX_DEPTH }, { path, ...error.at }))
    }
    throw error
  }
}

function build(program: AST.TOMLProgram): BuildingMap {
  const root: BuildingMap = { kind: 'map', at: { line: 1, column: 1 }, entries: new Map() }
  for (const part of program.body[0].body) {
    if (part.type === 'TOMLKeyValue') addPair(root, part, 1)
    else {
      const table = open(root, part.resolvedKey, part)
      for (const pair of part.body) addPair(table, pair, part.resolvedKey.length + 1)
    }
  }
  return root
}

/** The map that a table heading names; the parser has resolved which element of an array of tables it belongs to. */
function open(root: BuildingMap, path: readonly (string | number)[], table: AST.TOMLTable): BuildingMap {
  if (path.length >= MAX_DEPTH) throw new TooDeep(start(table))
  const keys = table.key.keys.map(start)
  let here: Building = root
  let key = 0
  for (const [index, segment] of path.entries()) {
    const at: Position = keys[typeof segment === 'string' ? key++ : Math.max(key - 1, 0)] ?? start(table)
    here = step(here, segment, at, typeof path[index + 1] === 'number')
  }
  if (here.kind !== 'map') throw new Error('a table is a map')
  return here
}

/** One segment down, made where it is not there yet. */
function step(here: Building, segment: string | number, at: Position, toList: boolean): Building {
  const made = (): Building => (toList ? { kind: 'list', at, items: [] } : { kind: 'map', at, entries: new Map() })
  if (here.kind === 'list' && typeof segment === 'number') {
    const there = here.items[segment] ?? made()
    here.items[segment] = there
    return there
  }
  if (here.kind !== 'map') throw new Error('the parser refuses tables inside values')
  const entry = here.entries.get(String(segment)) ?? { keyAt: at, value: made() }
  here.entries.set(String(segment), entry)
  return entry.value
}

/** `depth` is the table's own; each key but the last of a dotted one is a map more. */
function addPair(table: BuildingMap, pair: AST.TOMLKeyValue, depth: number): void {
  const keys = pair.key.keys
  if (depth + keys.length - 1 > MAX_DEPTH) throw new TooDeep(start(pair))
  let here: Building = table
  for (const key of keys.slice(0, -1)) here = step(here, nameOf(key), start(key), false)
  const last = keys.at(-1)
  if (last === undefined || here.kind !== 'map') throw new Error('the parser refuses keys below values')
  here.entries.set(nameOf(last), { keyAt: start(last), value: nodeOf(pair.value, depth + keys.length) })
}

function nodeOf(node: AST.TOMLContentNode, depth: number): Building {
  const at = start(node)
  if (node.type === 'TOMLValue') return scalar(node, at)
  if (depth > MAX_DEPTH) throw new TooDeep(at)
  if (node.type === 'TOMLArray')
    return { kind: 'list', at, items: node.elements.map((item) => nodeOf(item, depth + 1)) }
  const map: BuildingMap = { kind: 'map', at, entries: new Map() }
  for (const pair of node.body) addPair(map, pair, depth)
  return map
}

function scalar(node: AST.TOMLValue, at: Position): ScalarNode {
  switch (node.kind) {
    case 'string':
      return { kind: 'text', at, text: node.value }
    case 'boolean':
      return { kind: 'boolean', at, text: node.value ? 'true' : 'false' }
    case 'integer':
    case 'float': {
      const text = node.number.replaceAll('_', '')
      return /^0[xob]/.test(text) ? integerNode(text, at) : numberNode(text, at)
    }
    default:
      return { kind: 'text', at, text: node.datetime }
  }
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value
}

/** The parser counts columns from 0. */
function start(node: { readonly loc: { readonly start: Position } }): Position {
  return { line: node.loc.start.line, column: node.loc.start.column + 1 }
}
