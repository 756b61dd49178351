import type { Extended, Layer } from '../../policy/beside.js'
import { type PolicyText, readDocument } from '../../policy/document.js'
import { type Reference, referenceIn, shownReference } from '../../policy/reference.js'
import type { Location } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import type { Sources } from './sources.js'

/** Most policies that lie below one. */
const MAX_DEPTH = 5

/** Where a policy stands: beside the judged files, or in a commit of another repository. */
type Home = { readonly reference: Reference; readonly commit: string | undefined } | undefined

/** A policy of which it is not yet known what it extends. */
interface Open {
  readonly text: PolicyText
  readonly home: Home
  readonly name: string
}

/**
 * Follows `extends` from one policy to the next. Whatever goes wrong is said at the policy's own `extends`, and what was read
 * until then is kept. `path` is the policy's own, where it is a file.
 */
export async function extendedBy(policy: PolicyText, path: string | undefined, sources: Sources): Promise<Extended> {
  const layers: Layer[] = []
  let open: Open = { text: policy, home: undefined, name: path ?? '' }
  const seen = [open.name]
  let at: Location | undefined
  const ends = (why: Message, unread = false): Extended => ({
    layers,
    problems: [{ message: why, ...(at && { at }) }],
    unread,
  })
  for (;;) {
    const next = namedIn(open.text)
    if (next === undefined) return { layers, problems: [], unread: false }
    at ??= next.at
    const target = targetOf(next.text, open.home)
    if (target === undefined) return ends(message('extends.not-a-reference', { source: next.text }))
    if (layers.length === MAX_DEPTH) return ends(message('extends.too-deep', { limit: MAX_DEPTH, source: open.name }))
    const found = target.home === undefined ? await sources.here(target.path) : await remote(target.home, sources)
    if (found.kind === 'refused') return ends(found.why, !found.certain)
    const layer = judgedAt(found.layer, at)
    const name = layer.ref === undefined ? layer.source : `${layer.source}@${layer.ref}`
    if (seen.includes(name))
      return ends(message('extends.cyclic', { chain: [...seen, name].filter((one) => one !== '').join(' → ') }))
    seen.push(name)
    layers.push(layer)
    const home = target.home && { ...target.home, commit: layer.commit }
    open = { text: layer, home, name }
  }
}

function remote({ reference, commit }: NonNullable<Home>, sources: Sources) {
  return sources.there(reference, commit)
}

interface Target {
  readonly home: Home
  readonly path: string
}

/** A path beside a policy of another repository is one of that repository, at the same commit. */
function targetOf(text: string, home: Home): Target | undefined {
  const reference = referenceIn(text)
  if (reference !== undefined) return { home: { reference, commit: undefined }, path: reference.path }
  if (home === undefined) return { home, path: text }
  const moved = { ...home.reference, path: text.replace(/^\.\//, '') }
  return referenceIn(shownReference(moved)) === undefined
    ? undefined
    : { home: { ...home, reference: moved }, path: moved.path }
}

/** What a policy extends, as it is written; what is no text is for the schema to refuse. */
function namedIn(text: PolicyText): { readonly text: string; readonly at: Location } | undefined {
  const { document } = readDocument(text)
  const { data } = document ?? {}
  const named: unknown =
    typeof data === 'object' && data !== null && Object.hasOwn(data, 'extends')
      ? Reflect.get(data, 'extends')
      : undefined
  if (document === undefined || typeof named !== 'string' || named.trim() === '') return undefined
  return { text: named.trim(), at: document.locate(['extends']) }
}

/** A line of another repository has its counterpart in the judged one: where that is extended. */
function judgedAt(layer: Layer, at: Location): Layer {
  return {
    ...layer,
    place: (position) => {
      const own = layer.place(position)
      return own.repository === undefined ? own : { ...own, judged: at }
    },
  }
}
