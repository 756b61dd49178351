import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fill } from '../../src/gates/approval/match.js'
import { comparePolicies } from '../../src/policy/compare/compare.js'
import { type Approving, approving, HEAD } from '../support/approving.js'
import { english, parsed, policyFrom } from '../support/evidence.js'
import { TOKENS } from '../support/fake-github/index.js'
import { saidOf } from '../support/judged.js'

const approvedBy = (...logins: readonly string[]) => ({
  reviews: logins.map((by) => ({ by, state: 'APPROVED' as const })),
})

async function said(of: Approving): Promise<string[]> {
  const { report } = await approving(of)
  return saidOf(report, 'approval').map((line) => line.replaceAll(HEAD.slice(0, 7), 'H'))
}

describe('how many of whom', () => {
  const TWO = 'approval: {count: 2, from: ["@lee", "@kim", "@ann"]}'

  test('a number of people', async () => {
    expect(await said({ policy: TWO, pull: approvedBy('lee') })).toEqual([
      'approval/count fail: 1 more of @lee, @kim, @ann needed on commit H.',
    ])
    expect(await said({ policy: TWO, pull: approvedBy('lee', 'ann') })).toEqual([
      'approval/count pass: @ann, @lee approved commit H.',
    ])
  })

  test('nobody counts twice, however often they approve', async () => {
    expect((await said({ policy: TWO, pull: approvedBy('lee', 'Lee', 'lee') }))[0]).toMatch(
      /^approval\/count fail: 1 more/,
    )
  })

  test.each([
    ['', 1],
    ['risk: minimal\n', 1],
    ['risk: limited\n', 2],
    ['risk: high\n', 2],
  ])('%j of by-risk: a number holds for its risk and all above it', async (risk, count) => {
    const policy = `${risk}approval: {from: ["@lee", "@ann"], by-risk: {limited: {count: 2}}}`
    const { report } = await approving({ policy, pull: approvedBy('lee') })
    expect(report.models[0]?.gates[0]?.checks[0]).toMatchObject({
      expected: `>= ${count}`,
      outcome: count === 1 ? 'pass' : 'fail',
    })
  })

  test('a lower number for a higher risk lowers nothing', async () => {
    const policy = 'risk: high\napproval: {count: 2, from: ["@lee", "@ann"], by-risk: {high: {count: 1}}}'
    expect((await said({ policy, pull: approvedBy('lee') }))[0]).toMatch(/fail: 1 more/)
  })
})

describe('roles', () => {
  const ROLES = `approval:
  roles:
    validator: {from: ["@lee", "@ann"]}
    owner: ["@lee"]
`

  test('each takes a person of its own, whoever came first', async () => {
    // A greedy choice would make @ann nothing, or @lee the validator and leave nobody to be the owner.
    expect(await said({ policy: ROLES, pull: approvedBy('lee', 'ann') })).toEqual([
      'approval/role/owner pass: @lee approved commit H.',
      'approval/role/validator pass: @ann approved commit H.',
    ])
    expect(await said({ policy: ROLES, pull: approvedBy('lee') })).toEqual([
      'approval/role/owner pass: @lee approved commit H.',
      'approval/role/validator fail: 1 more of @lee, @ann needed on commit H; @lee’s approval already counts as owner.',
    ])
  })

  test('a number beside them is of people beside them', async () => {
    const policy = `${ROLES}  from: ["@lee", "@ann", "@joe"]\n`
    expect((await said({ policy, pull: approvedBy('lee', 'ann') }))[0]).toBe(
      'approval/count fail: 1 more of @lee, @ann, @joe needed on commit H; @ann’s approval already counts as validator; @lee’s approval already counts as owner.',
    )
    expect((await said({ policy, pull: approvedBy('lee', 'ann', 'joe') }))[0]).toMatch(/^approval\/count pass: @joe/)
  })

  test('are in the report', async () => {
    const { report } = await approving({ policy: ROLES, pull: approvedBy('lee', 'ann') })
    const checks = report.models[0]?.gates[0]?.checks ?? []
    expect(checks.map(({ approvals }) => approvals?.map(({ by, role }) => [by, role]))).toEqual([
      [['lee', 'owner']],
      [['ann', 'validator']],
    ])
  })

  /** Every choice tried: the largest number of places that can be filled. */
  function best(
    places: readonly number[],
    people: readonly number[],
    may: (place: number, who: number) => boolean,
  ): number {
    const [first, ...rest] = places
    if (first === undefined) return 0
    const without = best(rest, people, may)
    const withOne = people
      .filter((who) => may(first, who))
      .map(
        (who) =>
          1 +
          best(
            rest,
            people.filter((it) => it !== who),
            may,
          ),
      )
    return Math.max(without, ...withOne)
  }

  test('as many places are filled as can be, each by one person who may', () => {
    const table = fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(table, (allowed) => {
        const people = ['0', '1', '2', '3', '4']
        const may = (group: number, who: string) => allowed[group]?.[Number(who)] ?? false
        const filled = fill(
          allowed.map((_, group) => ({ group })),
          people,
          may,
        )
        const taken = filled.filter((who) => who !== undefined)
        expect(new Set(taken).size).toBe(taken.length)
        expect(filled.every((who, group) => who === undefined || may(group, who))).toBe(true)
        expect(taken.length).toBe(
          best([...allowed.keys()], people.map(Number), (place, who) => may(place, String(who))),
        )
      }),
    )
  })
})

