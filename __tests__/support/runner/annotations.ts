import { relative } from 'node:path'
import type { Command } from './commands.js'

export type AnnotationLevel = 'error' | 'warning' | 'notice'

/** An annotation as the run's page shows it. */
export interface Annotation {
  readonly level: AnnotationLevel
  readonly message: string
  readonly title?: string
  /** Relative to the workspace where it lies inside it. */
  readonly file?: string
  readonly line?: number
  readonly endLine?: number
  readonly column?: number
  readonly endColumn?: number
}

export const MAX_PER_LEVEL = 10
export const MAX_MESSAGE = 4096

export interface Shown {
  /** What people see: at most ten of a level. */
  readonly annotations: readonly Annotation[]
  /** How many were sent beyond that and went to the log only. */
  readonly dropped: number
}

/** The annotations of a step, cut to what the runner lets through. */
export function showAnnotations(commands: readonly Command[], workspace: string): Shown {
  const all = commands.flatMap((command) => {
    const level = levelOf(command.name)
    return level === undefined ? [] : [annotation(command, level, workspace)]
  })
  const counts = new Map<AnnotationLevel, number>()
  const annotations = all.filter(({ level }) => {
    const count = (counts.get(level) ?? 0) + 1
    counts.set(level, count)
    return count <= MAX_PER_LEVEL
  })
  return { annotations, dropped: all.length - annotations.length }
}

function levelOf(name: string): AnnotationLevel | undefined {
  return name === 'error' || name === 'warning' || name === 'notice' ? name : undefined
}

function annotation(command: Command, level: AnnotationLevel, workspace: string): Annotation {
  const { properties } = command
  const title = properties.get('title')
  const file = properties.get('file')
  return {
    level,
    message: command.data.slice(0, MAX_MESSAGE),
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file: fromWorkspace(file, workspace) }),
    ...position(properties),
  }
}

function fromWorkspace(file: string, workspace: string): string {
  return file.startsWith(`${workspace}/`) ? relative(workspace, file) : file
}

type Position = Pick<Annotation, 'line' | 'endLine' | 'column' | 'endColumn'>

/** Lines and columns that make no sense together are dropped, not refused. */
function position(properties: ReadonlyMap<string, string>): Position {
  const endLine = whole(properties.get('endline'))
  const line = whole(properties.get('line')) ?? endLine
  const endColumn = whole(properties.get('endcolumn'))
  const column = whole(properties.get('col')) ?? endColumn
  const backwards = line !== undefined && endLine !== undefined && endLine < line
  const lines = backwards ? {} : { ...entry('line', line), ...entry('endLine', endLine) }
  const severalLines = endLine !== undefined && endLine !== line
  const columnsBackwards = column !== undefined && endColumn !== undefined && endColumn < column
  if (line === undefined || severalLines || columnsBackwards) return lines
  return { ...lines, ...entry('column', column), ...entry('endColumn', endColumn) }
}

function entry(key: keyof Position, value: number | undefined): Position {
  return value === undefined ? {} : { [key]: value }
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[+-]?\d{1,9}\s*$/.test(text) ? Number.parseInt(text, 10) : undefined
}
