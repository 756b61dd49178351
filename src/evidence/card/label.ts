/** Longest label that is kept; a longer heading is a paragraph by another name. */
const MAX_LENGTH = 300

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** A heading's text as its reader sees it: without comments, tags, links, emphasis, anchors and escapes. */
export function plainLabel(source: string): string {
  const text = source.slice(0, MAX_LENGTH)
  return MARKUP.test(text) ? withoutMarkup(text) : text.trim()
}

/** Nothing but the characters that some markup or odd white space begins with calls for a closer look. */
const MARKUP = /[*_`~[<&\\{\t\n]|\s\s/

function withoutMarkup(text: string): string {
  return text
    .replace(/<!--.{0,300}?-->/gs, '')
    .replace(/!\[([^\]]{0,200})\]\([^)]{0,300}\)/g, '$1')
    .replace(/\[([^\]]{0,200})\](?:\([^)]{0,300}\)|\[[^\]]{0,200}\])/g, '$1')
    .replace(/<\/?[a-zA-Z][^>]{0,300}>/g, '')
    .replace(/\{#[^}]{0,100}\}\s*$/, '')
    .replace(/(\*\*|__|~~|`+)/g, '')
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/&([a-z]{2,6});/g, (whole, name: string) =>
      Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole,
    )
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
