import { frontMatter } from '../../card/front-matter.js'
import type { Reader } from '../contract.js'

/** The YAML at the start of a Markdown file; a card's prose is read in `card/`. */
export const reader: Reader = {
  id: 'markdown',
  title: 'Markdown',
  extensions: ['md', 'markdown'],
  maxBytes: 10 * 1024 * 1024,
  // A text of unknown name that begins with dashes may as well be YAML.
  sniff: () => false,
  parse: frontMatter,
}
