import type { Location } from '../shared/location.js'
import { isInside } from './rows.js'

/** What is needed to link to a line of a file. */
export interface Links {
  /** `https://github.com`, or the server's own address. */
  readonly server: string
  /** `owner/name` */
  readonly repository: string
  readonly commit: string
  /** Whether the commit holds that file; files that a job writes are not there and get no link. Default: all are. */
  readonly holds?: (path: string) => boolean
}

const COMMIT = /^[0-9a-f]{7,64}$/
const REPOSITORY = /^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/

/** The address of a line of a file at the commit; undefined where it would lead nowhere. */
export function linkTo(at: Location, links: Links | undefined): string | undefined {
  if (at.input === true || links === undefined || !isAddress(links) || !isInside(at.path)) return undefined
  if (at.repository !== undefined) return elsewhere(at, at.repository, links)
  if (links.holds !== undefined && !links.holds(at.path)) return undefined
  if (at.commit !== undefined && !COMMIT.test(at.commit)) return undefined
  const line = at.line === undefined ? '' : `#L${at.line}`
  return `${links.server}/${links.repository}/blob/${at.commit ?? links.commit}/${encodePath(at.path)}${line}`
}

/** A line of another repository's file, at the commit it was read from. */
function elsewhere({ path, line, commit = '' }: Location, repository: string, links: Links): string | undefined {
  const file = path.startsWith(`${repository}/`) ? path.slice(repository.length + 1).replace(/@[^@]*$/, '') : ''
  if (!COMMIT.test(commit) || !REPOSITORY.test(repository) || !isInside(file)) return undefined
  return `${links.server}/${repository}/blob/${commit}/${encodePath(file)}${line === undefined ? '' : `#L${line}`}`
}

/** A path as part of a URI; nothing in it can end a Markdown link. */
export function encodePath(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`))
    .join('/')
}

function isAddress(links: Links): boolean {
  return (
    /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?(?:\/[A-Za-z0-9._-]+)*$/.test(links.server) &&
    REPOSITORY.test(links.repository) &&
    COMMIT.test(links.commit)
  )
}
