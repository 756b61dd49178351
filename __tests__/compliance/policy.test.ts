import { describe, expect, test } from '@jest/globals'
import { comparePolicies } from '../../src/policy/compare/compare.js'
import { english, parsed, policyFrom } from '../support/evidence.js'

const GATE = 'performance: {f1: {min: 0.8}}\n'

function mistakesIn(compliance: string): string[] {
  const text = `${GATE}compliance: ${compliance}\n`
  const policy = parsed(text, 'p.yaml')
  return policy.ok ? [] : policy.problems.map(({ message, at }) => `${at?.line}:${at?.column} ${english(message)}`)
}

describe('what is written', () => {
  test.each([
    '[nist-ai-rmf, {pack: eu-ai-act, require: [Annex IV 2(e)]}]',
    '[{pack: nist-ai-rmf, attest: {GOVERN 2.2: {by: "@acme/risk", link: wiki, expires: 2026-12-31}}}]',
    '[{pack: kr-ai-basic-act, exclude: {법 제32조: {by: "@kim", reason: below the threshold}}}]',
  ])('%s is a policy', (written) => {
    expect(mistakesIn(written)).toEqual([])
  })

  const PACKS = 'eu-ai-act, iso-42001, kr-ai-basic-act, nist-ai-rmf, nyc-ll144, us-sr-11-7, us-sr-26-2'

  test.each([
    ['[eu-ai-acts]', [`2:1 compliance/0 is eu-ai-acts. Did you mean eu-ai-act? Allowed: ${PACKS}.`]],
    ['[{pack: nist}]', [`2:1 compliance/0/pack is nist. Did you mean nist-ai-rmf? Allowed: ${PACKS}.`]],
    ['[{require: [x]}]', ['2:1 compliance/0 needs the key pack.']],
    ['[]', ['2:1 compliance demands nothing. Name at least one thing in it.']],
    ['eu-ai-act', ['2:1 compliance is eu-ai-act. Expected: list […], such as `compliance: [eu-ai-act]`.']],
    ['[nist-ai-rmf, nist-ai-rmf]', ['2:1 nist-ai-rmf is named twice. Put all that is said of it into one entry.']],
    [
      '[{pack: eu-ai-act, require: [Annex IV 2(i)]}]',
      ['2:1 eu-ai-act has no control "Annex IV 2(i)". Nearest: Annex IV 2(a), Annex IV 2(b), Annex IV 2(c).'],
    ],
    [
      '[{pack: kr-ai-basic-act, require: [제34조제1항]}]',
      [
        '2:1 kr-ai-basic-act has no control "제34조제1항". Nearest: 법 제34조제1항제1호, 법 제34조제1항제2호, 법 제34조제1항제3호.',
      ],
    ],
    [
      '[{pack: nist-ai-rmf, require: [zzz]}]',
      ['2:1 nist-ai-rmf has no control "zzz". Its controls are named like GOVERN 1.1, GOVERN 1.2, GOVERN 1.3.'],
    ],
    [
      '[{pack: us-sr-26-2, require: [validation, validation]}]',
      ['2:1 validation of us-sr-26-2 is required twice. Remove one of them.'],
    ],
    [
      '[{pack: us-sr-26-2, require: [use], exclude: {use: {by: "@kim", reason: x}}}]',
      ['2:1 use of us-sr-26-2 is excluded, and attested or required as well. Decide whether it concerns this model.'],
    ],
    [
      '[{pack: us-sr-26-2, attest: {use: {by: kim, link: x, expires: 2026-13-01}}}]',
      ['2:1 compliance/0/attest/use/by is "kim". Write a person as "@login" or a team as "@org/team", in quotes.'],
    ],
    [
      '[{pack: us-sr-26-2, attest: {use: {by: "@kim", link: x, expires: 2026-02-30}}}]',
      ['2:1 attest/use/expires is "2026-02-30", which is no date. Write a day that exists as 2026-12-31.'],
    ],
    [
      '[{pack: us-sr-26-2, attest: {use: {by: "@kim", expires: 2026-12-01}}}]',
      ['2:1 compliance/0/attest/use needs the key link.'],
    ],
    [
      '[{pack: us-sr-26-2, attests: {}}]',
      ['2:1 compliance/0 has no key attests. Did you mean attest? Allowed: pack, require, attest, exclude.'],
    ],
  ])('%s is refused', (written, said) => {
    expect(mistakesIn(written)).toEqual(said)
  })

  test('all mistakes at once', () => {
    expect(mistakesIn('[{pack: us-sr-26-2, require: [us, use, use]}, us-sr-26-2]')).toHaveLength(3)
  })
})

describe('a policy against the base branch', () => {
  const WHOLE = `
  - nist-ai-rmf
  - pack: us-sr-26-2
    require: [validation]
    attest: {use: {by: "@kim", link: x, expires: 2026-12-31}}
    exclude: {third-party: {by: "@kim", reason: own data}}`

  function changes(base: string, head: string): string[] {
    const [before, after] = [base, head].map((text) => policyFrom(text === '' ? GATE : `${GATE}compliance:${text}\n`))
    if (before === undefined || after === undefined) throw new Error('two policies')
    return comparePolicies(before, after).map(({ direction, what }) => `${direction} ${english(what)}`)
  }

  test.each<[string, string, string, string[]]>([
    ['nothing', WHOLE, WHOLE, []],
    [
      'the order: another writing of the same',
      '\n  - nist-ai-rmf\n  - iso-42001',
      '\n  - iso-42001\n  - nist-ai-rmf',
      ['changed the policy, in a way that is not compared'],
    ],
    ['a framework left out', '\n  - nist-ai-rmf\n  - iso-42001', '\n  - iso-42001', ['weaker compliance: nist-ai-rmf']],
    [
      'a required control left out',
      WHOLE,
      WHOLE.replace('    require: [validation]\n', ''),
      ['weaker compliance: us-sr-26-2 · require · validation'],
    ],
    [
      'a statement added',
      WHOLE.replace('attest: {use', 'attest: {scope: {by: "@kim", link: x, expires: 2026-12-31}, use'),
      WHOLE,
      ['stricter compliance: us-sr-26-2 · attest · scope'],
    ],
    [
      'a statement prolonged',
      WHOLE,
      WHOLE.replace('2026-12-31', '2027-12-31'),
      ['weaker compliance: us-sr-26-2 · attest · use'],
    ],
    [
      'an exclusion added',
      WHOLE.replace(/\n {4}exclude.*/, ''),
      WHOLE,
      ['weaker compliance: us-sr-26-2 · exclude · third-party'],
    ],
    [
      'all of it left out',
      '\n  - {pack: us-sr-26-2, require: [use]}',
      '',
      ['weaker compliance: us-sr-26-2', 'weaker compliance: us-sr-26-2 · require · use'],
    ],
  ])('%s', (_name, base, head, expected) => {
    expect(changes(base, head)).toEqual(expected)
  })
})
