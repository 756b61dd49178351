import type { Annotation } from '../report/model.js'
import { type Message, message } from '../shared/message.js'
import { type Answer, blamesAnnotations } from './answer.js'
import { isRecord, type Resource, resourceOf } from './body.js'
import type { Call, Client } from './client.js'
import { BATCH, fitBytes, fitTitle, MAX_ANNOTATIONS, MAX_TEXT_BYTES, type WireAnnotation, wire } from './fit.js'
import { type Look, once, type WriteOutcome } from './once.js'
import { listAll } from './pages.js'
import { type Published, reason } from './reasons.js'

/** A check run, complete. */
export interface CheckRunDraft {
  readonly owner: string
  readonly repo: string
  readonly headSha: string
  readonly name: string
  /** Tells this posting from every other of the same name, other runs and attempts included. */
  readonly externalId: string
  readonly conclusion: 'success' | 'neutral' | 'failure'
  readonly title: string
  readonly summary: string
  readonly annotations: readonly Annotation[]
}

const PERMISSION = 'checks: write'

/**
 * Creates the check run with one request, already completed, so that no crash can leave it spinning. Annotations beyond
 * the first request's follow in updates; losing them is noted and takes nothing back.
 */
export async function publishCheckRun(client: Client, draft: CheckRunDraft): Promise<Published> {
  const placed = draft.annotations.map(wire).filter((annotation) => annotation !== undefined)
  const sent = placed.slice(0, MAX_ANNOTATIONS)
  const notes: Message[] = []
  if (placed.length < draft.annotations.length) {
    notes.push(message('github.annotations-without-place', { count: draft.annotations.length - placed.length }))
  }
  if (sent.length < placed.length) {
    notes.push(message('github.annotations-surplus', { count: placed.length - sent.length, limit: MAX_ANNOTATIONS }))
  }
  let created = await create(client, draft, sent.slice(0, BATCH))
  if (sent.length > 0 && blamesAnnotations(created)) {
    if (created.kind !== 'done') notes.push(unposted(sent.length, created))
    created = await create(client, draft, [])
    sent.length = 0
  }
  if (created.kind !== 'done') return { ok: false, why: reason(created, PERMISSION) }
  const lost = await appendAll(client, draft, created.value, sent)
  return { ok: true, url: created.value.url, notes: [...notes, ...lost] }
}

function create(
  client: Client,
  draft: CheckRunDraft,
  annotations: readonly WireAnnotation[],
): Promise<WriteOutcome<Resource>> {
  const { owner, repo, headSha, name, externalId, conclusion } = draft
  const params = {
    owner,
    repo,
    name,
    head_sha: headSha,
    external_id: externalId,
    status: 'completed',
    conclusion,
    output: output(draft, annotations),
  }
  const call: Call<Resource> = { route: 'POST /repos/{owner}/{repo}/check-runs', params, parse: resourceOf }
  return once(client, call, () => findRun(client, draft))
}

/** Looks for the run by what only this posting carries. */
async function findRun(client: Client, draft: CheckRunDraft): Promise<Look<Resource>> {
  const { owner, repo, headSha, name, externalId } = draft
  const answer = await listAll(client, {
    route: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
    params: { owner, repo, ref: headSha, check_name: name, filter: 'all' },
    parse: (data) => (isRecord(data) && Array.isArray(data.check_runs) ? data.check_runs : undefined),
  })
  if (answer.kind !== 'done') return { kind: 'unknown' }
  const run = resourceOf(answer.value.find((item) => item.external_id === externalId && item.name === name))
  return run === undefined ? { kind: 'absent' } : { kind: 'there', value: run }
}

/** Adds what did not fit into the first request; gives a note for what could not be added. */
async function appendAll(
  client: Client,
  draft: CheckRunDraft,
  run: Resource,
  all: readonly WireAnnotation[],
): Promise<Message[]> {
  const notes: Message[] = []
  let present = Math.min(BATCH, all.length)
  for (let from = BATCH; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH)
    const answer = await append(client, draft, run, batch, present)
    if (answer.kind === 'done') present += batch.length
    else if (blamesAnnotations(answer)) notes.push(unposted(batch.length, answer))
    else return [...notes, unposted(all.length - from, answer)]
  }
  return notes
}

/** An update adds to the annotations that are there, so it is as little to be repeated blindly as a creation. */
function append(
  client: Client,
  draft: CheckRunDraft,
  run: Resource,
  batch: readonly WireAnnotation[],
  present: number,
): Promise<WriteOutcome<true>> {
  const { owner, repo } = draft
  const target = { owner, repo, check_run_id: run.id }
  const call: Call<true> = {
    route: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
    params: { ...target, output: output(draft, batch) },
    parse: (data) => (isRecord(data) ? true : undefined),
  }
  return once(client, call, async () => {
    const route = 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}'
    const answer: Answer<number> = await client.insist({ route, params: target, parse: parseCount })
    if (answer.kind !== 'done') return { kind: 'unknown' }
    if (answer.value === present + batch.length) return { kind: 'there', value: true }
    return { kind: answer.value === present ? 'absent' : 'unknown' }
  })
}

/** Title and summary go with every request: an update's `output` replaces the one before, annotations excepted. */
function output(draft: CheckRunDraft, annotations: readonly WireAnnotation[]): Record<string, unknown> {
  return {
    title: fitTitle(draft.title),
    summary: fitBytes(draft.summary, MAX_TEXT_BYTES),
    ...(annotations.length === 0 ? {} : { annotations }),
  }
}

function unposted(count: number, answer: Exclude<WriteOutcome<unknown>, { kind: 'done' }>): Message {
  return message('github.annotations-unposted', { count, reason: reason(answer, PERMISSION) })
}

function parseCount(data: unknown): number | undefined {
  const count = isRecord(data) && isRecord(data.output) ? data.output.annotations_count : undefined
  return typeof count === 'number' ? count : undefined
}
