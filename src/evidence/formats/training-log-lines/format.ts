import { parseJson } from '../../readers/json/parse.js'
import type { TextFormat } from '../contract.js'
import { isRecord } from './record.js'

export const format: TextFormat = {
  id: 'training-log-lines',
  title: 'training log as JSON Lines (MMEngine, Detectron2)',
  roles: ['metrics'],
  shape: '{"iter" or "iteration", "step", "epoch": …, "<metric>": <number>, …} on each line, and no texts',
  from: 'text',
  recognises,
  load: () => import('./read.js'),
}

/** Longest line that is looked at: a record has some dozens of numbers. */
const MAX_LINE = 20_000

/** Two records at the beginning. The rest is looked at when it is read. */
function recognises(text: string): boolean {
  const lines = text
    .slice(0, 2 * MAX_LINE)
    .trimStart()
    .split(/\r?\n/, 2)
  return (
    lines.length === 2 &&
    lines.every((line) => {
      const node = line.startsWith('{') ? parseJson(line, '') : undefined
      return node?.ok === true && isRecord(node.value)
    })
  )
}
