import type { Language } from '../../report/wording.js'
import { message } from '../../shared/message.js'
import { failed, ok, type Problem, type Result } from '../../shared/problem.js'
import { chooser, text, usage, type Values } from '../option-values.js'
import { LANGUAGES } from '../options.js'
import { daysIn } from './days.js'

const FORMATS = ['markdown', 'json', 'csv'] as const

/** What `ml-gate catalog` is asked. */
export interface CatalogArguments {
  /** The folder whose models are listed. */
  readonly path: string
  /** The folder of the audit trail, relative to the current one; without one nothing is known of decisions. */
  readonly audit?: string
  readonly staleAfterDays: number
  readonly format: (typeof FORMATS)[number]
  readonly language: Language
  /** Print entities for Backstage instead of the catalog. */
  readonly writeBackstage: boolean
}

/** Reads what stands behind `ml-gate catalog`, every mistake at once. */
export function catalogRequest(
  values: Values,
  paths: readonly string[],
): Result<{ command: 'catalog' } & CatalogArguments> {
  const problems: Problem[] = []
  const choose = chooser(values, problems)
  if (paths.length > 1) problems.push(usage(message('cli.too-many', { paths })))
  const format = choose('format', FORMATS, 'markdown')
  const language = choose('language', LANGUAGES, 'en')
  const [audit, staleAfter] = [text(values, 'audit'), text(values, 'stale-after')]
  const staleAfterDays = daysIn(staleAfter)
  const writeBackstage = values['write-backstage'] === true
  // Entities have one form; a list in another would be quietly left out.
  if (writeBackstage && values.format !== undefined)
    problems.push(usage(message('cli.not-both', { one: '--write-backstage', other: '--format' })))
  if (staleAfterDays === undefined)
    problems.push(usage(message('cli.days', { name: '--stale-after', found: staleAfter ?? '' })))
  if (problems.length > 0 || staleAfterDays === undefined) return failed(...problems)
  const asked = { path: paths[0] ?? '.', format, language, staleAfterDays, writeBackstage }
  return ok({ command: 'catalog', ...asked, ...(audit !== undefined && { audit }) })
}
