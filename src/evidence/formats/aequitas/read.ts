import { message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved, refused } from '../build.js'
import type { Wanted } from '../contract.js'
import { shownIn } from '../once.js'

/** Aequitas's short names, and the names that others give to the same rates. */
const ALIASES: readonly (readonly [string, string])[] = [
  ['tpr', 'true_positive_rate'],
  ['tnr', 'true_negative_rate'],
  ['fpr', 'false_positive_rate'],
  ['fnr', 'false_negative_rate'],
  ['fdr', 'false_discovery_rate'],
  ['for', 'false_omission_rate'],
  // Predicted prevalence: predicted positives in the group by its size. `ppr` divides by all groups' positives.
  ['pprev', 'selection_rate'],
]
/** Columns that say which model a row is of. */
const MODELS = ['model_id', 'score_threshold']
const [ATTRIBUTE, GROUP] = ['attribute_name', 'attribute_value']
/** What a row without a group is called. */
const NAMELESS = 'null'
/** Columns of a row that are no values of its group. */
const NOT_OWN = new Set([ATTRIBUTE, GROUP])
const COMPARED = /_(?:ref|ref_group_value|disparity|significance)$/

/**
 * The tables of Aequitas's `Group`, `Bias` and `Fairness` (https://dssg.github.io/aequitas/), a row a group: every number
 * of a row but those of the reference group and the disparities, which compare two groups already. n is `group_size`.
 * A row that does not name its group stays as one that cannot be compared.
 */
export function read(root: Node, { path, run }: Wanted): Result<Node> {
  const rows = itemsOf(rootOf({ path, content: root }))
  const models = [...new Set(rows.map(modelOf))]
  const [only, ...others] = run === undefined ? models : models.filter((it) => it === run)
  if (only === undefined || others.length > 0) {
    return failed(problem('evidence.groups.several-models', { models: models.slice(0, 8) }, { path }))
  }
  const attributes = new Map<string, Map<string, Node>>()
  for (const row of rows.filter((it) => modelOf(it) === only)) {
    const attribute = nameIn(row, ATTRIBUTE)
    if (attribute === undefined) {
      const params = { title: 'Aequitas crosstab', at: ATTRIBUTE, expected: 'the attribute of each row' }
      return failed(problem('evidence.tool.malformed', params, row.at))
    }
    const group = nameIn(row, GROUP) ?? NAMELESS
    const groups = attributes.get(attribute) ?? new Map<string, Node>()
    const first = groups.get(group)
    if (first !== undefined) {
      const places = [first, row.node].map(shownIn(path))
      return failed(problem('evidence.groups.twice', { group, places }, row.at))
    }
    attributes.set(attribute, groups.set(group, groupOf(row)))
  }
  return ok(
    mapOf(
      root.at,
      [...attributes].map(([name, groups]) => [name, mapOf(root.at, groups)] as const),
    ),
  )
}

function modelOf(row: Place): string {
  return MODELS.flatMap((key) => textIn(row, key) ?? []).join(' ')
}

function textIn(row: Place, key: string): string | undefined {
  const node = entryOf(row, key)?.node
  return node !== undefined && 'text' in node ? node.text : undefined
}

/** A name as written; undefined where the row has none. */
function nameIn(row: Place, key: string): string | undefined {
  const text = textIn(row, key)
  return entryOf(row, key)?.node.kind === 'null' || text === '' ? undefined : text
}

function groupOf(row: Place): Node {
  const cells = entriesOf(row).filter(([name]) => !NOT_OWN.has(name) && !COMPARED.test(name))
  const why = message('evidence.groups.nameless', { column: GROUP })
  const isNamed = nameIn(row, GROUP) !== undefined
  const own = cells.map(([name, cell]) => [name, isNamed ? moved(cell) : refused(moved(cell), why)] as const)
  const named = (key: string) => own.find(([name]) => name === key)?.[1]
  const aliases = ALIASES.map(([short, long]) => [long, named(short)] as const)
  return mapOf(row.node.at, [...own, ...aliases, ['n', named('group_size')]])
}
