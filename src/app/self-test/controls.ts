import type { Specimen } from '../../gates/specimens.js'
import type { Policy } from '../../policy/policy.js'
import type { ModelReport } from '../../report/model.js'
import { message } from '../../shared/message.js'
import { DAY } from '../../shared/time.js'
import { checksOf } from './tried.js'

/** Ids of the checks of required controls. */
export function controlsOf({ compliance }: Policy): string[] {
  return compliance.packs.flatMap(({ id, required }) => required.map(({ control }) => idOf(id, control)))
}

/** What a required control can rest on besides checks: a statement, whose day has passed, and the base branch's policy. */
export function controlSpecimens({ compliance }: Policy): Specimen[] {
  return compliance.packs.flatMap(({ id: pack, required, attestations }) =>
    required.flatMap(({ control }): Specimen[] => {
      const about = { id: idOf(pack, control), files: () => ({}) }
      const stated = attestations.filter((one) => one.control === control)
      const expired = stated.map(({ by, lastDay }) => ({
        ...{ ...about, change: message('specimen.expired', { by }) },
        now: lastDay + DAY,
      }))
      return [...expired, { ...about, change: message('specimen.head'), from: 'head' }]
    }),
  )
}

/** The same specimen as one of each control that no longer holds because of it. */
export function throughIt({ id, change }: Specimen, bad: ModelReport, controls: ReadonlySet<string>): Specimen[] {
  const fallen = checksOf(bad).filter((check) => controls.has(check.id) && check.outcome !== 'pass')
  return fallen.map((check) => ({
    id: check.id,
    change: message('specimen.through', { change, id }),
    files: () => ({}),
  }))
}

function idOf(pack: string, control: string): string {
  return `compliance/${pack}/${control}`
}
