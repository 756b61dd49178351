import { EVIDENCE_KINDS } from '../evidence/kinds.js'
import type { Change } from '../shared/change.js'
import { type Problem, problem } from '../shared/problem.js'
import { comparePolicies, termsOf } from './compare/compare.js'
import { nameOf } from './compare/differences.js'
import type { Policy } from './policy.js'

/** A policy that is extended, with what it extends itself, and what it lets others loosen. */
export interface Below {
  readonly source: string
  readonly policy: Policy
  readonly list: readonly string[]
}

/** Where evidence lies, which model it is and what is extended are a team's own; a difference there loosens nothing. */
const FREE: readonly string[] = [
  ...['version', 'model', 'extends', 'models'],
  ...[...EVIDENCE_KINDS, 'predictions', 'counts'].map((kind) => `evidence/${kind}`),
]

/**
 * Every demand of the policies below that the result does not make as strictly, the lowest policy first. Only a proof
 * passes: what cannot be compared counts as looser. A demand that a policy took over as it is belongs to the one below it.
 */
export function loosened(below: readonly Below[], result: Policy): Problem[] {
  const problems: Problem[] = []
  let before: readonly Change[] = []
  for (const { source, policy, list } of below) {
    const found = comparePolicies(policy, result).filter(
      (change) => isLooser(change, policy) && !ownWaiver(change, policy, result),
    )
    for (const change of found) {
      if (before.some((other) => sameAs(other, change)) || allowed(change, list)) continue
      problems.push(worded(change, source))
    }
    before = found
  }
  return problems
}

function isLooser({ direction, name = '', base, alike }: Change, below: Policy): boolean {
  if (direction !== 'changed' || alike === true || FREE.includes(name)) return direction === 'weaker'
  // A key of the policy that the one below does not have takes nothing away from it; an option of a gate may.
  return base !== undefined || below.gates.some(({ id }) => id === name.split('/')[0])
}

function sameAs(a: Change, b: Change): boolean {
  return a.name === b.name && a.base === b.base && a.head === b.head
}

/** A name allows what it says and what stands below it; a waiver also by the check that it waives. */
function allowed({ name = '' }: Change, list: readonly string[]): boolean {
  const names = [name, name.replace(/^waivers\//, '')]
  return list.some((entry) => names.some((it) => it === entry || it.startsWith(`${entry}/`)))
}

/** A waiver of a check that only the team's own part demands. */
function ownWaiver({ name = '' }: Change, below: Policy, result: Policy): boolean {
  if (!name.startsWith('waivers/')) return false
  const check = name.slice('waivers/'.length)
  const gate = check.split('/')[0]
  if (!below.gates.some(({ id }) => id === gate)) return true
  const about = (policy: Policy) => namesIn(policy).filter((it) => isBelow(check, it) || isBelow(it, check))
  const demanded = about(below)
  return demanded.length === 0 && about(result).length > 0
}

function isBelow(name: string, above: string): boolean {
  return name === above || name.startsWith(`${above}/`)
}

/** The names of all that the gates of a policy demand. */
function namesIn({ gates }: Policy): string[] {
  return gates.flatMap((gate) => termsOf(gate).map(({ key }) => nameOf(key, gate.id)))
}

/** Names in a list that nothing in its policy has, so that they would allow nothing. */
export function unknownNames(list: readonly string[], policy: Policy): string[] {
  const ids = policy.gates.map(({ id }) => id)
  const general = [
    'risk',
    'level',
    'on-insufficient',
    'waivers',
    'enforcement',
    ...ids.map((id) => `enforcement/${id}`),
  ]
  const known = [
    ...general,
    ...Object.keys(policy.resolved as object),
    ...ids,
    ...namesIn(policy),
    'evidence/bind',
    'evidence/max-age',
  ]
  return list.filter((entry) => !entry.startsWith('waivers/') && !known.some((name) => isBelow(name, entry)))
}

function worded({ what, base, head, name = '', direction, at }: Change, source: string): Problem {
  const facts = { what, source, name }
  if (direction === 'changed') {
    return problem('extends.not-comparable', { ...facts, base: base ?? '–', head: head ?? '–' }, at)
  }
  if (head === undefined) return problem('extends.dropped', { ...facts, base: base ?? '–' }, at)
  return base === undefined
    ? problem('extends.added', { ...facts, head }, at)
    : problem('extends.weaker', { ...facts, base, head }, at)
}
