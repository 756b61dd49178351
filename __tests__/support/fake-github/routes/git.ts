import { createHash } from 'node:crypto'
import type { Answer, Call, Route } from '../call.js'
import { HttpError, notFound } from '../http-error.js'
import { webUrl } from '../render.js'
import type { RepoFile } from '../types.js'
import { blobSha, demandContents } from './contents.js'

export const GIT_ROUTES: readonly Route[] = [
  { operation: 'git/get-commit', method: 'GET', path: 'git/commits/{sha}', handle: commit },
  { operation: 'repos/get-commit', method: 'GET', path: 'commits/{ref}', handle: commitAt },
  { operation: 'git/get-tree', method: 'GET', path: 'git/trees/{sha}', handle: tree },
  { operation: 'git/get-blob', method: 'GET', path: 'git/blobs/{sha}', handle: blob },
]

/** A commit by its full name; a branch is none here. */
function commit(call: Call): Answer {
  demandContents(call)
  const sha = call.params.sha ?? ''
  if (call.state.resolve(sha) !== sha) throw notFound()
  const api = `${call.baseUrl}/repos/${call.state.owner}/${call.state.repo}/git`
  const tree = createHash('sha1').update(`tree of ${sha}`).digest('hex')
  const who = { name: 'kim', email: 'kim@example.com', date: '2020-01-01T00:00:00Z' }
  const verification = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
  const urls = { url: `${api}/commits/${sha}`, html_url: `${webUrl(call)}/commit/${sha}` }
  const body = { sha, node_id: `C_${sha}`, ...urls, author: who, committer: who, message: 'A change', verification }
  return { status: 200, body: { ...body, tree: { sha: tree, url: `${api}/trees/${tree}` }, parents: [] } }
}

/** The commit that a branch, a tag or a digest names, with what it changed: here nothing. */
function commitAt(call: Call): Answer {
  demandContents(call)
  const ref = call.params.ref ?? ''
  const sha = call.state.resolve(ref)
  if (sha === undefined) throw new HttpError(422, { message: `No commit found for SHA: ${ref}` })
  const api = `${call.baseUrl}/repos/${call.state.owner}/${call.state.repo}`
  const tree = createHash('sha1').update(`tree of ${sha}`).digest('hex')
  const urls = { url: `${api}/commits/${sha}`, html_url: `${webUrl(call)}/commit/${sha}` }
  const who = { name: 'kim', email: 'kim@example.com', date: '2020-01-01T00:00:00Z' }
  const inner = { author: who, committer: who, message: 'A change', comment_count: 0, ...{ url: urls.url } }
  const commit = { ...inner, tree: { sha: tree, url: `${api}/git/trees/${tree}` } }
  const people = { author: null, committer: null, comments_url: `${urls.url}/comments` }
  return { status: 200, body: { sha, node_id: `C_${sha}`, ...urls, ...people, commit, parents: [], files: [] } }
}

/** Every file of a commit; without `recursive` GitHub lists the first level alone, which nobody asks for here. */
function tree(call: Call): Answer {
  demandContents(call)
  const sha = call.params.sha ?? ''
  const files = call.state.filesAt(sha)
  if (files === undefined) throw notFound()
  const api = `${call.baseUrl}/repos/${call.state.owner}/${call.state.repo}/git`
  const entries = [...files].map(([path, file]) => {
    const bytes = bytesOf(file)
    const mode = typeof file === 'object' && 'symlink' in file ? '120000' : '100644'
    const blob = blobSha(bytes)
    return { path, mode, type: 'blob', sha: blob, size: bytes.length, url: `${api}/blobs/${blob}` }
  })
  return { status: 200, body: { sha, url: `${api}/trees/${sha}`, tree: entries, truncated: false } }
}

/** A file's content by its digest, of whatever size. */
function blob(call: Call): Answer {
  demandContents(call)
  const sha = call.params.sha ?? ''
  const bytes = call.state
    .everyFile()
    .map(bytesOf)
    .find((content) => blobSha(content) === sha)
  if (bytes === undefined) throw notFound()
  const url = `${call.baseUrl}/repos/${call.state.owner}/${call.state.repo}/git/blobs/${sha}`
  const content = `${bytes.toString('base64').replace(/.{60}/g, '$&\n')}\n`
  return { status: 200, body: { sha, node_id: `B_${sha}`, size: bytes.length, url, content, encoding: 'base64' } }
}

function bytesOf(file: RepoFile): Buffer {
  return typeof file === 'object' && 'symlink' in file ? Buffer.from(file.symlink) : Buffer.from(file)
}
