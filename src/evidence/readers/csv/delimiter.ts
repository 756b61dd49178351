/** What stands between two cells of a row. */
export type Delimiter = ',' | ';' | '\t'

/** The candidate that the first line has most of; a comma where it has none, for a table of one column. */
export function delimiterOf(text: string): Delimiter {
  const [header = ''] = text.trimStart().slice(0, 100_000).split('\n', 1)
  const bare = header.replace(/"[^"]*"/g, '')
  const counted = ([',', ';', '\t'] as const).map((candidate) => ({ candidate, count: bare.split(candidate).length }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).candidate
}
