import { type Message, message } from '../../shared/message.js'
import type { Starter } from '../advice/starters.js'
import type { Assessment } from '../assess.js'
import type { Answer, Reached } from '../judge.js'
import type { OtherLevel } from '../others.js'
import { EXAMPLE_MONTHS } from '../table.js'

/** A piece of a rendered assessment, the same for a terminal and for GitHub. */
export type Block =
  | { readonly kind: 'title'; readonly text: Message }
  | { readonly kind: 'heading'; readonly text: Message }
  | { readonly kind: 'lines'; readonly lines: readonly Message[] }
  | { readonly kind: 'table'; readonly head: readonly Message[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'starters'; readonly starters: readonly Starter[] }

/** What stands in a cell: sentences, a number, or lines of files, each quoted as it is. */
export type Cell =
  | Message
  | string
  | number
  | { readonly lines: readonly { readonly place: string; readonly text: string }[]; readonly notes: readonly Message[] }

/** Several texts in a row: a list as a parameter would be data, and escaped. */
function joined([first, ...rest]: readonly Message[]): Message | string {
  return first === undefined ? '' : rest.length === 0 ? first : message('maturity.and', { first, rest: joined(rest) })
}

/** The whole assessment, in the order in which it is read. */
export function blocksOf(assessment: Assessment): Block[] {
  return [
    { kind: 'title', text: message('maturity.title', { level: assessment.level, name: levelName(assessment.level) }) },
    { kind: 'lines', lines: summary(assessment) },
    ...trend(assessment),
    { kind: 'heading', text: message('maturity.heading.items') },
    {
      kind: 'table',
      head: ['level', 'question', 'answer', 'evidence', 'lacks'].map(column),
      rows: assessment.items.map(row),
    },
    { kind: 'lines', lines: [message('maturity.not-found-means')] },
    ...next(assessment),
    ...team(assessment),
    { kind: 'heading', text: message('maturity.heading.others') },
    { kind: 'lines', lines: others(assessment) },
    {
      kind: 'lines',
      lines: [
        ...assessment.notes,
        message('maturity.scanned', { files: assessment.scan.files, read: assessment.scan.read }),
      ],
    },
  ]
}

function column(id: string): Message {
  return message(`maturity.column.${id}`)
}

function levelName(level: number): Message {
  return message(`maturity.level-name.${level}`)
}

function itemName(id: Reached['caps'][number]): Message {
  return message(`maturity.item.${id}`)
}

function summary({ level, levelByEvidence, caps, recommended, balance, scale, demanded }: Assessment): Message[] {
  const { level: fit, why } = recommended
  const team = scale.team === undefined ? message('maturity.team-unknown') : scale.team
  const scaled =
    scale.models === undefined
      ? message('maturity.scale.unknown', { team })
      : message(`maturity.scale.${scale.modelsFrom}`, { models: scale.models, team })
  return [
    ...(demanded === undefined
      ? []
      : [message(demanded.met ? 'maturity.demanded.met' : 'maturity.demanded.missed', { min: demanded.min })]),
    caps.length === 0
      ? message('maturity.top')
      : message('maturity.caps', { level: level + 1, items: joined(caps.map(itemName)) }),
    ...(levelByEvidence === level ? [] : [message('maturity.by-evidence', { level: levelByEvidence })]),
    scaled,
    fit === null
      ? message('maturity.recommended-unknown', { why })
      : message('maturity.recommended', { level: fit, name: levelName(fit), why }),
    message(`maturity.balance.${balance}`),
  ]
}

function trend({ trend: found }: Assessment): Block[] {
  if (found === undefined) return []
  const changed = found.changed.map(({ id, before, after: now }) =>
    message('maturity.trend.item', {
      item: itemName(id),
      before: message(`maturity.status.${before}`),
      after: message(`maturity.status.${now}`),
    }),
  )
  const lines = [
    message('maturity.trend.level', found.level),
    ...(changed.length > 0 ? changed : [message('maturity.trend.same')]),
  ]
  return [
    { kind: 'heading', text: message('maturity.heading.trend') },
    { kind: 'lines', lines },
  ]
}

function row({ id, level, status, grade, lacks, evidence, attestations }: Answer): Cell[] {
  const said = message(`maturity.status.${status}`)
  const notes = attestations.map(({ owner, expires, link, expired }) =>
    message(expired ? 'maturity.attested-expired' : 'maturity.attested-by', { owner, expires, link }),
  )
  const lines = evidence.map(({ path, line, text }) => ({ place: `${path}:${line}`, text }))
  return [
    level,
    itemName(id),
    grade === null ? said : message('maturity.answer', { status: said, grade: message(`maturity.grade.${grade}`) }),
    { lines, notes },
    lacks.length === 0 ? '' : joined(lacks.map((part) => message(`maturity.part.${part}`))),
  ]
}

function next({ next: steps, nextLevel }: Assessment): Block[] {
  if (nextLevel === null) return []
  const open = steps.filter(({ state }) => state === 'open')
  const lines = steps.map(({ area, state, starters, example_months: months }) => {
    const name = message(`maturity.area.${area}`)
    if (state === 'there') return message('maturity.step.there', { area: name })
    const tools = [...new Set(starters.map(({ tool }) => tool))]
    return months === undefined
      ? message('maturity.step.open', { area: name, tools })
      : message('maturity.step.open-months', { area: name, tools, months })
  })
  const months = Object.values(EXAMPLE_MONTHS).reduce((sum, one) => sum + one, 0)
  const whole = steps.length > 0 && steps.every(({ example_months: one }) => one !== undefined)
  return [
    { kind: 'heading', text: message('maturity.heading.next', { level: nextLevel }) },
    { kind: 'lines', lines: whole ? [...lines, message('maturity.months', { months })] : lines },
    { kind: 'starters', starters: open.flatMap(({ starters }) => starters) },
  ]
}

function team({ team: found }: Assessment): Block[] {
  const { level, stage, next_stage: nextStage, roles, ahead, planned_for: planned, size } = found
  const need = ({ role, need }: (typeof roles)[number]) =>
    message('maturity.team.role-need', {
      role: message(`maturity.role.${role}`),
      need: message(`maturity.need.${need}`),
    })
  return [
    { kind: 'heading', text: message('maturity.heading.team') },
    {
      kind: 'table',
      head: ['role', 'need'].map(column),
      rows: roles.map((one) => [message(`maturity.role.${one.role}`), message(`maturity.need.${one.need}`)]),
    },
    {
      kind: 'lines',
      lines: [
        message('maturity.team.now', { level, stage: message(`maturity.stage.${stage}`) }),
        ...(nextStage === stage
          ? []
          : [message('maturity.team.next', { stage: message(`maturity.stage.${nextStage}`) })]),
        ...(size === 'smaller' || size === 'larger' ? [message(`maturity.team.${size}`, { level })] : []),
        ...(ahead.length > 0
          ? [message('maturity.team.ahead', { level: planned, roles: joined(ahead.map(need)) })]
          : []),
      ],
    },
  ]
}

function others({ google, microsoft, testScore }: Assessment): Message[] {
  const sections = testScore.sections.map(({ id, points }) => message(`maturity.section.${id}`, { points }))
  const { at_least: points, assessed, of } = testScore
  const lacking = ({ lacks }: OtherLevel) => joined(lacks.map((one) => message(`maturity.rung.${one}`)))
  return [
    google.lacks.length === 0
      ? message('maturity.google', { level: google.level })
      : message('maturity.google-lacks', { level: google.level, lacks: lacking(google) }),
    microsoft.lacks.length === 0
      ? message('maturity.microsoft', { level: microsoft.level })
      : message('maturity.microsoft-lacks', { level: microsoft.level, lacks: lacking(microsoft) }),
    message('maturity.score', { points, sections: joined(sections), assessed, of }),
  ]
}
