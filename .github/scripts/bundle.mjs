// Builds dist/ from what the compiler emitted: one bundle for both doors, a chunk for each part that only some runs need,
// and the two doors themselves.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import commonjs from '@rollup/plugin-commonjs'
import resolve from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'
import { minify as terser } from 'terser'
import { actionOnExample } from './bench/jobs.mjs'
import { calledIn, eager } from './eager.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = `${root}dist`
const gate = `${dist}/gate`

// Every kilobyte is read and parsed before the first line runs; a stack trace in a bug report is read by building the same
// commit without this step.
const minify = {
  name: 'minify',
  renderChunk: (code) =>
    terser(code, {
      module: true,
      ecma: 2022,
      compress: { passes: 3, keep_fargs: false },
      // One byte a character: V8 keeps a text with others in twice the memory.
      format: { ascii_only: false, comments: false },
    }),
}

/**
 * Parts of Node by `require`. An `import` asks each of them for all it has to offer, and that loads what is never used:
 * of `fs` the streams, of `process` the standard input, which takes longer than reading the policy.
 */
const builtins = {
  name: 'builtins',
  renderChunk: (code) => {
    const imported = /^import (?:([\w$]+)|\* as ([\w$]+)|\{([^}]*)\}) from '([a-z_:/]+)';$/gm
    const required = code.replace(imported, (statement, whole, all, names = '', module) =>
      !isBuiltin(module)
        ? statement
        : `const ${whole ?? all ?? `{${names.replaceAll(' as ', ': ')}}`} = requireBuiltin('${module}');`,
    )
    if (required === code) return null
    return `import { createRequire as makeRequire } from 'node:module';\nconst requireBuiltin = makeRequire(import.meta.url);\n${required}`
  },
}

/** The library as modules, of which what nobody uses is left out; what `yaml` gives to Node is one piece. */
const yamlModules = {
  name: 'yaml',
  resolveId: (source) =>
    source === 'yaml' ? { id: `${root}node_modules/yaml/browser/index.js`, moduleSideEffects: false } : null,
}

/**
 * Parts of libraries of which nobody reads what they give: the keys of a visitor of JavaScript, which the TOML parser hands
 * out with each tree beside its own; shapes on a map, which no column of predictions holds: any object is refused; and how
 * the CSV parser finds out a delimiter, which is named to it.
 */
const UNREAD = {
  'eslint-visitor-keys': 'export const unionWith = (keys) => keys',
  './wkb.js': 'export const wkbToGeojson = () => ({})',
  './geoparquet.js': 'export const markGeoColumns = () => {}',
  '../utils/delimiter_discover.js': 'export const delimiter_discover = () => undefined',
}
const unread = {
  name: 'unread',
  resolveId: (source) => (Object.hasOwn(UNREAD, source) ? `\0unread:${source}` : null),
  load: (id) => UNREAD[id.replace('\0unread:', '')] ?? null,
}

const bundle = await rollup({
  input: { index: `${root}build/src/app/main.js` },
  external: /^node:/,
  plugins: [yamlModules, unread, resolve({ exportConditions: ['node'] }), commonjs(), builtins, minify],
  // Chunks take what they share with the bundle from it: the entry may export more than the doors ask for.
  preserveEntrySignatures: 'allow-extension',
  onwarn: (warning) => {
    const { code, ids = [] } = warning
    // Some libraries import in circles; that is theirs to know.
    if (code === 'CIRCULAR_DEPENDENCY' && ids.every((id) => id.includes('/node_modules/'))) return
    throw new Error(warning.message)
  },
})
rmSync(dist, { recursive: true, force: true })
mkdirSync(dist)
const { output } = await bundle.write({
  dir: gate,
  format: 'esm',
  entryFileNames: '[name].js',
  // By what they hold: `evidence-formats-k6-read.js`.
  chunkFileNames: ({ facadeModuleId = '', name }) =>
    `${/\/build\/src\/(.*)\.js$/.exec(facadeModuleId)?.[1].replaceAll('/', '-') ?? name}.js`,
  hoistTransitiveImports: false,
})
writeFileSync(`${gate}/licenses.txt`, licensesOf(output.flatMap(({ moduleIds = [] }) => moduleIds)))

for (const [door, name] of [
  ['action', 'index.js'],
  ['cli', 'cli.js'],
]) {
  const emitted = readFileSync(`${root}build/src/${door}.js`, 'utf8')
  writeFileSync(`${dist}/${name}`, emitted.replace('./app/main.js', './gate/index.js'))
}
writeFileSync(`${dist}/package.json`, '{"type":"module"}\n')
chmodSync(`${dist}/cli.js`, 0o755)
compileAtOnce(`${gate}/index.js`)

/** What the action calls on the example, and so in nearly any run, is compiled as the bundle is opened. */
function compileAtOnce(path) {
  const scratch = mkdtempSync(join(tmpdir(), 'ml-gate-bundle-'))
  try {
    const called = calledIn(path, actionOnExample(scratch))
    writeFileSync(path, eager(readFileSync(path, 'utf8'), called))
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

/** The licences of the packages that modules come from, in order of name. A package without one is no part of the product. */
function licensesOf(modules) {
  const packages = modules.flatMap(
    (id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replace('\0', ''))?.[0] ?? [],
  )
  return [...new Set(packages)]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
      const file = ['LICENSE', 'LICENSE.md', 'LICENCE.md', 'license'].find((it) => existsSync(`${folder}/${it}`))
      if (file === undefined) throw new Error(`${name} has no licence file`)
      return `${name} ${version}\n${license}\n${readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r', '').trim()}\n`
    })
    .join('\n')
}
