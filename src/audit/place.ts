/** Entries a folder: as many as one listing through GitHub's API gives, and few enough for every file system. */
const A_FOLDER = 1_000

/** The largest number that its name has digits for. */
export const MAX_SEQUENCE = 999_999_999

/** Where entries lie below the trail's root. */
export const ENTRIES = 'entries'

/**
 * The file of an entry, relative to the trail's root: `entries/000000/000000042.json`, the folder being its thousands.
 * It says nothing but the number, so that of two writers who would follow one entry only one can have the name, and
 * two histories of one trail cannot be merged without a conflict.
 */
export function fileOf(sequence: number): string {
  const thousands = String(Math.floor(sequence / A_FOLDER)).padStart(6, '0')
  return `${ENTRIES}/${thousands}/${String(sequence).padStart(9, '0')}.json`
}

/** The number in an entry's path; undefined where it is no entry's, to the letter. */
export function sequenceOf(path: string): number | undefined {
  const [, digits] = /^entries\/\d{6}\/(\d{9})\.json$/.exec(path) ?? []
  if (digits === undefined) return undefined
  const sequence = Number.parseInt(digits, 10)
  return sequence > 0 && fileOf(sequence) === path ? sequence : undefined
}
