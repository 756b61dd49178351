import { judge } from '../../src/app/judge.js'
import type { Evidence } from '../../src/evidence/evidence.js'
import { readContent } from '../../src/evidence/formats/choose.js'
import { english, evidenceFrom, policyFrom } from './evidence.js'
import { open } from './outcomes.js'
import { repo } from './repo.js'

type Importances = Readonly<Record<string, number>>

/** A plain file of importances, and what else it says. */
export function file(importances: Importances, more: object = {}): string {
  return JSON.stringify({ feature_importance: importances, ...more })
}

interface Files {
  readonly now?: Readonly<Record<string, string>> | string
  readonly before?: Readonly<Record<string, string>> | string
}

/** All checks of the gate. */
export async function checksOf(options: string, { now, before }: Files) {
  const named = (text: Files['now'], name: string) => (typeof text === 'string' ? { [name]: text } : text)
  const [current, former] = [named(now, 'shap.json'), named(before, 'former.json')]
  const evidence = await evidenceFrom({
    ...(current && { explanations: current }),
    ...(former && { 'baseline-explanations': former }),
  })
  return judge(policyFrom(`explainability: ${options}`), evidence).gates.flatMap(({ checks }) => checks)
}

/** The checks besides the one of the evidence itself, as `id outcome: what is said`. */
export async function said(options: string, now: Files['now'], before?: Files['before']): Promise<string> {
  const checks = await checksOf(options, { ...(now !== undefined && { now }), ...(before !== undefined && { before }) })
  return checks
    .filter(({ id }) => options.includes('required') || id !== 'explainability/evidence')
    .map(({ id, outcome, message }) => `${id.replace('explainability/', '')} ${outcome}: ${english(message)}`)
    .join('\n')
}

/** The evidence of a file or folder of the tools' fixtures. */
async function ofFixture(path: string): Promise<Evidence> {
  const read = await readContent(open(repo('__tests__/fixtures'), path), { path, role: 'explanations' })
  if (!read.ok) throw new Error(path)
  const { format, content } = read.value
  const item = { file: { kind: 'explanations', path, format, bytes: 1, sha256: '' }, content }
  const none = await evidenceFrom({})
  return { ...none, explanations: { declared: true, items: [item], absent: [], unreadable: [] } }
}

/** The lines of what comes of a fixture. */
export async function linesOf(options: string, path: string): Promise<string[]> {
  const model = judge(policyFrom(`explainability: ${options}`), await ofFixture(path))
  return model.gates.flatMap(({ checks }) =>
    checks.map(({ id, outcome, message }) => `${id.replace('explainability/', '')} ${outcome}: ${english(message)}`),
  )
}
