import { clip } from '../../shared/clip.js'
import { type Message, message } from '../../shared/message.js'
import { plainText } from '../escape.js'
import type { Counts, Report } from '../model.js'
import { counted, sentence, short } from '../phrases.js'
import type { Wording } from '../wording.js'

/** GitHub's limit for a check run's title, in characters. */
const MAX_TITLE = 255

/** The verdict in one line of plain text, fit for a check run's title. */
export function renderTitle(report: Report, wording: Wording): string {
  return clip(plainText(titleText(report, wording)), MAX_TITLE)
}

/** The verdict in one line, not yet escaped for any surface: `churn_predictor: 2 of 14 checks failed, 1 undecided`. */
export function titleText(report: Report, wording: Wording): string {
  const summary = summarise(report, wording)
  const [first, ...others] = report.models
  if (first === undefined) return summary
  const name =
    others.length === 0 ? short(first.name) : wording.say(message('report.title.models', { count: others.length + 1 }))
  return sentence(wording, message('report.title.named', { name, summary }))
}

function summarise(report: Report, wording: Wording): string {
  const { counts, problems, verdict } = report
  if (problems.length > 0) return wording.say(counted('report.title.problems', problems.length))
  if (counts.checks === 0) return wording.say(message('report.title.nothing'))
  if (verdict === 'pass' && counts.passed === counts.checks) {
    return wording.say(counted('report.title.all', counts.checks))
  }
  const summary = parts(counts)
    .map((part) => wording.say(part))
    .join(', ')
  // "2 of 14 checks failed" says that the verdict is a failure; every other combination has to be told.
  if (verdict === 'fail' && counts.failed > 0) return summary
  const id = verdict === 'pass' && counts.failed > 0 ? 'report.title.observed' : 'report.title.verdict'
  return wording.say(message(id, { verdict: message(`report.verdict.${verdict}`), summary }))
}

function parts(counts: Counts): Message[] {
  const { checks, passed, failed, errors, insufficient, waived } = counts
  const lead =
    failed > 0 ? message('report.title.failed', { failed, checks }) : message('report.title.passed', { passed, checks })
  const rest: Message[] = []
  if (errors > 0) rest.push(message('report.title.errors', { count: errors }))
  if (insufficient > 0) rest.push(message('report.title.insufficient', { count: insufficient }))
  if (waived > 0) rest.push(message('report.title.waived', { count: waived }))
  return [lead, ...rest]
}
