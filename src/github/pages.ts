import type { Answer } from './answer.js'
import { isRecord } from './body.js'
import type { Call, Client } from './client.js'

const PER_PAGE = 100
/** More than GitHub allows of either: 1,000 check runs of one name in a suite, 2,500 comments on a pull request. */
const MAX_PAGES = 30

/** Reads a listing to its end; the call's `parse` takes the list out of a page's body. */
export async function listAll(
  client: Client,
  call: Call<readonly unknown[]>,
): Promise<Answer<readonly Readonly<Record<string, unknown>>[]>> {
  const all: Record<string, unknown>[] = []
  for (let page = 1; page <= MAX_PAGES; page++) {
    const answer = await client.insist({ ...call, params: { ...call.params, per_page: PER_PAGE, page } })
    if (answer.kind !== 'done') return answer
    all.push(...answer.value.filter(isRecord))
    if (answer.value.length < PER_PAGE) return { kind: 'done', value: all }
  }
  // Judging by a part of the listing would take what stands beyond it for absent.
  return { kind: 'alien', detail: `> ${MAX_PAGES * PER_PAGE}` }
}
