import type { Check } from '../verdict/outcome.js'
import type { Selector } from './contract.js'

/** Whether a selector means this check. */
export function selects(selector: Selector, check: Check): boolean {
  const [pattern = '', ...conditions] = selector.split('@')
  if (conditions.includes('confidence') && check.uncertainty?.interval?.confidence === undefined) return false
  return pattern.split('|').some((one) => matches(one, check.id))
}

/** A literal, or what begins and ends like the two sides of its `*`. */
function matches(pattern: string, id: string): boolean {
  const [head = '', tail] = pattern.split('*')
  if (tail === undefined) return id === pattern
  return id.length > head.length + tail.length && id.startsWith(head) && id.endsWith(tail)
}
