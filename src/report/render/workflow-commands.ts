import { clipBytes } from '../../shared/clip.js'
import { message } from '../../shared/message.js'
import { logLine, workflowData, workflowProperty } from '../escape.js'
import type { Annotation } from '../model.js'
import type { Wording } from '../wording.js'

/** The runner keeps ten of each kind in a step; the tenth error is left for the step's own. */
const MAX_OF_A_KIND = 9
/** The runner cuts a message at 4096 characters. */
const MAX_MESSAGE_BYTES = 4_000

const COMMANDS = { failure: 'error', warning: 'warning', notice: 'notice' } as const

/** Annotations as lines that the runner understands; a last plain line counts those that were too many. */
export function workflowCommands(annotations: readonly Annotation[], wording: Wording): string[] {
  const seen = { failure: 0, warning: 0, notice: 0 }
  const lines: string[] = []
  for (const annotation of annotations) {
    seen[annotation.level] += 1
    if (seen[annotation.level] <= MAX_OF_A_KIND) lines.push(command(annotation))
  }
  const beyond = (count: number) => Math.max(0, count - MAX_OF_A_KIND)
  const [errors, warnings, notices] = [beyond(seen.failure), beyond(seen.warning), beyond(seen.notice)]
  if (errors + warnings + notices > 0) {
    lines.push(logLine(wording.say(message('report.commands.more', { errors, warnings, notices }))))
  }
  return lines
}

function command({ level, at, title, message: text }: Annotation): string {
  const properties = [`file=${workflowProperty(at.path)}`]
  if (at.line !== undefined) properties.push(`line=${at.line}`)
  if (at.column !== undefined && at.column >= 1) properties.push(`col=${at.column}`)
  properties.push(`title=${workflowProperty(title)}`)
  const line = `::${COMMANDS[level]} ${properties.join(',')}::${workflowData(clipBytes(text, MAX_MESSAGE_BYTES))}`
  // A runner that only knows the old syntax looks for it anywhere in a line.
  return line.replaceAll('##[', '# #[')
}
