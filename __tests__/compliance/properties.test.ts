import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { loadPacks, packIds } from '../../src/compliance/load.js'
import { type Judged, mapControls } from '../../src/compliance/map.js'
import { FIELD_IDS } from '../../src/gates/documentation/fields.js'
import { message } from '../../src/shared/message.js'
import { type Check, ENFORCEMENTS, OUTCOMES, type Outcome } from '../../src/verdict/outcome.js'

const packs = await loadPacks(packIds())
const SAID = message('app.nothing-checked')
const demanded = {
  packs: packs.map(({ id }) => ({ id, attestations: [], exclusions: [], required: [] })),
}

const ids = fc.uniqueArray(
  fc.constantFrom(
    ...['performance/f1', 'performance/f1/max-drop', 'performance/auc', 'fairness/accuracy/sex/gap', 'drift/age'],
    ...['explainability/top', 'serving/latency_p95_ms', 'approval/count', 'audit/recorded', 'documentation/measured'],
    ...FIELD_IDS.map((field) => `documentation/${field}`),
  ),
  { minLength: 1, maxLength: 60 },
)
const checks = ids.chain((chosen) =>
  fc.tuple(
    ...chosen.map((id) =>
      fc.constantFrom<Outcome>('pass', 'pass', 'pass', ...OUTCOMES).map((outcome) => ({ id, outcome })),
    ),
  ),
)
const enforcements = fc.constantFrom(...ENFORCEMENTS)

type Found = readonly { readonly id: string; readonly outcome: Outcome }[]

function judged(found: Found, enforcement: (typeof ENFORCEMENTS)[number], fromBase: boolean): Judged {
  const all = found.map((one): Check => ({ ...one, title: SAID, message: SAID, policy: { path: 'p' } }))
  const gates = [...new Set(all.map(({ id }) => id.split('/')[0] ?? ''))].map((id) => ({
    ...{ id, enforcement, outcome: 'pass' as const },
    checks: all.filter((check) => check.id.startsWith(`${id}/`)),
  }))
  return { gates, evidence: [], now: 0, fromBase, statable: true }
}

/** How much is shown of every control of every framework. */
function shown(...given: Parameters<typeof judged>): number[] {
  const rank = ['not-evidenced', 'partially-evidenced', 'evidenced']
  return mapControls(packs, demanded, judged(...given)).flatMap(({ controls }) =>
    controls.map(({ status }) => Math.max(0, rank.indexOf(status))),
  )
}

test('a check that stops passing never raises the status of any control', () => {
  const worse = fc.constantFrom<Outcome>('fail', 'missing', 'insufficient', 'error', 'waived')
  fc.assert(
    fc.property(checks, fc.nat(), worse, enforcements, fc.boolean(), (found, at, outcome, enforcement, base) => {
      const index = at % found.length
      const passing = found.map((one, place) => (place === index ? { ...one, outcome: 'pass' as const } : one))
      const failing = found.map((one, place) => (place === index ? { ...one, outcome } : one))
      const [before, after] = [shown(passing, enforcement, base), shown(failing, enforcement, base)]
      expect(after.every((level, place) => level <= (before[place] ?? 0))).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('a gate that is only observed never shows more, and nothing shows anything without a check that passes', () => {
  fc.assert(
    fc.property(checks, fc.boolean(), (found, base) => {
      const [blocking, observed] = [shown(found, 'block', base), shown(found, 'observe', base)]
      expect(observed.every((level, place) => level <= Math.min(1, blocking[place] ?? 0))).toBe(true)
      const none = found.filter(({ outcome }) => outcome !== 'pass')
      expect(Math.max(0, ...shown(none, 'block', base))).toBe(0)
    }),
    { numRuns: 200 },
  )
})

test('the order of checks changes no status', () => {
  fc.assert(
    fc.property(checks, enforcements, (found, enforcement) => {
      const reversed = [...found].reverse()
      expect(shown(reversed, enforcement, false)).toEqual(shown(found, enforcement, false))
    }),
    { numRuns: 100 },
  )
})
