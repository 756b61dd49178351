import * as fs from 'node:fs'
import { existsSync } from 'node:fs'
import { appendToTrailBranch } from '../../src/app/audit/branch.js'
import { appendToFolder, type FileSystem } from '../../src/app/audit/folder.js'
import { TOKENS } from '../support/fake-github/index.js'
import { aDecision } from './trails.js'

/*
 * A process of its own that appends decisions, for tests of several at once and of one that is killed:
 *   folder DIR NAME COUNT GO         appends so many as soon as the file GO is there
 *   branch URL NAME COUNT GO         the same through the API
 *   killed DIR STEP before|after|half   is killed at the STEP-th call to the file system; prints `whole` where it gets to the end
 */
const [mode = '', target = '', ...rest] = process.argv.slice(2)

if (mode === 'killed') killed(Number(rest[0]), rest[1] ?? '')
else await several(rest[0] ?? '', Number(rest[1]), rest[2] ?? '')

async function several(name: string, count: number, go: string): Promise<void> {
  process.stdout.write('ready\n')
  while (!existsSync(go)) await new Promise((resolve) => setTimeout(resolve, 5))
  for (let index = 0; index < count; index++) {
    const decision = aDecision(`${name}-${index}`)
    const result =
      mode === 'folder'
        ? appendToFolder(target, decision, { now: Date.now, nonce: `${name}-${index}-${Math.random()}` })
        : await appendToTrailBranch('ml-governance', decision, {
            now: Date.now,
            api: { repository: 'acme/churn', token: TOKENS.full, apiUrl: target },
          })
    process.stdout.write(`${JSON.stringify(result)}\n`)
  }
}

function killed(step: number, when: string): void {
  let calls = 0
  const end = () => process.kill(process.pid, 'SIGKILL')
  const at = <A extends unknown[], R>(call: (...args: A) => R, half?: (...args: A) => void) => {
    return (...args: A): R => {
      calls += 1
      if (calls === step && when === 'before') end()
      if (calls === step && when === 'half') {
        half?.(...args)
        end()
      }
      const result = call(...args)
      if (calls === step && when === 'after') end()
      return result
    }
  }
  const fileSystem: FileSystem = {
    mkdirSync: at(fs.mkdirSync as (...args: unknown[]) => undefined) as typeof fs.mkdirSync,
    lstatSync: at(fs.lstatSync as (...args: unknown[]) => fs.Stats) as typeof fs.lstatSync,
    openSync: at(fs.openSync as (...args: unknown[]) => number) as typeof fs.openSync,
    writeFileSync: at(fs.writeFileSync as (...args: unknown[]) => void, (file, text) =>
      fs.writeFileSync(file as number, String(text).slice(0, 200)),
    ) as typeof fs.writeFileSync,
    fsyncSync: at(fs.fsyncSync),
    closeSync: at(fs.closeSync),
    linkSync: at(fs.linkSync),
    unlinkSync: at(fs.unlinkSync),
  }
  const result = appendToFolder(target, aDecision(`killed-${step}-${when}`), {
    now: Date.now,
    nonce: `k${step}${when}`,
    fileSystem,
  })
  process.stdout.write(`${result.ok ? 'whole' : JSON.stringify(result)} ${calls}\n`)
}
