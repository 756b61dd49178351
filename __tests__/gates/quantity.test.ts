import { expect, test } from '@jest/globals'
import { approximate, number, quotient } from '../../src/gates/quantity.js'
import { decimal } from '../../src/shared/decimal.js'

test.each([
  ['a third', quotient(decimal('1'), decimal('3')), 1 / 3],
  ['a share of a million rows', quotient(decimal('769217'), decimal('999983')), 769217 / 999983],
  ['more digits than a double has', number(decimal('0.12345678901234567890123')), 0.12345678901234568],
])('%s has a double beside it', (_, quantity, expected) => {
  expect(Math.abs(approximate(quantity) / expected - 1)).toBeLessThan(1e-14)
})
