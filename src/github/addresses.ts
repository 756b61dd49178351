import type { Account, Commit, Hand } from '../shared/approvals.js'
import type { Answer } from './answer.js'
import type { Client } from './client.js'
import { commitOf } from './review-body.js'

/** Most addresses that are looked for; what is beyond stays unknown. */
const MAX_LOOKED_UP = 20

/**
 * The commits with the accounts of addresses that GitHub did not name one for, as it does for no co-author: it is that of
 * a commit which the same address wrote on the default branch. An address that wrote none stays unknown.
 */
export async function withAccounts(
  client: Client,
  repository: Readonly<Record<'owner' | 'repo', string>>,
  commits: readonly Commit[],
): Promise<Answer<readonly Commit[]>> {
  const found = new Map<string, Account>()
  for (const email of unknownOf(commits).slice(0, MAX_LOOKED_UP)) {
    const answer = await client.insist({
      route: 'GET /repos/{owner}/{repo}/commits',
      params: { ...repository, author: email, per_page: 1 },
      parse: (data) => (Array.isArray(data) ? data.map(commitOf) : undefined),
    })
    if (answer.kind !== 'done') return answer
    const hands = answer.value.flatMap((commit) => commit?.hands ?? [])
    const account = hands.find((hand) => hand.part === 'author' && addressOf(hand) === email)?.account
    if (account !== undefined) found.set(email, account)
  }
  const named = (hand: Hand): Hand => {
    const account = hand.account ?? found.get(addressOf(hand))
    return account === undefined ? hand : { ...hand, account }
  }
  return { kind: 'done', value: commits.map((commit) => ({ ...commit, hands: commit.hands.map(named) })) }
}

/** Addresses without an account anywhere in these commits, and which name none themselves. */
function unknownOf(commits: readonly Commit[]): string[] {
  const hands = commits.flatMap((commit) => commit.hands)
  const known = new Set(hands.flatMap((hand) => (hand.account === undefined ? [] : [addressOf(hand)])))
  const all = hands.map(addressOf).filter((email) => email.includes('@') && !known.has(email))
  return [...new Set(all)].filter((email) => !/^noreply@github\.com$|@users\.noreply\.github\.com$/.test(email)).sort()
}

function addressOf({ email }: Hand): string {
  return email.toLowerCase()
}
