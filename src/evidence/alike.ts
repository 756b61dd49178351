/** Longest name that is looked at; a longer one is like itself only. */
const MAX_NAME = 1000

/**
 * A name as it looks: two that differ in blanks, in characters that are not seen or in how Unicode composes them (NFKC)
 * look the same, and whoever reads them takes them for one.
 */
export function look(name: string): string {
  if (name.length > MAX_NAME) return name
  return name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
