/** A mapping of a resolved policy. */
export type Data = Readonly<Record<string, unknown>>

/** A mapping's members; none of anything else. */
export function plain(data: unknown): Data {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? Object.fromEntries(Object.entries(data))
    : {}
}
