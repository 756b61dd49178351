import { readContent } from '../../src/evidence/formats/choose.js'
import { lookUpMetric } from '../../src/evidence/select.js'
import { english } from './evidence.js'
import { opened } from './opened.js'

/** What a load test's file says under a name, or why nothing. */
export async function ask(file: string | object, selector: string, path = 'load.json'): Promise<string> {
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  const read = await readContent(opened(text), { path, role: 'load-test' })
  if (!read.ok) return `refused: ${read.problems.map(({ message }) => english(message)).join('; ')}`
  const found = lookUpMetric([{ path, content: read.value.content }], selector)
  if (found.kind !== 'found') return found.kind
  const { value } = found
  return value.kind === 'refused' ? `refused: ${english(value.why)}` : 'text' in value ? value.text : '…'
}
