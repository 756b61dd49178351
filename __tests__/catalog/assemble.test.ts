import { describe, expect, test } from '@jest/globals'
import { Decisions } from '../../src/catalog/decisions.js'
import type { Registered } from '../../src/catalog/model.js'
import { decided } from '../support/trail.js'
import { catalogOf, config } from './sample.js'

const CHURN = 'model: {name: churn, owner: "@acme/ml", version: 2, risk: high}\n'
const churn = (more: object = {}) => decided([{ name: 'churn', ...more }])
const flagsOf = (...given: Parameters<typeof catalogOf>) => catalogOf(...given).models.map(({ flags }) => flags)

describe('decisions', () => {
  const at = (sequence: number, verdict: 'pass' | 'fail', version: string) =>
    decided([{ name: 'churn', verdict, version }], { sequence })

  test('the last by its place counts, in whichever order they are read', () => {
    const entries = [at(1, 'pass', 'a'), at(2, 'pass', 'b'), at(3, 'fail', 'c')]
    for (const order of [entries, entries.toReversed(), [1, 0, 2].flatMap((index) => entries[index] ?? [])]) {
      const decisions = new Decisions()
      for (const entry of order) decisions.add(entry, 'x')
      const [one] = decisions.all()
      expect(one).toMatchObject({ decisions: 3, last: { version: 'c' }, allowed: { version: 'b' } })
    }
  })

  test('one name in two repositories is two models', () => {
    const other = decided([{ name: 'churn' }], { subject: { repository: 'acme/other' } })
    expect(catalogOf([churn(), other]).models.map(({ repository }) => repository)).toEqual(['acme/churn', 'acme/other'])
  })
})

describe('what needs somebody', () => {
  test.each<[string, ReturnType<typeof flagsOf>, string[]]>([
    ['nothing', flagsOf([churn({ version: '2' })], { configs: [config(CHURN)] }), []],
    ['a failure', flagsOf([churn({ version: '2', verdict: 'fail' })], { configs: [config(CHURN)] }), ['failed']],
    ['an error', flagsOf([churn({ version: '2', verdict: 'error' })], { configs: [config(CHURN)] }), ['failed']],
    ['a warning lets through', flagsOf([churn({ version: '2', verdict: 'warn' })], { configs: [config(CHURN)] }), []],
    ['no decision', flagsOf([], { configs: [config(CHURN)] }), ['never-judged']],
    ['another version', flagsOf([churn({ version: '1' })], { configs: [config(CHURN)] }), ['version-not-judged']],
    ['no version was recorded', flagsOf([churn()], { configs: [config(CHURN)] }), []],
    ['no config', flagsOf([churn({ owner: '@kim' })]), ['not-configured']],
    ['no config and no owner', flagsOf([churn()]), ['not-configured', 'no-owner']],
    [
      'mistakes and no owner',
      flagsOf([churn()], { configs: [config('model: {name: churn}\n')] }),
      ['config-mistakes', 'no-owner'],
    ],
    [
      'an owner to be filled in',
      flagsOf([churn()], { configs: [config('model: {name: churn, owner: TODO}\n')] }),
      ['no-owner'],
    ],
    [
      'two configs of one name',
      flagsOf([churn()], { configs: [config(CHURN, 'a/model_config.yaml'), config(CHURN, 'b/model_config.yaml')] }),
      ['configured-twice'],
    ],
  ])('%s', (_, flags, expected) => expect(flags).toEqual([expected]))

  test('without a trail nobody can say that a model was never judged', () => {
    const { trail: _, ...untold } = catalogOf([])
    expect(untold.models).toEqual([])
    const catalog = catalogOf([], { configs: [config(CHURN)], trail: undefined } as never)
    expect(catalog.models.map(({ flags }) => flags)).toEqual([[]])
    expect('trail' in catalog && catalog.trail !== undefined).toBe(false)
  })

  test.each([
    ['90 days old', '2026-08-27T12:00:00.000Z', false],
    ['a moment more', '2026-08-27T11:59:59.999Z', true],
    ['of today', '2026-11-25T12:00:00.000Z', false],
    ['of a clock that is a little ahead', '2026-11-26T11:00:00.000Z', false],
    ['of next year', '2027-11-25T12:00:00.000Z', true],
    ['of no day', '2026-02-31T12:00:00.000Z', true],
  ])('a decision %s', (_, time, stale) => {
    const [flags] = flagsOf([decided([{ name: 'churn', version: '2' }], { time })], { configs: [config(CHURN)] })
    expect(flags).toEqual(stale ? ['stale'] : [])
  })

  // The catalog is of noon on 2026-11-25, and a waiver's last day counts in full.
  test.each([
    ['2026-11-24', 'expired'],
    ['2026-11-25', 'expiring'],
    ['2026-12-25', 'active'],
    ['2026-12-24', 'expiring'],
    ['2026-02-30', 'expired'],
  ])('a waiver until %s is %s', (expires, state) => {
    const waivers = [{ check: 'performance/f1', reason: 'r', owner: '@a', 'approved-by': '@b', expires }]
    const [model] = catalogOf([churn({ waivers })]).models
    expect(model?.waivers.map((waiver) => waiver.state)).toEqual([state])
    const named = model?.flags.filter((flag) => flag.startsWith('waiver-'))
    expect(named).toEqual(state === 'active' ? [] : [`waiver-${state}`])
  })
})

