/** `@login` (also of an app: `@name[bot]`), or `@org/team`. */
export const PERSON = '^@[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\\[bot\\]|/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$'

/** What two logins are compared by: GitHub takes `Kim` and `kim` for one. Also of teams, `acme/model-risk`. */
export function loginKey(written: string): string {
  return written.replace(/^@/, '').toLowerCase()
}

/** Whether a name of a policy is a team's, `@org/team`. */
export function isTeam(written: string): boolean {
  return written.includes('/')
}

/** Whether a login is an app's; no person's ends like that. */
export function isBot(login: string): boolean {
  return login.endsWith('[bot]')
}
