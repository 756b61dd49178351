/** What a request is about. */
export interface Target {
  readonly owner: string
  readonly repo: string
  readonly headSha?: string
  readonly pullRequest?: number
}

/** The part of a request's path that is not what it should be. A `..` among them would lead to another endpoint. */
export function wrongPart({ owner, repo, headSha, pullRequest }: Target): string | undefined {
  if (!/^[\w-]{1,100}$/.test(owner)) return 'owner'
  if (!/^[\w.-]{1,100}$/.test(repo) || /^\.\.?$/.test(repo)) return 'repo'
  if (headSha !== undefined && !/^[0-9a-z]{6,64}$/i.test(headSha)) return 'headSha'
  if (pullRequest !== undefined && !(Number.isSafeInteger(pullRequest) && pullRequest > 0)) return 'pullRequest'
  return undefined
}
