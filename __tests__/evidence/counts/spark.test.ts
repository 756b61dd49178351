import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { METRIC_NAMES } from '../../../src/evidence/measure/names.js'
import { repo } from '../../support/repo.js'
import { ATTRIBUTES, DIVISIONS, ofCounts, ofPredictions, shownOf } from './support.js'

const fixture = (path: string) => readFileSync(repo(`__tests__/fixtures/${path}`), 'utf8')

test('what Spark wrote gives every metric of scores and classes that the predictions give', async () => {
  const rows = await ofPredictions(fixture('predictions/predictions.csv'))
  const counts = await ofCounts(fixture('counts/spark-counts.csv'), fixture('counts/spark-histogram.csv'), {
    groups: ATTRIBUTES,
    metrics: [...METRIC_NAMES],
  })
  if (Array.isArray(counts)) throw new Error(counts.join('\n'))
  const pairs = [
    [rows, counts] as const,
    ...DIVISIONS.flatMap((by) =>
      (rows.groups(by) ?? []).map((group) => {
        const same = counts.groups(by)?.find(({ name }) => name === group.name)
        if (same === undefined) throw new Error(group.name)
        return [group, same] as const
      }),
    ),
  ]
  expect(pairs.length).toBe(1 + 2 + 3 + 6 + 6)
  for (const [one, other] of pairs) {
    for (const name of METRIC_NAMES) {
      const [a, b] = [shownOf(one.metric(name)), shownOf(other.metric(name))]
      if (typeof a === 'string') expect([name, typeof b]).toEqual([name, 'string'])
      else expect(b).toBeCloseTo(a, 12)
    }
  }
})
