import type { ModelCard } from '../evidence/card/card.js'
import type { Item } from '../evidence/evidence.js'
import { lookUp } from '../evidence/select.js'
import type { Node } from '../evidence/tree.js'
import { clip } from '../shared/clip.js'
import { type Location, segmentsOf, shown } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'

/** What a file says of itself under a selector, as written; or why that is nothing. */
export type Stated =
  | { readonly kind: 'stated'; readonly text: string; readonly at: Location }
  | { readonly kind: 'none'; readonly why: Message; readonly at: Location }

/** Longest value that is shown: a SHA-512 digest with its name before it. */
const MAX_SHOWN = 140

/** Reads a text or a number of a file; of a model card a key of its front matter or data. */
export function readStated({ file: { path }, content }: Item<Node | ModelCard>, selector: string): Stated {
  return 'sections' in content ? ofCard(path, content, selector) : ofTree(path, content, selector)
}

function ofTree(path: string, content: Node, selector: string): Stated {
  const found = lookUp([{ path, content }], selector)
  if (found.kind === 'absent') return absent(path, selector)
  if (found.kind === 'ambiguous') return several(path, selector, found.matches[0]?.at)
  const { value, at } = found
  const isValue = value.kind === 'text' || value.kind === 'number'
  return isValue ? stated(value.text, selector, at) : nothing(selector, at)
}

function ofCard(path: string, { sections }: ModelCard, selector: string): Stated {
  const [found, ...others] = sections.filter(
    ({ pointer }) => pointer !== undefined && segmentsOf(pointer).join('/') === selector,
  )
  if (found === undefined) return absent(path, selector)
  const at = { path, ...found.at, ...(found.pointer !== undefined && { pointer: found.pointer }) }
  return others.length > 0 ? several(path, selector, at) : stated(found.text, selector, at)
}

function stated(written: string, selector: string, at: Location): Stated {
  const text = written.trim()
  return text === '' || text.includes('\n') ? nothing(selector, at) : { kind: 'stated', text, at }
}

function absent(path: string, selector: string): Stated {
  return { kind: 'none', why: message('binding.not-stated', { path, selector }), at: { path } }
}

function several(path: string, selector: string, at: Location = { path }): Stated {
  return { kind: 'none', why: message('binding.ambiguous', { path, selector }), at }
}

function nothing(selector: string, at: Location): Stated {
  return { kind: 'none', why: message('binding.no-value', { selector, place: shown(at) }), at }
}

/** `metrics.json:3 (4f2a91c)`. */
export function placed({ text, at }: { readonly text: string; readonly at: Location }): string {
  return `${shown(at)} (${clip(text, MAX_SHOWN)})`
}
