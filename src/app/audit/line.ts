import type { Link } from '../../audit/chain.js'
import type { ModelRecord } from '../../audit/record.js'
import { notPassed } from '../../audit/table.js'
import type { Wording } from '../../report/wording.js'
import { clip } from '../../shared/clip.js'
import { type Message, message } from '../../shared/message.js'

const MAX_NAME = 60
/** Checks that are named on one line. */
const MAX_NAMED = 5

/** A decision on one line: number, time, verdict, models, what was judged, by whom, and what did not pass. */
export function entryLine({ sequence, entry }: Link, wording: Wording): string {
  const { subject, counts, models, problems, retention } = entry
  const { repository, commit, pull_request: pull, actor } = subject
  const open = notPassed(models, problems)
  const judged = [repository, commit?.slice(0, 12), pull === undefined ? undefined : `#${pull}`]
  const said = (one: Message | undefined) =>
    one === undefined ? undefined : wording.say(one, (data) => clip(data, MAX_NAME))
  return [
    `${sequence}`.padStart(6),
    entry.time,
    entry.verdict.padEnd(5),
    models.map(modelName).join(', ') || '-',
    judged.filter((part) => part !== undefined).join(' ') || '-',
    actor === undefined ? '-' : `@${actor}`,
    `${counts.passed}/${counts.checks}`,
    said(openMessage(open)),
    said(retention && message('audit.row-keep', { until: retention.until })),
  ]
    .filter((part) => part !== undefined)
    .join('  ')
}

function modelName({ name, version }: ModelRecord): string {
  return clip(version === undefined ? name : `${name} ${version}`, MAX_NAME)
}

function openMessage(open: readonly string[]): Message | undefined {
  if (open.length === 0) return undefined
  const named = open.slice(0, MAX_NAMED)
  const more = open.length - named.length
  return more === 0
    ? message('audit.row-open', { checks: named })
    : message('audit.row-open-more', { checks: named, more })
}
