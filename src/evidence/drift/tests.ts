import { mapOf } from '../formats/build.js'
import type { At, MapNode, Node } from '../tree.js'

/** How a suite's test ended. What is not known to have passed is an error. */
export type Ending = 'passed' | 'failed' | 'warned' | 'errors' | 'skipped'

/** The endings by the words that suites use. */
const WORDS: ReadonlyMap<string, Ending> = new Map([
  ['SUCCESS', 'passed'],
  ['PASS', 'passed'],
  ['TRUE', 'passed'],
  ['FAIL', 'failed'],
  ['FALSE', 'failed'],
  ['WARN', 'warned'],
  ['WARNING', 'warned'],
  ['SKIPPED', 'skipped'],
  ['ERROR', 'errors'],
])

/** How a test ended by a suite's own word. */
export function ending(word: string | undefined): Ending {
  // Enumerations are printed with their names: `TestStatus.FAIL`.
  return WORDS.get((word ?? '').split('.').at(-1)?.toUpperCase() ?? '') ?? 'errors'
}

/** How many tests ended how; all five numbers, and `total`. */
export function testCounts(endings: readonly Ending[], at: At): MapNode {
  const names: readonly Ending[] = ['passed', 'failed', 'warned', 'errors', 'skipped']
  const number = (count: number): Node => ({ kind: 'number', at, text: String(count) })
  return mapOf(at, [
    ...names.map((name): [string, Node] => [name, number(endings.filter((it) => it === name).length)]),
    ['total', number(endings.length)],
  ])
}
