// Builds dist/ from what the compiler emitted: one bundle for both doors, and the two doors themselves.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = `${root}dist`
const gate = `${dist}/gate`

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist)
const ncc = `${root}node_modules/@vercel/ncc/dist/ncc/cli.js`
const options = ['--out', gate, '--license', 'licenses.txt', '--no-cache', '--quiet']
execFileSync(process.execPath, [ncc, 'build', `${root}build/src/app/main.js`, ...options], { stdio: 'inherit' })

// ncc's own --minify leaves the lazy chunks as they are. Every kilobyte is read and parsed before the first line runs; a
// stack trace in a bug report is read by building the same commit without this step.
for (const name of readdirSync(gate).filter((file) => file.endsWith('.js'))) {
  const options = { minify: true, legalComments: 'none', format: 'esm', target: 'node20' }
  writeFileSync(`${gate}/${name}`, transformSync(readFileSync(`${gate}/${name}`, 'utf8'), options).code)
}

for (const [door, name] of [
  ['action', 'index.js'],
  ['cli', 'cli.js'],
]) {
  const emitted = readFileSync(`${root}build/src/${door}.js`, 'utf8')
  writeFileSync(`${dist}/${name}`, emitted.replace('./app/main.js', './gate/index.js'))
}
writeFileSync(`${dist}/package.json`, '{"type":"module"}\n')
chmodSync(`${dist}/cli.js`, 0o755)
