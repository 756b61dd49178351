// V8 skims a function when it opens a file and reads it again when the function is called, but one that begins with a
// parenthesis it compiles at once. Functions that every run calls are written so.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import MagicString from 'magic-string'
import { parseAst } from 'rollup/parseAst'

/**
 * The functions of `file` that a run of a job calls, each as `start:end` in its text. `check` throws where the run did not do its work.
 */
export function calledIn(file, { args, cwd, env, check }) {
  const folder = mkdtempSync(join(tmpdir(), 'ml-gate-coverage-'))
  try {
    check(spawnSync(process.execPath, args, { cwd, env: { ...env, NODE_V8_COVERAGE: folder }, encoding: 'utf8' }))
    const { href } = pathToFileURL(file)
    const scripts = readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).result)
    const functions = scripts.filter(({ url }) => url === href).flatMap((script) => script.functions)
    const ranges = functions.map(({ ranges: [whole] }) => whole).filter(({ count }) => count > 0)
    if (ranges.length === 0) throw new Error(`nothing of ${file} was called`)
    return new Set(ranges.map(({ startOffset, endOffset }) => `${startOffset}:${endOffset}`))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * The module `code` with parentheses around the functions that `called` names. Its imports are Node's alone and come
 * first, and its statements end in semicolons, as those of a minified bundle do.
 */
export function eager(code, called) {
  const text = new MagicString(code)
  const module = parseAst(code)
  const isCalled = ({ start, end }) => called.has(`${start}:${end}`)
  // A declaration is known to all that stands before it; what it becomes is so only at the top.
  const imports = module.body.filter(({ type }) => type === 'ImportDeclaration')
  const other = imports.find(({ source }, index) => !isBuiltin(source.value) || module.body[index] !== imports[index])
  if (other !== undefined) throw new Error(`the import of ${other.source.value} may call what is not there yet`)
  const top = imports.at(-1)?.end ?? 0
  for (const node of module.body.filter((it) => it.type === 'FunctionDeclaration' && isCalled(it))) {
    text.remove(node.id.start, node.id.end)
    text.appendRight(node.start, `\nvar ${node.id.name}=(`).appendLeft(node.end, ');')
    if (node.start > top) text.move(node.start, node.end, top)
  }
  visit(module, (node, parent) => {
    if (!/^(?:Arrow)?FunctionExpression$/.test(node.type) || !isCalled(node)) return
    // A method is no expression.
    if (parent.type === 'MethodDefinition' || parent.method || ['get', 'set'].includes(parent.kind)) return
    text.appendRight(node.start, '(').appendLeft(node.end, ')')
  })
  return text.toString()
}

function visit(node, look, parent) {
  look(node, parent)
  for (const value of Object.values(node).flat()) if (typeof value?.type === 'string') visit(value, look, node)
}
