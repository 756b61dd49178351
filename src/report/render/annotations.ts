import { clip, clipBytes } from '../../shared/clip.js'
import { message } from '../../shared/message.js'
import { changesOf, decidedBy } from '../changes.js'
import { plainText } from '../escape.js'
import type { Annotation, Report } from '../model.js'
import { distanceMessage, outcomeMessage, placeLines, sentence, short } from '../phrases.js'
import { isLineInRepository, isOpen, levelOf, placeOf, type Row, rowsOf } from '../rows.js'
import type { Wording } from '../wording.js'

/** GitHub's limits: 255 characters and 64 KB. */
const MAX_TITLE = 255
const MAX_MESSAGE_BYTES = 60_000

/**
 * One annotation for each problem and each open check that has a line to stand on: problems first, then failures,
 * warnings and notices, the worst outcome first in each. Plain text.
 */
export function annotationsOf(report: Report, wording: Wording): Annotation[] {
  const several = report.models.length > 1
  const ofChecks = rowsOf(report)
    .filter((row) => isOpen(row.check.outcome))
    .flatMap((row) => checkAnnotation(row, wording, several) ?? [])
  const levels: readonly Annotation['level'][] = ['failure', 'warning', 'notice']
  return [
    ...problemAnnotations(report, wording),
    ...levels.flatMap((level) => [
      // What makes the policy weaker is told before what is only observed.
      ...(level === 'notice' ? changeAnnotations(report, wording) : []),
      ...ofChecks.filter((annotation) => annotation.level === level),
    ]),
  ]
}

function problemAnnotations(report: Report, wording: Wording): Annotation[] {
  return report.problems.flatMap(({ message: said, at }) => {
    if (at === undefined || !isLineInRepository(at)) return []
    const title = wording.say(message('report.annotation.problem'))
    return [annotation('failure', at, title, [sentence(wording, said)])]
  })
}

/** A notice on each line that makes the policy weaker. */
function changeAnnotations({ policy }: Report, wording: Wording): Annotation[] {
  return changesOf(policy).flatMap(({ direction, what, base = '–', head = '–', at }) => {
    if (direction !== 'weaker' || at === undefined || !isLineInRepository(at)) return []
    const title = wording.say(message('report.annotation.weaker', { what: sentence(wording, what) }))
    const compared = message('report.annotation.change', { base: short(base), head: short(head) })
    return [annotation('notice', at, title, [wording.say(compared), wording.say(decidedBy(policy))])]
  })
}

function checkAnnotation(row: Row, wording: Wording, several: boolean): Annotation | undefined {
  const at = placeOf(row)
  if (at === undefined) return undefined
  const { check } = row
  const name = sentence(wording, check.title)
  const title = wording.say(
    message('report.annotation.title', {
      check: several ? `${short(row.model)}: ${name}` : name,
      outcome: outcomeMessage(row),
    }),
  )
  const lines = [sentence(wording, check.message), comparison(row, wording), ...placeLines(check, wording)]
  lines.push(wording.say(message('report.annotation.id', { id: short(check.id) })))
  return annotation(levelOf(row), at, title, lines)
}

/** Measured and required, as far as they are known; the sentence of a check need not hold them. */
function comparison(row: Row, wording: Wording): string {
  const actual = row.check.actual === undefined ? undefined : short(row.check.actual)
  const expected = row.check.expected === undefined ? undefined : short(row.check.expected)
  if (actual === undefined) {
    return expected === undefined ? '' : wording.say(message('report.annotation.expected', { expected }))
  }
  if (expected === undefined) return wording.say(message('report.annotation.actual', { actual }))
  const distance = distanceMessage(row.check)
  return distance === undefined
    ? wording.say(message('report.annotation.compared', { actual, expected }))
    : wording.say(message('report.annotation.away', { actual, expected, distance }))
}

function annotation(
  level: Annotation['level'],
  at: Annotation['at'],
  title: string,
  lines: readonly string[],
): Annotation {
  const text = lines
    .map(plainText)
    .filter((line) => line !== '')
    .join('\n')
  return { level, at, title: clip(plainText(title), MAX_TITLE), message: clipBytes(text, MAX_MESSAGE_BYTES) }
}
