import { failed, problem, type Result } from '../../../shared/problem.js'
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
  const named = (names: readonly string[]) =>
    names.flatMap((name): [string, Uint8Array][] => {
      const found = entries.value.get(`${name}.npy`)
      return found === undefined ? [] : [[name, found]]
    })[0]
  const found = named(VALUES)
  if (found === undefined) {
    const params = { title: 'NumPy archive', at: '/', expected: VALUES.map((name) => `\`${name}\``) }
    return failed(problem('evidence.tool.malformed', params, { path }))
  }
  const [array, values] = found
  return importance(values, named(NAMES)?.[1], array, path)
}

function importance(bytes: Uint8Array, names: Uint8Array | undefined, array: string, path: string): Result<Node> {
  const values = parseNpy(bytes, array, path)
  if (!values.ok) return values
  const listed = names === undefined ? undefined : parseNpy(names, 'feature_names', path)
  if (listed !== undefined && !listed.ok) return listed
  const texts = listed === undefined ? undefined : Array.from(listed.value.values, String)
  return importanceOf(values.value, texts, array, path)
}
