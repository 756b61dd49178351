/** Makes untrusted text safe for the place it is shown in: one function a place. */

/** Control and format characters, bidirectional overrides and halves of surrogate pairs; joiners belong to writing. */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Bidi_Control}]|(?![\u200c\u200d])\p{Cf}/gu
const REPLACEMENT = '\ufffd'

/**
 * Plain ASCII holds nothing hidden. Most texts are, and Unicode's classes take milliseconds to be compiled when they are
 * first used: a short run is over before they are needed.
 */
const ASCII = /^[\x20-\x7e]*$/

/** One line without anything invisible: white space becomes one space, hidden characters a visible replacement. */
export function visible(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return ASCII.test(line) ? line : line.replace(HIDDEN, REPLACEMENT)
}

/** For titles and annotations, which show text as it is: one line in which no `@name` notifies anybody. */
export function plainText(text: string): string {
  return visible(text).replaceAll('@', '@\u200b')
}

// A zero-width space is what keeps GitHub from linking: its link filters run on the rendered text, where a backslash
// or a character reference for the sign itself is gone.
const BREAK = '&#8203;'

const MARKDOWN = new RegExp(
  [
    '[\\\\`*~[\\]<>&|$@#]',
    // Inside a word an underscore is no markup, and metric names are full of them.
    '(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])',
    // `http://` and `:emoji:`
    ':(?=//|[\\w+-]{1,64}:)',
    '\\bgh-(?=\\d)',
    '\\bwww(?=\\.)',
    // What GitHub may take for a commit.
    '(?<![0-9a-z_])(?=\\d*[a-f])[0-9a-f]{7,40}(?![0-9a-z_])',
  ].join('|'),
  'gi',
)

const MARKDOWN_SIGNS: Readonly<Record<string, string>> = {
  '\\': '&#92;',
  '|': '&#124;',
  $: '&#36;',
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '@': `@${BREAK}`,
  ':': `:${BREAK}`,
}

/**
 * Text inside a Markdown paragraph or table cell, shown as it is: no markup, no HTML, no mention, no link to an
 * issue, a commit or a page.
 */
export function markdownText(text: string): string {
  const line = visible(text)
  const escaped = line.replace(MARKDOWN, (found: string, offset: number) => {
    if (found.length > 6) return found.slice(0, 4) + BREAK + found.slice(4)
    if (found.length > 1) return found + BREAK
    if (found === '#') return /\d/.test(line.charAt(offset + 1)) ? `\\#${BREAK}` : '\\#'
    return MARKDOWN_SIGNS[found] ?? `\\${found}`
  })
  // At the start of a line a list, an underlined heading or a numbered item would begin.
  return escaped.replace(/^[-+=]/, '\\$&').replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2')
}

const SIMPLE_ASCII_CODE = /^[\w.,:;/()=+\-%*"'?!#^~{}>]+(?: [\w.,:;/()=+\-%*"'?!#^~{}>]+)*$/
const SIMPLE_CODE = /^[\p{L}\p{N}_.,:;/()=+\-%*"'?!#^~{}>]+(?: [\p{L}\p{N}_.,:;/()=+\-%*"'?!#^~{}>]+)*$/u

/** Text as inline code. Backticks cannot hold everything (in tables no pipe), so unusual text is put into `<code>`. */
export function markdownCode(text: string): string {
  const line = visible(text)
  return SIMPLE_ASCII_CODE.test(line) || SIMPLE_CODE.test(line) ? `\`${line}\`` : `<code>${markdownText(line)}</code>`
}

/** The message of a workflow command, as the runner unescapes it. */
export function workflowData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** A property of a workflow command (`file`, `title`), as the runner unescapes it. */
export function workflowProperty(text: string): string {
  return workflowData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/**
 * One line that is safe to print where a runner listens: `::command::` counts at the start of a line, `##[command]`
 * anywhere in it. Ignorable characters are taken out, because a comparison by culture looks through them.
 */
export function logLine(text: string): string {
  const line = text.replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
  const shown = ASCII.test(line)
    ? line
    : line.replace(HIDDEN, REPLACEMENT).replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  return shown.replace(/^(\s*):(?=:)/, '$1: ').replace(/##(?=\[)/g, '# #')
}

/** Several lines, each safe to print. */
export function logText(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map(logLine)
    .join('\n')
}

// XML 1.0 has no way to write these, not even as references.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** Character data of an XML element. */
export function xmlText(text: string): string {
  return text.replace(NOT_XML, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The value of an XML attribute in double quotes; line ends and tabs survive as references. */
export function xmlAttribute(text: string): string {
  return xmlText(text)
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
