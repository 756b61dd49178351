import { describe, expect, test } from '@jest/globals'
import { isFilled } from '../../../src/gates/documentation/placeholder.js'

describe('a sentence that only begins like a placeholder', () => {
  test.each([
    'Insert and delete events are ignored.',
    'Insert operations fail on read-only tables.',
    'To be added to the list, a product needs 10 reviews.',
    'TBD claims are left out.',
    '미정 고객은 제외',
    '추가 예정 상품은 예측하지 못함',
    'Lorem ipsum text is classified as Latin.',
  ])('%j states something', (text) => {
    expect(isFilled(text)).toEqual({ filled: true })
  })

  test.each([
    'Insert the known limitations of the model',
    'Please insert limitations',
    'Insert text',
    'To be added to the card',
    'To be added by the data team, sorry',
    'TBD results are pending',
    '미정 사항이 많음',
    '추가 예정 내용이 있음',
    'Lorem ipsum text',
  ])('%j states nothing', (text) => {
    expect(isFilled(text).filled).toBe(false)
  })
})
