import type { ModelPolicy } from '../../policy/policy.js'
import type { ModelReport } from '../../report/model.js'
import { type Message, message } from '../../shared/message.js'
import type { Problem } from '../../shared/problem.js'
import type { Check } from '../../verdict/outcome.js'

/** A model whose description has mistakes: an error, each of them a check, and nothing else is known of it. */
export function misdescribed({ name, path = '', problems }: ModelPolicy): ModelReport {
  const checks = problems.map(({ message: why, at = { path } }: Problem, index): Check => {
    const id = index === 0 ? 'model' : `model/${index + 1}`
    return { id, outcome: 'error', title: message('models.title'), message: why, policy: at }
  })
  return {
    name,
    verdict: 'error',
    gates: [{ id: 'model', enforcement: 'block', outcome: 'error', checks }],
    evidence: [],
  }
}

/** Most notes that are about single models. */
const MAX_NOTES = 50

/** What is to be said of several models: once where it is the same of all, else with the model's name. */
export function notesOfAll(said: readonly { readonly name: string; readonly notes: readonly Message[] }[]): Message[] {
  const counts = new Map<string, { readonly note: Message; models: number }>()
  for (const { notes } of said) {
    for (const note of new Map(notes.map((one) => [JSON.stringify(one), one])).values()) {
      const key = JSON.stringify(note)
      const known = counts.get(key)
      if (known === undefined) counts.set(key, { note, models: 1 })
      else known.models += 1
    }
  }
  const ofAll = (note: Message) => said.length > 1 && counts.get(JSON.stringify(note))?.models === said.length
  const common = [...counts.values()].filter(({ note }) => ofAll(note)).map(({ note }) => note)
  const single = said.flatMap(({ name, notes }) =>
    notes.filter((note) => !ofAll(note)).map((note) => message('models.note', { model: name, said: note })),
  )
  const more = single.length - MAX_NOTES
  return [...common, ...single.slice(0, MAX_NOTES), ...(more > 0 ? [message('models.more', { count: more })] : [])]
}
