import type { Route } from './call.js'
import { CHECK_ROUTES } from './routes/checks.js'
import { COMMENT_ROUTES } from './routes/comments.js'
import { CONTENT_ROUTES } from './routes/contents.js'
import { GIT_ROUTES } from './routes/git.js'
import { PULL_ROUTES } from './routes/pulls.js'
import { TEAM_ROUTES } from './routes/teams.js'

/** A route's folder of the API is a file in `routes/`; a new one joins here and in `OPERATIONS`. */
const ROUTES: readonly Route[] = [...CHECK_ROUTES, ...COMMENT_ROUTES, ...PULL_ROUTES, ...CONTENT_ROUTES, ...GIT_ROUTES]
const ORG_ROUTES: readonly Route[] = TEAM_ROUTES

export interface Found {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

/** The route of a request, and the decoded parts of its path with `owner` and `repo` among them. */
export function findRoute(method: string, path: string): Found | undefined {
  const [start, ...parts] = path.replace(/^\//, '').split('/')
  const [routes, prefix] = start === 'orgs' ? [ORG_ROUTES, ['{org}']] : [ROUTES, ['{owner}', '{repo}']]
  if (start !== 'repos' && start !== 'orgs') return undefined
  for (const route of routes) {
    if (route.method !== method) continue
    const params = match([...prefix, ...route.path.split('/')], parts)
    if (params !== undefined) return { route, params }
  }
  return undefined
}

function match(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = Object.create(null)
  for (const [index, expected] of pattern.entries()) {
    const name = /^\{(\w+)(\*?)\}$/.exec(expected)
    const part = parts[index]
    if (part === undefined) return undefined
    if (name?.[2] === '*') {
      params[name[1] ?? ''] = parts.slice(index).map(decode).join('/')
      return params
    }
    if (name !== null) params[name[1] ?? ''] = decode(part)
    else if (part !== expected) return undefined
  }
  return parts.length === pattern.length ? params : undefined
}

/** GitHub's client sends a branch as `feature%2Fx`. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
