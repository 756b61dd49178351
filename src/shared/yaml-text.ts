/** What YAML 1.1 or 1.2 reads as something else than a text. */
const OTHER = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i

/** A text of one line as a value in YAML: plain where nothing in it means anything, else in quotes. */
export function yamlText(text: string): string {
  return /^[A-Za-z_][\w./ -]*[\w]$|^[A-Za-z_]$/.test(text) && !OTHER.test(text) ? text : JSON.stringify(text)
}
