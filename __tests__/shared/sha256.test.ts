import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { digestOf } from '../../src/app/digest.js'
import { sha256 } from '../../src/shared/sha256.js'

const reference = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

describe('sha256', () => {
  // NIST's examples for FIPS 180-4.
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('of %.20s', (text, digest) => {
    expect(sha256(text)).toBe(digest)
  })

  test('of every length around the edges of a block', () => {
    for (let length = 0; length < 300; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 167 + length) % 256)
      expect(sha256(bytes)).toBe(reference(bytes))
    }
  })

  test('of any bytes and any text is what Node gives, for small data and large', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
        expect(sha256(bytes)).toBe(reference(bytes))
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        expect(sha256(text)).toBe(reference(text))
      }),
    )
    for (const length of [256 * 1024 - 1, 256 * 1024, 300_000]) {
      const bytes = new Uint8Array(length).fill(length % 251)
      expect(digestOf(bytes)).toBe(reference(bytes))
    }
  })
})
