import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { assess } from '../../src/maturity/assess.js'
import { Collector } from '../../src/maturity/collect.js'
import { mutate, seeded } from '../support/mutate.js'
import { repo } from '../support/repo.js'
import { worked } from '../support/worked.js'

const FOLDER = repo('__tests__/fixtures/maturity')
const ROUNDS = 25
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.includes('/') && statSync(join(FOLDER, path)).isFile())
  .sort()

test('files that were changed at random trip no rule up, and end soon', async () => {
  const random = seeded(20_261_125)
  for (let round = 0; round < ROUNDS; round++) {
    const collector = new Collector()
    for (const path of files) {
      const text = Buffer.from(mutate(readFileSync(join(FOLDER, path)), random)).toString()
      const started = worked()
      await collector.add(path.slice(path.indexOf('/') + 1), text)
      expect({ path, ended: worked() - started < 5_000 }).toEqual({ path, ended: true })
    }
    const scan = { files: files.length, read: files.length, too_large: 0, not_understood: 0, cut: false }
    const { items } = assess(collector.collected, { attestations: [] }, scan)
    expect(items).toHaveLength(10)
    for (const { text, line } of items.flatMap(({ evidence }) => evidence)) {
      expect(line).toBeGreaterThan(0)
      expect(text.length).toBeLessThanOrEqual(160)
    }
  }
})
