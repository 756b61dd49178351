import { clip } from '../../shared/clip.js'
import { type Message, message } from '../../shared/message.js'

/** What stands at an offset, for a message: a few characters of one line, or "the end of the file". */
export function found(text: string, offset: number, length = 20): string | Message {
  if (offset >= text.length) return message('evidence.found.end')
  // Cut by code points, so that no half of a surrogate pair is shown.
  const [line = ''] = text.slice(offset, offset + 2 * length).split(/[\r\n]/, 1)
  return line === '' ? message('evidence.found.line-end') : [...line].slice(0, length).join('')
}

/** A name for a message, cut where it is longer than anyone would read. */
export function named(text: string): string {
  return clip(text, 60)
}

/** A library's own words on what it trips over, for a message. */
export function complaint(text: string): string {
  return clip(text, 160)
}
