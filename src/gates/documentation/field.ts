/** What a model card may be required to state, and the names under which people write it. */
export interface Field {
  readonly id: string
  /** Its usual headings and keys; the id itself always is one. The first three are shown to whoever left it out. */
  readonly names: readonly string[]
  /** It states what was measured: a number without a placeholder on its line is enough. */
  readonly measured?: true
  /** Names of a wider section that may hold it; looked at where the card has none of `names`. */
  readonly broad?: readonly string[]
  /** Names that count, where there is no other, only with a number below them: a list of measures is no result. */
  readonly withNumber?: readonly string[]
}
