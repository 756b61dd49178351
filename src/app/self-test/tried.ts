import type { Specimen } from '../../gates/specimens.js'
import type { Policy } from '../../policy/policy.js'
import type { ModelReport } from '../../report/model.js'
import type { Message } from '../../shared/message.js'
import type { Check, Enforcement, Outcome, Verdict } from '../../verdict/outcome.js'
import { decide } from '../../verdict/verdict.js'

/** One check, tried with evidence that is just bad enough for it. */
export interface Tried {
  readonly id: string
  /** What differs from evidence that passes. */
  readonly change: Message
  readonly outcome: Outcome
  /** What this check alone does to the verdict, all others passing. */
  readonly verdict: Verdict
  readonly blocks: boolean
  readonly enforcement: Enforcement
  /** Other checks that the same evidence fails; none, as a rule. */
  readonly also: readonly string[]
}

export function checksOf({ gates }: ModelReport): Check[] {
  return gates.flatMap(({ checks }) => checks)
}

/** What came of one specimen, held against the good set, of which `passing` are the checks that pass. */
export function tried(
  { id, change, refused = [] }: Pick<Specimen, 'id' | 'change' | 'refused'>,
  { onInsufficient }: Policy,
  good: ModelReport,
  bad: ModelReport,
  passing: ReadonlySet<string>,
): Tried {
  const found = new Map(checksOf(bad).map((check) => [check.id, check]))
  // A check that is gone does not block.
  const outcome = found.get(id)?.outcome ?? 'not-applicable'
  const alone = good.gates.map(({ enforcement, checks }) => ({
    enforcement,
    checks: checks.flatMap((check) => (check.id === id ? [{ outcome }] : passing.has(check.id) ? [check] : [])),
  }))
  const verdict = decide(alone, onInsufficient)
  const gate = good.gates.find(({ checks }) => checks.some((check) => check.id === id))
  const also = [...passing].filter((other) => other !== id && found.get(other)?.outcome !== 'pass')
  // Any other error blocks too, but it would not show that the demand is compared with the value.
  const isMeant = outcome !== 'error' || refused.includes(found.get(id)?.message.id ?? '')
  const blocks = (verdict === 'fail' || verdict === 'error') && isMeant
  return { id, change, outcome, verdict, blocks, enforcement: gate?.enforcement ?? 'block', also }
}
