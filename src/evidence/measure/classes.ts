import type { CategoryColumn } from '../predictions/contract.js'
import { canonical } from '../predictions/names.js'

/** Booleans are the numbers that pandas and NumPy take them for: a label `True` and a prediction `1` are one class. */
const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ['true', '1'],
  ['false', '0'],
])

/** Sets of classes in which 1 is positive unless the policy says otherwise, as in scikit-learn. */
const USUAL = [new Set(['0', '1']), new Set(['-1', '1'])]

/** The class that a name of a table stands for: `1` and `true` are one, and so are `0` and `false`. */
function classOf(name: string): string {
  return BOOLEANS.get(name) ?? name
}

/** The classes of a table, numbered in order of appearance; labels and predictions share them. */
export class Classes {
  readonly names: string[] = []
  readonly #ids = new Map<string, number>()
  /** Which classes occur as labels. */
  readonly #labels = new Set<number>()
  readonly #predictions = new Set<number>()

  /** The class of each row, as numbers in `into`. */
  translate(column: CategoryColumn, translation: number[], isLabel: boolean, into: Int32Array): void {
    for (let code = translation.length; code < column.names.length; code += 1) {
      const id = this.#id(classOf(column.names[code] ?? ''))
      translation.push(id)
      if (isLabel) this.#labels.add(id)
      else this.#predictions.add(id)
    }
    const { codes } = column
    for (let row = 0; row < codes.length; row += 1) into[row] = translation[codes[row] ?? 0] ?? 0
  }

  #id(name: string): number {
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    this.#ids.set(name, this.names.length)
    return this.names.push(name) - 1
  }

  /**
   * The classes that a policy's text may mean: the one of these very letters, and the one of the number or boolean that it
   * is; the latter where neither has occurred.
   */
  meant(text: string): readonly string[] {
    const letters = text.trim()
    const plain = classOf(canonical(letters))
    const found = [...new Set([letters, plain])].filter((name) => this.#ids.has(name))
    return found.length > 0 ? found : [plain]
  }

  /** The number of a class; −1 where it has not occurred. */
  idOf(name: string): number {
    return this.#ids.get(name) ?? -1
  }

  /** Whether a class occurs among the labels. */
  isLabel(name: string): boolean {
    return this.#labels.has(this.idOf(name))
  }

  /** The classes that labels have. */
  labels(): string[] {
    return this.names.filter((_, id) => this.#labels.has(id))
  }

  /** The classes that are predicted and that no label has. */
  foreign(): string[] {
    return this.names.filter((_, id) => !this.#labels.has(id))
  }

  /** Whether any label is predicted at all, or could be: two vocabularies that share nothing are a mistake. */
  areRelated(): boolean {
    if (this.#predictions.size === 0 || this.areUsual()) return true
    return [...this.#predictions].some((id) => this.#labels.has(id))
  }

  /** Whether 1 is positive without being named. */
  areUsual(): boolean {
    return USUAL.some((usual) => this.names.every((name) => usual.has(name)))
  }
}
