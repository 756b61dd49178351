import { type Message, message } from '../../shared/message.js'
import { failed, ok, type Problem, problem, type Result } from '../../shared/problem.js'
import { isCount } from '../../stats/interval.js'
import { positionsOf } from '../predictions/columns.js'
import type { Table } from '../predictions/contract.js'
import { type Bin, MAX_BINS } from './contract.js'
import { foreignColumns, notCount, numberIn, Rows } from './read.js'
import { Divisions, shownSlice, sliceColumns } from './slices.js'

/** What addition in another order may change of a sum of scores. */
const ARITHMETIC = 1e-9

/**
 * Reads the bins of each slice, in order of their scores. A row is one score (`score`), or the lowest and the highest
 * score of a bin (`low`, `high`); `positives` and `negatives` count its rows, and `score_sum` adds their scores up.
 */
export async function readHistogram(
  table: Table,
  groups: readonly string[],
  isProbability: boolean,
): Promise<Result<Divisions<readonly Bin[]>>> {
  const { path, columns: header } = table
  const { columns, read } = sliceColumns(header, groups)
  const names = [...endsIn(header), 'positives', 'negatives', ...header.filter((name) => name === 'score_sum')]
  const wanted = [...columns, ...names.map((name) => ({ name, as: 'number' as const }))]
  const foreign = foreignColumns(table, wanted)
  const known = positionsOf(table, wanted)
  if (foreign.length > 0 || !known.ok) return failed(...foreign, ...(known.ok ? [] : known.problems))
  const divisions = new Divisions<Bin[]>()
  let bins = 0
  const scanned = await new Rows(table).scan(wanted, (batch, row) => {
    const slice = read(batch, row)
    if ('why' in slice) return slice.why
    const value = (name: string) => numberIn(batch, columns.length + names.indexOf(name), row)
    const bin = binFrom(names, value)
    const why = wrongIn(bin, isProbability)
    if (why !== undefined) return why
    bins += 1
    if (bins > MAX_BINS) return message('evidence.counts.bins', { limit: MAX_BINS })
    const found = divisions.of(slice, () => [])
    if ('why' in found) return found.why
    if (bin.positives + bin.negatives > 0) found.part.of.push(bin)
    return undefined
  })
  if (!scanned.ok) return scanned
  const overlaps = divisions.all().flatMap(({ parts }) => [...parts.values()].flatMap((part) => overlapIn(part, path)))
  return overlaps.length > 0 ? failed(...overlaps) : ok(divisions)
}

/** One score a row, or the ends of a bin. */
function endsIn(header: readonly string[]): readonly string[] {
  return header.includes('score') && !header.includes('low') && !header.includes('high') ? ['score'] : ['low', 'high']
}

function binFrom(names: readonly string[], value: (name: string) => number): Bin {
  const [low, high] = names.includes('score') ? [value('score'), value('score')] : [value('low'), value('high')]
  const sum = names.includes('score_sum') ? { sum: value('score_sum') } : {}
  return { low, high, positives: value('positives'), negatives: value('negatives'), ...sum }
}

function wrongIn({ low, high, positives, negatives, sum }: Bin, isProbability: boolean): Message | undefined {
  if (!isCount(positives)) return notCount('positives', positives)
  if (!isCount(negatives)) return notCount('negatives', negatives)
  if (!(low <= high)) return message('evidence.counts.low-high', { low: String(low), high: String(high) })
  if (isProbability && !(low >= 0 && high <= 1))
    return message('evidence.counts.not-probability', { found: String(low >= 0 ? high : low) })
  if (sum === undefined) return undefined
  const rows = positives + negatives
  const slack = ARITHMETIC * rows * Math.max(1, Math.abs(low), Math.abs(high))
  const isSum = sum >= low * rows - slack && sum <= high * rows + slack
  return isSum ? undefined : message('evidence.counts.score-sum', { found: String(sum), rows })
}

/** Sorts the bins of a slice; two that share a score leave the order of their rows open, and are a mistake. */
function overlapIn(
  part: { readonly attributes: readonly string[]; readonly values: readonly string[]; of: Bin[] },
  path: string,
): Problem[] {
  const bins = part.of.sort((a, b) => a.low - b.low || a.high - b.high)
  const at = bins.findIndex(({ high }, index) => high >= (bins[index + 1]?.low ?? Number.POSITIVE_INFINITY))
  const [bin, next] = [bins[at], bins[at + 1]]
  if (bin === undefined || next === undefined) return []
  const ends = ({ low, high }: Bin) => (low === high ? String(low) : `${low}–${high}`)
  const params = { slice: shownSlice(part), one: ends(bin), other: ends(next) }
  return [problem('evidence.counts.overlap', params, { path })]
}
