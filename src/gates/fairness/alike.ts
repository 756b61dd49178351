import type { Evidence } from '../../evidence/evidence.js'
import { type Message, message } from '../../shared/message.js'
import { plainName, readRates, soleOf } from './groups.js'
import { type Options, rulesOf } from './options.js'

/** Most pairs that are told. */
const MAX_NOTES = 5

/**
 * Groups that differ only in case or blanks, as `Female` and `female` do: of one group split in two neither half is what
 * the policy means. They may be two, so this decides nothing as long as there is another group.
 */
export function alikeNotes({ options }: { readonly options: Options }, evidence: Evidence): Message[] {
  const rules = rulesOf(options)
  const notes = new Map<string, Message>()
  for (const { rule } of rules) {
    const read = readRates(evidence, rule, soleOf(rules))
    if (read.kind === 'none') continue
    const first = new Map<string, string>()
    for (const { name } of read.rates[0].groups) {
      const plain = plainName(name)
      const other = first.get(plain)
      if (other === undefined) first.set(plain, name)
      else notes.set(`${rule.by}/${plain}`, message('fairness.alike', { by: rule.by, one: other, other: name }))
    }
  }
  return [...notes.values()].slice(0, MAX_NOTES)
}
