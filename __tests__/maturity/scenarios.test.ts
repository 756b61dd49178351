import { describe, expect, test } from '@jest/globals'
import type { ItemId } from '../../src/maturity/ids.js'
import { advice, assessed } from '../support/assessed.js'

const attested = (...items: readonly ItemId[]) =>
  items.map((item) => ({ item, owner: '@acme/ml', link: 'https://example.com', expires: '2027-01-31', expired: false }))

const LEVEL_1 = attested('experiment-tracking', 'pipeline-as-code')
const LEVEL_2 = [...LEVEL_1, ...attested('tested-deployment', 'ml-ci-cd', 'performance-monitoring')]
const LEVEL_3 = [...LEVEL_2, ...attested('drift-detection', 'feature-store', 'ab-testing')]

describe('a start-up: two people, and five models after six months', () => {
  test('at first nothing is missing: one model fits by hand', async () => {
    const start = await assessed({}, { models: 1, team: 2 })
    expect(start.recommended).toMatchObject({ level: 0, team: 'fits' })
    expect(start.balance).toBe('fits')
    expect(advice(start)).toEqual(
      expect.arrayContaining([
        'Recommended: level 0 (manual process). By the table, the number of models (1) calls for level 0.',
        'Stage of a team at level 0: early (one or two full-stack data scientists do everything).',
      ]),
    )
  })

  test('with five models: level 1, hire an ML engineer, share a data engineer', async () => {
    const later = await assessed({}, { models: 5, team: 2 })
    expect(later.recommended).toMatchObject({ level: 1, team: 'smaller', horizon: 2 })
    expect(later.balance).toBe('debt')
    expect(advice(later)).toEqual(
      expect.arrayContaining([
        'Models: 5 (declared). Team: 2.',
        'Recommended: level 1 (ML pipeline automation). By the table, 5 models are the border of levels 1 and 2; with a team of 2 it is level 1.',
        'The team is smaller than the table has for level 1: hire before investing in more tools.',
        'So many models lead to level 2: data scientist (modelling, experiment design): dedicated, ML engineer (pipelines, serving): dedicated, data engineer (data pipelines): shared, MLOps engineer (infrastructure, CI/CD, monitoring): not needed yet, or shared.',
        'experiment tracking: start with MLflow, uv.',
        'training automation: start with DVC.',
        'basic serving: start with FastAPI.',
      ]),
    )
    expect(advice(later, 'ko')).toEqual(
      expect.arrayContaining([
        '이 모델 수는 레벨 2 단계로 이어집니다. 데이터 사이언티스트(모델링, 실험 설계): 전담, ML 엔지니어(파이프라인, 서빙): 전담, 데이터 엔지니어(데이터 파이프라인): 겸임, MLOps 엔지니어(인프라, CI/CD, 모니터링): 없음 또는 겸임.',
      ]),
    )
  })
})

describe('a shop with 15 models at level 2', () => {
  test('goes to level 3: feature store, drift detection that starts retraining, A/B tests, 3 + 2 + 2 months', async () => {
    const shop = await assessed({}, { models: 15, attestations: LEVEL_2 })
    expect(shop).toMatchObject({ level: 2, levelByEvidence: 0, balance: 'debt', nextLevel: 3 })
    expect(shop.recommended.level).toBe(3)
    expect(shop.next.map(({ area, items, example_months: months }) => [area, items, months])).toEqual([
      ['feature-store', ['feature-store'], 3],
      ['drift', ['drift-detection'], 2],
      ['ab', ['ab-testing'], 2],
    ])
    expect(shop.next.map(({ starters }) => starters.map(({ tool }) => tool))).toEqual([
      ['Feast', 'Feast'],
      ['Evidently, Airflow'],
      ['KServe'],
    ])
    expect(advice(shop)).toEqual(
      expect.arrayContaining([
        'What keeps it from level 3: Detection of data drift is running, A feature store is in operation, There is infrastructure for A/B tests.',
        'Without attestations the evidence reaches level 0.',
        'Recommended: level 3 (automated retraining). By the table, 15 models are the border of levels 2 and 3: the lower until it is reached, then the higher.',
        'feature store: start with Feast. It took 3 months in the example of a shop with 15 models.',
        'drift detection: start with Evidently, Airflow. It took 2 months in the example of a shop with 15 models.',
        'A/B tests: start with KServe. It took 2 months in the example of a shop with 15 models.',
        'In that example all of it took 7 months, and retraining went from 5 days to 4 hours.',
      ]),
    )
  })

  test('at level 1 with 15 models it is level 2 that is next', async () => {
    const shop = await assessed({}, { models: 15, attestations: LEVEL_1 })
    expect(shop).toMatchObject({ level: 1, balance: 'debt', nextLevel: 2 })
    expect(shop.recommended.level).toBe(2)
    expect(shop.next.map(({ area }) => area)).toEqual(['ci-cd', 'containers', 'monitoring'])
  })
})

test('one model does not need level 4', async () => {
  const all = [...LEVEL_3, ...attested('self-service', 'automated-governance')]
  const one = await assessed({}, { models: 1, attestations: all })
  expect(one).toMatchObject({ level: 4, balance: 'over-investment', nextLevel: null, next: [] })
  expect(advice(one).join('\n')).toContain('Over-investment: the repository shows more than this needs.')
})

test('level 3 goes to level 4 by platform, cost and governance', async () => {
  const { next } = await assessed({}, { models: 60, attestations: LEVEL_3 })
  expect(next.map(({ area, state }) => [area, state])).toEqual([
    ['platform', 'open'],
    ['cost', 'open'],
    ['governance', 'open'],
  ])
})

test('the lowest open question caps the level, whatever is answered above it', async () => {
  const attestations = LEVEL_3.filter(({ item }) => item !== 'pipeline-as-code')
  expect(await assessed({}, { attestations })).toMatchObject({ level: 0, caps: ['pipeline-as-code'] })
})

test('an attestation that has expired counts for nothing, and is shown', async () => {
  const attestations = LEVEL_1.map((one) => ({ ...one, expired: one.item === 'pipeline-as-code' }))
  const { level, items } = await assessed({}, { attestations })
  expect(level).toBe(0)
  expect(items[0]).toMatchObject({ status: 'attested', grade: null, evidence: [] })
  expect(items[1]).toMatchObject({ status: 'not-found', attestations: [{ expired: true }] })
})
