import { type Message, message } from '../../shared/message.js'
import type { Starter } from '../advice/starters.js'
import type { Assessment } from '../assess.js'
import type { Answer, Reached } from '../judge.js'
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

const say = (id: string, params: Message['params'] = {}): Message => message(`maturity.${id}`, params)
/** Several texts in a row: a list as a parameter would be data, and escaped. */
function joined([first, ...rest]: readonly Message[]): Message | string {
  return first === undefined ? '' : rest.length === 0 ? first : say('and', { first, rest: joined(rest) })
}

/** The whole assessment, in the order in which it is read. */
export function blocksOf(assessment: Assessment): Block[] {
  return [
    { kind: 'title', text: say('title', { level: assessment.level, name: levelName(assessment.level) }) },
    { kind: 'lines', lines: summary(assessment) },
    ...trend(assessment),
    { kind: 'heading', text: say('heading.items') },
    {
      kind: 'table',
      head: ['level', 'question', 'answer', 'evidence', 'lacks'].map(column),
      rows: assessment.items.map(row),
    },
    { kind: 'lines', lines: [say('not-found-means')] },
    ...next(assessment),
    ...team(assessment),
    { kind: 'heading', text: say('heading.others') },
    { kind: 'lines', lines: others(assessment) },
    {
      kind: 'lines',
      lines: [...assessment.notes, say('scanned', { files: assessment.scan.files, read: assessment.scan.read })],
    },
  ]
}

function column(id: string): Message {
  return say(`column.${id}`)
}

function levelName(level: number): Message {
  return say(`level-name.${level}`)
}

function itemName(id: Reached['caps'][number]): Message {
  return say(`item.${id}`)
}

function summary({ level, levelByEvidence, caps, recommended, balance, scale, demanded }: Assessment): Message[] {
  const { level: fit, why } = recommended
  const team = scale.team === undefined ? say('team-unknown') : scale.team
  const scaled =
    scale.models === undefined
      ? say('scale.unknown', { team })
      : say(`scale.${scale.modelsFrom}`, { models: scale.models, team })
  return [
    ...(demanded === undefined ? [] : [say(demanded.met ? 'demanded.met' : 'demanded.missed', { min: demanded.min })]),
    caps.length === 0 ? say('top') : say('caps', { level: level + 1, items: joined(caps.map(itemName)) }),
    ...(levelByEvidence === level ? [] : [say('by-evidence', { level: levelByEvidence })]),
    scaled,
    fit === null ? say('recommended-unknown', { why }) : say('recommended', { level: fit, name: levelName(fit), why }),
    say(`balance.${balance}`),
  ]
}

function trend({ trend: found }: Assessment): Block[] {
  if (found === undefined) return []
  const changed = found.changed.map(({ id, before, after: now }) =>
    say('trend.item', { item: itemName(id), before: say(`status.${before}`), after: say(`status.${now}`) }),
  )
  const lines = [say('trend.level', found.level), ...(changed.length > 0 ? changed : [say('trend.same')])]
  return [
    { kind: 'heading', text: say('heading.trend') },
    { kind: 'lines', lines },
  ]
}

function row({ id, level, status, grade, lacks, evidence, attestations }: Answer): Cell[] {
  const said = say(`status.${status}`)
  const notes = attestations.map(({ owner, expires, link, expired }) =>
    say(expired ? 'attested-expired' : 'attested-by', { owner, expires, link }),
  )
  const lines = evidence.map(({ path, line, text }) => ({ place: `${path}:${line}`, text }))
  return [
    level,
    itemName(id),
    grade === null ? said : say('answer', { status: said, grade: say(`grade.${grade}`) }),
    { lines, notes },
    lacks.length === 0 ? '' : joined(lacks.map((part) => say(`part.${part}`))),
  ]
}

function next({ next: steps, nextLevel }: Assessment): Block[] {
  if (nextLevel === null) return []
  const open = steps.filter(({ state }) => state === 'open')
  const lines = steps.map(({ area, state, starters, example_months: months }) => {
    const name = say(`area.${area}`)
    if (state === 'there') return say('step.there', { area: name })
    const tools = [...new Set(starters.map(({ tool }) => tool))]
    return months === undefined
      ? say('step.open', { area: name, tools })
      : say('step.open-months', { area: name, tools, months })
  })
  const months = Object.values(EXAMPLE_MONTHS).reduce((sum, one) => sum + one, 0)
  const whole = steps.length > 0 && steps.every(({ example_months: one }) => one !== undefined)
  return [
    { kind: 'heading', text: say('heading.next', { level: nextLevel }) },
    { kind: 'lines', lines: whole ? [...lines, say('months', { months })] : lines },
    { kind: 'starters', starters: open.flatMap(({ starters }) => starters) },
  ]
}

function team({ team: found }: Assessment): Block[] {
  const { level, stage, next_stage: nextStage, roles, ahead, planned_for: planned, size } = found
  const need = ({ role, need }: (typeof roles)[number]) =>
    say('team.role-need', { role: say(`role.${role}`), need: say(`need.${need}`) })
  return [
    { kind: 'heading', text: say('heading.team') },
    {
      kind: 'table',
      head: ['role', 'need'].map(column),
      rows: roles.map((one) => [say(`role.${one.role}`), say(`need.${one.need}`)]),
    },
    {
      kind: 'lines',
      lines: [
        say('team.now', { level, stage: say(`stage.${stage}`) }),
        ...(nextStage === stage ? [] : [say('team.next', { stage: say(`stage.${nextStage}`) })]),
        ...(size === 'smaller' || size === 'larger' ? [say(`team.${size}`, { level })] : []),
        ...(ahead.length > 0 ? [say('team.ahead', { level: planned, roles: joined(ahead.map(need)) })] : []),
      ],
    },
  ]
}

function others({ google, microsoft, testScore }: Assessment): Message[] {
  const named = (id: 'google' | 'microsoft', { level, lacks }: Assessment['google']) =>
    lacks.length === 0
      ? say(id, { level })
      : say(`${id}-lacks`, { level, lacks: joined(lacks.map((one) => say(`rung.${one}`))) })
  const sections = testScore.sections.map(({ id, points }) => say(`section.${id}`, { points }))
  const { at_least: points, assessed, of } = testScore
  return [
    named('google', google),
    named('microsoft', microsoft),
    say('score', { points, sections: joined(sections), assessed, of }),
  ]
}
