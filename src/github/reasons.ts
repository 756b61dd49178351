import { type Message, message } from '../shared/message.js'
import type { WriteOutcome } from './once.js'

/** What came of publishing. `notes` tell what is missing from something that was published otherwise. */
export type Published =
  | { readonly ok: true; readonly url: string; readonly notes: readonly Message[] }
  | { readonly ok: false; readonly why: Message }

/** The permission that a request needs, as it is written in a workflow. */
type Permission =
  | 'checks: write'
  | 'pull-requests: write'
  | 'contents: read'
  | 'contents: write'
  | 'pull-requests: read'

/** Why a request did not succeed, for the person who can mend it. */
export function reason(outcome: Exclude<WriteOutcome<unknown>, { kind: 'done' }>, permission: Permission): Message {
  switch (outcome.kind) {
    case 'refused':
      return refusal(outcome.status, outcome.said, permission)
    case 'limited':
      return message('github.rate-limited', { seconds: Math.ceil(outcome.waitMs / 1000) })
    case 'lost':
      return message('github.unanswered', { detail: outcome.detail })
    case 'unconfirmed':
      return message('github.unconfirmed', { detail: outcome.detail })
    case 'alien':
      return message('github.not-the-api', { detail: outcome.detail })
    case 'late':
      return message('github.out-of-time')
  }
}

function refusal(status: number, text: string, permission: Permission): Message {
  const said = text === '' ? message('github.said-nothing') : text
  if (status === 401) return message('github.unauthorized', { said })
  if (status === 403) return message('github.forbidden', { permission, said })
  if (status === 404) return message('github.not-found', { permission, said })
  return message('github.refused', { status, said })
}
