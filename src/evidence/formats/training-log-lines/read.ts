import { failed, ok, type Problem, problem, type Result } from '../../../shared/problem.js'
import { MAX_PROBLEMS, MAX_VALUES } from '../../readers/contract.js'
import { parseJson } from '../../readers/json/parse.js'
import { lastFilled } from '../../training.js'
import type { Node } from '../../tree.js'
import type { Wanted } from '../contract.js'
import { at } from '../shape.js'
import { COUNTERS, isCount, isRecord } from './record.js'

const TITLE = 'training log as JSON Lines'
/** Longest file that is read; logs of a hundred thousand steps are shorter. */
const MAX_BYTES = 10 * 1024 * 1024

/**
 * A record a line, as MMEngine's `vis_data/scalars.json` (https://mmengine.readthedocs.io, LocalVisBackend) and Detectron2's
 * `metrics.json` (https://detectron2.readthedocs.io, JSONWriter) are. A value is that of the last record that has it: training
 * and validation are on lines of their own. The records are under `rows`. A line that is no such record, a half-written
 * last one too, makes the file something else.
 */
export function read(text: string, { path }: Wanted): Result<Node> {
  if (text.length > MAX_BYTES) {
    return failed(problem('evidence.too-large', { title: TITLE, bytes: text.length, limit: MAX_BYTES }, { path }))
  }
  const records: Node[] = []
  const problems: Problem[] = []
  let values = 0
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const record = recordOf(line, index + 1, path)
    if (!record.ok) problems.push(...record.problems)
    else {
      records.push(record.value)
      values += record.value.kind === 'map' ? record.value.entries.size : 1
    }
    if (values > MAX_VALUES) return failed(problem('evidence.too-many', { limit: MAX_VALUES }, { path }))
    if (problems.length >= MAX_PROBLEMS) break
  }
  if (problems.length > 0) return failed(...problems.slice(0, MAX_PROBLEMS))
  if (!isInOrder(records)) {
    const params = { title: TITLE, at: 'step | epoch', expected: '0 ≤ … ≤ …' }
    return failed(problem('evidence.tool.malformed', params, { path }))
  }
  return ok(lastFilled({ kind: 'list', at: { line: 1, column: 1 }, items: records }, path))
}

/**
 * Whether the last record is the latest. Iterations are what a training loop counts, and one that is resumed counts some of
 * them again; records that are counted otherwise, as those of several models may be, have to rise.
 */
function isInOrder(records: readonly Node[]): boolean {
  if (records.some((record) => ['iteration', 'iter'].some((counter) => isCount(at(record, counter))))) return true
  return COUNTERS.some((counter) => {
    const counts = records.map((record) => at(record, counter))
    if (!counts.every(isCount)) return false
    const numbers = counts.map((count) => Number.parseInt(count !== undefined && 'text' in count ? count.text : '', 10))
    return numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0))
  })
}

function recordOf(line: string, number: number, path: string): Result<Node> {
  const parsed = parseJson(line, path)
  if (!parsed.ok) {
    return failed(...parsed.problems.map(({ message, at }) => ({ message, at: { ...at, path, line: number } })))
  }
  const record = onLine(parsed.value, number)
  if (isRecord(record)) return ok(record)
  const params = { title: TITLE, at: `${number}`, expected: '{"iter" | "step" | "epoch": 0…, "<metric>": <number>, …}' }
  return failed(problem('evidence.tool.malformed', params, { path, line: number, column: 1 }))
}

/** Each line is parsed as a text of its own; its values stand on this line of the file. */
function onLine(node: Node, line: number): Node {
  const at = { ...node.at, line }
  if (node.kind === 'list') return { ...node, at, items: node.items.map((item) => onLine(item, line)) }
  if (node.kind !== 'map') return { ...node, at }
  const entries = new Map(
    [...node.entries].map(([key, { keyAt, value }]) => [
      key,
      { keyAt: { ...keyAt, line }, value: onLine(value, line) },
    ]),
  )
  return { kind: 'map', at, entries }
}