describe('teams', () => {
  const TEAM = 'approval: {count: 2, from: ["@Acme/Model-Risk", "@kim"]}'
  const teams = { 'acme/model-risk': ['lee', 'Ann', 'auto[bot]'] }
  const known = { policy: TEAM, teams, teamToken: TOKENS.members }

  test('their members may approve, people only', async () => {
    expect(await said({ ...known, pull: approvedBy('ann', 'LEE') })).toEqual([
      'approval/count pass: @ann, @LEE approved commit H.',
    ])
    expect(await said({ ...known, pull: approvedBy('ann', 'auto[bot]') })).toEqual([
      'approval/count fail: 1 more of @Acme/Model-Risk, @kim needed on commit H; @auto[bot] is not a person.',
    ])
  })

  test('a large one is read to its end', async () => {
    const many = Array.from({ length: 130 }, (_, index) => `somebody-${index}`)
    const pull = approvedBy('somebody-1', 'somebody-129')
    expect((await said({ ...known, teams: { 'acme/model-risk': many }, pull }))[0]).toMatch(/pass/)
  })

  test.each([
    ['with a workflow’s token', {}, /Resource not accessible by integration.*`team-token`.*“Members: read”/],
    ['that is not there', { teamToken: TOKENS.members, teams: {} }, /404.*`team-token`.*“Members: read”/],
    ['with a token that is none', { teamToken: 'wrong' }, /401: Bad credentials/],
    [
      'where GitHub breaks down',
      { teamToken: TOKENS.members, before: (g) => g.fail('teams/list-members-in-org', { status: 500 }, 9) },
      /HTTP 500/,
    ],
  ] satisfies (readonly [string, Partial<Approving>, RegExp])[])(
    'one that cannot be read, %s, is an error that says what to grant',
    async (_name, of, expected) => {
      const { report, github } = await approving({ policy: TEAM, teams, pull: approvedBy('ann', 'lee'), ...of })
      expect(report.verdict).toBe('error')
      const [line] = saidOf(report, 'approval')
      expect(line).toMatch(/^approval\/count error: Who belongs to @Acme\/Model-Risk could not be read/)
      expect(line).toMatch(expected)
      expect(github.requestsOf('teams/list-members-in-org').length).toBeGreaterThan(0)
    },
  )

  test('the token for teams is sent nowhere else, and the other never there', async () => {
    const { github } = await approving({ ...known, pull: approvedBy('ann') })
    const tokens = github.requests.map(({ operation, token }) => `${operation} ${token}`)
    expect(tokens).toEqual([
      'pulls/get full',
      'pulls/list-reviews full',
      'pulls/list-commits full',
      'teams/list-members-in-org members',
    ])
  })
})

