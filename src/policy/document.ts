import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import { decimalOf } from '../gates/bound.js'
import { parseDecimal } from '../shared/decimal.js'
import type { Location, Position } from '../shared/location.js'
import { type Problem, problem, reasonOf } from '../shared/problem.js'
import type { Extended, FoundModels } from './beside.js'

/** A policy's text and where its lines stand: in a file of their own, or inside a workflow. */
export interface PolicyText {
  readonly text: string
  /** The place in the workspace of a position in the text. */
  readonly place: (position: Position) => Location
  /** What it extends, once somebody has looked. */
  readonly extended?: Extended
  /** The models that its key `models` names, once somebody has looked. */
  readonly found?: FoundModels
}

/** A parsed policy: plain data, and where each of its keys was written. */
export interface PolicyDocument {
  readonly data: unknown
  /** The key at a JSON Pointer; for a list item the item; for what is absent its nearest parent. */
  readonly locate: (segments: readonly (string | number)[]) => Location
  /** The value's own text, as written. */
  readonly written: (segments: readonly (string | number)[]) => string
  /** Comparisons that were read although they lack their quotes; each has its problem already. */
  readonly mended: readonly string[]
}

/** Policies are small; a larger one is a mistake or an attack on the parser. */
const MAX_LENGTH = 512 * 1024

/** What a policy's text holds, and every mistake in its YAML. */
export interface ReadDocument {
  readonly document?: PolicyDocument
  readonly problems: readonly Problem[]
}

/** Reads the YAML of a policy, all of its mistakes at once. */
export function readDocument(source: PolicyText): ReadDocument {
  if (source.text.length > MAX_LENGTH) {
    return {
      problems: [problem('policy.too-long', { limit: MAX_LENGTH / 1024 }, source.place({ line: 1, column: 1 }))],
    }
  }
  const first = parseOrNothing(source.text)
  if (first === undefined)
    return { problems: [problem('policy.too-complex', {}, source.place({ line: 1, column: 1 }))] }
  if (first.document.errors.length === 0) return usable(first, source, [], [])
  // An unquoted comparison breaks YAML itself. It is mended for the rest of the reading, so that the other mistakes
  // are reported in the same run.
  const { text, mended } = quoteComparisons(source.text)
  const comparisons = mended.map(({ found, ...at }) => problem('policy.unquoted', { found }, source.place(at)))
  const second = mended.length > 0 ? parse(text) : first
  const syntax = second.document.errors.map((error) => explainSyntax(error, second, source))
  const fatal = second.document.errors.length > 0
  const problems = [...comparisons, ...syntax]
  return fatal
    ? { problems }
    : usable(
        second,
        source,
        problems,
        mended.map(({ found }) => found),
      )
}

interface Parsed {
  readonly document: Document.Parsed
  readonly lines: LineCounter
}

function parse(text: string): Parsed {
  const lines = new LineCounter()
  // Plain messages: the library's own excerpts hold lines of the text, which the runner could read as commands.
  const options = {
    lineCounter: lines,
    logLevel: 'error',
    prettyErrors: false,
    // Compared below: the library compares each key with each other.
    uniqueKeys: false,
    version: '1.2',
  } as const
  return { document: parseDocument(text, options), lines }
}

/** The parser overflows its stack on texts that are made for it; nobody writes them by hand. */
function parseOrNothing(text: string): Parsed | undefined {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

function usable({ document, lines }: Parsed, source: PolicyText, problems: Problem[], mended: readonly string[]) {
  const start = source.place({ line: 1, column: 1 })
  if (document.contents === null) return { problems: [...problems, problem('policy.empty', {}, start)] }
  if (!isMap(document.contents)) return { problems: [...problems, problem('policy.not-a-mapping', {}, start)] }
  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    const id = /unresolved alias/i.test(reasonOf(error)) ? 'policy.alias' : 'policy.aliases'
    return { problems: [...problems, problem(id, {}, start)] }
  }
  const positionOf = (offset: number): Location => {
    const { line, col } = lines.linePos(offset)
    return source.place({ line, column: col })
  }
  return {
    problems: [...problems, ...misread(document, positionOf)],
    document: {
      data,
      mended,
      locate: (segments: readonly (string | number)[]) => positionOf(offsetOf(document, lines, segments)),
      written: (segments: readonly (string | number)[]) => {
        const node = document.getIn(segments, true)
        return isScalar(node) ? (node.source ?? String(node.value)) : ''
      },
    },
  }
}

