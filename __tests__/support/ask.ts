import { readContent } from '../../src/evidence/formats/choose.js'
import type { Role } from '../../src/evidence/kinds.js'
import { lookUpMetric } from '../../src/evidence/select.js'
import { english } from './evidence.js'
import { opened } from './opened.js'

/** What a file says under a name: its value, `absent`, or why it or the value is refused. Objects are written as JSON. */
export async function ask(
  file: string | object | Uint8Array,
  selector: string,
  { path = 'x.json', role = 'metrics', run }: { path?: string; role?: Role; run?: string } = {},
): Promise<string> {
  const content = typeof file === 'string' || file instanceof Uint8Array ? file : JSON.stringify(file)
  const read = await readContent(opened(content), { path, role, ...(run !== undefined && { run }) })
  if (!read.ok) return `refused: ${read.problems.map(({ message }) => english(message)).join('; ')}`
  const found = lookUpMetric([{ path, content: read.value.content }], selector)
  if (found.kind !== 'found') return found.kind
  const { value } = found
  if (value.kind === 'refused') return `refused: ${english(value.why)}`
  return 'text' in value ? value.text || value.kind : '…'
}
