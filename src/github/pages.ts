import type { Answer, Received } from './answer.js'
import { isRecord } from './body.js'
import type { Call, Client } from './client.js'

const PER_PAGE = 100
/** More than GitHub allows of either: 1,000 check runs of one name in a suite, 2,500 comments on a pull request. */
const MAX_PAGES = 30

interface Page {
  readonly items: readonly unknown[]
  readonly more: boolean
}

/** A page that is not full may have another behind it all the same: GitHub leaves out what it must not show. */
function announcesMore({ link }: Received['headers']): boolean {
  return typeof link === 'string' && /;\s*rel="?next"?/.test(link)
}

/** Reads a listing to its end; the call's `parse` takes the list out of a page's body. */
export async function listAll(
  client: Client,
  call: Call<readonly unknown[]>,
): Promise<Answer<readonly Readonly<Record<string, unknown>>[]>> {
  const all: Record<string, unknown>[] = []
  for (let page = 1; page <= MAX_PAGES; page++) {
    const answer = await client.insist<Page>({
      route: call.route,
      params: { ...call.params, per_page: PER_PAGE, page },
      parse: (data, headers) => {
        const items = call.parse(data, headers)
        return items && { items, more: items.length >= PER_PAGE || announcesMore(headers) }
      },
    })
    if (answer.kind !== 'done') return answer
    all.push(...answer.value.items.filter(isRecord))
    if (!answer.value.more) return { kind: 'done', value: all }
  }
  // Judging by a part of the listing would take what stands beyond it for absent.
  return { kind: 'alien', detail: `> ${MAX_PAGES * PER_PAGE}` }
}
