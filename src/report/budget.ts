/** GitHub counts bytes of UTF-8, whatever its documentation calls them. */
export function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

/** Rows between a head and a tail; all of them carry their own line ends. */
export interface Listing {
  readonly head: string
  readonly rows: Iterable<string>
  /** How many rows there are. */
  readonly count: number
  /** What is said after the rows when some are left out. */
  readonly more: (left: number) => string
  readonly tail: string
}

/** The listing with as many of its first rows as fit, saying how many do not; undefined where none fits. */
export function listWithin(listing: Listing, maxBytes: number): string | undefined {
  const reserve = bytes(listing.more(listing.count))
  let used = bytes(listing.head) + bytes(listing.tail)
  const lines: string[] = []
  // How many rows may stand if the rest is left out; whether it must be shows only at the last row that fits.
  let safe = 0
  for (const row of listing.rows) {
    used += bytes(row)
    if (used > maxBytes) break
    lines.push(row)
    if (used + reserve <= maxBytes) safe = lines.length
  }
  const kept = lines.length === listing.count ? listing.count : safe
  if (kept === 0) return undefined
  const left = listing.count - kept
  return listing.head + lines.slice(0, kept).join('') + (left > 0 ? listing.more(left) : '') + listing.tail
}

/** A part of a text that has a full and a short form. */
export interface Section {
  /** Shown where the full form has no room: what is left out, and how much. Empty where there is nothing to say. */
  readonly short: string
  /** The full form within that many bytes; undefined where it cannot be. */
  readonly full: (maxBytes: number) => string | undefined
  /** Sections with the lowest number get room first. */
  readonly priority: number
}

/**
 * Joins sections, in the order given, within a byte budget. Room is given by priority, after room for the short form
 * of every other section is set aside. Undefined where not even the short forms fit.
 */
export function fitSections(sections: readonly Section[], maxBytes: number, between: string): string | undefined {
  const gap = bytes(between)
  let room = maxBytes
  for (const section of sections) room -= bytes(section.short) + gap
  if (room < 0) return undefined
  const chosen = new Map<Section, string>()
  for (const section of [...sections].sort((a, b) => a.priority - b.priority)) {
    const own = room + bytes(section.short)
    const full = section.full(own)
    const text = full !== undefined && bytes(full) <= own ? full : section.short
    room = own - bytes(text)
    chosen.set(section, text)
  }
  return sections
    .map((section) => chosen.get(section) ?? '')
    .filter((text) => text !== '')
    .join(between)
}
