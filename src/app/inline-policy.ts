import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml'
import type { Location, Position } from '../shared/location.js'

/** A workflow file that may hold the policy. */
export interface WorkflowFile {
  readonly path: string
  readonly text: string
}

/** Where an inline policy stands in its workflow: a mapping of its own positions onto the file's. */
export interface InlineOrigin {
  readonly path: string
  readonly place: (position: Position) => Location
}

/**
 * Finds the `policy: |` that the runner passed as an input, so that a line of the policy can be shown as a line of the
 * workflow. The runner says which file ran but not which step; the step is known by its text. Undefined where no step
 * or more than one of the job's steps has this text: a wrong line is worse than none.
 */
export function locateInline(
  policy: string,
  files: readonly WorkflowFile[],
  job: string | undefined,
): InlineOrigin | undefined {
  const found = files.flatMap((file) => candidatesIn(file, policy))
  const ofJob = found.filter((candidate) => candidate.job === job)
  const [only, ...others] = ofJob.length > 0 ? ofJob : found
  return only !== undefined && others.length === 0 ? only.origin : undefined
}

interface Candidate {
  readonly job: string
  readonly origin: InlineOrigin
}

function candidatesIn({ path, text }: WorkflowFile, policy: string): Candidate[] {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: false,
  })
  const jobs = document.get('jobs', true)
  if (!isMap(jobs)) return []
  return jobs.items.flatMap(({ key, value }) => {
    const steps = isMap(value) ? value.get('steps', true) : undefined
    if (!isScalar(key) || !isSeq(steps)) return []
    return steps.items.flatMap((step) => {
      const inputs = isMap(step) ? step.get('with', true) : undefined
      const scalar = isMap(inputs) ? inputs.get('policy', true) : undefined
      if (!isScalar(scalar) || typeof scalar.value !== 'string' || !sameText(scalar.value, policy)) return []
      return [{ job: String(key.value), origin: { path, place: placer(path, scalar, text, lines) } }]
    })
  })
}

/** What the runner replaces before a step starts. */
export const EXPRESSION = /\$\{\{[^}\n]{0,500}\}\}/

/** The runner trims the input and replaces expressions; apart from that the texts are equal. */
export function sameText(written: string, passed: string): boolean {
  const [first = '', ...others] = written.trim().split(EXPRESSION)
  const text = passed.trim()
  const last = others.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  // Each literal part at its first place after the one before it: where any placement fits, this one does.
  let position = first.length
  for (const part of others) {
    const found = text.indexOf(part, position)
    if (found < 0) return false
    position = found + part.length
  }
  return position <= text.length - last.length
}

function placer(path: string, scalar: Scalar & Partial<Node>, text: string, lines: LineCounter): InlineOrigin['place'] {
  const [start = 0] = scalar.range ?? []
  const header = lines.linePos(start)
  if (scalar.type !== 'BLOCK_LITERAL') return () => ({ path, line: header.line, column: header.col })
  const source = text.split('\n')
  // The text starts on the line after the `|`; the runner trims the empty lines before it.
  let first = header.line
  while (source[first]?.trim() === '') first++
  const indent = /^ */.exec(source[first] ?? '')?.[0].length ?? 0
  return ({ line, column }) => ({ path, line: first + line, column: indent + column })
}
