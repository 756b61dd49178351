import { HttpError } from './http-error.js'

export type Level = 'read' | 'write'
export type Permission = 'checks' | 'contents' | 'issues' | 'pull_requests' | 'members'

/** What a token may do. */
export interface Grant {
  /** How the token is named in recorded requests. */
  readonly name: string
  /** A permission that is not named is none at all, as in a workflow's `permissions:`. */
  readonly permissions: Readonly<Partial<Record<Permission, Level>>>
  /** The GitHub App behind the token; absent for a person's token, which cannot write check runs. */
  readonly app?: App
  /** The login of the account that acts. */
  readonly login: string
}

export interface App {
  readonly id: number
  readonly slug: string
  readonly name: string
}

export const ACTIONS_APP: App = { id: 15368, slug: 'github-actions', name: 'GitHub Actions' }
export const OTHER_APP: App = { id: 990_001, slug: 'acme-ml-bot', name: 'Acme ML bot' }

const WRITE = { checks: 'write', contents: 'write', issues: 'write', pull_requests: 'write' } as const
const READ = { checks: 'read', contents: 'read', issues: 'read', pull_requests: 'read' } as const
const ACTIONS = { app: ACTIONS_APP, login: 'github-actions[bot]' } as const

/** The tokens every server knows. */
export const TOKENS = {
  /** A workflow's token with every write permission. */
  full: 'test-token-full',
  /** A workflow's token on a pull request from a fork: reads only. */
  readOnly: 'test-token-read-only',
  /** A workflow's token that may write check runs but no comment. */
  checksOnly: 'test-token-checks-only',
  /** A workflow's token that may write check runs and may not see the repository's files. */
  noContents: 'test-token-no-contents',
  /** The token of an App that may read an organization's teams and nothing else. */
  members: 'test-token-members',
  /** The token of another GitHub App. */
  otherApp: 'test-token-other-app',
  /** A person's token: everything but check runs. */
  personal: 'test-token-personal',
} as const

const KNOWN: Readonly<Record<string, Grant>> = {
  [TOKENS.full]: { name: 'full', permissions: WRITE, ...ACTIONS },
  [TOKENS.readOnly]: { name: 'read-only', permissions: READ, ...ACTIONS },
  [TOKENS.checksOnly]: { name: 'checks-only', permissions: { contents: 'read', checks: 'write' }, ...ACTIONS },
  [TOKENS.noContents]: { name: 'no-contents', permissions: { checks: 'write' }, ...ACTIONS },
  [TOKENS.members]: { name: 'members', permissions: { members: 'read' }, app: OTHER_APP, login: 'acme-ml-bot[bot]' },
  [TOKENS.otherApp]: { name: 'other-app', permissions: WRITE, app: OTHER_APP, login: 'acme-ml-bot[bot]' },
  [TOKENS.personal]: { name: 'personal', permissions: WRITE, login: 'kim' },
}

/** Every token of a server: its own beside the known ones. */
export function tokenTable(own: Readonly<Record<string, Grant>> = {}): ReadonlyMap<string, Grant> {
  return new Map(Object.entries({ ...KNOWN, ...own }))
}

/** The grant behind an Authorization header; undefined where there is none or it is unknown. */
export function grantOf(tokens: ReadonlyMap<string, Grant>, header: string | undefined): Grant | undefined {
  const secret = /^(?:token|bearer) +(\S+)$/i.exec(header ?? '')?.[1]
  return secret === undefined ? undefined : tokens.get(secret)
}

/** Refuses as GitHub does unless one of the permissions is there at the level asked for. */
export function demand(grant: Grant, level: Level, ...anyOf: Permission[]): void {
  const enough = anyOf.some((name) => {
    const held = grant.permissions[name]
    return held === 'write' || (held === 'read' && level === 'read')
  })
  if (!enough) throw new HttpError(403, { message: 'Resource not accessible by integration' })
}
