import type { Answer } from './answer.js'
import { type Call, type Client, MAX_REPEATS } from './client.js'

/** What looking for a write's effect showed. */
export type Look<T> = { readonly kind: 'there'; readonly value: T } | { readonly kind: 'absent' | 'unknown' }

/** `unconfirmed`: the write was sent, its answer was lost, and its effect could not be established. */
export type WriteOutcome<T> = Answer<T> | { readonly kind: 'unconfirmed'; readonly detail: string }

/**
 * Carries out a write that must not happen twice.
 *
 * It is sent again only after `look` has found that the try before had no effect. Where that cannot be found out the
 * write is given up: a missing check run is repaired by running the job again, a doubled one cannot be deleted.
 */
export async function once<T>(client: Client, call: Call<T>, look: () => Promise<Look<T>>): Promise<WriteOutcome<T>> {
  for (let tried = 0; ; tried++) {
    const answer = await client.send(call)
    if (answer.kind !== 'lost') return answer
    // All of the waiting comes before the look and none after it, to leave a late effect the least room to slip between.
    const wait = client.pace.lookUpDelayMs + client.pace.backoffMs * tried
    const found: Look<T> = (await client.pause(wait)) ? await look() : { kind: 'unknown' }
    if (found.kind === 'there') return { kind: 'done', value: found.value }
    if (found.kind === 'unknown') return { kind: 'unconfirmed', detail: answer.detail }
    if (tried === MAX_REPEATS) return answer
  }
}
