import type { Language } from '../../report/wording.js'
import { message } from '../../shared/message.js'
import { failed, ok, type Problem, type Result } from '../../shared/problem.js'
import { chooser, FORMATS, text, usage, type Values } from '../option-values.js'
import { LANGUAGES, type Options } from '../options.js'

/** What `ml-gate assess` is asked. */
export interface AssessArguments {
  /** The folder that is assessed. */
  readonly path: string
  readonly policy: Extract<Options['policy'], { kind: 'file' }>
  readonly models?: number
  readonly team?: number
  /** The JSON of an earlier assessment. */
  readonly previous?: string
  readonly format: (typeof FORMATS)[number]
  readonly language: Language
}

/** Reads what stands behind `ml-gate assess`, every mistake at once. */
export function assessRequest(
  values: Values,
  paths: readonly string[],
  policy: AssessArguments['policy'],
): Result<{ command: 'assess' } & AssessArguments> {
  const problems: Problem[] = []
  const choose = chooser(values, problems)
  if (paths.length > 1) problems.push(usage(message('cli.too-many', { paths })))
  const count = (option: 'models' | 'team-size'): number | undefined => {
    const found = text(values, option)
    if (found === undefined || /^[1-9]\d{0,5}$/.test(found))
      return found === undefined ? undefined : Number.parseInt(found, 10)
    problems.push(usage(message('cli.count', { name: `--${option}`, found })))
    return undefined
  }
  const [models, team, previous] = [count('models'), count('team-size'), text(values, 'previous')]
  const format = choose('format', FORMATS, 'text')
  const language = choose('language', LANGUAGES, 'en')
  if (problems.length > 0) return failed(...problems)
  const given = { ...(models && { models }), ...(team && { team }), ...(previous && { previous }) }
  return ok({ command: 'assess', path: paths[0] ?? '.', policy, format, language, ...given })
}
