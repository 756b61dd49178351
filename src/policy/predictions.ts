import { type Problem, problem } from '../shared/problem.js'
import type { PolicyDocument } from './document.js'
import type { Predictions } from './policy.js'

type WrittenPredictions = Omit<Predictions, 'at' | 'positive' | 'groups'> & {
  readonly positive?: string | number | boolean
  readonly groups?: readonly string[]
}

/** `evidence: predictions` as a policy states it, after the schema has accepted it. */
export function predictionsOf(written: unknown, document: PolicyDocument): Predictions | undefined {
  if (written === undefined) return undefined
  const { positive, groups = [], ...named } = written as WrittenPredictions
  const at = document.locate(['evidence', 'predictions'])
  return { ...named, groups, at, ...(positive !== undefined && { positive: String(positive) }) }
}

/** A label that is also the prediction or the score: every model would be perfect. */
export function predictionMistakes(evidence: unknown, document: PolicyDocument): Problem[] {
  const written = memberOf(evidence, 'predictions')
  if (typeof written !== 'object' || written === null) return []
  const { label, prediction, score } = written as Partial<WrittenPredictions>
  return Object.entries({ prediction, score }).flatMap(([key, column]) =>
    column !== undefined && column === label
      ? [
          problem(
            'policy.own-label',
            { key, column: String(column) },
            document.locate(['evidence', 'predictions', key]),
          ),
        ]
      : [],
  )
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}
