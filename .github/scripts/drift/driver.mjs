// `node driver.mjs jobs.json`: compares the two tables of each job ({ reference, current, columns: { name: [methods] },
// categorical, bins }) with the compiled code (`npx tsc` first) and prints what comes of it, a list of
// { column: { method: value } }; a value that is none is the id of its reason.
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'

const { compareTables } = await import(new URL('../../../build/src/evidence/drift/compare.js', import.meta.url))
const { openTable } = await import(new URL('../../../build/src/evidence/predictions/open.js', import.meta.url))

function opened(path) {
  const file = openSync(path)
  const read = (offset, length) => {
    const buffer = new Uint8Array(length)
    return buffer.subarray(0, readSync(file, buffer, 0, length, offset))
  }
  return { file, pieces: { path, size: fstatSync(file).size, read } }
}

function figure({ kind, value, why }) {
  return kind === 'value' ? value : kind === 'infinite' ? 'infinite' : why.id
}

async function run({ reference, current, columns, categorical, bins }) {
  const files = [opened(reference), opened(current)]
  try {
    const tables = await Promise.all(files.map(({ pieces }) => openTable(pieces)))
    const bad = tables.find((table) => !table.ok)
    if (bad) return { problems: bad.problems.map(({ message }) => message.id) }
    const wanted = { columns: new Map(Object.entries(columns)), every: [], except: [], categorical, bins }
    const result = await compareTables(tables[0].value, tables[1].value, wanted)
    if (!result.ok) return { problems: result.problems.map(({ message }) => message.id) }
    const entries = [...result.value.columns].map(([name, { figures, why }]) => [
      name,
      why ? { why: why.id } : Object.fromEntries([...figures].map(([method, it]) => [method, figure(it)])),
    ])
    return Object.fromEntries(entries)
  } finally {
    for (const { file } of files) closeSync(file)
  }
}

const results = []
for (const job of JSON.parse(readFileSync(process.argv[2], 'utf8'))) results.push(await run(job))
process.stdout.write(JSON.stringify(results))
