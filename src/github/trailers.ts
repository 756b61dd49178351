/** Who a commit's message names beside its author. */
export interface CoAuthor {
  readonly name: string
  /** Empty where none is written. */
  readonly email: string
}

const KEY = /^co-authored-by[ \t]*:/i
/** GitHub allows a message of 65,536 characters, in which there is no room for more. */
const MAX_CO_AUTHORS = 4_000

/** `Co-authored-by: Name <address>`, wherever in the message it stands, each of several addresses: better one too many than one overlooked. */
export function coAuthorsOf(text: string): CoAuthor[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => KEY.test(line))
    .flatMap((line) => peopleIn(line.slice(line.indexOf(':') + 1)))
    .slice(0, MAX_CO_AUTHORS)
}

function peopleIn(written: string): CoAuthor[] {
  const [first = '', ...more] = written.split('<')
  const name = (text: string) => text.trim().slice(0, 100)
  if (more.length === 0) return [{ name: name(first), email: '' }]
  const parts = more.map((part) => part.split('>'))
  return parts.map(([email = ''], index) => {
    const before = index === 0 ? first : (parts[index - 1]?.slice(1).join('>') ?? '')
    return { name: name(before.replace(/^[\s,;]+/, '')), email: email.trim().slice(0, 320) }
  })
}