describe('separate duties', () => {
  const pull = { history: [{ sha: HEAD, author: 'lee' }], ...approvedBy('lee') }

  test('can be left out, for everyone but the author of the pull request', async () => {
    const policy = 'approval: {from: ["@lee"], separate-duties: false}'
    expect((await said({ policy, pull }))[0]).toMatch(/pass/)
    expect((await said({ policy, pull: { ...pull, author: 'lee' } }))[0]).toMatch(
      /fail: .*@lee opened the pull request/,
    )
  })

  test('whoever trained the model does not approve it', async () => {
    const policy = 'approval: {from: ["@lee"], trained-by: ["@LEE"]}'
    expect((await said({ policy, pull: approvedBy('lee') }))[0]).toMatch(/fail: .*@lee trained the model/)
  })

  const unlinked = {
    history: [{ sha: HEAD, message: 'Tune\n\nCo-authored-by: L <l@home.example>\nCo-Authored-By: M <m@home.example>' }],
    ...approvedBy('lee'),
  }

  test('an address that GitHub does not know is whose the policy says', async () => {
    const policy = (m: string) =>
      `approval: {from: ["@lee"], accounts: {L@home.example: "@joe", m@home.example: "${m}"}}`
    expect((await said({ policy: policy('@Lee'), pull: unlinked }))[0]).toMatch(
      /fail: .*@lee is a co-author of commit H/,
    )
    expect((await said({ policy: policy('@joe'), pull: unlinked }))[0]).toMatch(/pass/)
  })

  test('what GitHub knows of an address comes first', async () => {
    const policy = 'approval: {from: ["@lee"], accounts: {lee@example.com: "@joe"}}'
    expect((await said({ policy, pull }))[0]).toMatch(/fail: .*@lee wrote commit H/)
  })

  test('an address is looked for among the commits of the default branch', async () => {
    const policy = 'approval: {from: ["@lee"]}'
    const log = [
      { sha: HEAD, author: 'joe', email: 'L@home.example' },
      { sha: HEAD, author: 'lee', email: 'm@home.example' },
    ]
    expect((await said({ policy, pull: unlinked, log }))[0]).toMatch(/fail: .*@lee is a co-author of commit H/)
    const others = log.map((commit) => ({ ...commit, author: 'joe' }))
    expect((await said({ policy, pull: unlinked, log: others }))[0]).toMatch(/pass/)
    expect((await said({ policy, pull: unlinked, log: [] }))[0]).toMatch(
      /insufficient: .* L <l@home\.example>, M <m@home\.example>\. Say under `accounts`/,
    )
    const broken: Approving['before'] = (github) => github.fail('repos/list-commits', { status: 403 })
    expect((await said({ policy, pull: unlinked, log, before: broken }))[0]).toMatch(/error: .*contents: read/)
  })
})

