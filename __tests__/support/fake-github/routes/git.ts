import type { Answer, Call, Route } from '../call.js'
import { demandPath, type TreeItem, there } from '../git-store.js'
import { HttpError, notFound } from '../http-error.js'
import { isObject, listAt, textAt } from '../json.js'
import { checkBody } from '../openapi.js'
import { webUrl } from '../render.js'
import { timestamp } from '../state.js'
import { demand } from '../tokens.js'
import type { Json, JsonObject, Operation } from '../types.js'
import { demandContents } from './contents.js'

export const GIT_ROUTES: readonly Route[] = [
  { operation: 'git/get-commit', method: 'GET', path: 'git/commits/{sha}', handle: commit },
  { operation: 'repos/get-commit', method: 'GET', path: 'commits/{ref}', handle: commitAt },
  { operation: 'git/get-blob', method: 'GET', path: 'git/blobs/{sha}', handle: blob },
  { operation: 'git/get-ref', method: 'GET', path: 'git/ref/{ref*}', handle: ref },
  { operation: 'git/get-tree', method: 'GET', path: 'git/trees/{sha}', handle: tree },
  { operation: 'git/create-tree', method: 'POST', path: 'git/trees', handle: createTree },
  { operation: 'git/create-commit', method: 'POST', path: 'git/commits', handle: createCommit },
  { operation: 'git/create-ref', method: 'POST', path: 'git/refs', handle: createRef },
  { operation: 'git/update-ref', method: 'PATCH', path: 'git/refs/{ref*}', handle: updateRef },
]

function api(call: Call): string {
  return `${call.baseUrl}/repos/${call.state.owner}/${call.state.repo}/git`
}

/** A commit by its full name; a branch is none here. */
function commit(call: Call): Answer {
  demandContents(call)
  const sha = call.params.sha ?? ''
  return { status: 200, body: commitJson(call, sha) }
}

function commitJson(call: Call, sha: string): JsonObject {
  const { message, tree: treeSha, parents, date } = there(call.state.git.commit(sha))
  const who = { name: 'kim', email: 'kim@example.com', date }
  const verification = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
  const urls = (name: string) => ({ url: `${api(call)}/commits/${name}`, html_url: `${webUrl(call)}/commit/${name}` })
  const body = { sha, node_id: `C_${sha}`, ...urls(sha), author: who, committer: who, message, verification }
  return {
    ...body,
    tree: { sha: treeSha, url: `${api(call)}/trees/${treeSha}` },
    parents: parents.map((parent) => ({ sha: parent, ...urls(parent) })),
  }
}

/** The commit that a branch, a tag or a digest names, with what it changed: here nothing. */
function commitAt(call: Call): Answer {
  demandContents(call)
  const ref = call.params.ref ?? ''
  const sha = call.state.resolve(ref)
  if (sha === undefined) throw new HttpError(422, { message: `No commit found for SHA: ${ref}` })
  const { node_id: node, html_url: html, url, parents = [], ...inner } = commitJson(call, sha)
  const people = { author: null, committer: null, comments_url: `${String(url)}/comments` }
  const names = { sha, node_id: node ?? '', url: url ?? '', html_url: html ?? '' }
  return {
    status: 200,
    body: { ...names, ...people, commit: { ...inner, url: url ?? '', comment_count: 0 }, parents, files: [] },
  }
}

/** A file's content by its digest, of whatever size. */
function blob(call: Call): Answer {
  demandContents(call)
  const sha = call.params.sha ?? ''
  const bytes = there(call.state.git.blob(sha))
  const url = `${api(call)}/blobs/${sha}`
  const content = `${bytes.toString('base64').replace(/.{60}/g, '$&\n')}\n`
  return { status: 200, body: { sha, node_id: `B_${sha}`, size: bytes.length, url, content, encoding: 'base64' } }
}

function ref(call: Call): Answer {
  demandContents(call)
  const name = call.params.ref ?? ''
  return { status: 200, body: refJson(call, name, there(call.state.git.ref(name))) }
}

function refJson(call: Call, name: string, sha: string): JsonObject {
  const object = { type: 'commit', sha, url: `${api(call)}/commits/${sha}` }
  return { ref: `refs/${name}`, node_id: `R_${sha}`, url: `${api(call)}/refs/${name}`, object }
}

