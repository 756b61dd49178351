/** Stands where a placeholder was taken out, so that its label or table row can be told; a private-use character. */
export const MARK = '\uE000'

/** What stands in a form or table where a value should be. */
const VOID =
  /^(?:[-–—_.…?*~%\s\uE000]*|nan|n\.?\/?a\.?|null|undefined|noassertion|(?:x{2,9}|x[.,]x{1,9}|0?[.,]x{1,9})\s?%?|x\s?%)$/i
/** A cell that is a value and no name of one. */
const VALUE = /^[-+]?\d+(?:[.,]\d+\s?%?|\s?%)$/
const MAX_LINE = 1000

/**
 * Takes out what only labels an answer that is not there: `Owner:` with nothing behind it, the first cell of a table
 * row whose other cells are void, and that table's head. Otherwise a form of twenty empty lines would look filled in.
 */
export function withoutLabels(text: string): string {
  const marked = text.includes(MARK)
  if (!marked && !/[:：|]/.test(text)) return text
  const lines = text.split('\n')
  const dropped = lines.map((line) => isLabel(line) || (marked && line.includes(MARK) && isOpenRow(line)))
  for (let index = 1; index < lines.length; index += 1) {
    if (isDelimiter(lines[index] ?? '') && (lines[index - 1] ?? '').includes('|'))
      index = dropTable(lines, dropped, index)
  }
  return lines.filter((_line, index) => !dropped[index]).join('\n')
}

/** Marks the rows of a table that say nothing and, where none says anything, its head. */
function dropTable(lines: readonly string[], dropped: boolean[], delimiter: number): number {
  let index = delimiter + 1
  let said = false
  for (; (lines[index] ?? '').includes('|'); index += 1) {
    dropped[index] ||= isOpenRow(lines[index] ?? '')
    said ||= !dropped[index]
  }
  dropped[delimiter] = true
  if (!said) dropped[delimiter - 1] = true
  return index - 1
}

/** `Label:` or `Label: ■`, in a list or not. */
function isLabel(line: string): boolean {
  if (line.length > MAX_LINE) return false
  const [, value] = /^[^:：\n]{0,100}[:：]([^:：\n]{0,100})$/.exec(line) ?? []
  return value !== undefined && VOID.test(value.trim()) && !line.includes('|')
}

/** `| Label | ■ | ■ |`; a row of a single cell is open where that one is. */
function isOpenRow(line: string): boolean {
  if (line.length > MAX_LINE) return false
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|')
  if (cells.length === 1 && !line.includes('|')) return false
  const [first = '', ...others] = cells.map((cell) => cell.trim())
  return others.every(isVoid) && (isVoid(first) || (others.length > 0 && !VALUE.test(first)))
}

function isVoid(cell: string): boolean {
  return VOID.test(cell.replace(/^[*_`]+|[*_`]+$/g, ''))
}

function isDelimiter(line: string): boolean {
  return line.length <= MAX_LINE && /^[\s|:-]*-[\s|:-]*$/.test(line) && /[|:-]-|-[|:-]|\|/.test(line)
}
