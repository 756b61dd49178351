import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { moved, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce } from '../names.js'

/** Splits whose metrics have a short name. What was measured on the training data never stands for the model. */
const SPLITS = ['eval', 'test', 'predict']
/** What records of every kind say of themselves. */
const COUNTERS = ['epoch', 'step']
const RUNTIME = '_runtime'

/**
 * What the Trainer of transformers saves (`Trainer.save_metrics`, `TrainerState.save_to_json`). Names keep the prefix of
 * their split, `eval_f1`; `f1` is short for it where one split has it alone;
 * that of training has its whole name only. From a state's history comes the last value
 * of each metric, which is not that of the best checkpoint: that one is `best_metric`. What a record of training has under a
 * name without a split, `loss`, is `train/loss`, as the Trainer itself has it in other logs (`rewrite_logs`).
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
  const values = itemsOf(history).flatMap((record) => {
    const entries = entriesOf(record)
    // An evaluation under a prefix of the user's own logs how long it took, as all do.
    const timed = entries.map(([name]) => name).find((name) => name.endsWith(RUNTIME))
    const splits = ['train', ...SPLITS, ...(timed === undefined ? [] : [timed.slice(0, -RUNTIME.length)])]
    return entries.map(([name, place]): [string, Place] => [ofItsSplit(name, splits), place])
  })
  return [...new Map(values)]
}

function ofItsSplit(name: string, splits: readonly string[]): string {
  const says = COUNTERS.includes(name) || splits.some((it) => name.startsWith(`${it}_`) || name.startsWith(`${it}/`))
  return says ? name : `train/${name}`
}

function short(values: readonly (readonly [string, Node])[]): (readonly [string, Node])[] {
  const named = values.flatMap(([name, node]): [string, Node][] => {
    const split = SPLITS.find((it) => name.startsWith(`${it}_`))
    return split === undefined ? [] : [[name.slice(split.length + 1), node]]
  })
  return onlyOnce(named)
}
