import { failed, problem, type Result } from '../../shared/problem.js'

/**
 * Refuses a carriage return that no line feed follows. The libraries take it for a part of the line, an editor shows it
 * as a line end: what looks like a line of its own could be the rest of a comment.
 */
export function withoutLoneReturns(text: string, path: string): Result<string> {
  const offset = text.search(/\r(?!\n)/)
  if (offset < 0) return { ok: true, value: text }
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const column = offset - (before.lastIndexOf('\n') + 1) + 1
  return failed(problem('evidence.line-ends', {}, { path, line, column }))
}
