import type { Section } from '../../evidence/card/card.js'
import { isOfOtherField, type Names } from './fields.js'
import { type Filling, isFilled } from './placeholder.js'

/** Why a section does not state what is asked for, and what stands there instead. */
export type Stated =
  | Filling
  /** Sub-sections say something, but the text above them is a placeholder. */
  | { readonly filled: false; readonly why: 'opening'; readonly shown: string }

/**
 * Whether a section states a field. What stands in its sub-sections is its own where nothing stands above them; a
 * placeholder there says that the section was not written, and where there is a statement, sub-sections that are about
 * another field may wait for theirs.
 */
export function statedIn({ text, parts }: Section, names: Names): Stated {
  const whole = isFilled(text, names.measured)
  if (parts === undefined) return whole
  const own = isFilled(parts.own, names.measured)
  if (!own.filled) return whole.filled && isPlaceholder(own) ? { ...own, why: 'opening' } : whole
  if (whole.filled) return whole
  const below = parts.below.filter(({ label }) => !isOfOtherField(label, names))
  return isFilled([parts.own, ...below.map((it) => it.text)].join('\n\n'), names.measured)
}

/** Not a line across the page, and not the sentence of a template, which what follows may complete. */
function isPlaceholder(filling: Exclude<Filling, { filled: true }>): boolean {
  return filling.why === 'placeholder' && /[\p{L}\p{N}]/u.test(filling.shown)
}
