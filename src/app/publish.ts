import type { Published, Publisher } from '../github/publish.js'
import type { Links } from '../report/links.js'
import type { Report } from '../report/model.js'
import { annotationsOf } from '../report/render/annotations.js'
import { renderMarkdown } from '../report/render/markdown.js'
import { renderTitle } from '../report/render/title.js'
import type { Wording } from '../report/wording.js'
import { type Message, message } from '../shared/message.js'
import { reasonOf } from '../shared/problem.js'
import { digestOf } from './digest.js'
import type { RunContext, Target } from './environment.js'
import type { ActionOptions } from './inputs.js'
import { exitCode } from './options.js'

/** GitHub counts UTF-8 bytes and refuses more than 65,535; the rest is room for what it adds itself. */
const SUMMARY_BYTES = 65_000
/** Measured limits of a comment differ; this is below all of them. */
const COMMENT_BYTES = 60_000

/** What was posted, for the outputs and the summary. */
export interface Posted {
  readonly checkRunUrl?: string
  readonly notes: readonly Message[]
}

/** Posts the check run and the comment. The verdict is fixed by now; whatever happens here only adds notes. */
export async function publish(
  report: Report,
  wording: Wording,
  options: ActionOptions,
  context: RunContext,
  links: Links | undefined,
): Promise<Posted> {
  const { target } = context
  const wanted = options.checkRun !== 'false' || options.comment !== 'never'
  if (!wanted || target === undefined) return { notes: [] }
  if (options.token === '') {
    const why = message('app.no-token')
    return {
      notes: [
        ...(options.checkRun === 'false' ? [] : [notPosted(why)]),
        ...(options.comment === 'never' ? [] : [message('app.no-comment', { why })]),
      ],
    }
  }
  try {
    return await post(report, wording, options, context, target, links)
  } catch (error) {
    // Whatever the client trips over, an address that is none for instance, the verdict stands.
    const why = message('app.github-client', { why: reasonOf(error) })
    return { notes: [notPosted(why)] }
  }
}

async function post(
  report: Report,
  wording: Wording,
  options: ActionOptions,
  context: RunContext,
  target: Target,
  links: Links | undefined,
): Promise<Posted> {
  // Loaded here only: a run without a token never pays for GitHub's client.
  const { makePublisher } = await import('../github/publish.js')
  const publisher = makePublisher({ token: options.token, apiUrl: context.apiUrl })
  const run =
    options.checkRun === 'false'
      ? undefined
      : await postCheckRun(publisher, report, wording, options, context, target, links)
  const comment = await postComment(publisher, report, wording, options, target, links)
  const notes = [
    ...(run === undefined ? [] : run.ok ? run.notes : [notPosted(run.why)]),
    ...(comment === undefined ? [] : comment.ok ? comment.notes : [message('app.no-comment', { why: comment.why })]),
  ]
  return run?.ok ? { checkRunUrl: run.url, notes } : { notes }
}

function notPosted(why: Message): Message {
  return message('app.read-only', { why })
}

function postCheckRun(
  publisher: Publisher,
  report: Report,
  wording: Wording,
  options: ActionOptions,
  context: RunContext,
  { owner, repo, headSha }: Target,
  links: Links | undefined,
): Promise<Published> {
  return publisher.postCheckRun({
    owner,
    repo,
    headSha,
    name: options.checkName,
    externalId: externalId(options.checkName, context),
    conclusion: conclusionOf(report, options),
    title: renderTitle(report, wording),
    summary: renderMarkdown(report, wording, { maxBytes: SUMMARY_BYTES, ...(links && { links }) }),
    annotations: annotationsOf(report, wording),
  })
}

/** `success` for pass, `neutral` for warn (`failure` where that fails the step), `failure` for fail and error. */
export function conclusionOf(
  { verdict }: Report,
  { failOn }: Pick<ActionOptions, 'failOn'>,
): 'success' | 'neutral' | 'failure' {
  if (verdict === 'pass') return 'success'
  return verdict === 'warn' && exitCode(verdict, failOn) === 0 ? 'neutral' : 'failure'
}

/** Tells this posting from every other: another check's, another run's, another attempt's. */
function externalId(checkName: string, { subject, job }: RunContext): string {
  const parts = [subject.run ?? 0, subject.attempt ?? 0, job ?? '', checkName]
  return `ml-gate:${digestOf(JSON.stringify(parts)).slice(0, 32)}`
}

async function postComment(
  publisher: Publisher,
  report: Report,
  wording: Wording,
  options: ActionOptions,
  { owner, repo, pullRequest }: Target,
  links: Links | undefined,
): Promise<Published | undefined> {
  if (options.comment === 'never') return undefined
  if (pullRequest === undefined) return { ok: true, url: '', notes: [message('app.no-pull-request')] }
  const marker = `<!-- ml-gate ${digestOf(options.checkName).slice(0, 16)} -->`
  const body = renderMarkdown(report, wording, { maxBytes: COMMENT_BYTES, ...(links && { links }) })
  // A comment that reported a failure is brought up to date when the gate passes, too.
  const createIfAbsent = options.comment === 'always' || report.verdict !== 'pass'
  return publisher.upsertComment({ owner, repo, pullRequest, marker, body: `${marker}\n${body}`, createIfAbsent })
}
