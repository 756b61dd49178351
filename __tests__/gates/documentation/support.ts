import type { ModelCard } from '../../../src/evidence/card/card.js'
import { readCard } from '../../../src/evidence/card/parse.js'
import type { Evidence, Source } from '../../../src/evidence/evidence.js'
import { gate } from '../../../src/gates/documentation/gate.js'
import type { Options } from '../../../src/gates/documentation/options.js'
import type { Check } from '../../../src/verdict/outcome.js'
import { opened } from '../../support/opened.js'

export const SEED = ['intended_use', 'limitations', 'training_data_description', 'evaluation_results']
export const NOTHING: Source<never> = { declared: false, items: [], absent: [], unreadable: [] }

export function judge(cards: Source<ModelCard>, require: Options['require']): Check[] {
  return judgeOptions(cards, { require })
}

export function judgeOptions(cards: Source<ModelCard>, options: Options): Check[] {
  const evidence: Evidence = {
    metrics: NOTHING,
    baseline: NOTHING,
    groups: NOTHING,
    'model-card': cards,
    explanations: NOTHING,
    'baseline-explanations': NOTHING,
    drift: NOTHING,
    'load-test': NOTHING,
    measured: NOTHING,
    paired: NOTHING,
  }
  return gate.evaluate({ options, locate: (pointer) => ({ path: 'policy', line: 1, pointer }) }, evidence)
}

export async function source(
  files: Readonly<Record<string, string>>,
  more: Partial<Source<ModelCard>> = {},
): Promise<Source<ModelCard>> {
  const items = []
  for (const [path, text] of Object.entries(files)) {
    const card = await readCard(opened(text), { path, role: 'model-card' })
    if (!card.ok) throw new Error(JSON.stringify(card.problems))
    const { format, content } = card.value
    items.push({ file: { kind: 'model-card', path, format, bytes: text.length, sha256: '' }, content })
  }
  return { declared: true, items, absent: [], unreadable: [], ...more }
}

/** `field: outcome at place`, and the message's id where it did not pass. */
export function summary({ id, outcome, evidence, message }: Check): string {
  const place = evidence === undefined ? '' : ` at ${evidence.path}:${evidence.line}`
  return `${id.replace('documentation/', '')}: ${outcome === 'pass' ? 'pass' : message.id.replace('documentation.', '')}${place}`
}

export async function judged(path: string, text: string, require: Options['require'] = SEED): Promise<string[]> {
  return judge(await source({ [path]: text }), require).map(summary)
}
