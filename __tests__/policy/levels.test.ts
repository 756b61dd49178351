import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { layered } from '../../src/policy/layers.js'
import { LEVELS } from '../../src/policy/levels.js'
import { english, parsed, policyFrom } from '../support/evidence.js'
import { judgeFiles } from '../support/judged.js'

const gatesOf = (text: string) => policyFrom(text).gates.map(({ id, enforcement }) => `${id}: ${enforcement}`)

describe('a level', () => {
  test('turns on the gates that the policy does not write, with the enforcement that fits it', () => {
    expect(gatesOf('level: 0')).toEqual(['documentation: observe'])
    expect(gatesOf('level: 1')).toEqual(['documentation: warn'])
    expect(gatesOf('level: 2')).toEqual(['documentation: block'])
    expect(gatesOf('level: 3')).toEqual(['documentation: block', 'drift: block'])
    expect(gatesOf('level: 4')).toEqual(['documentation: block', 'drift: block', 'explainability: block'])
  })

  test('leaves what is written as it is: options one by one, and its enforcement', () => {
    expect(gatesOf('level: 1\ndocumentation: {require: [owner]}')).toEqual(['documentation: block'])
    const written = policyFrom('level: 2\ndocumentation: {require: [owner], measured: true}').gates[0]
    expect(written?.options).toEqual({ require: ['owner'], measured: true })
    expect(policyFrom('level: 2\ndocumentation: {measured: true}').gates[0]?.options).toMatchObject({ measured: true })
    expect(gatesOf('level: 0\nenforcement: {documentation: block}')).toEqual(['documentation: block'])
  })

  test('is where its demands stand', () => {
    const [gate] = policyFrom('model: m\nlevel: 2\nperformance: {f1: {min: 0.8}}').gates
    expect(gate?.locate('/require/0')).toMatchObject({ path: 'policy.yaml', line: 2 })
  })

  test('says which gates came from it, and that bounds are the team’s own', async () => {
    const report = await judgeFiles('level: 2', {})
    expect(report.notes.map(english)).toEqual([
      expect.stringMatching(/^Level 2 turns on documentation/),
      expect.stringMatching(/^Level 2 stands for performance too/),
    ])
    expect(report.verdict).toBe('fail')
    expect((await judgeFiles('level: 0', {})).notes.map(english)).toHaveLength(1)
  })

  test('is one of five', () => {
    for (const level of ['5', '-1', '"2"', '2.5', 'two']) {
      const policy = parsed(`level: ${level}\nperformance: {f1: {min: 0.8}}`, 'p.yaml')
      expect(policy.ok).toBe(false)
    }
  })

  test('demands no less than the one below it', () => {
    const demands = LEVELS.map((level) => gatesOf(`level: ${level}`).map((gate) => gate.split(':')[0]))
    for (const [index, gates] of demands.entries())
      expect(gates).toEqual(expect.arrayContaining(demands[index - 1] ?? []))
  })
})

describe('layers', () => {
  const document = (data: unknown, path: string) => ({
    data,
    mended: [],
    locate: (segments: readonly (string | number)[]) => ({ path, pointer: segments.join('/') }),
    written: () => path,
  })
  const plain = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, fc.integer(), fc.string(), tie('list'), tie('map')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    map: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), tie('value'), { maxKeys: 3 }),
  })).map

  test('keep all that the upper one says', () => {
    fc.assert(
      fc.property(plain, plain, (upper, lower) => {
        const { data } = layered(document(upper, 'upper'), document(lower, 'lower'))
        expect(JSON.stringify(layered(document(upper, 'upper'), document(data, 'both')).data)).toBe(
          JSON.stringify(data),
        )
        expect(JSON.stringify(layered(document(upper, 'upper'), document({}, 'none')).data)).toBe(JSON.stringify(upper))
      }),
    )
  })

  test('know where each value was written', () => {
    const both = layered(document({ a: { x: 1 } }, 'upper'), document({ a: { x: 2, y: 3 }, b: [1] }, 'lower'))
    expect(both.data).toEqual({ a: { x: 1, y: 3 }, b: [1] })
    expect(both.locate(['a', 'x']).path).toBe('upper')
    expect(both.locate(['a', 'y']).path).toBe('lower')
    expect(both.locate(['b', 0]).path).toBe('lower')
    expect(both.locate(['c']).path).toBe('upper')
  })
})
