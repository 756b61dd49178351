// Writes what is derived: the registry of gates from their folders, the policy's published schema and its validator from
// theirs, the README's tables from action.yml. Run after the compiler (`npm run generate`); a test compares the committed
// files with what this would write.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
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

const VALIDATOR_TYPE = `${HEADER}import type { Validator } from '../contract.js'

declare const check: Validator
export default check
`

/** Nearly every policy asks for one of these: to open a file for each costs more than to have them in the bundle. */
const USUAL = ['documentation', 'fairness', 'performance']

/** The gates by id, each with the validator of its options; all but the usual ones are loaded when a policy asks for them. */
function gateRegistry(folders) {
  const usual = folders.filter((id) => USUAL.includes(id))
  const part = (id, module) => `import('./${id}/${module}.js')`
  const loader = (id) =>
    usual.includes(id)
      ? [`  ${variable(id)}: () => ({ gate: ${variable(id)}, check: ${variable(id)}Check }),`]
      : [
          `  ${variable(id)}: async () => {`,
          `    const { gate } = await ${part(id, 'gate')}`,
          `    return { gate, check: (await ${part(id, 'validate.generated')}).default }`,
          '  },',
        ]
  return [
    HEADER.trim(),
    "import type { LoadedGate } from './contract.js'",
    ...usual.flatMap((id) => [
      `import { gate as ${variable(id)} } from './${id}/gate.js'`,
      `import ${variable(id)}Check from './${id}/validate.generated.js'`,
    ]),
    '',
    '/** Every gate, in order of id; a run loads those that its policy asks for. */',
    'export const loaders: Readonly<Record<string, () => LoadedGate | Promise<LoadedGate>>> = {',
    ...folders.flatMap(loader),
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
    ...Object.fromEntries(
      foldersOf('src/gates').map((id) => [`src/gates/${id}/validate.generated.d.ts`, VALIDATOR_TYPE]),
    ),
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

/**
 * The policy's schema as text, and the code of its validators: path → text. The policy's own validator leaves each gate's
 * part to the gate's.
 */
export async function policyFiles(build = `${root}build`) {
  const built = (path) => import(pathToFileURL(`${build}/src/${path}.js`).href)
  const { policySchema } = await built('policy/schema')
  const gates = await Promise.all(foldersOf('src/gates').map(async (id) => (await built(`gates/${id}/gate`)).gate))
  return {
    'schema/policy.schema.json': `${JSON.stringify(policySchema(gates), null, 2)}\n`,
    'src/policy/validate.generated.js': validatorOf(policySchema([])),
    ...Object.fromEntries(
      gates.map(({ id, schema }) => [`src/gates/${id}/validate.generated.js`, validatorOf(schema)]),
    ),
  }
}

/** The schema of `model_config.yaml` as text, and the code of its validator: path → text. */
export async function modelConfigFiles(build = `${root}build`) {
  const { modelConfigSchema } = await import(pathToFileURL(`${build}/src/model-config/schema.js`).href)
  const schema = modelConfigSchema()
  return {
    'schema/model_config.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
    'src/model-config/validate.generated.js': validatorOf(schema),
  }
}

/** The code of a schema's validator. */
function validatorOf(schema) {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictTypes: false,
    inlineRefs: false,
    // The patterns mean the same without the flag; with it each takes V8 several times as long to compile.
    unicodeRegExp: false,
    messages: false,
    code: { source: true, esm: true },
  })
  // The validator carries its schema along; descriptions are for editors.
  const bare = JSON.parse(
    JSON.stringify(schema, (key, value) => (typeof value === 'string' && key === 'description' ? undefined : value)),
  )
  const code = standaloneCode(ajv, ajv.compile(bare))
  if (/\brequire\(/.test(code)) throw new Error('the validator needs a part of ajv at run time; change the schema')
  return `${HEADER}${shortened(code)}\n`
}

/** A function for each of the two things that ajv writes out at every check: half of the code that every run opens. */
function shortened(code) {
  const failing =
    /const (err[0-9]+) = \{instancePath(?::((?:(?!,schemaPath:)[^;])+))?,schemaPath:"[^"]*",keyword:("[^"]*"),params:((?:(?!\};if).)*)\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/gs
  const segment = /"\/" \+ (key[0-9]+)\.replace\(\/~\/g, "~0"\)\.replace\(\/\\\/\/g, "~1"\)/g
  const short = code
    .replace(
      failing,
      (_, _name, path, keyword, params) =>
        `vErrors = failing(vErrors, ${path ?? 'instancePath'}, ${keyword}, ${params});`,
    )
    .replace(segment, 'segment($1)')
  return `${short}
function failing(errors, instancePath, keyword, params) {
  const error = { instancePath, keyword, params }
  if (errors === null) return [error]
  errors.push(error)
  return errors
}
function segment(key) {
  return '/' + key.replace(/~/g, '~0').replace(/\\//g, '~1')
}`
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
    for (const [path, text] of Object.entries({ ...(await policyFiles()), ...(await modelConfigFiles()) }))
      write(path, text)
    write('README.md', readmeWithTables())
    write('docs/formats.md', await docsWithFormats())
  }
}
