import { assessWording } from '../../src/app/assess/wording.js'
import { type Assessment, assess, type Declared } from '../../src/maturity/assess.js'
import { Collector } from '../../src/maturity/collect.js'
import { blocksOf } from '../../src/maturity/render/blocks.js'
import type { Language } from '../../src/report/wording.js'

/** The assessment of files given as texts, without a file system. */
export async function assessed(
  files: Readonly<Record<string, string>>,
  declared: Partial<Declared> = {},
): Promise<Assessment> {
  const collector = new Collector()
  for (const [path, text] of Object.entries(files)) await collector.add(path, text)
  const count = Object.keys(files).length
  const scan = { files: count, read: count, too_large: 0, not_understood: 0, cut: false }
  return assess(collector.collected, { attestations: [], ...declared }, scan)
}

/** An answer, by its id. */
export function answer({ items }: Assessment, id: Assessment['items'][number]['id']) {
  const found = items.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no item ${id}`)
  return found
}

/** The advice as a reader sees it: every line of the rendered assessment. */
export function advice(assessment: Assessment, language: Language = 'en'): string[] {
  const wording = assessWording(language)
  return blocksOf(assessment).flatMap((block) => {
    if (block.kind === 'lines') return block.lines.map((line) => wording.say(line))
    if (block.kind === 'title' || block.kind === 'heading') return [wording.say(block.text)]
    return []
  })
}
