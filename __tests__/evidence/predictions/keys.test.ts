import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Keys } from '../../../src/evidence/predictions/keys.js'
import { hash } from '../../../src/evidence/predictions/names.js'

const codeOf = (keys: Keys, text: string) => {
  const bytes = Buffer.from(`<${text}>`)
  return keys.code(bytes, 1, bytes.length - 1)
}

test('keys are numbered as a map numbers them, written as bytes or given as values', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 3 })), (texts) => {
      const keys = new Keys()
      const known = new Map<string, number>()
      for (const text of texts.filter((it) => it.trim() === it)) {
        if (!known.has(text)) known.set(text, known.size)
        expect(codeOf(keys, text)).toBe(known.get(text))
        expect(keys.codeOfValue(text, String)).toBe(known.get(text))
      }
      expect(keys.size).toBe(known.size)
      for (const [text, code] of known) expect(keys.nameOf(code)).toBe(text)
    }),
  )
})

test('none is lost while the table grows, nor among keys that were chosen to collide', () => {
  const masked = (text: string) => hash(Buffer.from(text), 0, text.length) & 0xfff
  const colliding: string[] = []
  for (let at = 0; colliding.length < 700; at += 1) if (masked(`k${at}`) === 7) colliding.push(`k${at}`)
  const plain = Array.from({ length: 40_000 }, (_, at) => `row-${at}`)
  const all = [...colliding, ...plain]
  const keys = new Keys()
  expect(all.map((text) => codeOf(keys, text))).toEqual(all.map((_, at) => at))
  expect(all.map((text) => codeOf(keys, text))).toEqual(all.map((_, at) => at))
})

test('an empty key is missing, and one that is too long is none', () => {
  const keys = new Keys()
  expect([codeOf(keys, ''), codeOf(keys, 'x'.repeat(1001)), codeOf(keys, 'NA')]).toEqual([-1, -2, 0])
})
