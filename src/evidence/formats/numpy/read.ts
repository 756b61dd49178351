import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { isZip, unzip } from '../../numpy/archive.js'
import { importanceOf } from '../../numpy/importance.js'
import { parseNpy } from '../../numpy/parse.js'
import type { Node } from '../../tree.js'
import type { Wanted } from '../contract.js'

/** What SHAP values are called in an archive, and their features. */
const VALUES = ['values', 'shap_values', 'arr_0']
const NAMES = ['feature_names', 'features', 'columns']

/** SHAP values as `np.save` writes them (rows × features, or rows × features × classes), or with names as `np.savez` does. */
export function read(bytes: Uint8Array, { path }: Wanted): Result<Node> {
  if (!isZip(bytes)) return importance(bytes, undefined, 'values', path)
  const entries = unzip(bytes, path)
  if (!entries.ok) return entries
  const values = theOne(entries.value, VALUES, path)
  if (!values.ok) return values
  const names = theOne(entries.value, NAMES, path)
  if (!names.ok) return names
  if (values.value === undefined) return notOne(VALUES, path)
  const [array, found] = values.value
  return importance(found, names.value?.[1], array, path)
}

/** The one entry of these names that an archive has, if any; which of two is meant cannot be known. */
function theOne(
  entries: ReadonlyMap<string, Uint8Array>,
  names: readonly string[],
  path: string,
): Result<[string, Uint8Array] | undefined> {
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

function importance(bytes: Uint8Array, names: Uint8Array | undefined, array: string, path: string): Result<Node> {
  const values = parseNpy(bytes, array, path)
  if (!values.ok) return values
  const listed = names === undefined ? undefined : parseNpy(names, 'feature_names', path)
  if (listed !== undefined && !listed.ok) return listed
  const [count = 0, ...axes] = listed?.value.shape ?? []
  if (listed !== undefined && axes.length > 0) {
    const params = { array: 'feature_names', detail: `it has ${axes.length + 1} axes, and names have one (${count})` }
    return failed(problem('evidence.numpy.array', params, { path }))
  }
  const texts = listed === undefined ? undefined : Array.from(listed.value.values, String)
  return importanceOf(values.value, texts, array, path)
}
