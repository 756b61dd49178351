import { EVIDENCE_KINDS, type EvidenceKind, isBaseline } from '../evidence/kinds.js'
import { message } from '../shared/message.js'
import { CLOCKS } from '../shared/time.js'
import type { MaxAge } from './age.js'
import type { Binding } from './binding.js'
import type { FileKind, Setting, Specimen } from './specimens.js'

/** What every file of the good set names as its commit, and so on: one name, because one selector may stand for several. */
export const COMMIT = 'a'.repeat(40)
/** The same but for its last digit. */
const OTHER = `${'a'.repeat(39)}b`
/** By how much a moment is beyond what is allowed, in milliseconds. */
const STEP = 1

const DIFFERS = [
  'binding.differs',
  'binding.other-commit',
  'binding.not-comparable-data',
  'binding.not-comparable-metric-version',
]

type Stated = NonNullable<Setting['stated']>

/** What the policy asks of evidence as a whole, and when the made-up run takes place. */
export interface Bound {
  readonly facets: readonly Binding[]
  readonly maxAge?: MaxAge
  /** Milliseconds since 1970. */
  readonly now: number
  /** The kinds of which there are files. */
  readonly kinds: ReadonlySet<FileKind>
}

/** Kinds that a policy binds by name: they are read although no gate may ask for them. */
export function namedKinds(facets: readonly Binding[]): EvidenceKind[] {
  return EVIDENCE_KINDS.filter((kind) =>
    facets.some(({ selectors }) => typeof selectors !== 'string' && selectors[kind] !== undefined),
  )
}

/** What files say of themselves where they are all of one commit, one model and so on, and were made just now. */
export function goodStated({ facets, now, kinds }: Bound): Stated {
  const found = new Map<EvidenceKind, Map<string, string>>()
  for (const binding of facets) {
    for (const kind of EVIDENCE_KINDS) {
      const selector = selectorFor(binding, kind)
      if (selector === undefined || !kinds.has(kind)) continue
      const values = found.get(kind) ?? new Map<string, string>()
      found.set(kind, values.set(selector, binding.facet === 'created' ? moment(now) : COMMIT))
    }
  }
  return found
}

/** For each kind that is bound its files of another commit or model, or silent on it; and for each that ages, too old. */
export function bindingSpecimens(bound: Bound): Specimen[] {
  const good = goodStated(bound)
  const ofFacets = bound.facets.flatMap((binding) =>
    [...good.keys()].flatMap((kind) => {
      const selector = selectorFor(binding, kind)
      return selector === undefined ? [] : stating(binding, kind, selector, good, bound)
    }),
  )
  return [...ofFacets, ...unstatedAges(bound)]
}

function stating(
  { facet }: Binding,
  kind: EvidenceKind,
  selector: string,
  good: Stated,
  { maxAge, now }: Bound,
): Specimen[] {
  const set = (value: string | undefined): Stated => {
    const values = new Map(good.get(kind))
    if (value === undefined) values.delete(selector)
    else values.set(selector, value)
    return new Map([...good, [kind, values]])
  }
  const id = facet === 'created' ? `evidence/age/${kind}` : `evidence/bind/${facet}`
  const made = (change: Specimen['change'], refused: readonly string[], value?: string): Specimen => ({
    ...{ id, change, refused },
    files: () => ({}),
    stated: set(value),
  })
  const silent = made(message('specimen.unstated', { kind, selector }), ['binding.not-stated'])
  if (facet !== 'created') return [made(message('specimen.other', { kind, facet }), DIFFERS, OTHER), silent]
  if (maxAge === undefined) {
    return [made(message('specimen.future', { kind }), ['binding.future'], moment(now + CLOCKS + STEP)), silent]
  }
  const change = message('specimen.old', { kind, limit: maxAge.written })
  return [made(change, OLD, moment(now - maxAge.length - STEP)), silent]
}

const OLD = ['binding.too-old', 'binding.stale']

/** Files that do not say when they were made age by the file system; those of a baseline and cards do not. */
function unstatedAges({ facets, maxAge, kinds }: Bound): Specimen[] {
  if (maxAge === undefined) return []
  const created = facets.find(({ facet }) => facet === 'created')
  const isStated = (kind: FileKind) => created !== undefined && selectorFor(created, kind) !== undefined
  return [...kinds]
    .filter((kind) => !isStated(kind))
    .map((kind) => ({
      id: `evidence/age/${kind}`,
      change: message('specimen.old', { kind, limit: maxAge.written }),
      files: () => ({}),
      refused: OLD,
      ages: new Map([[kind, maxAge.length + STEP]]),
    }))
}

/** By which selector a kind is bound, as `boundKinds` has it. */
function selectorFor({ facet, selectors }: Binding, kind: FileKind): string | undefined {
  const known = EVIDENCE_KINDS.find((it) => it === kind)
  if (known === undefined) return undefined
  if (typeof selectors !== 'string') return selectors[known]
  const both = facet === 'data' || facet === 'metric-version'
  return both || !isBaseline(known) ? selectors : undefined
}

/** Milliseconds since 1970, as files may state a moment. */
function moment(at: number): string {
  return String(Math.round(at))
}
