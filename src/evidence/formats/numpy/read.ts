import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { isZip, unzip } from '../../numpy/archive.js'
import { importanceOf } from '../../numpy/importance.js'
import { type NpyArray, parseNpy } from '../../numpy/parse.js'
import type { Node } from '../../tree.js'
import type { Wanted } from '../contract.js'

/** What SHAP values are called in an archive, their features, and what they are added to. */
const VALUES = ['values', 'shap_values', 'arr_0']
const NAMES = ['feature_names', 'features', 'columns']
const BASE = ['base_values', 'expected_value']

/** How many arrays are shown. */
const MAX_SHOWN = 8

type Entries = ReadonlyMap<string, Uint8Array>

/** SHAP values as `np.save` writes them (rows × features, or with the classes as a third axis), or with names as `np.savez` does. */
export function read(bytes: Uint8Array, { path }: Wanted): Result<Node> {
  if (!isZip(bytes)) {
    const values = parseNpy(bytes, 'values', path)
    return values.ok ? importanceOf(values.value, {}, 'values', path) : values
  }
  const entries = unzip(bytes, path)
  return entries.ok ? archived(entries.value, path) : entries
}

function archived(entries: Entries, path: string): Result<Node> {
  const found = theOne(entries, VALUES, path)
  if (!found.ok) return found
  if (found.value === undefined) return notOne(VALUES, path)
  const [array, bytes] = found.value
  // Arrays without names may be the values of further classes, or the data that were explained.
  const unnamed = [...entries.keys()].flatMap((name) => /^(arr_\d+)\.npy$/.exec(name)?.[1] ?? [])
  if (unnamed.some((name) => name !== array)) {
    return failed(problem('evidence.numpy.unnamed', { arrays: unnamed.slice(0, MAX_SHOWN) }, { path }))
  }
  const values = parseNpy(bytes, array, path)
  if (!values.ok) return values
  const names = namesIn(entries, path)
  if (!names.ok) return names
  return importanceOf(values.value, { names: names.value, base: baseIn(entries, path) }, array, path)
}

/** The base values; what cannot be read of them tells nothing of the others. */
function baseIn(entries: Entries, path: string): NpyArray | undefined {
  const found = theOne(entries, BASE, path)
  const read = found.ok && found.value !== undefined ? parseNpy(found.value[1], found.value[0], path) : undefined
  return read?.ok ? read.value : undefined
}

function namesIn(entries: Entries, path: string): Result<string[] | undefined> {
  const found = theOne(entries, NAMES, path)
  if (!found.ok) return found
  if (found.value === undefined) return ok(undefined)
  const [array, bytes] = found.value
  const listed = parseNpy(bytes, array, path)
  if (!listed.ok) {
    const isPickle = listed.problems.some(({ message }) => message.id === 'evidence.numpy.pickle')
    return isPickle ? failed(problem('evidence.numpy.pickled-names', { array }, { path })) : listed
  }
  const [count = 0, ...axes] = listed.value.shape
  if (axes.length > 0) {
    const params = { array, detail: `it has ${axes.length + 1} axes, and names have one (${count})` }
    return failed(problem('evidence.numpy.array', params, { path }))
  }
  return ok(Array.from(listed.value.values, String))
}

/** The one entry of these names that an archive has, if any; which of two is meant cannot be known. */
function theOne(entries: Entries, names: readonly string[], path: string): Result<[string, Uint8Array] | undefined> {
  const found = names.flatMap((name): [string, Uint8Array][] => {
    const entry = entries.get(`${name}.npy`)
    return entry === undefined ? [] : [[name, entry]]
  })
  return found.length > 1 ? notOne(names, path) : ok(found[0])
}

function notOne(names: readonly string[], path: string): Result<never> {
  const params = {
    title: 'NumPy archive',
    at: '/',
    expected: `one of ${names.map((name) => `\`${name}\``).join(', ')}`,
  }
  return failed(problem('evidence.tool.malformed', params, { path }))
}
