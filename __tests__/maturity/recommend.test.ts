import { describe, expect, test } from '@jest/globals'
import type { Level } from '../../src/maturity/ids.js'
import { recommend } from '../../src/maturity/recommend.js'
import { LEVEL_TABLE, ROADMAP, rolesAt, stageAt } from '../../src/maturity/table.js'

describe('the table of levels', () => {
  test('has the models and the teams of each level', () => {
    expect(LEVEL_TABLE.map(({ level, models, team }) => [level, models.from, models.to, team.from, team.to])).toEqual([
      [0, 1, 2, 1, 2],
      [1, 3, 5, 3, 5],
      [2, 5, 15, 5, 10],
      [3, 15, 50, 10, 20],
      [4, 50, undefined, 20, undefined],
    ])
  })

  test('the roadmap has three fields a step, in their order', () => {
    expect(ROADMAP).toEqual({
      1: ['tracking', 'training', 'serving'],
      2: ['ci-cd', 'containers', 'monitoring'],
      3: ['feature-store', 'drift', 'ab'],
      4: ['platform', 'cost', 'governance'],
    })
  })

  test('the roles are those of the columns 0-1, 2-3 and 4', () => {
    const needs = (level: Level) => rolesAt(level).map(({ need }) => need)
    const [low, middle] = [
      ['shared', 'not-yet', 'not-yet', 'not-yet', 'not-yet'],
      ['dedicated', 'dedicated', 'shared', 'not-yet-or-shared', 'not-yet'],
    ]
    expect(([0, 1, 2, 3, 4] as const).map(needs)).toEqual([low, low, middle, middle, Array(5).fill('dedicated')])
    expect(rolesAt(0).map(({ role }) => role)).toEqual([
      'data-scientist',
      'ml-engineer',
      'data-engineer',
      'mlops-engineer',
      'platform-engineer',
    ])
  })

  test('a team grows through four stages', () => {
    expect(([0, 1, 2, 3, 4] as const).map(stageAt)).toEqual(['early', 'growth', 'growth', 'expansion', 'mature'])
  })
})

/** Models, team, reached level → recommended level. */
type Row = readonly [models: number | undefined, team: number | undefined, reached: Level, level: Level | null]

test.each<Row>([
  [undefined, undefined, 0, null],
  [1, undefined, 0, 0],
  [2, undefined, 4, 0],
  [3, undefined, 0, 1],
  [4, 30, 0, 1],
  [6, undefined, 0, 2],
  [14, 1, 0, 2],
  [16, undefined, 0, 3],
  [49, undefined, 0, 3],
  [51, undefined, 0, 4],
  [999_999, 1, 0, 4],
  // The borders: the team decides.
  [5, 2, 0, 1],
  [5, 4, 0, 1],
  [5, 7, 0, 2],
  [5, 30, 0, 2],
  [15, 3, 2, 2],
  [15, 8, 2, 2],
  [15, 12, 0, 3],
  [50, 12, 0, 3],
  [50, 25, 0, 4],
  // Where it fits both, or is not known: the lower until it is reached, then the higher.
  [5, 5, 0, 1],
  [5, 5, 1, 2],
  [5, undefined, 0, 1],
  [5, undefined, 1, 2],
  [15, undefined, 1, 2],
  [15, undefined, 2, 3],
  [15, undefined, 4, 3],
  [50, 20, 3, 4],
  // Without models the team alone.
  [undefined, 2, 0, 0],
  [undefined, 5, 0, 1],
  [undefined, 5, 1, 2],
  [undefined, 21, 0, 4],
])('%p models and a team of %p at level %p: level %p', (models, team, reached, level) => {
  const scale = { ...(models !== undefined && { models }), ...(team !== undefined && { team }) }
  expect(recommend(scale, reached).level).toBe(level)
})

test.each([
  [5, 2, 'smaller'],
  [4, 4, 'fits'],
  [4, 9, 'larger'],
  [4, undefined, 'unknown'],
] as const)('%p models and a team of %p: the team is %s', (models, team, size) => {
  expect(recommend({ models, ...(team !== undefined && { team }) }, 0).team).toBe(size)
})

test('more models never make the recommended level lower', () => {
  for (const team of [undefined, 1, 5, 10, 20, 40]) {
    for (const reached of [0, 1, 2, 3, 4] as const) {
      const levels = Array.from({ length: 80 }, (_, index) => {
        const scale = { models: index + 1, ...(team !== undefined && { team }) }
        return recommend(scale, reached).level ?? -1
      })
      expect(levels).toEqual([...levels].sort((a, b) => a - b))
    }
  }
})
