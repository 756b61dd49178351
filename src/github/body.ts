/** Whether a value of unknown origin has named parts. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Something that was created or found: what it is addressed by, and a link to show. */
export interface Resource {
  readonly id: string
  /** Empty where the server gave none that can be shown. */
  readonly url: string
}

/** Reads a check run or a comment. */
export function resourceOf(data: unknown): Resource | undefined {
  if (!isRecord(data)) return undefined
  const { id, html_url: url } = data
  // Beyond 2^53 the transport gives a bigint; a number that is no longer exact is the id of something else.
  if (!Number.isSafeInteger(id) && typeof id !== 'bigint') return undefined
  const canBeShown = typeof url === 'string' && url.length <= 2_000 && /^https?:\/\/[\x21-\x7e]+$/.test(url)
  return { id: String(id), url: canBeShown ? url : '' }
}
