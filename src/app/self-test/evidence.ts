import { readCard } from '../../evidence/card/parse.js'
import type { Evidence, Item, Source } from '../../evidence/evidence.js'
import { type Opened, readContent } from '../../evidence/formats/choose.js'
import { type EvidenceKind, roleOf } from '../../evidence/kinds.js'
import type { FileKind, Files, Setting } from '../../gates/specimens.js'
import type { Policy } from '../../policy/policy.js'
import { failed, problem, type Result } from '../../shared/problem.js'
import { stamped } from './stamp.js'
import { readTables } from './tables.js'

/** Files of one set with those of another in the place of the ones of the same name. */
export function withFiles(files: Files, others: Files): Files {
  const kinds = [...new Set([...Object.keys(files), ...Object.keys(others)])] as FileKind[]
  return Object.fromEntries(kinds.map((kind) => [kind, { ...files[kind], ...others[kind] }]))
}

/** What is made up of a run. */
export interface MadeUp {
  readonly files: Files
  readonly setting: Setting
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Reads texts as the evidence of a run, by the readers that a run has; what was once read is remembered where asked. */
export class SpecimenReader {
  readonly #known = new Map<string, unknown>()

  constructor(private readonly policy: Policy) {}

  async read(madeUp: MadeUp, remember = false): Promise<Evidence> {
    const remembered = <T>(key: readonly unknown[], make: () => T): T => {
      const name = JSON.stringify(key)
      const found = (this.#known.get(name) as T | undefined) ?? make()
      if (remember) this.#known.set(name, found)
      return found
    }
    const tree = (kind: EvidenceKind) =>
      load(kind, madeUp, (path, text) =>
        remembered([kind, path, text], () => readContent(opened(text), { path, role: roleOf(kind) }, 'json')),
      )
    const card = await load('model-card', madeUp, (path, text) =>
      remembered([path, text], () => readCard(opened(text), { path, role: 'model-card' }, 'markdown')),
    )
    return {
      metrics: await tree('metrics'),
      baseline: await tree('baseline'),
      groups: await tree('groups'),
      'model-card': card,
      explanations: await tree('explanations'),
      'baseline-explanations': await tree('baseline-explanations'),
      drift: await tree('drift'),
      'load-test': await tree('load-test'),
      ...(await readTables(this.policy, madeUp, remembered)),
    }
  }
}

async function load<T>(
  kind: EvidenceKind,
  { files, setting, now }: MadeUp,
  read: (path: string, text: string) => Promise<Result<{ format: string; content: T }>>,
): Promise<Source<T>> {
  const named = Object.entries(files[kind] ?? {})
  if (setting.lacking === kind) {
    return { declared: true, items: [], absent: [problem('file.absent', { path: kind })], unreadable: [] }
  }
  const modified = now - (setting.ages?.get(kind) ?? 0)
  const items: Item<T>[] = []
  const unreadable = []
  for (const [name, plain] of named) {
    const path = `${kind}/${name}`
    const text = stamped(kind, plain, setting.stated?.get(kind))
    const found = await read(path, text)
    if (!found.ok) unreadable.push(...found.problems)
    else {
      const { format, content } = found.value
      items.push({ file: { kind, path, format, bytes: Buffer.byteLength(text), sha256: '' }, content, modified })
    }
  }
  return { declared: named.length > 0, items, absent: [], unreadable }
}

function opened(text: string): Opened {
  return { kind: 'file', bytes: Buffer.from(text), database: async () => failed(problem('evidence.empty')) }
}