/** Keys and numbers that YAML would turn into others than were written: `1.0` into `1`, 0.1…(30 digits) into 0.1. */
function misread(document: Document.Parsed, place: (offset: number) => Location): Problem[] {
  const problems: Problem[] = []
  // Simpler than the library's own walk, which keeps the way to each node.
  const walk = (node: unknown): void => {
    if (isScalar(node)) problems.push(...misreadNumber(node, place))
    else if (isSeq(node)) node.items.forEach(walk)
    else if (isMap(node)) {
      problems.push(...duplicates(node, place))
      for (const { key, value } of node.items) {
        if (isScalar(key) && typeof key.value !== 'string')
          problems.push(problem('policy.key', { key: String(key.source ?? key.value) }, place(key.range?.[0] ?? 0)))
        walk(key)
        walk(value)
      }
    }
  }
  walk(document.contents)
  return problems
}

function misreadNumber({ value, source = '', range }: Scalar, place: (offset: number) => Location): Problem[] {
  if (typeof value !== 'number' || !Number.isFinite(value) || parseDecimal(source)?.eq(decimalOf(value)) !== false)
    return []
  return [problem('policy.digits', { found: source }, place(range?.[0] ?? 0))]
}

/** Keys that a mapping holds twice. */
function duplicates({ items }: YAMLMap, place: (offset: number) => Location): Problem[] {
  const seen = new Set<string>()
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return []
    const name = String(key.value)
    const twice = seen.has(name)
    seen.add(name)
    return twice ? [problem('policy.duplicate-key', { key: name.slice(0, 80) }, place(key.range?.[0] ?? 0))] : []
  })
}

/**
 * Offset of the key at a path. Where an option stands on the same line as the key that holds it, as in
 * `f1: {min: 0.85}`, the outer key is meant: that is what a reader looks for.
 */
function offsetOf(document: Document.Parsed, lines: LineCounter, segments: readonly (string | number)[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const segment of segments) {
    let next: Entry | undefined
    if (isMap(node)) {
      next = entriesOf(node).get(String(segment))
    } else if (isSeq(node)) {
      const item = node.items[Number(segment)]
      const range = isScalar(item) || isMap(item) || isSeq(item) ? item.range : undefined
      if (item !== undefined) next = { offset: range?.[0] ?? offset, value: item }
    }
    if (next === undefined) return offset
    const sameLine = segment !== segments[0] && lines.linePos(next.offset).line === lines.linePos(offset).line
    offset = sameLine ? offset : next.offset
    node = next.value
  }
  return offset
}

type Entry = { offset: number; value: unknown }
const entries = new WeakMap<YAMLMap, Map<string, Entry>>()

/** A mapping's entries by key; made once, because every value of a large policy is looked up. */
function entriesOf(node: YAMLMap): Map<string, Entry> {
  const known = entries.get(node)
  if (known !== undefined) return known
  const made = new Map<string, Entry>()
  for (const { key, value } of node.items) {
    if (isScalar(key) && key.range && !made.has(String(key.value)))
      made.set(String(key.value), { offset: key.range[0], value })
  }
  entries.set(node, made)
  return made
}

/** `key: >= 0.85` and `{min: > 3}`: YAML takes an unquoted `>` for the start of a block of text. */
const UNQUOTED = /(:[ \t]+|[[{,][ \t]*)(>=?[ \t]*[-+]?[0-9.]+%?)(?=[ \t]*(?:[,\]}#]|$))/gm

function quoteComparisons(text: string): { text: string; mended: ({ found: string } & Position)[] } {
  const mended: ({ found: string } & Position)[] = []
  const quoted = text.split('\n').map((line, index) =>
    line.trimEnd().replace(UNQUOTED, (_, before: string, found: string, offset: number) => {
      mended.push({ found, line: index + 1, column: offset + before.length + 1 })
      return `${before}"${found}"`
    }),
  )
  return { text: quoted.join('\n'), mended }
}

function explainSyntax(error: YAMLError, { lines }: Parsed, source: PolicyText): Problem {
  const { line, col } = lines.linePos(error.pos[0])
  const at = source.place({ line, column: col })
  if (error.code === 'TAB_AS_INDENT') return problem('policy.tab', {}, at)
  if (source.text.charAt(error.pos[0]) === '@')
    return problem('policy.at-sign', { found: wordAt(source.text, error.pos[0]) }, at)
  return problem('policy.yaml', { why: error.message.split('\n')[0] ?? '' }, at)
}

function wordAt(text: string, offset: number): string {
  return /^[^\s:,{}[\]]*/.exec(text.slice(offset, offset + 80))?.[0] ?? ''
}
