import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { FIELD_IDS } from '../../../src/gates/documentation/fields.js'
import { gate } from '../../../src/gates/documentation/gate.js'
import type { Options } from '../../../src/gates/documentation/options.js'
import { SEED } from './support.js'

describe('the options', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(gate.schema)

  test.each<[boolean, unknown]>([
    [true, { require: SEED }],
    [true, { require: FIELD_IDS }],
    [true, { require: ['owner', { field: 'rollback_plan', names: ['Rollback plan', '롤백 계획'] }] }],
    ...[
      {},
      { require: [] },
      { require: 'owner' },
      { require: ['unknown_field'] },
      { require: ['owner'], more: 1 },
      { require: [1] },
    ].map((options): [boolean, unknown] => [false, options]),
    ...[
      { field: 'a' },
      { field: 'a', names: [] },
      { field: 'a', names: [' '] },
      { field: 'A b', names: ['x'] },
      { field: 'a', names: ['x'], more: 1 },
    ].map((entry): [boolean, unknown] => [false, { require: [entry] }]),
  ])('valid is %s: %j', (expected, options) => {
    expect(validate(options)).toBe(expected)
  })

  test.each<[string, Options['require'], string[]]>([
    ['none', ['owner', 'license'], []],
    ['twice', ['owner', 'license', 'owner'], ['documentation.twice at /require/2']],
    ['a name of marks', [{ field: 'a', names: ['x', '***'] }], ['documentation.no-name at /require/0/names/1']],
  ])('mistakes: %s', (_name, require, expected) => {
    const found = gate.mistakes?.({ options: { require }, locate: (pointer) => ({ path: 'policy', pointer }) }) ?? []
    expect(found.map(({ message, at }) => `${message.id} at ${at?.pointer}`)).toEqual(expected)
  })
})
