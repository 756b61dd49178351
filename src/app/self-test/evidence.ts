import { readCard } from '../../evidence/card/parse.js'
import type { Evidence, Item, Source } from '../../evidence/evidence.js'
import { type Opened, readContent } from '../../evidence/formats/choose.js'
import { EVIDENCE_KINDS, type EvidenceKind, roleOf } from '../../evidence/kinds.js'
import type { Files } from '../../gates/specimens.js'
import { failed, problem, type Result } from '../../shared/problem.js'

/** Files of one set with those of another in the place of the ones of the same name. */
export function withFiles(files: Files, others: Files): Files {
  return Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, { ...files[kind], ...others[kind] }]))
}

/** Predictions are not tried: the figures stand in files. */
const NOT_NAMED = { declared: false, items: [], absent: [], unreadable: [] }

/** Reads texts as the evidence of a run, by the readers that a run has; what was once read is remembered where asked. */
export class SpecimenReader {
  readonly #trees = new Map<string, ReturnType<typeof readContent>>()
  readonly #cards = new Map<string, ReturnType<typeof readCard>>()

  async read(files: Files, remember = false): Promise<Evidence> {
    const tree = (kind: EvidenceKind) =>
      load(kind, files, (path, text) =>
        remembered(this.#trees, JSON.stringify([kind, path, text]), remember, () =>
          readContent(opened(text), { path, role: roleOf(kind) }, 'json'),
        ),
      )
    const card = await load('model-card', files, (path, text) =>
      remembered(this.#cards, JSON.stringify([path, text]), remember, () =>
        readCard(opened(text), { path, role: 'model-card' }, 'markdown'),
      ),
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
      measured: NOT_NAMED,
      paired: NOT_NAMED,
    }
  }
}

function remembered<T>(known: Map<string, T>, key: string, remember: boolean, make: () => T): T {
  const found = known.get(key) ?? make()
  if (remember) known.set(key, found)
  return found
}

async function load<T>(
  kind: EvidenceKind,
  files: Files,
  read: (path: string, text: string) => Promise<Result<{ format: string; content: T }>>,
): Promise<Source<T>> {
  const named = Object.entries(files[kind] ?? {})
  const items: Item<T>[] = []
  const unreadable = []
  for (const [name, text] of named) {
    const path = `${kind}/${name}`
    const found = await read(path, text)
    if (!found.ok) unreadable.push(...found.problems)
    else {
      const { format, content } = found.value
      items.push({ file: { kind, path, format, bytes: Buffer.byteLength(text), sha256: '' }, content })
    }
  }
  return { declared: named.length > 0, items, absent: [], unreadable }
}

function opened(text: string): Opened {
  return { kind: 'file', bytes: Buffer.from(text), database: async () => failed(problem('evidence.empty')) }
}
