import { type Decision, entryAt } from '../../audit/build.js'
import { readBytes } from '../../audit/chain.js'
import { sha256 } from '../../audit/digest.js'
import { ENTRIES, fileOf, MAX_SEQUENCE, sequenceOf } from '../../audit/place.js'
import { serialiseEntry } from '../../audit/record.js'
import { appendToBranch, type LastFile, type Layout, type Next } from '../../github/append.js'
import { message } from '../../shared/message.js'
import { reasonOf } from '../../shared/problem.js'
import type { Recorded } from './folder.js'
import type { Sinks } from './record.js'
import { MAX_ENTRY_BYTES } from './trail.js'

const LAYOUT: Layout = {
  folder: ENTRIES,
  sub: /^\d{6}$/,
  file: /^\d{9}\.json$/,
  beside: /^(?:README(?:\.md)?|LICENSE|CODEOWNERS|\.gitattributes)$/,
}

/** So that no checkout changes the ends of lines, and with them the digests. */
const ATTRIBUTES = { path: '.gitattributes', content: '* -text\n' }

/** Appends a decision to the trail in a branch of the judged repository. */
export async function appendToTrailBranch(branch: string, decision: Decision, sinks: Sinks): Promise<Recorded> {
  const { api, now } = sinks
  if (api === undefined) return { ok: false, why: message('audit.no-repository') }
  const [owner = '', repo = ''] = api.repository?.split('/') ?? []
  if (owner === '' || repo === '') return { ok: false, why: message('audit.no-repository') }
  if (api.token.trim() === '') return { ok: false, why: message('app.no-token') }
  const { token, apiUrl } = api
  const next: Next = (last) => addition(last, decision, new Date(now()).toISOString())
  try {
    const added = await appendToBranch({ owner, repo, branch }, LAYOUT, next, { token, apiUrl })
    if (!added.ok) return added
    const { path: file, content } = added.addition
    return { ok: true, entry: { sequence: sequenceOf(file) ?? 0, sha256: sha256(content), file } }
  } catch (error) {
    // Whatever the client trips over, an address that is none for instance.
    return { ok: false, why: message('app.github-client', { why: reasonOf(error) }) }
  }
}

function addition(last: LastFile | undefined, decision: Decision, time: string): ReturnType<Next> {
  const read = last && readBytes(last.bytes)
  if (last !== undefined && read?.ok === false)
    return { why: message('audit.damaged', { file: last.path, why: read.problems[0]?.message ?? '' }) }
  const sequence = (last === undefined ? 0 : (sequenceOf(last.path) ?? MAX_SEQUENCE)) + 1
  if (sequence > MAX_SEQUENCE) return { why: message('audit.full') }
  const previous = last === undefined ? null : sha256(last.bytes)
  const content = serialiseEntry(entryAt(decision, { sequence, previous, time }))
  if (Buffer.byteLength(content) > MAX_ENTRY_BYTES)
    return { why: message('audit.too-large', { limit: MAX_ENTRY_BYTES }) }
  const said = `ml-gate: entry ${sequence}, ${decision.verdict}`
  return { path: fileOf(sequence), content, message: said, onFirst: [ATTRIBUTES] }
}
