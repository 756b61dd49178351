import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { moved, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce } from '../names.js'

/** Splits whose metrics have a short name. What was measured on the training data never stands for the model. */
const SPLITS = ['eval', 'test', 'predict']

/**
 * What the Trainer of transformers saves (`Trainer.save_metrics`, `TrainerState.save_to_json`). Names keep the prefix of
 * their split, `eval_f1`; `f1` is short for it where one split has it alone;
 * that of training has its whole name only. From a state's history comes the last value
 * of each metric, which is not that of the best checkpoint: that one is `best_metric`.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const history = entryOf(file, 'log_history')
  const last = history === undefined ? entriesOf(file) : lastOf(history)
  if (last.length === 0) {
    return failed(problem('evidence.tool.nothing', { title: 'Trainer state', at: 'log_history' }, { path }))
  }
  const values = last.map(([name, place]) => [name, moved(place)] as const)
  return ok(withNames(root, [...values, ...short(values)]))
}

/** The last value of each metric; the history is in order of steps. */
function lastOf(history: Place): [string, Place][] {
  return [...new Map(itemsOf(history).flatMap(entriesOf))]
}

function short(values: readonly (readonly [string, Node])[]): (readonly [string, Node])[] {
  const named = values.flatMap(([name, node]): [string, Node][] => {
    const split = SPLITS.find((it) => name.startsWith(`${it}_`))
    return split === undefined ? [] : [[name.slice(split.length + 1), node]]
  })
  return onlyOnce(named)
}
