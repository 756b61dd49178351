import type { Answer, Call, Route } from '../call.js'
import { idParam, paginate } from '../call.js'
import { HttpError, notFound, validationFailed } from '../http-error.js'
import { isObject, listAt, objectAt, textAt } from '../json.js'
import { checkRunLimits } from '../limits.js'
import { checkBody } from '../openapi.js'
import { annotationJson, checkRunJson } from '../render.js'
import { type CheckRun, timestamp } from '../state.js'
import { ACTIONS_APP, type App, demand } from '../tokens.js'
import type { JsonObject } from '../types.js'

export const CHECK_ROUTES: readonly Route[] = [
  { operation: 'checks/create', method: 'POST', path: 'check-runs', handle: create },
  { operation: 'checks/update', method: 'PATCH', path: 'check-runs/{id}', handle: update },
  { operation: 'checks/get', method: 'GET', path: 'check-runs/{id}', handle: get },
  { operation: 'checks/list-annotations', method: 'GET', path: 'check-runs/{id}/annotations', handle: annotations },
  { operation: 'checks/list-for-ref', method: 'GET', path: 'commits/{ref}/check-runs', handle: listForRef },
]

/** A check run before anything was said about it. */
export function blankRun(of: Pick<CheckRun, 'id' | 'app' | 'suite' | 'headSha' | 'ofJob'>): CheckRun {
  const silent = { title: null, summary: null, text: null, conclusion: null, completedAt: null }
  const plain = { name: '', externalId: null, detailsUrl: null, annotations: [], images: [], actions: [] }
  return { ...of, ...silent, ...plain, status: 'queued', startedAt: timestamp(), updates: 0 }
}

function writer(call: Call): App {
  if (call.grant.app === undefined) throw new HttpError(403, { message: 'You must authenticate via a GitHub App.' })
  demand(call.grant, 'write', 'checks')
  return call.grant.app
}

function create(call: Call): Answer {
  const app = writer(call)
  const body = checkedBody(call, 'checks/create')
  const headSha = textAt(body, 'head_sha') ?? ''
  call.state.demandCommit(headSha)
  const id = call.state.nextId()
  const run = blankRun({ id, app, suite: call.state.nextSuite(app, headSha), headSha, ofJob: false })
  change(run, body)
  call.state.checkRuns.push(run)
  return { status: 201, body: checkRunJson(call, run) }
}

function update(call: Call): Answer {
  const app = writer(call)
  const run = call.state.checkRun(idParam(call, 'id'))
  if (run.app.id !== app.id) {
    const message = `Invalid app_id \`${app.id}\` - check run can only be modified by the GitHub App that created it.`
    throw new HttpError(403, { message })
  }
  if (run.ofJob) throw new HttpError(403, { message: 'Check runs created by GitHub Actions cannot be modified.' })
  change(run, checkedBody(call, 'checks/update'))
  run.updates += 1
  return { status: 200, body: checkRunJson(call, run) }
}

function checkedBody(call: Call, operation: 'checks/create' | 'checks/update'): JsonObject {
  checkRunLimits(call.body)
  checkBody(operation, call.body)
  return isObject(call.body) ? call.body : {}
}

function change(run: CheckRun, body: JsonObject): void {
  run.name = textAt(body, 'name') ?? run.name
  run.externalId = textAt(body, 'external_id') ?? run.externalId
  run.startedAt = textAt(body, 'started_at') ?? run.startedAt
  // GitHub ignores the address a workflow's token gives and shows its own page.
  if (run.app.id !== ACTIONS_APP.id) run.detailsUrl = textAt(body, 'details_url') ?? run.detailsUrl
  const conclusion = textAt(body, 'conclusion')
  const status = conclusion === undefined ? textAt(body, 'status') : 'completed'
  if (status !== undefined) {
    run.status = status
    run.conclusion = conclusion ?? null
    run.completedAt = status === 'completed' ? (textAt(body, 'completed_at') ?? timestamp()) : null
  }
  if (body.actions !== undefined) run.actions = listAt(body, 'actions').filter(isObject)
  const output = objectAt(body, 'output')
  if (output !== undefined) changeOutput(run, output)
}

function changeOutput(run: CheckRun, output: JsonObject): void {
  run.title = textAt(output, 'title') ?? null
  run.summary = textAt(output, 'summary') ?? null
  if (output.text !== undefined) run.text = textAt(output, 'text') ?? null
  if (output.images !== undefined) run.images = listAt(output, 'images').filter(isObject)
  run.annotations.push(...listAt(output, 'annotations').filter(isObject))
}

function get(call: Call): Answer {
  demand(call.grant, 'read', 'checks')
  return { status: 200, body: checkRunJson(call, call.state.checkRun(idParam(call, 'id'))) }
}

function annotations(call: Call): Answer {
  demand(call.grant, 'read', 'checks')
  const run = call.state.checkRun(idParam(call, 'id'))
  const { items, headers } = paginate(call, run.annotations)
  return { status: 200, body: items.map((item) => annotationJson(call, run, item)), headers }
}

function listForRef(call: Call): Answer {
  demand(call.grant, 'read', 'checks')
  const ref = call.params.ref ?? ''
  const sha = call.state.resolve(ref)
  if (sha === undefined) throw notFound(`No commit found for SHA: ${ref}`)
  const { check_name: name, status, app_id: app, filter = 'latest' } = call.query
  if (filter !== 'latest' && filter !== 'all') throw validationFailed('CheckRun', 'filter', 'invalid')
  const asked = call.state.checkRuns.filter(
    (run) =>
      run.headSha === sha &&
      (name === undefined || run.name === name) &&
      (status === undefined || run.status === status) &&
      (app === undefined || String(run.app.id) === app),
  )
  const newestFirst = asked.reverse()
  const all = filter === 'all' ? newestFirst : newestFirst.filter(isNewestOfSuite)
  const { items, headers } = paginate(call, all)
  return {
    status: 200,
    body: { total_count: all.length, check_runs: items.map((r) => checkRunJson(call, r)) },
    headers,
  }
}

/** `latest` drops an older run of the same name in the same suite only; in another suite both stay. */
function isNewestOfSuite(run: CheckRun, index: number, newestFirst: readonly CheckRun[]): boolean {
  const twin = (other: CheckRun): boolean =>
    other.app.id === run.app.id && other.suite === run.suite && other.name === run.name
  return newestFirst.findIndex(twin) === index
}