/** A tree by its own name or by its commit's. */
function tree(call: Call): Answer {
  demandContents(call)
  const { git } = call.state
  const named = call.params.sha ?? ''
  const sha = git.commit(named)?.tree ?? named
  if (call.query.recursive === undefined) return { status: 200, body: treeJson(call, sha) }
  const entries = itemsBelow(call, sha, '').map((item) => itemJson(call, item))
  return { status: 200, body: { sha, url: `${api(call)}/trees/${sha}`, tree: entries, truncated: false } }
}

function itemsBelow(call: Call, sha: string, above: string): TreeItem[] {
  return there(call.state.git.tree(sha)).flatMap((item) => {
    const named = { ...item, path: `${above}${item.path}` }
    return item.type === 'tree' ? [named, ...itemsBelow(call, item.sha, `${named.path}/`)] : [named]
  })
}

function treeJson(call: Call, sha: string): JsonObject {
  const items = there(call.state.git.tree(sha)).map((item) => itemJson(call, item))
  return { sha, url: `${api(call)}/trees/${sha}`, tree: items, truncated: false }
}

function itemJson(call: Call, { path, mode, type, sha }: TreeItem): JsonObject {
  const size = type === 'blob' ? { size: call.state.git.blob(sha)?.length ?? 0 } : {}
  return { path, mode, type, sha, ...size, url: `${api(call)}/${type}s/${sha}` }
}

/** Reading may be allowed where writing is not: then GitHub says so instead of hiding the repository. */
function written(call: Call, operation: Operation): JsonObject {
  demandContents(call)
  demand(call.grant, 'write', 'contents')
  checkBody(operation, call.body)
  return isObject(call.body) ? call.body : {}
}

function createTree(call: Call): Answer {
  const body = written(call, 'git/create-tree')
  const { git } = call.state
  const base = textAt(body, 'base_tree')
  const known = base === undefined ? undefined : (git.commit(base)?.tree ?? base)
  if (known !== undefined && git.tree(known) === undefined) throw notFound()
  const additions = listAt(body, 'tree').map((item: Json) => {
    const { path = '', mode = '', sha, content } = isObject(item) ? item : {}
    demandPath(String(path))
    const file = typeof content === 'string' ? git.addBlob(Buffer.from(content)) : String(sha)
    if (git.blob(file) === undefined) throw new HttpError(422, { message: `tree.sha ${file} is not a valid blob` })
    return { path: String(path), mode: String(mode), sha: file }
  })
  return { status: 201, body: treeJson(call, git.addTree(known, additions)) }
}

function createCommit(call: Call): Answer {
  const body = written(call, 'git/create-commit')
  const { git } = call.state
  const treeSha = textAt(body, 'tree') ?? ''
  const parents = listAt(body, 'parents').map(String)
  if (git.tree(treeSha) === undefined) throw new HttpError(422, { message: 'Tree SHA does not exist' })
  const stranger = parents.find((parent) => git.commit(parent) === undefined)
  if (stranger !== undefined)
    throw new HttpError(422, { message: 'Parent SHA does not exist or is not a commit object' })
  const sha = git.addCommit({ tree: treeSha, parents, message: textAt(body, 'message') ?? '', date: timestamp() })
  return { status: 201, body: commitJson(call, sha) }
}

function createRef(call: Call): Answer {
  const body = written(call, 'git/create-ref')
  const name = textAt(body, 'ref') ?? ''
  const sha = textAt(body, 'sha') ?? ''
  if (!/^refs\/[^/]+\/[^/]/.test(name)) throw new HttpError(422, { message: 'Reference name is not valid' })
  const short = name.slice('refs/'.length)
  call.state.git.createRef(short, sha)
  return { status: 201, body: refJson(call, short, sha) }
}

function updateRef(call: Call): Answer {
  const body = written(call, 'git/update-ref')
  const name = call.params.ref ?? ''
  const sha = textAt(body, 'sha') ?? ''
  call.state.git.updateRef(name, sha, body.force === true)
  return { status: 200, body: refJson(call, name, sha) }
}
