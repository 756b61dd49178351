import { wordingFor } from '../../src/app/wording.js'
import type { AuditEntry } from '../../src/audit/record.js'
import { assemble, type FoundConfig, type Sources } from '../../src/catalog/assemble.js'
import { Decisions } from '../../src/catalog/decisions.js'
import type { Catalog } from '../../src/catalog/model.js'
import { texts } from '../../src/catalog/texts.js'
import { readModelConfig } from '../../src/model-config/parse.js'
import { texts as configTexts } from '../../src/model-config/texts.js'

export const NOW = Date.UTC(2026, 10, 25, 12)
export const en = wordingFor('en', { catalog: texts, config: configTexts })
export const ko = wordingFor('ko', { catalog: texts, config: configTexts })

/** A config from its text, in a folder. */
export function config(text: string, path = 'm/model_config.yaml'): FoundConfig {
  const read = readModelConfig({ text, place: (position) => ({ path, ...position }) })
  if (read.config === undefined) throw new Error('no model in it')
  return { path, config: read.config, faulty: read.problems.length > 0 }
}

/** A catalog of decisions, which get their places in the order given, and of all else that it is put together from. */
export function catalogOf(entries: readonly AuditEntry[], more: Partial<Sources> = {}): Catalog {
  const decisions = new Decisions()
  for (const [index, entry] of entries.entries()) decisions.add({ ...entry, sequence: index + 1 }, `audit/${index + 1}`)
  return assemble({
    now: NOW,
    at: '2026-11-25T12:00:00.000Z',
    staleAfterDays: 90,
    trail: { path: 'audit', entries: entries.length, unreadable: 0 },
    judged: decisions.all(),
    configs: [],
    registered: [],
    problems: [],
    ...more,
  })
}
