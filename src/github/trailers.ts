/** Who a commit's message names beside its author. */
export interface CoAuthor {
  readonly name: string
  /** Empty where none is written. */
  readonly email: string
}

const KEY = /^co-authored-by[ \t]*:/i
/** GitHub allows a message of 65,536 characters, in which there is no room for more. */
const MAX_CO_AUTHORS = 4_000

/** `Co-authored-by: Name <address>`, wherever in the message it stands: better one too many than one overlooked. */
export function coAuthorsOf(text: string): CoAuthor[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => KEY.test(line))
    .slice(0, MAX_CO_AUTHORS)
    .map((line) => {
      const written = line.slice(line.indexOf(':') + 1).trim()
      const open = written.indexOf('<')
      const email =
        open < 0
          ? ''
          : written
              .slice(open + 1)
              .replace(/>.*$/, '')
              .trim()
      return { name: (open < 0 ? written : written.slice(0, open)).trim().slice(0, 100), email: email.slice(0, 320) }
    })
}
