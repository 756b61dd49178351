/** Far deeper than any record; a deeper one is hostile. */
const MAX_DEPTH = 64

/**
 * The JSON Canonicalization Scheme (RFC 8785): no blanks, members in order of their names' UTF-16 code units, strings and
 * numbers as ECMAScript writes them. The same data has the same bytes in every language that follows it. Members that
 * are undefined are left out. Throws a `RangeError` for what is nested deeper than 64 levels.
 */
export function canonical(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) throw new RangeError(`nested deeper than ${MAX_DEPTH} levels`)
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonical(item ?? null, depth + 1)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member, depth + 1)}`)
  return `{${members.join(',')}}`
}
