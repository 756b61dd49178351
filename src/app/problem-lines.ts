import { logText } from '../report/escape.js'
import type { Wording } from '../report/wording.js'
import { shown } from '../shared/location.js'
import type { Problem } from '../shared/problem.js'

/** Problems as lines of a terminal: the place of each, and what is wrong there. */
export function problemLines(problems: readonly Problem[], wording: Wording): string[] {
  return problems.map(({ message, at }) =>
    logText(`${at === undefined ? '' : `${shown(at)}: `}${wording.say(message)}`),
  )
}