describe('other catalogs', () => {
  const registered = (name: string): Registered => ({
    registry: 'gto',
    name,
    path: 'git tags',
    version: 'v1.0.0',
    stages: [],
  })

  test('names that differ in case and separators are one model', () => {
    const configs = [config('model: {name: Churn_Predictor, owner: b}\n')]
    const { models } = catalogOf([], { configs, registered: [registered('churn-predictor')] })
    expect(models.map(({ name, registered: all }) => [name, all.length])).toEqual([['Churn_Predictor', 1]])
  })

  test('a model that only they know is listed', () => {
    const { models } = catalogOf([], { registered: [registered('seg')] })
    expect(models).toMatchObject([{ name: 'seg', version: 'v1.0.0', flags: ['registered-only'] }])
  })
})

describe('a config and a decision', () => {
  const rows = (configured: string, ...judged: string[]) =>
    catalogOf(
      judged.map((name) => decided([{ name }])),
      { configs: [config(`model: {name: ${configured}, owner: b}\n`)] },
    ).models.map(({ name, configs, decisions }) => [name, configs.length, decisions])

  test.each<[string, string, string[], unknown[]]>([
    ['of one name', 'a_b', ['a_b'], [['a_b', 1, 1]]],
    ['of one name in two spellings', 'A-b', ['a_b'], [['a_b', 1, 1]]],
    [
      'of one name beside another spelling',
      'a-b',
      ['a-b', 'a_b'],
      [
        ['a-b', 1, 1],
        ['a_b', 0, 1],
      ],
    ],
    [
      'of which two spellings were judged',
      'a.b',
      ['a-b', 'a_b'],
      [
        ['a-b', 0, 1],
        ['a.b', 1, 0],
        ['a_b', 0, 1],
      ],
    ],
    [
      'of two names',
      'a',
      ['b'],
      [
        ['a', 1, 0],
        ['b', 0, 1],
      ],
    ],
  ])('%s', (_, configured, judged, expected) => expect(rows(configured, ...judged)).toEqual(expected))
})

test('a config whose name was judged in two repositories is nobody’s, and said so', () => {
  const other = decided([{ name: 'churn' }], { subject: { repository: 'acme/other' } })
  const catalog = catalogOf([churn(), other], { configs: [config(CHURN)] })
  expect(catalog.models).toHaveLength(3)
  expect(catalog.problems.map(({ message, at }) => [message.id, at?.path])).toEqual([
    ['catalog.ambiguous', 'm/model_config.yaml'],
  ])
})

test('the order of what was found changes nothing', () => {
  const configs = ['a', 'b', 'c'].map((name) =>
    config(`model: {name: ${name}, owner: x}\n`, `${name}/model_config.yaml`),
  )
  expect(catalogOf([churn()], { configs: configs.toReversed() })).toEqual(catalogOf([churn()], { configs }))
})
