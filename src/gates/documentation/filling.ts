import type { Parts, Section } from '../../evidence/card/card.js'
import { clip } from '../../shared/clip.js'
import { isOfOtherField, type Names } from './fields.js'
import { type Filling, isFilled } from './placeholder.js'

/** Why a section does not state what is asked for, and what stands there instead. */
export type Stated =
  | Filling
  /** Sub-sections say something, but the text above them is a placeholder. */
  | { readonly filled: false; readonly why: 'opening'; readonly shown: string }
  /** Data only name or classify what they should describe. */
  | { readonly filled: false; readonly why: 'named'; readonly shown: string }

/** How much of a name is quoted. */
const SHOWN = 60

/** The text of a section that may state a field. */
export function textFor({ text, bare }: Section, names: Names): string {
  return names.bare === undefined || bare === undefined ? text : bare[names.bare]
}

/** Whether a section states a field. */
export function statedIn(section: Section, names: Names): Stated {
  const { text, parts } = section
  if (parts !== undefined) return statedInParts(text, parts, names)
  const said = textFor(section, names)
  const filling = isFilled(said === '' ? text : said, names.measured)
  if (said !== '' || !filling.filled) return filling
  return { filled: false, why: 'named', shown: clip(text.slice(0, 1000).replace(/\s+/g, ' '), SHOWN) }
}

/**
 * What stands in sub-sections is their section's own where nothing stands above them; a placeholder there says that the
 * section was not written, and below a statement, sub-sections that are about another field may wait for theirs.
 */
function statedInParts(text: string, { own: above, below }: Parts, names: Names): Stated {
  const whole = isFilled(text, names.measured)
  const own = isFilled(above, names.measured)
  if (!own.filled) return whole.filled && isPlaceholder(own) ? { ...own, why: 'opening' } : whole
  if (whole.filled) return whole
  const about = below.filter(({ label }) => !isOfOtherField(label, names))
  return isFilled([above, ...about.map((it) => it.text)].join('\n\n'), names.measured)
}

/** Not a line across the page, and not the sentence of a template, which what follows may complete. */
function isPlaceholder(filling: Exclude<Filling, { filled: true }>): boolean {
  return filling.why === 'placeholder' && /[\p{L}\p{N}]/u.test(filling.shown)
}
