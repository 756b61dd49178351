import { parseJson } from '../evidence/readers/json/parse.js'
import { failed, ok, problem, type Result } from '../shared/problem.js'
import { at, itemsAt, textAt, treeOf } from './code/tree.js'
import { ITEM_IDS, type ItemId } from './ids.js'
import type { Answer } from './judge.js'

export const SCHEMA = 'ml-gate-assessment/1'
export const STATUSES = ['met', 'attested', 'partial', 'not-found'] as const

/** An earlier assessment, as far as it is compared. */
export interface Previous {
  readonly level: number
  readonly statuses: ReadonlyMap<ItemId, Answer['status']>
}

export interface Trend {
  readonly level: { readonly before: number; readonly after: number }
  readonly changed: readonly {
    readonly id: ItemId
    readonly before: Answer['status']
    readonly after: Answer['status']
  }[]
}

/** Reads the JSON of an earlier assessment; a problem where it is none. */
export function readPrevious(text: string, path: string): Result<Previous> {
  const read = parseJson(text.replace(/^\uFEFF/, ''), path)
  if (!read.ok) return read
  const tree = treeOf(read.value)
  const level = /^[0-4]$/.exec(textAt(tree, 'level'))?.[0]
  if (textAt(tree, 'schema') !== SCHEMA || level === undefined)
    return failed(problem('maturity.previous', { schema: SCHEMA }, { path }))
  const statuses = itemsAt(tree, 'items').flatMap((item): [ItemId, Answer['status']][] => {
    const id = ITEM_IDS.find((one) => one === textAt(item, 'id'))
    const status = STATUSES.find((one) => one === at(item, 'status')?.text)
    return id === undefined || status === undefined ? [] : [[id, status]]
  })
  return ok({ level: Number.parseInt(level, 10), statuses: new Map(statuses) })
}

/** What has changed since an earlier assessment. */
export function trendOf(previous: Previous, level: number, answers: readonly Answer[]): Trend {
  const changed = answers.flatMap(({ id, status }) => {
    const before = previous.statuses.get(id)
    return before === undefined || before === status ? [] : [{ id, before, after: status }]
  })
  return { level: { before: previous.level, after: level }, changed }
}
