import { expect } from '@jest/globals'
import type { CheckRunDraft, CommentDraft, Published, PublisherOptions } from '../../src/github/publish.js'
import { makePublisher } from '../../src/github/publish.js'
import type { Annotation } from '../../src/report/model.js'
import { type FakeGitHub, startFakeGitHub, TOKENS } from '../support/fake-github/index.js'

export const HEAD = 'a'.repeat(40)
export const MARKER = '<!-- gate -->'

/** Waits short enough for a test, in the order of the real ones. */
export const PACE = { backoffMs: 5, lookUpDelayMs: 10, writeSpacingMs: 0 }

/** For answers that are late; elsewhere a busy machine must not be taken for a silent server. */
export const IMPATIENT = { pace: { ...PACE, requestTimeoutMs: 1_000 } }
export const LATE = { delayMs: 8_000 }

export interface Setting {
  readonly github: FakeGitHub
  readonly checkRun: (draft?: Partial<CheckRunDraft>) => Promise<Published>
  readonly comment: (draft?: Partial<CommentDraft>) => Promise<Published>
}

/** A repository with one pull request and a publisher for it; checks of every result that it keeps the token. */
export async function withGitHub(
  use: (setting: Setting) => Promise<void>,
  options: Partial<PublisherOptions> = {},
): Promise<void> {
  await using github = await startFakeGitHub({ pulls: [{ number: 7, headSha: HEAD }] })
  const token = options.token ?? TOKENS.full
  const publisher = makePublisher({ apiUrl: github.url, pace: PACE, ...options, token })
  const checked = async (publishing: Promise<Published>) => {
    const result = await publishing
    if (token !== '') expect(JSON.stringify(result)).not.toContain(token)
    return result
  }
  await use({
    github,
    checkRun: (draft) => checked(publisher.postCheckRun({ ...CHECK_RUN, ...draft })),
    comment: (draft) => checked(publisher.upsertComment({ ...COMMENT, ...draft })),
  })
}

const CHECK_RUN: CheckRunDraft = {
  owner: 'acme',
  repo: 'churn',
  headSha: HEAD,
  name: 'ML governance gate',
  externalId: 'run-1/attempt-1',
  conclusion: 'failure',
  title: '2 of 14 checks failed',
  summary: 'A table.',
  annotations: [],
}

const COMMENT: CommentDraft = {
  owner: 'acme',
  repo: 'churn',
  pullRequest: 7,
  marker: MARKER,
  body: `${MARKER}\n2 of 14 checks failed`,
  createIfAbsent: true,
}

/** Annotations that can be told apart by their line. */
export function annotations(count: number): Annotation[] {
  return [...Array(count).keys()].map((index) => ({
    level: 'failure',
    at: { path: './outputs/metrics.json', line: index + 1 },
    title: 'f1',
    message: `number ${index + 1}`,
  }))
}
