import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/*
 * The files through which a step tells the runner things: GITHUB_OUTPUT and its kin.
 */
const KINDS = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STATE', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const
type Kind = (typeof KINDS)[number]
export type CommandFiles = Readonly<Record<Kind, string>>

export const MAX_SUMMARY_BYTES = 1024 * 1024

export interface Told {
  readonly outputs: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly path: readonly string[]
  /** Empty where the file was over 1 MiB: the runner then shows nothing of it. */
  readonly summary: string
  /** What the runner complains of as an error of its own. */
  readonly errors: readonly string[]
  /** Whether one of the errors fails the step; an oversized summary does not. */
  readonly failed: boolean
}

/** Makes the files, empty as the runner makes them. */
export async function makeCommandFiles(temp: string): Promise<CommandFiles> {
  const folder = join(temp, '_runner_file_commands')
  await mkdir(folder, { recursive: true })
  const files = Object.fromEntries(KINDS.map((kind) => [kind, join(folder, kind.toLowerCase())]))
  for (const file of Object.values(files)) await writeFile(file, '')
  return files as CommandFiles
}

/** Reads what the step wrote, by the runner's rules. */
export async function readCommandFiles(files: CommandFiles): Promise<Told> {
  const broken: string[] = []
  const pairs = async (kind: Kind, name: string): Promise<Record<string, string>> => {
    try {
      return parseKeyValues(await readOrEmpty(files[kind]))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      broken.push(`Unable to process file command '${name}' successfully. ${why}`)
      return {}
    }
  }
  const outputs = await pairs('GITHUB_OUTPUT', 'output')
  const env = await pairs('GITHUB_ENV', 'env')
  const state = await pairs('GITHUB_STATE', 'state')
  const path = (await readOrEmpty(files.GITHUB_PATH)).split(/\r\n|\r|\n/).filter((line) => line !== '')
  const { summary, error } = await readSummary(files.GITHUB_STEP_SUMMARY)
  const errors = error === undefined ? broken : [...broken, error]
  return { outputs, env, state, path, summary, errors, failed: broken.length > 0 }
}

async function readSummary(file: string): Promise<{ summary: string; error?: string }> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size <= MAX_SUMMARY_BYTES) return { summary: await readOrEmpty(file) }
  const [limit, got] = [MAX_SUMMARY_BYTES, size].map((bytes) => Math.floor(bytes / 1024))
  const error = `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${limit}k, got ${got}k.`
  return { summary: '', error }
}

async function readOrEmpty(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '')
}

/**
 * `NAME=value` lines and `NAME<<END … END` blocks. A step that writes a value it does not control without a block, or
 * with an end that stands in the value, gives away its outputs; this shows it.
 */
export function parseKeyValues(text: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null)
  const lines = text.split('\n')
  // A last line break ends the last line; it does not begin another.
  if (lines.at(-1) === '') lines.pop()
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`)
      found[line.slice(0, equals)] = line.slice(equals + 1)
    } else if (heredoc >= 0) {
      const [name, delimiter] = [line.slice(0, heredoc), line.slice(heredoc + 2)]
      if (name === '' || delimiter === '') throw new Error(`Invalid format '${line}'. Name and delimiter are needed`)
      const end = lines.indexOf(delimiter, at + 1)
      if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`)
      found[name] = lines.slice(at + 1, end).join('\n')
      at = end
    } else throw new Error(`Invalid format '${line}'`)
  }
  return found
}
