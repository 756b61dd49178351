import { logLine, visible } from '../../report/escape.js'
import type { Wording } from '../../report/wording.js'
import type { Assessment } from '../assess.js'
import { type Block, blocksOf, type Cell } from './blocks.js'

/** The assessment for a terminal or a log; every line is safe where a runner listens. */
export function assessmentText(assessment: Assessment, wording: Wording): string {
  const blocks = blocksOf(assessment).map((block) => linesOf(block, wording).map(logLine).join('\n'))
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function linesOf(block: Block, wording: Wording): string[] {
  const say = (text: Parameters<Wording['say']>[0]) => visible(wording.say(text))
  switch (block.kind) {
    case 'title':
    case 'heading':
      return [say(block.text)]
    case 'lines':
      return block.lines.map(say)
    case 'table':
      return block.rows.flatMap((row) => rowOf(row, block.head.map(say), say))
    case 'starters':
      return block.starters.map(({ tool, path }) => `  ${tool}: ${path}`)
  }
}

/** What is short on one line, then what was found, then what was not. */
function rowOf(
  row: readonly Cell[],
  head: readonly string[],
  say: (text: Parameters<Wording['say']>[0]) => string,
): string[] {
  const [short, long]: [string[], string[]] = [[], []]
  for (const [index, cell] of row.entries()) {
    if (typeof cell === 'object' && !('id' in cell)) {
      long.push(...cell.lines.map(({ place, text }) => `    ${visible(place)}  ${visible(text)}`))
      long.push(...cell.notes.map((note) => `    ${say(note)}`))
    } else if (index < 3) short.push(typeof cell === 'object' ? say(cell) : String(cell))
    else if (cell !== '') long.push(`    ${head[index] ?? ''}: ${typeof cell === 'object' ? say(cell) : cell}`)
  }
  return [row.length > 2 ? `${short[0] ?? ''}  ${short.slice(1).join(': ')}` : short.join(': '), ...long]
}
