/** The words of a text that lists them between blanks and line ends. */
export function wordList(text: string): string[] {
  return text.trim().split(/\s+/)
}

/** The same, to be looked up. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(wordList(text))
}
