// `node driver.mjs jobs.json`: measures each job ({ path, columns, wanted }) with the compiled code (`npx tsc` first) and
// prints what comes of it: per metric its value, or { undefined: id of the reason }; per group likewise; or the problems.
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'

const { measure } = await import(new URL('../../../build/src/evidence/measure/measure.js', import.meta.url))
const { openTable } = await import(new URL('../../../build/src/evidence/predictions/open.js', import.meta.url))
const { intervalOf } = await import(new URL('../../../build/src/stats/basis.js', import.meta.url))

function figure(measured) {
  if (measured.kind === 'undefined') return { undefined: measured.why.id }
  if (measured.kind === 'unknown') return { unknown: measured.why?.id ?? '' }
  return measured.measurement.value
}

function intervalAt(measured, level) {
  const { value, basis } = measured.kind === 'measured' ? measured.measurement : {}
  return basis === undefined ? null : (intervalOf(value, basis, level) ?? null)
}

async function run({ path, columns, wanted, level }) {
  const file = openSync(path)
  const read = (offset, length) => {
    const buffer = new Uint8Array(length)
    return buffer.subarray(0, readSync(file, buffer, 0, length, offset))
  }
  try {
    const table = await openTable({ path, size: fstatSync(file).size, read })
    const result = table.ok ? await measure(table.value, { groups: [], ...columns }, wanted) : table
    if (!result.ok) return { problems: result.problems.map(({ message, at }) => ({ id: message.id, ...at })) }
    const all = (names, of) => Object.fromEntries(names.map((name) => [name, figure(of(name))]))
    return {
      rows: result.value.rows,
      metrics: all(wanted.metrics, result.value.metric),
      ...(level !== undefined && {
        intervals: Object.fromEntries(
          wanted.metrics.map((name) => [name, intervalAt(result.value.metric(name), level)]),
        ),
      }),
      groups: wanted.groups.map(({ attributes, metrics }) => ({
        attributes,
        groups: result.value
          .groups(attributes)
          ?.map(({ values, n, metric }) => ({ values, n, metrics: all(metrics, metric) })),
      })),
    }
  } finally {
    closeSync(file)
  }
}

const results = []
for (const job of JSON.parse(readFileSync(process.argv[2], 'utf8'))) results.push(await run(job))
process.stdout.write(JSON.stringify(results))
