// Writes what is derived: the registries from their folders, the published schemas from src, the README's tables from action.yml. Run after the compiler (`npm run generate`); a test compares the committed
// files with what this would write.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { formatTables } from './formats-table.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const HEADER = '// Generated from the folders beside it by `npm run generate`. Do not edit.\n'

/** The folders below a folder, sorted. */
function foldersOf(path) {
  return readdirSync(`${root}${path}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

function variable(id) {
  return id.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
}

/** A module that imports each folder's own part and lists them. */
function registryOf(folders, { part, type, docs }) {
  return [
    HEADER.trim(),
    `import type { ${type.split('<')[0]} } from './contract.js'`,
    ...folders.map((id) => `import { ${part} as ${variable(id)} } from './${id}/${part}.js'`),
    '',
    `/** ${docs} */`,
    `export const ${part}s: readonly ${type}[] = [`,
    ...folders.map((id) => `  ${variable(id)},`),
    ']',
    '',
  ].join('\n')
}

/** Nearly every policy asks for one of these: to open a file for each costs more than to have them in the bundle. */
const USUAL = ['documentation', 'fairness', 'performance']

/** The gates by id; all but the usual ones are loaded when a policy asks for them. */
function gateRegistry(folders) {
  const usual = folders.filter((id) => USUAL.includes(id))
  const loader = (id) =>
    usual.includes(id)
      ? `  ${variable(id)}: () => ${variable(id)},`
      : `  ${variable(id)}: async () => (await import('./${id}/gate.js')).gate,`
  return [
    HEADER.trim(),
    "import type { Gate } from './contract.js'",
    ...usual.map((id) => `import { gate as ${variable(id)} } from './${id}/gate.js'`),
    '',
    '/** Every gate, in order of id; a run loads those that its policy asks for. */',
    'export const loaders: Readonly<Record<string, () => Gate<never> | Promise<Gate<never>>>> = {',
    ...folders.map(loader),
    '}',
    '',
  ].join('\n')
}

/** What the gates have to say: texts are cheap, and any of them may stand in a report. */
function gateTexts(folders) {
  return [
    HEADER.trim(),
    "import type { Texts } from '../shared/message.js'",
    ...folders.map((id) => `import { texts as ${variable(id)} } from './${id}/texts.js'`),
    '',
    '/** The texts of every gate, by its id. */',
    `export const gateTexts: Readonly<Record<string, Texts>> = { ${folders.map(variable).join(', ')} }`,
    '',
  ].join('\n')
}

/** What is derived from folders alone, and so before anything is compiled: path → text. */
export function registries() {
  const formats = foldersOf('src/evidence/formats')
  const syntaxes = foldersOf('src/evidence/readers')
  return {
    'src/gates/registry.generated.ts': gateRegistry(foldersOf('src/gates')),
    'src/gates/texts.generated.ts': gateTexts(foldersOf('src/gates')),
    'src/evidence/formats/registry.generated.ts': registryOf(formats, {
      part: 'format',
      type: 'Format',
      docs: 'Every format, in order of id.',
    }),
    'src/evidence/formats/ids.generated.ts': [
      HEADER.trim(),
      '/** What a policy may name as `format`: the plain syntaxes, then what tools write. */',
      'export const FORMATS: readonly string[] = [',
      ...[...syntaxes, ...formats].map((id) => `  '${id}',`),
      ']',
      '',
    ].join('\n'),
  }
}

/** The published schemas of what users write, as texts: path → text. */
export async function schemaFiles(build = `${root}build`) {
  const built = (path) => import(pathToFileURL(`${build}/src/${path}.js`).href)
  const { policySchema } = await built('policy/schema')
  const { modelConfigSchema } = await built('model-config/schema')
  const gates = await Promise.all(foldersOf('src/gates').map(async (id) => (await built(`gates/${id}/gate`)).gate))
  return {
    'schema/policy.schema.json': `${JSON.stringify(policySchema(gates), null, 2)}\n`,
    'schema/model_config.schema.json': `${JSON.stringify(modelConfigSchema(), null, 2)}\n`,
  }
}

/** The ids of packs and of their controls, so that a policy is read without loading a pack. */
export async function controlIds(build = `${root}build`) {
  const { packIds, loadPacks } = await import(pathToFileURL(`${build}/src/compliance/load.js`).href)
  const packs = await loadPacks(packIds())
  return [
    '// Generated from the packs by `npm run generate`. Do not edit.',
    '/** What a policy may name under `compliance`. */',
    'export const PACK_IDS: readonly string[] = [',
    ...packs.map(({ id }) => `  '${id}',`),
    ']',
    '',
    '/** One text a pack: it costs nothing until a policy names a control. */',
    'const CONTROLS: ReadonlyMap<string, string> = new Map([',
    ...packs.flatMap(({ id, controls }) => [
      '  [',
      `    '${id}',`,
      `    '${controls.map((one) => one.id).join(';')}',`,
      '  ],',
    ]),
    '])',
    '',
    "/** The ids of a pack's controls, in its order. */",
    'export function controlIdsOf(pack: string): readonly string[] {',
    "  return CONTROLS.get(pack)?.split(';') ?? []",
    '}',
    '',
  ].join('\n')
}

/** docs/compliance.md with its table of packs as the data has them. */
export async function docsWithPacks(build = `${root}build`) {
  const { packIds, loadPacks } = await import(pathToFileURL(`${build}/src/compliance/load.js`).href)
  const rows = (await loadPacks(packIds())).map(
    ({ id, title, version, from, verified, supersededBy, controls }) =>
      `| \`${id}\` | ${title.en} | ${version} | ${from} | ${verified} | ${controls.length} | ${supersededBy ? `replaced by \`${supersededBy}\`` : 'current'} |`,
  )
  const table = [
    '| pack | | text | applies from | verified | controls | |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
  return readFileSync(`${root}docs/compliance.md`, 'utf8').replace(
    /(<!-- packs -->\n)[\s\S]*?(<!-- \/packs -->)/,
    (_, open, close) => `${open}\n${table}\n\n${close}`,
  )
}

/** The README with its tables of inputs and outputs as `action.yml` has them. */
export function readmeWithTables() {
  const { inputs, outputs } = parse(readFileSync(`${root}action.yml`, 'utf8'))
  const shown = (value) => (value === '' ? '' : `\`${value}\``)
  const tables = {
    inputs: ['| input | default | |', '|---|---|---|']
      .concat(Object.entries(inputs).map(([name, it]) => `| \`${name}\` | ${shown(it.default)} | ${it.description} |`))
      .join('\n'),
    outputs: ['| output | |', '|---|---|']
      .concat(Object.entries(outputs).map(([name, it]) => `| \`${name}\` | ${it.description} |`))
      .join('\n'),
  }
  const readme = readFileSync(`${root}README.md`, 'utf8')
  return readme.replace(
    /(<!-- (inputs|outputs) -->\n)[\s\S]*?(\n<!-- \/\2 -->)/g,
    (_, open, name, close) => `${open}${tables[name]}${close}`,
  )
}

/** docs/formats.md with its tables as the formats and their fixtures have them. */
export async function docsWithFormats(build = `${root}build`) {
  const docs = readFileSync(`${root}docs/formats.md`, 'utf8')
  const tables = await formatTables(root, build)
  return docs.replace(
    /(<!-- formats -->\n)[\s\S]*?(<!-- \/formats -->)/,
    (_, open, close) => `${open}\n${tables}\n\n${close}`,
  )
}

function write(path, content) {
  if (existsSync(`${root}${path}`) && readFileSync(`${root}${path}`, 'utf8') === content) return
  writeFileSync(`${root}${path}`, content)
  process.stdout.write(`wrote ${path}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--registry')) {
    for (const [path, text] of Object.entries(registries())) write(path, text)
  } else {
    mkdirSync(`${root}schema`, { recursive: true })
    // Before the schema, which names the packs: where they change, this is to be run again.
    write('src/compliance/ids.generated.ts', await controlIds())
    write('docs/compliance.md', await docsWithPacks())
    for (const [path, text] of Object.entries(await schemaFiles())) write(path, text)
    write('README.md', readmeWithTables())
    write('docs/formats.md', await docsWithFormats())
  }
}
