/** Whether a value of unknown origin has named parts. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An id as text; beyond 2^53 the client gives a bigint. */
export function idOf(item: Readonly<Record<string, unknown>>): string | undefined {
  return typeof item.id === 'number' || typeof item.id === 'bigint' ? item.id.toString() : undefined
}

/** A link to show; empty where the server gave none that can be shown. */
export function urlOf(item: Readonly<Record<string, unknown>>): string {
  const url = item.html_url
  return typeof url === 'string' && url.length <= 2_000 && /^https?:\/\/[\x21-\x7e]+$/.test(url) ? url : ''
}
