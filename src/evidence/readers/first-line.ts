/** The first line that is neither blank nor a `#` comment, looked for near the beginning. */
export function firstLine(text: string): string {
  const lines = text.slice(0, 10_000).split(/\r\n|\r|\n/)
  return lines.find((line) => line.trim() !== '' && !line.trimStart().startsWith('#')) ?? ''
}
