const ELLIPSIS = '…'

/** At most `max` UTF-16 units, the ellipsis included, cut between two code points; a name could be a megabyte long. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  const head = text.slice(0, max - ELLIPSIS.length)
  return `${/[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head}${ELLIPSIS}`
}

/** At most `maxBytes` bytes of UTF-8, the marker included, cut between two code points; empty without room for it. */
export function clipBytes(text: string, maxBytes: number, marker = ELLIPSIS): string {
  if (Buffer.byteLength(text) <= maxBytes) return text
  let end = maxBytes - Buffer.byteLength(marker)
  if (end < 0) return ''
  const buffer = Buffer.from(text)
  // 0b10xxxxxx continues a character that would be cut in two.
  while (end > 0 && ((buffer[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return buffer.toString('utf8', 0, end) + marker
}
