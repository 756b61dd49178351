import { createHash } from 'node:crypto'
import type { Answer, Call, Route } from '../call.js'
import { notFound } from '../http-error.js'
import { webUrl } from '../render.js'
import { demand } from '../tokens.js'
import type { JsonObject, RepoFile } from '../types.js'

export const CONTENT_ROUTES: readonly Route[] = [
  { operation: 'repos/get-content', method: 'GET', path: 'contents/{path*}', handle: get },
]

/** Above this a file's text is left out of the JSON answer; the raw media type still gives it. */
const MAX_JSON_BYTES = 1024 * 1024

function get(call: Call): Answer {
  demandContents(call)
  const ref = call.query.ref ?? call.state.defaultBranch
  const files = call.state.filesAt(ref)
  if (files === undefined) throw notFound(`No commit found for the ref ${ref}`)
  const path = (call.params.path ?? '').replace(/\/+$/, '')
  const file = files.get(path)
  if (file !== undefined) return fileAnswer(call, path, file)
  const inside = path === '' ? '' : `${path}/`
  const names = [...files.keys()].filter((name) => name.startsWith(inside)).map((name) => name.slice(inside.length))
  if (names.length === 0) throw notFound()
  const entries = [...new Set(names.map((name) => name.split('/')[0] ?? ''))].sort()
  return { status: 200, body: entries.map((name) => entryJson(call, inside + name, files.get(inside + name))) }
}

/** To a token without the permission a private repository's files do not exist, as the repository itself does not. */
export function demandContents(call: Call): void {
  try {
    demand(call.grant, 'read', 'contents')
  } catch {
    throw notFound()
  }
}

/** The name Git gives a file's content. */
export function blobSha(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

function fileAnswer(call: Call, path: string, file: RepoFile): Answer {
  const entry = entryJson(call, path, file)
  if (isLink(file)) return { status: 200, body: { ...entry, target: file.symlink } }
  const bytes = Buffer.from(file)
  if (/\.raw\b/.test(call.accept)) {
    return { status: 200, body: bytes, headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' } }
  }
  if (bytes.length > MAX_JSON_BYTES) return { status: 200, body: { ...entry, encoding: 'none', content: '' } }
  // GitHub breaks base64 into lines of 60; a reader has to cope with that.
  const content = bytes.toString('base64').replace(/.{60}/g, '$&\n')
  return { status: 200, body: { ...entry, encoding: 'base64', content: content === '' ? '' : `${content}\n` } }
}

function entryJson(call: Call, path: string, file: RepoFile | undefined): JsonObject {
  const bytes = file === undefined ? Buffer.alloc(0) : isLink(file) ? Buffer.from(file.symlink) : Buffer.from(file)
  const sha = blobSha(bytes)
  const type = file === undefined ? 'dir' : isLink(file) ? 'symlink' : 'file'
  const url = `${call.baseUrl}/repos/${call.state.owner}/${call.state.repo}/contents/${path}`
  const html = `${webUrl(call)}/blob/${call.state.defaultBranch}/${path}`
  const git = `${call.baseUrl}/repos/${call.state.owner}/${call.state.repo}/git/blobs/${sha}`
  const urls = { url, git_url: git, html_url: html, download_url: type === 'dir' ? null : html }
  const links = { self: url, git, html }
  return { type, size: bytes.length, name: path.split('/').at(-1) ?? '', path, sha, ...urls, _links: links }
}

function isLink(file: RepoFile): file is { readonly symlink: string } {
  return typeof file === 'object' && 'symlink' in file
}