describe('mistakes in a policy', () => {
  test.each([
    ['{count: 2}', ['approval.no-from']],
    ['{separate-duties: true}', ['approval.no-from']],
    ['{by-risk: {high: {count: 2}}}', ['approval.no-from']],
    ['{from: ["@a"], count: 21}', ['approval.many']],
    ['{from: ["@a", "@A"]}', ['approval.twice']],
    ['{from: ["@a[bot]"]}', ['approval.bot']],
    ['{from: ["@a"], count: 2}', ['approval.too-few']],
    ['{from: ["@a", "@o/t"], count: 2}', []],
    ['{roles: {"The Owner": ["@a"]}}', ['approval.role-name']],
    ['{roles: {one: ["@a"], two: ["@a", "@b"], three: ["@A", "@b"]}}', ['approval.unfillable']],
    ['{roles: {one: ["@a"], two: ["@a", "@b"]}}', []],
    ['{from: ["@a"], trained-by: ["@o/t"]}', ['approval.trained-team']],
    ['{from: ["a"]}', ['policy.person']],
    ['{from: "@a"}', []],
    ['{from: "a"}', ['policy.person']],
    ['{from: [@a]}', ['policy.at-sign']],
    ['{from: 3}', ['policy.type']],
    ['{from: ["@a", "@b"], count: "2"}', ['policy.quoted-number']],
    ['{roles: {owner: "@a", validator: {from: "@b"}}, trained-by: "@c", deployers: "@o/t"}', []],
    ['{roles: {owner: "a"}}', ['policy.person']],
    ['{roles: {owner: {count: 1}}}', ['policy.required']],
    ['{from: ["@a"], count: 0}', ['policy.minimum']],
    ['{from: ["@a"], count: 1.5}', ['policy.type']],
    ['{from: ["@a"], seperate-duties: true}', ['policy.unknown-key-near']],
    ['{deployers: ["@a[bot]", "@o/t"]}', []],
    [`{roles: {${Array.from({ length: 21 }, (_, i) => `r${i}: ["@o/t"]`).join(', ')}}}`, ['approval.many-roles']],
  ])('%s', (options, expected) => {
    const policy = parsed(`approval: ${options}`, 'p.yaml')
    const problems = policy.ok ? [] : policy.problems
    expect(problems.map(({ message }) => message.id)).toEqual(expected)
    for (const { message, at } of problems) expect([english(message).length > 20, at?.line]).toEqual([true, 1])
  })
})

describe('a change of the policy', () => {
  const changed = (base: string, head: string) =>
    comparePolicies(policyFrom(`approval: ${base}`), policyFrom(`approval: ${head}`)).map(
      ({ what, direction }) => `${english(what)} ${direction}`,
    )

  test.each([
    ['{from: ["@a", "@b"], count: 2}', '{from: ["@a", "@b"]}', 'gate approval: count weaker'],
    ['{from: ["@a"]}', '{from: ["@a", "@b"]}', 'gate approval: from weaker'],
    ['{from: ["@a", "@b"]}', '{from: ["@a", "@c"]}', 'gate approval: from changed'],
    ['{from: ["@a"]}', '{from: ["@a"], separate-duties: false}', 'gate approval: separate-duties weaker'],
    ['{from: ["@a"]}', '{from: ["@a"], trained-by: ["@b"]}', 'gate approval: trained-by stricter'],
    ['{from: ["@a"]}', '{from: ["@a"], accounts: {x@example.com: "@b"}}', 'gate approval: accounts weaker'],
    ['{deployers: ["@a"]}', '{deployers: ["@a", "@o/t"]}', 'gate approval: deployers weaker'],
    ['{from: ["@a"], deployers: ["@a"]}', '{from: ["@a"]}', 'gate approval: deployers weaker'],
    [
      '{from: ["@o/t"], by-risk: {high: {count: 3}}}',
      '{from: ["@o/t"], by-risk: {high: {count: 2}}}',
      'gate approval: high: count weaker',
    ],
    ['{from: ["@o/t"], by-risk: {high: {count: 3}}}', '{from: ["@o/t"]}', 'gate approval: high: count weaker'],
    ['{roles: {owner: ["@a", "@b"]}}', '{roles: {owner: ["@a"]}}', 'approvals as owner: from stricter'],
  ])('%s to %s', (base, head, expected) => {
    expect(changed(base, head)).toEqual([expected])
    const opposite = { weaker: 'stricter', stricter: 'weaker' }
    const back = expected.replace(/(weaker|stricter)$/, (it) => opposite[it as 'weaker'])
    expect(changed(head, base)).toEqual([back])
  })

  test('another order or case of the same people is told, and weakens nothing', () => {
    expect(changed('{from: ["@a", "@b"]}', '{from: ["@B", "@a"]}')).toEqual(['gate approval changed'])
  })

  test('a role less is weaker', () => {
    const both = '{roles: {owner: ["@a"], validator: ["@b"]}}'
    expect(changed(both, '{roles: {owner: ["@a"]}}')).toEqual([
      'approvals as validator: count weaker',
      'approvals as validator: from weaker',
    ])
  })
})
