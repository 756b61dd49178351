import { markdownCode, markdownText } from '../../report/escape.js'
import type { Wording } from '../../report/wording.js'
import { clipBytes } from '../../shared/clip.js'
import type { Assessment } from '../assess.js'
import { type Block, blocksOf, type Cell } from './blocks.js'

const LANGUAGE: Readonly<Record<string, string>> = { py: 'python', yaml: 'yaml', txt: 'text' }

/** The assessment as GitHub Markdown, for the job summary and for `--format markdown`. */
export function assessmentMarkdown(assessment: Assessment, wording: Wording, maxBytes: number): string {
  const text = blocksOf(assessment)
    .map((block) => markdownOf(block, wording))
    .filter((block) => block !== '')
    .join('\n\n')
  return clipBytes(`${text}\n`, maxBytes)
}

function markdownOf(block: Block, wording: Wording): string {
  const say = (text: Parameters<Wording['say']>[0]) => wording.say(text, markdownText)
  switch (block.kind) {
    case 'title':
      return `## ${say(block.text)}`
    case 'heading':
      return `### ${say(block.text)}`
    case 'lines':
      return block.lines.map((line) => `- ${say(line)}`).join('\n')
    case 'table':
      return [
        `| ${block.head.map(say).join(' | ')} |`,
        `|${'---|'.repeat(block.head.length)}`,
        ...block.rows.map((row) => `| ${row.map((cell) => cellOf(cell, say)).join(' | ')} |`),
      ].join('\n')
    case 'starters':
      return block.starters
        .map(({ tool, path, text }) => {
          const language = LANGUAGE[path.split('.').at(-1) ?? ''] ?? 'dockerfile'
          return `<details><summary>${markdownText(tool)}: <code>${markdownText(path)}</code></summary>\n\n\`\`\`${language}\n${text}\`\`\`\n\n</details>`
        })
        .join('\n')
  }
}

function cellOf(cell: Cell, say: (text: Parameters<Wording['say']>[0]) => string): string {
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'string') return markdownText(cell)
  if ('id' in cell) return say(cell)
  const lines = cell.lines.map(({ place, text }) => `${markdownCode(place)} ${markdownCode(text)}`)
  return [...lines, ...cell.notes.map(say)].join('<br>')
}
