import type { EvidenceKind } from '../../evidence/kinds.js'

type Stated = ReadonlyMap<string, string> | undefined

/** A file's text with what the file says of itself: keys of JSON, or of a card's front matter. */
export function stamped(kind: EvidenceKind, text: string, stated: Stated): string {
  if (stated === undefined || stated.size === 0) return text
  return kind === 'model-card' ? `---\n${frontMatter(stated)}---\n${text}` : asKeys(text, stated)
}

/** A selector is a key as it is written. */
function asKeys(text: string, stated: ReadonlyMap<string, string>): string {
  const keys = [...stated].map(([selector, value]) => `${JSON.stringify(selector)}: ${JSON.stringify(value)}`)
  const rest = text.slice(1)
  return `{${keys.join(', ')}${rest === '}' ? '' : ', '}${rest}`
}

/** Of a card a selector's segments are keys below each other. */
interface Branch {
  value?: string
  readonly below: Map<string, Branch>
}

function frontMatter(stated: ReadonlyMap<string, string>): string {
  const root: Branch = { below: new Map() }
  for (const [selector, value] of stated) {
    let at = root
    for (const segment of selector.split('/')) {
      const next = at.below.get(segment) ?? { below: new Map() }
      at.below.set(segment, next)
      at = next
    }
    at.value = value
  }
  return linesOf(root, '')
}

function linesOf({ below }: Branch, indent: string): string {
  return [...below]
    .map(([key, branch]) => {
      const value = branch.value === undefined ? '' : ` ${JSON.stringify(branch.value)}`
      return `${indent}${JSON.stringify(key)}:${value}\n${linesOf(branch, `${indent}  `)}`
    })
    .join('')
}
