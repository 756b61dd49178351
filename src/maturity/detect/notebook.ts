import { parseJson } from '../../evidence/readers/json/parse.js'
import { at, treeOf } from '../code/tree.js'

/** A notebook's code as one Python text; `lineOf` gives the notebook's line for a line of it. */
export interface NotebookCode {
  readonly text: string
  readonly lineOf: (line: number) => number
}

/** The code cells of a notebook, without shell and magic lines; undefined where it is none. */
export function notebookCode(text: string, path: string): NotebookCode | undefined {
  const read = parseJson(text, path)
  if (!read.ok) return undefined
  const [lines, places]: [string[], number[]] = [[], []]
  for (const cell of at(treeOf(read.value), 'cells')?.items ?? []) {
    if (at(cell, 'cell_type')?.text !== 'code') continue
    const source = at(cell, 'source')
    for (const piece of source?.items ?? (source === undefined ? [] : [source])) {
      for (const line of (piece.text ?? '').replace(/\n$/, '').split('\n')) {
        lines.push(/^\s*[%!?]/.test(line) ? '' : line)
        places.push(piece.line)
      }
    }
    // Between cells an open string of one line ends.
    lines.push('')
    places.push(places.at(-1) ?? 1)
  }
  return { text: lines.join('\n'), lineOf: (line) => places[line - 1] ?? 1 }
}
