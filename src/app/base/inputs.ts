import { rank, type TermValue, valueByName } from '../../gates/terms.js'
import { directionOf } from '../../policy/compare/direction.js'
import type { Shortcuts } from '../../policy/parse.js'
import type { Change } from '../../shared/change.js'
import { message } from '../../shared/message.js'
import { EXPRESSION, sameText } from '../inline-policy.js'
import type { ActionOptions } from '../inputs.js'
import { POLICY_FROM } from '../options.js'
import type { StepInputs } from './step.js'

/** Inputs that add to a policy's evidence. */
const SHORTCUTS = ['metrics', 'baseline', 'groups', 'model-card'] as const

/** The mildest first: `never` lets everything through. */
const FAILING: readonly string[] = ['never', 'fail', 'warn']
/** The judged commit's own policy is the milder choice. */
const SOURCES: readonly string[] = [...POLICY_FROM].reverse()

/**
 * What the base's step adds to its policy's evidence. Where it says so with an expression that can give what this run was
 * given, this run's is taken.
 */
export function stepShortcuts(step: StepInputs, given: Shortcuts): Shortcuts {
  const entries = SHORTCUTS.map((name) => {
    const written = step[name] ?? ''
    const now = given[name] ?? []
    const paths = linesOf(written)
    const alike = EXPRESSION.test(written) && sameText(paths.join('\n'), now.join('\n'))
    return [name, alike ? now : paths] as const
  })
  return Object.fromEntries(entries)
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Inputs beside the policy that decide what it means, and differ from those of the base's step. */
export function inputChanges(step: StepInputs, options: ActionOptions): Change[] {
  const { failOn, policyFrom, workingDirectory } = options
  return [
    ...changeOf('fail-on', step['fail-on'] || 'fail', failOn, (value) => rank(value, FAILING)),
    ...changeOf('policy-from', step['policy-from'] || 'auto', policyFrom, (value) => rank(value, SOURCES)),
    ...changeOf('working-directory', step['working-directory'] || '.', workingDirectory, (value) =>
      valueByName('working-directory', value),
    ),
  ]
}

function changeOf(name: string, base: string, head: string, value: (text: string) => TermValue): Change[] {
  if (EXPRESSION.test(base) && sameText(base, head)) return []
  const direction = directionOf(value(base), value(head))
  return direction === undefined ? [] : [{ what: message('base.input', { name }), base, head, direction }]
}

/** A policy that has moved, from a file into the workflow for instance. */
export function placeChange(base: string, head: string): Change[] {
  return base === head ? [] : [{ what: message('base.policy-place'), base, head, direction: 'changed' }]
}
