import { readFileSync } from 'node:fs'
import { judge } from '../../src/app/judge.js'
import { english, evidenceFrom, policyFrom } from './evidence.js'
import { repo } from './repo.js'

type Files = Readonly<Record<string, string>>

/** All checks of the gate on these load tests. */
export async function checksOf(serving: string, files: Files | undefined) {
  const evidence = await evidenceFrom(files === undefined ? {} : { 'load-test': files })
  return judge(policyFrom(`serving: ${serving}`), evidence).gates.flatMap(({ checks }) => checks)
}

/** What came of the only check, as `outcome: what is said`. */
export async function said(serving: string, files: Files | string | undefined): Promise<string> {
  const checks = await checksOf(serving, typeof files === 'string' ? { 'load.json': files } : files)
  return checks.map(({ outcome, message }) => `${outcome}: ${english(message)}`).join('\n')
}

/** A text of the tools' fixtures. */
export function fixture(path: string): string {
  return readFileSync(repo(`__tests__/fixtures/${path}`), 'utf8')
}
