/** A policy of another repository, as `extends` names it. */
export interface Reference {
  readonly owner: string
  readonly repo: string
  /** Relative to the repository, with forward slashes. */
  readonly path: string
  /** A branch, a tag or a commit. */
  readonly ref: string
}

/** `OWNER/REPO/path/to/policy.yaml@ref`; a path of one's own repository may begin with `./`, and is then never taken for one. */
const REMOTE = /^([\w-]{1,100})\/([\w.-]{1,100})\/([^@\s]{1,500})@([^@\s]{1,200})$/

/** Names that Git gives to branches and tags, and commits; nothing that could lead elsewhere in an address. */
const REF = /^(?!.*(?:\.\.|\/\/|\.lock$|\/$))[\w][\w./+-]*$/

/** A reference into another repository, `undefined` for a file of the same one. */
export function referenceIn(text: string): Reference | undefined {
  const [, owner = '', repo = '', path = '', ref = ''] = REMOTE.exec(text) ?? []
  const inside = path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  return owner === '' || repo === '.' || repo === '..' || !inside || !REF.test(ref)
    ? undefined
    : { owner, repo, path, ref }
}

/** The reference as it is written. */
export function shownReference({ owner, repo, path, ref }: Reference): string {
  return `${owner}/${repo}/${path}@${ref}`
}
