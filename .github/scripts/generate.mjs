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

/** What is derived from folders alone, and so before anything is compiled: path → text. */
export function registries() {
  const formats = foldersOf('src/evidence/formats')
  const syntaxes = foldersOf('src/evidence/readers')
  return {
    'src/gates/registry.generated.ts': registryOf(foldersOf('src/gates'), {
      part: 'gate',
      type: 'Gate<never>',
      docs: "Every gate, in order of id. Options are checked against each gate's schema before it sees them.",
    }),
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

/** The policy's schema as text, and the code of its validator. */
export async function policyFiles(build = `${root}build`) {
  const { policySchema } = await import(pathToFileURL(`${build}/src/policy/schema.js`).href)
  return compiled(policySchema())
}

/** The same of `model_config.yaml`. */
export async function modelConfigFiles(build = `${root}build`) {
  const { modelConfigSchema } = await import(pathToFileURL(`${build}/src/model-config/schema.js`).href)
  return compiled(modelConfigSchema())
}

/** A schema as text, and the code of its validator. */
function compiled(schema) {
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
  return { schema: `${JSON.stringify(schema, null, 2)}\n`, validator: `${HEADER}${code}\n` }
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
    const { schema, validator } = await policyFiles()
    write('schema/policy.schema.json', schema)
    write('src/policy/validate.generated.js', validator)
    const config = await modelConfigFiles()
    write('schema/model_config.schema.json', config.schema)
    write('src/model-config/validate.generated.js', config.validator)
    write('README.md', readmeWithTables())
    write('docs/formats.md', await docsWithFormats())
  }
}
