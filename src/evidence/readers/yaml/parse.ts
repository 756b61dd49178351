import { Composer, type Document, Lexer, LineCounter, Parser } from 'yaml'
import { failed, type Problem, problem, type Result } from '../../../shared/problem.js'
import { MAX_DEPTH, type Node } from '../../tree.js'
import { complaint } from '../excerpt.js'
import { withoutLoneReturns } from '../line-ends.js'
import { convert } from './convert.js'

/**
 * YAML 1.2 with the core schema whatever a `%YAML` line asks for, so that `yes` and dates stay text. Keys are compared
 * in `convert`, since the library compares each with each other, which takes minutes for a large file. Known tags of
 * YAML 1.1 and merge keys stay unresolved: they make a document larger or other than it looks.
 */
const OPTIONS = {
  logLevel: 'silent',
  prettyErrors: false,
  uniqueKeys: false,
  version: '1.2',
  schema: 'core',
  strict: true,
  merge: false,
  resolveKnownTags: false,
} as const

/** The parser's stack holds the document, and beside each collection the items and pairs that are being built. */
const MAX_STACK = MAX_DEPTH + 8

/**
 * Most scalars, keys included, and most indicators that stand between them. The library keeps about a kilobyte for each,
 * so that a file far below the largest size could take gigabytes.
 */
const MAX_SCALARS = 250_000
/** How the lexer marks a plain or quoted scalar, and where a value may be left out. */
const SCALAR = '\u001f'
const INDICATORS = new Set([',', '-', '?', ':', '[', '{'])

class TooMany extends Error {
  constructor() {
    super('too many')
  }
}

class TooDeep extends Error {
  constructor(readonly offset: number) {
    super('too deep')
  }
}

/** Reads one YAML document: no aliases, no tags but those of the core schema, no second document. */
export function parseYaml(text: string, path: string): Result<Node> {
  const ends = withoutLoneReturns(text, path)
  if (!ends.ok) return ends
  const counter = new LineCounter()
  const locate = (offset: number) => {
    const { line, col } = counter.linePos(offset)
    return { path, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  try {
    const documents = compose(text, counter)
    const [document, second] = documents
    if (document === undefined) return failed(problem('evidence.empty', {}, { path }))
    // Only the first: the library trips over the same mistake several times.
    const error = document.errors[0] ?? second?.errors[0]
    if (error !== undefined) return failed(syntaxProblem(error, locate(error.pos[0])))
    if (second !== undefined) return failed(problem('evidence.yaml.documents', {}, locate(second.range[0])))
    return convert(document.contents, locate)
  } catch (error) {
    if (error instanceof TooDeep) {
      return failed(problem('evidence.too-deep', { limit: MAX_DEPTH }, locate(error.offset)))
    }
    if (error instanceof TooMany) return failed(problem('evidence.too-many', { limit: MAX_SCALARS }, { path }))
    throw error
  }
}

/** What `parseDocument` does, with a look at depth and number at each step: a file of brackets or commas takes it many seconds. */
function compose(text: string, lineCounter: LineCounter): Document.Parsed[] {
  const parser = new Parser(lineCounter.addNewLine)
  const composer = new Composer({ ...OPTIONS, lineCounter })
  function* tokens() {
    lineCounter.addNewLine(0)
    let scalars = 0
    let indicators = 0
    for (const lexeme of new Lexer().lex(text)) {
      if (lexeme === SCALAR) scalars += 1
      else if (INDICATORS.has(lexeme)) indicators += 1
      if (Math.max(scalars, indicators) > MAX_SCALARS) throw new TooMany()
      yield* parser.next(lexeme)
      if (parser.stack.length > MAX_STACK) throw new TooDeep(parser.offset)
    }
    yield* parser.end()
  }
  return [...composer.compose(tokens(), false, text.length)]
}

function syntaxProblem(error: { code: string; message: string }, at: NonNullable<Problem['at']>): Problem {
  const known = HINTS.get(error.code)
  return known === undefined
    ? problem('evidence.yaml.syntax', { detail: complaint(error.message) }, at)
    : problem(known, {}, at)
}

/** The mistakes people make most, in their own words; the library's English sentence stands for the rest. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ['TAB_AS_INDENT', 'evidence.yaml.tab'],
  ['BLOCK_AS_IMPLICIT_KEY', 'evidence.yaml.nested'],
  ['MULTILINE_IMPLICIT_KEY', 'evidence.yaml.no-colon'],
  ['RESOURCE_EXHAUSTION', 'evidence.yaml.exhausted'],
])
