import type { Account, Hand, PullRequest, Review } from '../../shared/approvals.js'
import { type Message, message } from '../../shared/message.js'
import { isBot, loginKey } from '../../shared/person.js'
import { listOf, type Options } from './options.js'

/** A review that says what its author thinks now, and whether it approves the judged commit. */
export interface Voice {
  readonly login: string
  readonly at: string
  readonly commit: string
  /** Why it is no approval that counts; absent where it is one. */
  readonly not?: Message
}

/** Who had a hand in the change, by login and by the account's number; and whom nobody can tell. */
export interface Hands {
  readonly why: ReadonlyMap<string, Message>
  readonly unknown: readonly string[]
}

/** The last review of each person that decides something: a comment changes nothing, a dismissed approval is none. */
export function voicesOf(pull: PullRequest, hands: Hands, author: Hands): Voice[] {
  const latest = new Map<string, Review & { readonly by: Account }>()
  for (const review of inOrder(pull.reviews)) {
    const { by, state } = review
    if (by !== undefined && state !== 'COMMENTED' && state !== 'PENDING')
      latest.set(loginKey(by.login), { ...review, by })
  }
  return [...latest.values()]
    .map(({ by, state, commit = '', at = '' }): Voice => {
      const not = objection(by, state, commit, pull.head) ?? handOf(by, author) ?? handOf(by, hands)
      return { login: by.login, at, commit, ...(not && { not }) }
    })
    .sort((a, b) => (loginKey(a.login) < loginKey(b.login) ? -1 : 1))
}

/** By the time they were given; GitHub lists them so, and equal times keep its order. */
function inOrder(reviews: readonly Review[]): Review[] {
  return [...reviews].sort(({ at: a = '' }, { at: b = '' }) => (a < b ? -1 : a > b ? 1 : 0))
}

function objection({ login, person }: Account, state: Review['state'], commit: string, head: string) {
  const who = `@${login}`
  if (!person || isBot(login)) return message('approval.not-bot', { who })
  if (state === 'DISMISSED') return message('approval.not-dismissed', { who })
  if (state !== 'APPROVED') return message('approval.not-changes', { who })
  if (commit === head) return undefined
  return commit === ''
    ? message('approval.not-gone', { who })
    : message('approval.not-stale', { who, commit: commit.slice(0, 7) })
}

/** What a reviewer had to do with the change, under the name that the review has: an account may have had another. */
function handOf({ login, id }: Account, { why }: Hands): Message | undefined {
  const said = why.get(loginKey(login)) ?? why.get(`#${id}`)
  return said && message(said.id, { ...said.params, who: `@${login}` })
}

/** The pull request's author, who never approves it. */
export function authorOf({ author }: PullRequest): Hands {
  if (author === undefined) return { why: new Map(), unknown: ['?'] }
  const said = message('approval.hand-opened', { who: `@${author.login}` })
  return {
    why: new Map([
      [loginKey(author.login), said],
      [`#${author.id}`, said],
    ]),
    unknown: [],
  }
}

/** Everyone else with a hand in the change: authors, co-authors and committers of its commits, and who trained it. */
export function handsOf(pull: PullRequest, options: Pick<Options, 'trained-by' | 'accounts'>): Hands {
  const byEmail = addressBook(pull, options.accounts ?? {})
  const why = new Map<string, Message>()
  const unknown = new Set<string>()
  const put = (key: string, said: Message) => {
    if (!why.has(key)) why.set(key, said)
  }
  for (const { sha, hands } of pull.commits) {
    for (const hand of hands) {
      const known = keysOf(hand, byEmail)
      if (known === undefined || known.unlinked) unknown.add(shownHand(hand))
      for (const key of known?.keys ?? [])
        put(key, message(`approval.hand-${hand.part}`, { who: `@${known?.login}`, commit: sha.slice(0, 7) }))
    }
  }
  for (const written of listOf(options['trained-by']))
    put(loginKey(written), message('approval.hand-trained', { who: written }))
  return { why, unknown: [...unknown].sort() }
}

function shownHand({ name, email }: Hand): string {
  return email === '' ? name : `${name} <${email}>`
}

interface Known {
  readonly login: string
  readonly keys: readonly string[]
  /** GitHub, which links private addresses of accounts that are there, does not link this one. */
  readonly unlinked?: boolean
}

/** Whose an address is: as the policy says, and before that as GitHub does anywhere in the pull request. */
function addressBook({ commits }: PullRequest, accounts: NonNullable<Options['accounts']>): ReadonlyMap<string, Known> {
  const written = Object.entries(accounts).map(([email, who]): [string, Known] => [
    email.toLowerCase(),
    { login: who.slice(1), keys: [loginKey(who)] },
  ])
  const hands = commits.flatMap((commit) => commit.hands)
  const known = hands.flatMap(({ email, account }): [string, Known][] =>
    account && email ? [[email.toLowerCase(), knownBy(account)]] : [],
  )
  return new Map([...written, ...known])
}

function knownBy({ login, id }: Account): Known {
  return { login, keys: [loginKey(login), `#${id}`] }
}

const NOREPLY = /^(?:(\d{1,20})\+)?([a-z0-9][a-z0-9_-]{0,99}(?:\[bot\])?)@users\.noreply\.github\.com$/
/** Whom GitHub itself names as the committer of what is merged or edited on its pages. */
const GITHUB = 'noreply@github.com'

/** Whose hand it is: GitHub's word, else that of the same address elsewhere, else a private address that names the account. */
function keysOf({ account, email, part }: Hand, book: ReadonlyMap<string, Known>): Known | undefined {
  const address = email.toLowerCase()
  const known = account === undefined ? book.get(address) : knownBy(account)
  if (known !== undefined) return known
  if (part === 'committer' && address === GITHUB) return { login: 'web-flow', keys: [] }
  const [, id, login] = NOREPLY.exec(address) ?? []
  if (login === undefined) return undefined
  const keys = [login, ...(id === undefined ? [] : [`#${id}`])]
  // Of co-authors GitHub says nothing at all.
  return { login, keys, unlinked: part !== 'co-author' }
}
